using Volo.Abp;

namespace PartnerCrm.Contracts;

/// <summary>A user of the product as the modules see them. Time zone is IANA. Working hours are local, on the office's days.</summary>
public record ColleagueCard(Guid Id, string DisplayName, string Email, string TimeZone, TimeOnly WorkdayStart, TimeOnly WorkdayEnd, OfficeDays? Office = null)
{
    /// <summary>When mail goes out, plans go on and times are offered. Weekdays unless the office says otherwise.</summary>
    public OfficeDays WorkingDays => Office ?? OfficeDays.Weekdays;
}

public static class TeamErrors
{
    public const string NoColleague = "PartnerCrm.Team:NoColleague";
}

/// <summary>Answered by the host over its users.</summary>
public interface IColleagueLookup
{
    Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}

public static class ColleagueLookupExtensions
{
    /// <summary>Refuses ids of nobody here: nobody's at all, or of another house's people.</summary>
    public static async Task EnsureHereAsync(this IColleagueLookup colleagues, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        if (ids.Count == 0) return;
        var here = await colleagues.GetAsync(ids, cancellationToken);
        foreach (var id in ids)
            if (!here.ContainsKey(id)) throw new BusinessException(TeamErrors.NoColleague).WithData("Id", id);
    }
}
