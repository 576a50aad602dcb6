using PartnerCrm.Contracts;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>Which candidates of an import, in which order.</summary>
internal static class CandidateFilter
{
    /// <param name="others">Everybody in a file that was read.</param>
    public static IQueryable<Candidate> Apply(IQueryable<Candidate> query, CandidateListInput input, IQueryable<Candidate> others)
    {
        foreach (var term in FoldedText.Of(input.Filter).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            query = query.Where(c => c.SortName.Contains(term) || c.EmailKey!.Contains(term) || c.OrganisationName!.ToLower().Contains(term));
        query = input.IsSkipped ? query.Where(c => c.Resolution == Resolution.Skip)
            : input.IncludesSkipped ? query
            : query.Where(c => c.Resolution == null || c.Resolution != Resolution.Skip);
        var open = Open(query, others);
        if (input.IsOpen == true) query = open;
        if (input.IsOpen == false) query = query.Where(c => !open.Any(o => o.Id == c.Id));
        return query
            .WhereIf(input.HasEmail == true, c => c.EmailKey != null).WhereIf(input.HasEmail == false, c => c.EmailKey == null)
            .WhereIf(input.IsKnown == true, c => c.ContactId != null).WhereIf(input.IsKnown == false, c => c.ContactId == null)
            .WhereIf(input.IsPicked == true, c => c.PickedAt != null).WhereIf(input.IsPicked == false, c => c.PickedAt == null);
    }

    // Whom the list suggests somebody for: a contact, or a namesake of another file who is neither the same for certain nor surely another (SamePerson).
    private static IQueryable<Candidate> Open(IQueryable<Candidate> query, IQueryable<Candidate> others) => query.Where(c =>
        c.PickedAt == null && c.Resolution == null && !c.IsSuppressed
        && (c.Suggestions != null || (c.NameKey != "" && others.Any(o =>
            o.ImportId != c.ImportId && o.PickedAt == null && o.NameKey == c.NameKey
            && (o.ProfileSlug == null || c.ProfileSlug == null) && (o.EmailKey == null || c.EmailKey == null || o.EmailKey != c.EmailKey)))));

    public static IQueryable<Candidate> Sort(IQueryable<Candidate> query, string? sorting) =>
        (string.IsNullOrWhiteSpace(sorting) ? "worth" : sorting.Trim().ToLowerInvariant()) switch
        {
            "worth" or "worth desc" => query.OrderByDescending(c => c.Worth).ThenBy(c => c.SortName).ThenBy(c => c.Id),
            "worth asc" => query.OrderBy(c => c.Worth).ThenByDescending(c => c.SortName).ThenByDescending(c => c.Id),
            "name" or "name asc" => query.OrderBy(c => c.SortName).ThenBy(c => c.Id),
            "name desc" => query.OrderByDescending(c => c.SortName).ThenByDescending(c => c.Id),
            "row" or "row asc" => query.OrderBy(c => c.Row).ThenBy(c => c.Id),
            "row desc" => query.OrderByDescending(c => c.Row).ThenByDescending(c => c.Id),
            _ => throw new BusinessException(SourcesErrors.SortingUnknown).WithData("Sorting", sorting!),
        };
}
