using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.SettingManagement;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Answers the modules' question who a colleague is, over ABP's users. Their time zone is their own, else their university's, else the host's.</summary>
[ExposeServices(typeof(IColleagueLookup))]
public class Colleagues(IRepository<IdentityUser, Guid> users, IAsyncQueryableExecuter executer, ISettingManager settings, TeamHours hours) : IColleagueLookup, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        var cards = new Dictionary<Guid, ColleagueCard>();
        if (ids.Count == 0) return cards;
        var found = (await users.GetQueryableAsync()).Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.UserName, u.Name, u.Surname, u.Email });
        foreach (var user in await executer.ToListAsync(found, cancellationToken))
        {
            var name = $"{user.Name} {user.Surname}".Trim();
            // Settings are read from memory.
            var zone = await settings.GetOrNullForUserAsync(TimingSettingNames.TimeZone, user.Id);
            cards[user.Id] = new ColleagueCard(
                user.Id, name.Length == 0 ? user.UserName : name, user.Email, string.IsNullOrEmpty(zone) ? hours.TimeZone : zone, hours.WorkdayStart, hours.WorkdayEnd, hours.Office);
        }
        return cards;
    }
}
