using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Linq;

namespace PartnerCrm.Clearance;

/// <summary>Knows by when people must be told that we hold their details, and hears when they were told otherwise than by mail.</summary>
[ExposeServices(typeof(INotices), typeof(Notices))]
public class Notices(IRepository<ContactBasis, Guid> bases, IAsyncQueryableExecuter queries)
    : INotices, ILocalEventHandler<NoticeGiven>, ITransientDependency
{
    public virtual async Task<IReadOnlyDictionary<Guid, DateTime>> DueAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return new Dictionary<Guid, DateTime>();
        var due = await queries.ToListAsync(
            (await bases.GetQueryableAsync()).Where(b => contactIds.Contains(b.Id) && b.NoticeGivenAt == null && b.NoticeDueAt != null)
                .Select(b => new { b.Id, DueAt = b.NoticeDueAt!.Value }),
            cancellationToken);
        return due.ToDictionary(b => b.Id, b => b.DueAt);
    }

    public virtual async Task HandleEventAsync(NoticeGiven eventData)
    {
        if (await bases.FindAsync(eventData.ContactId) is not { } basis) return;
        basis.GiveNotice(eventData.At);
        await bases.UpdateAsync(basis);
    }
}
