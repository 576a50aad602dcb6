namespace PartnerCrm.Sources;

/// <summary>
/// Whom to look at first: who came and stayed, whom we have met in two ways, whom we can write to. Who belongs to a colleague comes later,
/// who asked not to be contacted last.
/// </summary>
internal static class CandidateWorth
{
    public const int Attended = 30;
    public const int StayedAtMost = 10;
    public const int Elsewhere = 25;
    public const int HasEmail = 20;
    public const int HasProfile = 5;
    public const int HasOrganisation = 5;
    public const int ConnectedLately = 8;
    public const int ConnectedThisYear = 4;
    public const int WithColleague = -20;
    public const int Suppressed = -200;

    private const int MinutesAPoint = 6;

    public static int Of(Candidate candidate, Import import)
    {
        var worth = 0;
        if (candidate.AttendedAt is not null || candidate.Minutes is not null) worth += Attended + Math.Min(StayedAtMost, (candidate.Minutes ?? 0) / MinutesAPoint);
        if (candidate.IsElsewhere) worth += Elsewhere;
        if (candidate.EmailKey is not null) worth += HasEmail;
        if (candidate.ProfileSlug is not null) worth += HasProfile;
        if (candidate.OrganisationName is not null) worth += HasOrganisation;
        if (candidate.ConnectedOn is { } day) worth += Recency((import.CreationTime - day).TotalDays);
        if (candidate.OwnerId is { } owner && owner != import.CreatorId) worth += WithColleague;
        if (candidate.IsSuppressed) worth += Suppressed;
        return worth;
    }

    private static int Recency(double days) => days <= 90 ? ConnectedLately : days <= 365 ? ConnectedThisYear : 0;
}
