using Volo.Abp.Validation;

namespace PartnerCrm.Engagement;

internal static class Sorting
{
    /// <summary>"field", "field asc" or "field desc", of the fields that have an index.</summary>
    public static (string By, bool Descending) Parse(string? sorting, string otherwise, params string[] allowed)
    {
        var words = (string.IsNullOrWhiteSpace(sorting) ? otherwise : sorting).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var by = allowed.FirstOrDefault(a => a.Equals(words[0], StringComparison.OrdinalIgnoreCase));
        var direction = words.Length > 1 ? words[1].ToLowerInvariant() : "asc";
        if (by is null || words.Length > 2 || direction is not ("asc" or "desc"))
            throw new AbpValidationException($"Sort by one of {string.Join(", ", allowed)}, with asc or desc.",
                [new System.ComponentModel.DataAnnotations.ValidationResult($"Sort by one of {string.Join(", ", allowed)}, with asc or desc.", ["sorting"])]);
        return (by, direction == "desc");
    }
}
