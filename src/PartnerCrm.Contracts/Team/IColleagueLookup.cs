namespace PartnerCrm.Contracts;

/// <summary>A user of the product as the modules see them. Time zone is IANA. Working hours are local, Monday to Friday.</summary>
public record ColleagueCard(Guid Id, string DisplayName, string Email, string TimeZone, TimeOnly WorkdayStart, TimeOnly WorkdayEnd);

/// <summary>Answered by the host over its users.</summary>
public interface IColleagueLookup
{
    Task<IReadOnlyDictionary<Guid, ColleagueCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}
