using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

/// <summary>Whoever holds a new relationship is reminded, in time, to tell the other side that we hold their details. A mail that carries the notice settles it.</summary>
public class NoticeReminders(
    INotices notices, IRepository<FollowUp, Guid> followUps, IUnitOfWorkManager unitsOfWork, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    private static readonly TimeSpan InTime = TimeSpan.FromDays(7);

    public async Task RemindAsync(IReadOnlyCollection<Relationship> begun)
    {
        if (begun.Count == 0) return;
        // Whoever came to know of the contact in the same breath must be able to answer.
        await unitsOfWork.Current!.SaveChangesAsync();
        var due = await notices.DueAsync([.. begun.Select(r => r.ContactId)]);
        await followUps.InsertManyAsync(begun.Where(r => due.ContainsKey(r.ContactId)).Select(r => Reminder(r, due[r.ContactId])));
    }

    private FollowUp Reminder(Relationship relationship, DateTime due) => new(guids.Create(), relationship, new Asked(
        FollowUpKind.GiveNotice, Sentence.Of("FollowUp:GiveNotice", ("Name", relationship.ContactName), ("Due", due.Date)),
        EffectKeys.Notice(relationship.ContactId), DueAt: due - InTime), clock.Now);
}
