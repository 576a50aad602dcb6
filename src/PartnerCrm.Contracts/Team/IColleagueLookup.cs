namespace PartnerCrm.Contracts;

/// <summary>A user of the product as the modules see them. Time zone is IANA. Working hours are local, on the office's days.</summary>
public record ColleagueCard(Guid Id, string DisplayName, string Email, string TimeZone, TimeOnly WorkdayStart, TimeOnly WorkdayEnd, OfficeDays? Office = null)
{
    /// <summary>When mail goes out, plans go on and times are offered. Weekdays unless the office says otherwise.</summary>
    public OfficeDays WorkingDays => Office ?? OfficeDays.Weekdays;
}

/// <summary>Answered by the host over its users.</summary>
public interface IColleagueLookup
{
    Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}
