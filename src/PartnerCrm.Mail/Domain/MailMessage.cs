using System.Net;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>
/// A mail of ours, from the wish to the answer of the mail server. SMTP can't promise exactly once, so <see cref="MailState.Sending"/> is committed
/// before the server hears of it, and what was interrupted there is in doubt until somebody, or the transport, knows better.
/// </summary>
public class MailMessage : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxEffectKeyLength = 128;
    public const int MaxAddressLength = 320;
    public const int MaxNameLength = 200;
    public const int MaxSubjectLength = 250;
    public const int MaxMessageIdLength = 255;
    public const int MaxReferencesLength = 4000;
    public const int MaxDecisionLength = 2000;
    public const int MaxCalendarMethodLength = 16;

    /// <summary>A temporary refusal is tried again, later each time, this many times.</summary>
    public const int MaxAttempts = 8;

    /// <summary>A server that can't be reached has this long to come back: as long as mail servers themselves wait for one another (RFC 5321, 4.5.4.1).</summary>
    public static readonly TimeSpan PatienceWithServer = TimeSpan.FromDays(5);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    public Guid? TenantId { get; private set; }
    public string EffectKey { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid SenderId { get; private set; }
    public Guid? RelationshipId { get; private set; }
    public Guid? EscalationId { get; private set; }
    public Purpose Purpose { get; private set; }
    public bool IsCold { get; private set; }
    public MailMatter? Matter { get; private set; }
    public Guid? MatterId { get; private set; }

    public string Template { get; private set; }
    public string Language { get; private set; } = "";
    public string ToAddress { get; private set; } = "";
    public string ToName { get; private set; } = "";
    public string FromAddress { get; private set; } = "";
    public string FromName { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    public string? CalendarMethod { get; private set; }
    public string? Calendar { get; private set; }

    /// <summary>Where their details came from, for the notice.</summary>
    public string? DetailsFrom { get; private set; }
    public bool CarriesNotice { get; private set; }

    /// <summary>Its sender changed the words.</summary>
    public bool IsRevised { get; private set; }

    public MailState State { get; private set; }
    public DateTime? NotBefore { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? SendingAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Since when the server is tried without an answer.</summary>
    public DateTime? TriedSince { get; private set; }

    /// <summary>Without angle brackets; decided before sending, so that an answer, a bounce or the Sent folder can be matched.</summary>
    public string? MessageId { get; private set; }

    /// <summary>The thread: message ids, oldest first, separated by spaces.</summary>
    public string? References { get; private set; }

    /// <summary>What Clearance said when it last decided, and why.</summary>
    public string? Decision { get; private set; }

    /// <summary>Why it didn't go out.</summary>
    public string? Problem { get; private set; }

    public MailMessage(Guid id, Guid? tenantId, MailRequested request) : base(id)
    {
        TenantId = tenantId;
        EffectKey = Check.NotNullOrWhiteSpace(request.EffectKey, nameof(request.EffectKey), MaxEffectKeyLength);
        ContactId = request.ContactId;
        SenderId = request.SenderId;
        RelationshipId = request.RelationshipId;
        EscalationId = request.EscalationId;
        Purpose = request.Purpose;
        IsCold = request.IsCold;
        (Matter, MatterId) = (request.About?.Matter, request.About?.Id);
        Template = request.Template;
        CalendarMethod = request.Calendar?.Method.ToUpperInvariant();
        Calendar = request.Calendar?.Text;
    }

    public MailAbout? About => Matter is { } matter && MatterId is { } id ? new MailAbout(matter, id) : null;

    public bool IsOut => State is MailState.Sent or MailState.Kept;

    /// <summary>The words, and whom they go from and to. Needs approval: a draft; else it joins the queue.</summary>
    public void Write(RenderedMail mail, string language, ContactCard to, ColleagueCard from, string? detailsFrom, bool needsApproval)
    {
        Language = language;
        DetailsFrom = Fit(detailsFrom, MaxNameLength);
        Address(to, from);
        Say(mail.Subject, mail.Text, mail.Html);
        if (!needsApproval) EnsureWritten();
        State = needsApproval ? MailState.Draft : MailState.Queued;
    }

    /// <summary>Names and addresses as they are now: they may have changed while the mail waited.</summary>
    public void Address(ContactCard to, ColleagueCard from)
    {
        ToAddress = Fit(to.Email, MaxAddressLength) ?? "";
        ToName = Fit(to.DisplayName, MaxNameLength) ?? "";
        FromAddress = Fit(from.Email, MaxAddressLength) ?? "";
        FromName = Fit(from.DisplayName, MaxNameLength) ?? "";
    }

    /// <summary>A draft may be unfinished; what is approved may not.</summary>
    public void Revise(string subject, string text, string? html)
    {
        Ensure(State == MailState.Draft, MailErrors.NotADraft);
        Say(subject, text, html);
        IsRevised = true;
    }

    private void Say(string subject, string text, string? html)
    {
        Subject = Fit(CleanText.OneLine(subject), MaxSubjectLength)!;
        Text = CleanText.Of(text).Trim();
        Html = string.IsNullOrWhiteSpace(html) ? HtmlText.FromText(Text) : CleanText.Of(html);
    }

    public void Approve(string decision, DateTime? notBefore)
    {
        Ensure(State == MailState.Draft, MailErrors.NotADraft);
        EnsureWritten();
        State = MailState.Queued;
        (NotBefore, TriedSince) = (notBefore, null);
        Decision = Fit(decision, MaxDecisionLength);
    }

    /// <summary>Its sender wants to look again, and it has not gone to the transport yet.</summary>
    public void Recall()
    {
        Ensure(State == MailState.Queued && CalendarMethod is null, MailErrors.WrongState);
        (State, NotBefore, LeaseUntil) = (MailState.Draft, null, null);
    }

    /// <summary>A colleague takes it on, and signs where the one before had signed.</summary>
    public void HandOver(ColleagueCard to)
    {
        Ensure(State == MailState.Draft, MailErrors.NotADraft);
        Subject = Fit(Signed(Subject), MaxSubjectLength)!;
        Text = Signed(Text);
        Html = Signed(Html, WebUtility.HtmlEncode);
        (SenderId, FromAddress, FromName) = (to.Id, Fit(to.Email, MaxAddressLength) ?? "", Fit(to.DisplayName, MaxNameLength) ?? "");

        string Signed(string words, Func<string, string>? written = null) => Named(Named(words, FromName, to.DisplayName, written), FromAddress, to.Email, written);
    }

    private static string Named(string words, string before, string now, Func<string, string>? written) =>
        before.Length == 0 ? words : words.Replace(written?.Invoke(before) ?? before, written?.Invoke(now) ?? now, StringComparison.Ordinal);

    public void Discard()
    {
        Ensure(State == MailState.Draft, MailErrors.NotADraft);
        (State, IsRevised) = (MailState.Withdrawn, false);
    }

    /// <summary>False when it is too late: what has gone to the transport can't be called back.</summary>
    public bool TryWithdraw(string reason)
    {
        if (State is not (MailState.Draft or MailState.Queued)) return false;
        End(MailState.Withdrawn, reason);
        return true;
    }

    public void Postpone(DateTime notBefore, string? decision = null)
    {
        Ensure(State == MailState.Queued, MailErrors.WrongState);
        NotBefore = notBefore;
        LeaseUntil = null;
        Decision = Fit(decision, MaxDecisionLength) ?? Decision;
    }

    public void Refuse(string decision)
    {
        Ensure(State is MailState.Queued or MailState.Draft, MailErrors.WrongState);
        Decision = Fit(decision, MaxDecisionLength);
        End(MailState.Refused, decision);
    }

    /// <summary>Commit this before the transport hears of the mail.</summary>
    public void StartSending(string messageId, IReadOnlyCollection<string> references, bool carriesNotice, string decision, DateTime now, TimeSpan lease)
    {
        Ensure(State == MailState.Queued, MailErrors.WrongState);
        State = MailState.Sending;
        MessageId = Fit(messageId, MaxMessageIdLength);
        References = references.Count == 0 ? null : string.Join(' ', references);
        CarriesNotice = carriesNotice;
        Decision = Fit(decision, MaxDecisionLength);
        Problem = null;
        SendingAt = now;
        TriedSince ??= now;
        LeaseUntil = now + lease;
        Attempts++;
    }

    public void Doubt(string why)
    {
        Ensure(State == MailState.Sending, MailErrors.WrongState);
        End(MailState.InDoubt, why);
    }

    /// <summary>The transport's answer, or a person's. Returns whether the mail is out now and wasn't before.</summary>
    public bool Settle(Delivery delivery, DateTime now)
    {
        if (State is not (MailState.Sending or MailState.InDoubt)) return false;
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Sent or DeliveryOutcome.Kept:
                SentAt = now;
                End(delivery.Outcome == DeliveryOutcome.Sent ? MailState.Sent : MailState.Kept, null);
                return true;
            case DeliveryOutcome.Later when !delivery.WasTried && now - TriedSince < PatienceWithServer:
                WaitForServer(delivery.Detail, now);
                return false;
            case DeliveryOutcome.Later when delivery.WasTried && Attempts < MaxAttempts:
                End(MailState.Queued, delivery.Detail);
                (NotBefore, TriedSince) = (now + TimeSpan.FromMinutes(Math.Pow(2, Attempts)), null);
                return false;
            case DeliveryOutcome.Later or DeliveryOutcome.Refused:
                End(MailState.Failed, delivery.Detail);
                return false;
            default:
                End(MailState.InDoubt, delivery.Detail);
                return false;
        }
    }

    /// <summary>A person looked: it left, or it didn't and goes back to the queue, as does one that failed.</summary>
    public bool Resolve(bool wasSent, DateTime now)
    {
        Ensure(State == MailState.InDoubt || State == MailState.Failed && !wasSent, MailErrors.NotInDoubt);
        if (wasSent) return Settle(Delivery.Sent, now);
        if (State == MailState.Failed) EnsureStandsAlone();
        End(MailState.Queued, null);
        (NotBefore, TriedSince, Attempts) = (null, null, 0);
        return false;
    }

    /// <summary>It can't be made: no template, no address, no sender.</summary>
    public void Fail(string sentence) => End(MailState.Failed, sentence);

    // It was not tried, so nothing was used up: neither an attempt nor the mailbox's room. The longer it waits, the rarer it asks.
    private void WaitForServer(string? why, DateTime now)
    {
        End(MailState.Queued, why);
        var wait = now - TriedSince!.Value;
        NotBefore = now + (wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait);
        (SendingAt, Attempts) = (null, Attempts - 1);
    }

    // A plan that goes on asks for another mail, and another offer has other times; what could not even be written has no words.
    private void EnsureStandsAlone()
    {
        var isAskedForAnew = Matter == MailMatter.Offer || EscalationId is not null && Matter is null;
        Ensure(!isAskedForAnew && Text.Length > 0, MailErrors.AskedForAnew);
    }

    private void End(MailState state, string? problem)
    {
        State = state;
        LeaseUntil = null;
        Problem = Fit(problem, MaxDecisionLength);
    }

    private void EnsureWritten()
    {
        if (Subject.Length == 0 || Text.Length == 0) throw new BusinessException(MailErrors.MailEmpty);
    }

    private void Ensure(bool holds, string error)
    {
        if (!holds) throw new BusinessException(error).WithData("State", State);
    }

    private static string? Fit(string? text, int length) => CleanText.Fit(text, length);

#pragma warning disable CS8618 // EF Core fills these in.
    private MailMessage() { }
#pragma warning restore CS8618
}
