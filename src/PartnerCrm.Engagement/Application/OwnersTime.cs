using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>When an owner works, by their own clock.</summary>
public class OwnersTime(IColleagueLookup colleagues) : ITransientDependency
{
    public async Task<WorkingTime> OfAsync(Guid ownerId)
    {
        var card = (await colleagues.GetAsync([ownerId])).GetValueOrDefault(ownerId);
        return new WorkingTime(
            WorkingTime.ZoneOf(card?.TimeZone), card?.WorkdayStart ?? new TimeOnly(9, 0), card?.WorkdayEnd ?? new TimeOnly(17, 0), card?.WorkingDays ?? OfficeDays.Weekdays);
    }
}
