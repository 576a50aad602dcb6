namespace PartnerCrm.Contracts;

/// <summary>A draft waits for its sender's approval.</summary>
public record DraftReady(Guid MailId, string EffectKey, Guid ContactId, Guid SenderId, Guid? RelationshipId, Guid? EscalationId, string Subject, DateTime At);

/// <summary>The sender gave their word: the mail waits to go out, at this time at the earliest.</summary>
public record DraftApproved(Guid MailId, Guid ContactId, Guid? RelationshipId, DateTime? NotBefore, DateTime At);

/// <summary>A mail that waited to go out was called back by its sender, and is a draft again.</summary>
public record DraftRecalled(Guid MailId, Guid ContactId, Guid SenderId, Guid? RelationshipId, Guid? EscalationId, string Subject, DateTime At);

/// <summary>The sender threw a draft away.</summary>
public record DraftDiscarded(Guid MailId, string EffectKey, Guid ContactId, Guid? RelationshipId, Guid? EscalationId, DateTime At);

/// <summary>A mail is on its way to the transport: said in the transaction that claims its sending, so that whoever counts mails counts it before the next.</summary>
public record MailClaimed(Guid MailId, string EffectKey, Guid ContactId, Guid SenderId, bool IsCold, DateTime At);

/// <summary>The mail left (or, in practice mode, would have). Said after the transport's answer was stored.</summary>
public record MailSent(
    Guid MailId, string EffectKey, Guid ContactId, Guid SenderId, Purpose Purpose, bool IsCold, bool CarriedNotice,
    Guid? RelationshipId, Guid? EscalationId, string Subject, DateTime At, MailAbout? About = null);

/// <summary>Clearance refused the mail at send: it may not go out.</summary>
public record MailRefused(
    Guid MailId, string EffectKey, Guid ContactId, Guid SenderId, Guid? RelationshipId, Guid? EscalationId, Verdict Verdict, string Sentence, DateTime At,
    MailAbout? About = null);

/// <summary>The mail could not be made, or no server took it: nobody forbade it. It goes out when it is asked for anew, or sent again by hand.</summary>
public record MailFailed(
    Guid MailId, string EffectKey, Guid ContactId, Guid SenderId, Guid? RelationshipId, Guid? EscalationId, string Sentence, DateTime At, MailAbout? About = null);

/// <summary>Somebody wrote to us, a person by all signs. MailId is our mail they answer, if the thread tells.</summary>
public record MailAnswered(Guid IncomingMailId, Guid? MailId, Guid ContactId, Guid? RelationshipId, Guid? EscalationId, string Subject, string Excerpt, DateTime At);

/// <summary>An automatic reply (RFC 3834): not an answer. BackOn when the text says until when they are away.</summary>
public record AutoReplyArrived(Guid IncomingMailId, Guid? MailId, Guid ContactId, Guid? RelationshipId, Guid? EscalationId, DateTime? BackOn, DateTime At);

/// <summary>A delivery-status report (RFC 3464). Permanent for status 5.x. Address is the one our mail had gone to: theirs may be another by now.</summary>
public record MailBounced(
    Guid IncomingMailId, Guid MailId, Guid ContactId, Guid? RelationshipId, Guid? EscalationId, bool IsPermanent, string Status, DateTime At, string? Address = null);

/// <summary>One-click unsubscribe (RFC 8058), or the button on its page.</summary>
public record ContactUnsubscribed(Guid ContactId, Guid? MailId, DateTime At);

/// <summary>They asked not to be contacted: by a phrase in a mail (pending review), or as a colleague recorded.</summary>
public record ContactObjected(Guid ContactId, Guid? IncomingMailId, string Words, DateTime At);

/// <summary>A mail carried an iTIP REPLY (RFC 5546); Calendar is its VCALENDAR. From is the address that sent it.</summary>
public record CalendarReplyArrived(Guid IncomingMailId, Guid? ContactId, string From, string Calendar, DateTime At);
