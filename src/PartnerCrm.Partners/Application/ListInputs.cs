using System.ComponentModel.DataAnnotations;
using Volo.Abp;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Partners;

/// <summary>A searchable list. After is the id of the last item of the page before; it takes the place of SkipCount.</summary>
public class SearchListInput : PagedAndSortedResultRequestDto
{
    [StringLength(200)]
    public string? Filter { get; set; }

    public Guid? After { get; set; }
}

public class ContactListInput : SearchListInput
{
    public Guid? OrganisationId { get; set; }
}

internal static class SearchListInputs
{
    /// <summary>The order asked for, from a whitelist of names to columns; the first is the default. "name desc" turns it round.</summary>
    public static ListOrder OrderOf(this SearchListInput input, params ReadOnlySpan<(string Name, string Column)> allowed)
    {
        if (string.IsNullOrWhiteSpace(input.Sorting)) return new ListOrder(allowed[0].Column, false);
        var parts = input.Sorting.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isDescending = parts.Length == 2 && parts[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        if (parts.Length == 1 || isDescending || (parts.Length == 2 && parts[1].Equals("asc", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (name, column) in allowed)
                if (parts[0].Equals(name, StringComparison.OrdinalIgnoreCase)) return new ListOrder(column, isDescending);
        }
        throw new BusinessException(PartnersErrors.SortingUnknown).WithData("Sorting", input.Sorting);
    }
}
