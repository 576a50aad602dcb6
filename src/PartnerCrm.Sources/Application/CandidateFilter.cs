using PartnerCrm.Contracts;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>Which candidates of an import, in which order.</summary>
internal static class CandidateFilter
{
    public static IQueryable<Candidate> Apply(IQueryable<Candidate> query, CandidateListInput input)
    {
        foreach (var term in FoldedText.Of(input.Filter).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            query = query.Where(c => c.SortName.Contains(term) || c.EmailKey!.Contains(term) || c.OrganisationName!.ToLower().Contains(term));
        if (!input.IncludesSkipped) query = query.Where(c => c.Resolution == null || c.Resolution != Resolution.Skip);
        return query
            .WhereIf(input.IsOpen == true, c => c.Suggestions != null && c.Resolution == null && c.PickedAt == null)
            .WhereIf(input.IsOpen == false, c => c.Suggestions == null || c.Resolution != null)
            .WhereIf(input.HasEmail == true, c => c.EmailKey != null).WhereIf(input.HasEmail == false, c => c.EmailKey == null)
            .WhereIf(input.IsKnown == true, c => c.ContactId != null).WhereIf(input.IsKnown == false, c => c.ContactId == null)
            .WhereIf(input.IsPicked == true, c => c.PickedAt != null).WhereIf(input.IsPicked == false, c => c.PickedAt == null);
    }

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
