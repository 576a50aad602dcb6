using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Answers the modules' question who a colleague is, over ABP's users.</summary>
[ExposeServices(typeof(IColleagueLookup))]
public class Colleagues(IRepository<IdentityUser, Guid> users, IConfiguration configuration) : IColleagueLookup, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
        (await users.GetListAsync(u => ids.Contains(u.Id), cancellationToken: cancellationToken)).ToDictionary(u => u.Id, Card);

    private ColleagueCard Card(IdentityUser user) => new(
        user.Id,
        string.IsNullOrWhiteSpace($"{user.Name}{user.Surname}") ? user.UserName : $"{user.Name} {user.Surname}".Trim(),
        user.Email,
        configuration["Team:TimeZone"] ?? "Europe/London",
        configuration.GetValue("Team:WorkdayStart", new TimeOnly(9, 0)),
        configuration.GetValue("Team:WorkdayEnd", new TimeOnly(17, 0)),
        new OfficeDays(
            configuration.GetValue("Team:Holidays", HolidayRegion.EnglandAndWales), configuration.GetSection("Team:ClosedDays").Get<DateOnly[]>()?.ToHashSet() ?? []));
}
