using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>When this house works, as the configuration's <c>Team</c> section says it at the start.</summary>
public class TeamHours(IConfiguration configuration) : ISingletonDependency
{
    public string TimeZone { get; } = configuration["Team:TimeZone"] ?? "Europe/London";

    public TimeOnly WorkdayStart { get; } = configuration.GetValue("Team:WorkdayStart", new TimeOnly(9, 0));

    public TimeOnly WorkdayEnd { get; } = configuration.GetValue("Team:WorkdayEnd", new TimeOnly(17, 0));

    public OfficeDays Office { get; } = new(
        configuration.GetValue("Team:Holidays", HolidayRegion.EnglandAndWales), configuration.GetSection("Team:ClosedDays").Get<DateOnly[]>()?.ToHashSet() ?? []);
}
