using System.Text.RegularExpressions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace PartnerCrm.Mail;

/// <summary>What went back and forth with a contact, as far as the next mail needs it.</summary>
public partial class MailThreads(IRepository<MailMessage, Guid> mails, IRepository<IncomingMail, Guid> incoming) : DomainService
{
    private const int MaxReferences = 15;

    // An id from outside goes into our headers only when it is one.
    [GeneratedRegex(@"^[!-;=?A-~]{1,120}@[!-;=?A-~]{1,120}$")]
    private static partial Regex PlainId { get; }

    public virtual async Task<bool> HasCarriedNoticeAsync(Guid contactId, CancellationToken cancellationToken = default)
        => await AsyncExecuter.AnyAsync(
            (await mails.GetQueryableAsync()).Where(m => m.ContactId == contactId && m.CarriesNotice && (m.State == MailState.Sent || m.State == MailState.Kept)),
            cancellationToken);

    /// <summary>They wrote to us themselves before.</summary>
    public virtual async Task<bool> HasWrittenAsync(Guid contactId, CancellationToken cancellationToken = default)
        => await AsyncExecuter.AnyAsync((await incoming.GetQueryableAsync()).Where(m => m.ContactId == contactId && m.Kind == IncomingKind.Reply), cancellationToken);

    /// <summary>The last mail of ours that reached this contact.</summary>
    public virtual async Task<MailMessage?> LastToAsync(Guid contactId, CancellationToken cancellationToken = default)
        => await AsyncExecuter.FirstOrDefaultAsync(
            (await mails.GetQueryableAsync())
                .Where(m => m.ContactId == contactId && (m.State == MailState.Sent || m.State == MailState.Kept))
                .OrderByDescending(m => m.SentAt),
            cancellationToken);

    /// <summary>The thread that a mail continues: what was written in the same escalation, or else the same relationship; oldest first.</summary>
    public virtual async Task<IReadOnlyList<string>> ReferencesForAsync(MailMessage mail, CancellationToken cancellationToken = default)
    {
        if (mail.EscalationId is null && mail.RelationshipId is null) return [];
        var ours = (await mails.GetQueryableAsync()).Where(m => m.ContactId == mail.ContactId && (m.State == MailState.Sent || m.State == MailState.Kept));
        ours = mail.EscalationId is { } escalationId ? ours.Where(m => m.EscalationId == escalationId) : ours.Where(m => m.RelationshipId == mail.RelationshipId);
        var last = await AsyncExecuter.FirstOrDefaultAsync(ours.OrderByDescending(m => m.SentAt), cancellationToken);
        if (last?.MessageId is null) return [];

        var ids = (last.References?.Split(' ') ?? []).Append(last.MessageId).ToList();
        var theirs = await AsyncExecuter.FirstOrDefaultAsync(
            (await incoming.GetQueryableAsync())
                .Where(m => m.ContactId == mail.ContactId && m.ReceivedAt >= last.SentAt && (m.Kind == IncomingKind.Reply || m.Kind == IncomingKind.Objection))
                .OrderByDescending(m => m.ReceivedAt)
                .Select(m => m.MessageId),
            cancellationToken);
        if (theirs is not null) ids.Add(theirs);
        return [.. ids.Where(id => PlainId.IsMatch(id)).Distinct().TakeLast(MaxReferences)];
    }
}
