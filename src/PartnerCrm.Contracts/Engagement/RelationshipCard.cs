namespace PartnerCrm.Contracts;

/// <summary>What other modules may know of a relationship. Stage is one of Social, Email, Meeting, Partnership, Resting, Closed.</summary>
public record RelationshipCard(Guid Id, Guid ContactId, Guid? OrganisationId, Guid OwnerId, string Stage, DateTime? LastTouchpointAt);

/// <summary>A bond was begun, or what others copy of it has changed: stage, owner, contact, when it was touched last.</summary>
public record RelationshipChanged(RelationshipCard Relationship);

/// <summary>Answered by Engagement.</summary>
public interface IRelationshipLookup
{
    /// <summary>The open relationship of each contact, keyed by contact id.</summary>
    Task<IReadOnlyDictionary<Guid, RelationshipCard>> OfContactsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);
}

/// <summary>A touch in either direction, recorded in Engagement. Clearance counts them against organisation activity.</summary>
public record TouchpointRecorded(
    Guid TouchpointId, Guid RelationshipId, Guid ContactId, Guid? OrganisationId, Guid UserId, Channel Channel, Direction Direction, DateTime At);

/// <summary>It was recorded by a slip and is gone: nobody touched anybody then.</summary>
public record TouchpointTakenBack(Guid TouchpointId, Guid ContactId, Guid UserId, Channel Channel, DateTime At);

/// <summary>An escalation started: from now on this owner deals with this organisation for it.</summary>
public record EscalationStarted(Guid EscalationId, Guid RelationshipId, Guid ContactId, Guid? OrganisationId, Guid OwnerId, DateTime At);

/// <summary>WasLastThere: it was the last that its owner had under way at that organisation.</summary>
public record EscalationEnded(
    Guid EscalationId, Guid RelationshipId, Guid ContactId, Guid? OrganisationId, Guid OwnerId, string Reason, DateTime At, bool WasLastThere);

/// <summary>A colleague took a relationship on. WasLastThere: the one before has nothing else under way at that organisation.</summary>
public record RelationshipHandedOver(
    Guid RelationshipId, Guid ContactId, Guid? OrganisationId, Guid FromId, Guid ToId, DateTime At, bool WasLastThere);

/// <summary>The bond moved on the ladder (or to Resting or Closed). Names of stages as in <see cref="RelationshipCard"/>.</summary>
public record RelationshipStageChanged(Guid RelationshipId, Guid ContactId, string From, string To, string Reason, DateTime At);
