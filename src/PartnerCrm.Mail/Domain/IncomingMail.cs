using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>A mail that arrived: what it says, what it is and whose it is. The same mail twice is one.</summary>
public class IncomingMail : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int KeyLength = 64;
    public const int MaxExcerptLength = 400;
    public const int MaxTextLength = 100_000;
    public const int MaxProblemLength = 500;
    public const int MaxStatusLength = 32;

    public Guid? TenantId { get; private set; }

    /// <summary>Hash of tenant and Message-ID (or, without one, of the whole mail).</summary>
    public string Key { get; private set; }
    public string? MessageId { get; private set; }
    public string? From { get; private set; }
    public string FromName { get; private set; }
    public string To { get; private set; }
    public string Subject { get; private set; }
    public string Excerpt { get; private set; }
    public string Text { get; private set; }

    public IncomingKind Kind { get; private set; }
    public Guid? MailMessageId { get; private set; }
    public Guid? ContactId { get; private set; }
    public Guid? RelationshipId { get; private set; }
    public Guid? EscalationId { get; private set; }

    /// <summary>The sentence in which they object.</summary>
    public string? Objection { get; private set; }

    /// <summary>Of an automatic reply: when they are back.</summary>
    public DateTime? BackOn { get; private set; }

    /// <summary>Of a bounce: x.y.z.</summary>
    public string? Status { get; private set; }

    /// <summary>What could not be read.</summary>
    public string? Problem { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public DateTime ProcessedAt { get; private set; }

    public IncomingMail(Guid id, Guid? tenantId, string key, ReadMail mail, DateTime now) : base(id)
    {
        TenantId = tenantId;
        Key = key;
        MessageId = CleanText.Fit(mail.MessageId, MailMessage.MaxMessageIdLength);
        From = CleanText.Fit(mail.From, MailMessage.MaxAddressLength);
        FromName = CleanText.Fit(mail.FromName, MailMessage.MaxNameLength)!;
        To = CleanText.Fit(mail.To, MailMessage.MaxAddressLength)!;
        Subject = CleanText.Fit(mail.Subject, MailMessage.MaxSubjectLength)!;
        Text = CleanText.Fit(mail.Text, MaxTextLength)!;
        Excerpt = ExcerptOf(mail.Text);
        Problem = CleanText.Fit(mail.Problem, MaxProblemLength);
        Status = CleanText.Fit(mail.Report?.Status, MaxStatusLength);
        ReceivedAt = ProcessedAt = now;
    }

    public void Classify(IncomingKind kind, string? objection = null, DateTime? backOn = null)
    {
        Kind = kind;
        Objection = CleanText.Fit(objection, MaxExcerptLength);
        BackOn = backOn;
    }

    /// <param name="thread">Our mail they answer, when the thread tells.</param>
    /// <param name="about">The mail whose relationship and escalation this belongs to: the same, or the last one we sent them.</param>
    public void Match(Guid contactId, MailMessage? thread, MailMessage? about)
    {
        ContactId = contactId;
        MailMessageId = thread?.Id;
        RelationshipId = about?.RelationshipId;
        EscalationId = about?.EscalationId;
    }

    public static string KeyOf(Guid? tenantId, string? messageId, byte[] mime)
    {
        var what = messageId is null ? SHA256.HashData(mime) : Encoding.UTF8.GetBytes(messageId);
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{tenantId:N}/"), .. what]));
    }

    private static string ExcerptOf(string text)
    {
        var own = string.Join(' ', QuotedText.Strip(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return own.Length <= MaxExcerptLength ? own : CleanText.Fit(own, MaxExcerptLength - 1) + "…";
    }

#pragma warning disable CS8618 // EF Core fills these in.
    private IncomingMail() { }
#pragma warning restore CS8618
}
