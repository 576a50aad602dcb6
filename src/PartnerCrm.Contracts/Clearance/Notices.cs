namespace PartnerCrm.Contracts;

/// <summary>By when must somebody be told that we hold their details (UK GDPR, Article 14)? Answered by Clearance.</summary>
public interface INotices
{
    /// <summary>Those of the contacts who have not been told yet, with the day by which they must be.</summary>
    Task<IReadOnlyDictionary<Guid, DateTime>> DueAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);
}

/// <summary>A colleague told them in person, or by other means than a mail of ours.</summary>
public record NoticeGiven(Guid ContactId, DateTime At);
