using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Answers the modules' question who a colleague is, over ABP's users. Their time zone is their own, else their university's, else the host's.</summary>
[ExposeServices(typeof(IColleagueLookup))]
public class Colleagues(IRepository<IdentityUser, Guid> users, ISettingManager settings, IConfiguration configuration) : IColleagueLookup, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        var cards = new Dictionary<Guid, ColleagueCard>();
        foreach (var user in await users.GetListAsync(u => ids.Contains(u.Id), cancellationToken: cancellationToken)) cards[user.Id] = await CardAsync(user);
        return cards;
    }

    private async Task<ColleagueCard> CardAsync(IdentityUser user) => new(
        user.Id,
        string.IsNullOrWhiteSpace($"{user.Name}{user.Surname}") ? user.UserName : $"{user.Name} {user.Surname}".Trim(),
        user.Email,
        // Settings are read from memory.
        await settings.GetOrNullForUserAsync(TimingSettingNames.TimeZone, user.Id) is { Length: > 0 } zone ? zone : configuration["Team:TimeZone"] ?? "Europe/London",
        configuration.GetValue("Team:WorkdayStart", new TimeOnly(9, 0)),
        configuration.GetValue("Team:WorkdayEnd", new TimeOnly(17, 0)),
        new OfficeDays(
            configuration.GetValue("Team:Holidays", HolidayRegion.EnglandAndWales), configuration.GetSection("Team:ClosedDays").Get<DateOnly[]>()?.ToHashSet() ?? []));
}
