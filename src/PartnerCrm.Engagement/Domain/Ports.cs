namespace PartnerCrm.Engagement;

/// <summary>What the engagement asks of its own store beyond single rows.</summary>
public interface IStartQueues
{
    /// <summary>Has this owner's queue looked at, from this time on.</summary>
    Task WakeAsync(Guid ownerId, DateTime at, CancellationToken cancellationToken = default);

    /// <summary>Takes a queue: until the transaction ends nobody else gives away the same room. Its owner, or null when it is gone.</summary>
    Task<Guid?> TakeAsync(Guid queueId, CancellationToken cancellationToken = default);
}

public interface ISignals
{
    /// <summary>Takes a signal out of the queue, for good when the transaction ends well. Null when somebody else took it.</summary>
    Task<EscalationSignal?> TakeAsync(Guid signalId, CancellationToken cancellationToken = default);
}

/// <summary>Moves what hangs on a relationship, or on its contact, to another.</summary>
public interface IMergedRows
{
    Task MoveAsync(Guid fromRelationshipId, Guid fromContactId, Guid relationshipId, Guid contactId);
}
