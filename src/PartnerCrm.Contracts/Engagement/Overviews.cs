namespace PartnerCrm.Contracts;

/// <summary>Somebody of ours who has been in touch with a contact, how often, and when last.</summary>
public record Acquaintance(Guid UserId, int Touches, DateTime LastAt);

/// <summary>How it stands with a contact. They and We are reciprocity in whole numbers; NextStep is in the reader's words.</summary>
public record RelationshipOverview(
    Guid Id, Guid ContactId, string ContactName, Guid OwnerId, string Stage, int They, int We, int Unanswered, DateTime? RestingUntil, string? ClosedBecause,
    DateTime? LastTouchpointAt, string? NextStep, DateTime? NextDue);

/// <summary>Answered by Engagement, for the pages that show a contact or an organisation whole.</summary>
public interface IRelationshipOverviews
{
    Task<RelationshipOverview?> OfContactAsync(Guid contactId, CancellationToken cancellationToken = default);

    /// <summary>Who of us knows them, whoever was in touch last first; at most 50.</summary>
    Task<IReadOnlyList<Acquaintance>> WhoKnowsAsync(Guid contactId, CancellationToken cancellationToken = default);

    /// <summary>What everybody has going on at an organisation, what was touched last first.</summary>
    Task<IReadOnlyList<RelationshipOverview>> AtOrganisationAsync(Guid organisationId, int max, CancellationToken cancellationToken = default);
}
