namespace PartnerCrm.Contracts;

/// <summary>An iTIP object to send along (RFC 6047). Method is REQUEST or CANCEL; text is the VCALENDAR with CRLF line ends.</summary>
public record CalendarPart(string Method, string Text);

public enum MailMatter
{
    Offer, Invitation, Cancellation,
}

/// <summary>What a mail is for, where it belongs to something of another module's: which offer or meeting. Mail keeps it, and says it with every fact.</summary>
public record MailAbout(MailMatter Matter, Guid Id);

/// <summary>
/// A module needs a mail to go out. Mail renders <paramref name="Template"/> for the contact and sender, and makes a draft
/// (<paramref name="NeedsApproval"/>) or queues it. One mail per <paramref name="EffectKey"/>, globally unique, at most 128 characters.
/// </summary>
public record MailRequested(
    string EffectKey,
    Guid ContactId,
    Guid SenderId,
    Purpose Purpose,
    string Template,
    IReadOnlyDictionary<string, string> Variables,
    bool NeedsApproval,
    Guid? RelationshipId = null,
    Guid? EscalationId = null,
    CalendarPart? Calendar = null,
    bool IsCold = true,
    MailAbout? About = null);

/// <summary>What was asked for is no longer wanted: a draft or queued mail that has not gone out is withdrawn. Null EffectKey: all of the escalation's.</summary>
public record MailWithdrawn(Guid EscalationId, string? EffectKey, string Reason, DateTime At);
