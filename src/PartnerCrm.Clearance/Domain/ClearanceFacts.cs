using PartnerCrm.Contracts;

namespace PartnerCrm.Clearance;

/// <summary>Everything the rules look at, as it stands at one moment. Times are UTC.</summary>
public record ClearanceFacts(
    ContactFacts Contact,
    OrganisationFacts? Organisation,
    SuppressionFact? Suppression,
    HoldFact? Hold,
    ActivityFacts Activity,
    CapFacts Caps);

/// <summary>Country is ISO 3166 alpha-2; null is unknown.</summary>
public record ContactFacts(Guid ContactId, bool HasEmail, string? Country, BasisKind? Basis, string? Source, DateTime? NoticeDueAt, DateTime? NoticeGivenAt);

public record OrganisationFacts(Guid OrganisationId, string Name, SubscriberType SubscriberType, Guid? LeadOwnerId, Guid? ClaimedBy, DateTime? ClaimedUntil);

public record SuppressionFact(SuppressionReason Reason, DateTime At, bool IsPendingReview);

public record HoldFact(HoldScope Scope, string Reason, DateTime? Until, Guid HoldId = default);

/// <summary>
/// What colleagues of the asker did at the organisation lately: the newest touch by somebody else, the owner's standing permission
/// for the asker, and the newest cold mail to the organisation by anybody.
/// </summary>
public record ActivityFacts(Guid? ColleagueId, DateTime? ColleagueTouchedAt, DateTime? PermittedUntil, DateTime? LastColdMailAt);

/// <summary>Mails from the asker's mailbox since the start of the UTC day.</summary>
public record CapFacts(int MailsToday, int MailsADay, TimeSpan BetweenColdMails);

/// <summary>Why we may hold and use the details (UK GDPR Article 6).</summary>
public enum BasisKind
{
    LegitimateInterest, Consent, Contract,
}

public enum SuppressionReason
{
    Unsubscribed, Objected, Bounced, Recorded,
}
