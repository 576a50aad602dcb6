using System.ComponentModel.DataAnnotations;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Partners;

/// <summary>A searchable list. After is the id of the last item of the page before; it takes the place of SkipCount.</summary>
public class SearchListInput : PagedAndSortedResultRequestDto
{
    [StringLength(200)]
    public string? Filter { get; set; }

    public Guid? After { get; set; }

    /// <summary>Nothing but these, as far as the other filters leave them: a file of what was selected. As many as fit into an address.</summary>
    [MaxLength(150)]
    public IReadOnlyList<Guid>? Ids { get; set; }

    internal virtual IEnumerable<ListCondition> Conditions()
    {
        if (Ids is { Count: > 0 }) yield return new("Id", Comparison.IsAmong, Ids);
    }
}

/// <summary>Every filter narrows further.</summary>
public class ContactListInput : SearchListInput
{
    public Guid? OrganisationId { get; set; }

    /// <summary>How we met, at least once.</summary>
    public Channel? Origin { get; set; }

    /// <summary>A stage by its name, or None: nobody has begun a relationship.</summary>
    [RegularExpression("^(Social|Email|Meeting|Partnership|Resting|Closed|None)$")]
    public string? Stage { get; set; }

    public Guid? OwnerId { get; set; }
    public bool? HasEmail { get; set; }

    /// <summary>Touched at this moment or later.</summary>
    public DateTime? TouchedSince { get; set; }

    /// <summary>Not touched since then, or never.</summary>
    public DateTime? UntouchedSince { get; set; }

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    internal override IEnumerable<ListCondition> Conditions()
    {
        foreach (var condition in base.Conditions()) yield return condition;
        if (OrganisationId is { } organisation) yield return new(nameof(Contact.OrganisationId), Comparison.Is, organisation);
        if (Origin is { } origin) yield return new(nameof(Contact.Origins), Comparison.HasOrigin, origin.ToString());
        if (Stage == "None") yield return new(nameof(Contact.Stage), Comparison.IsUnknown);
        else if (!string.IsNullOrEmpty(Stage)) yield return new(nameof(Contact.Stage), Comparison.Is, Stage);
        if (OwnerId is { } owner) yield return new(nameof(Contact.OwnerId), Comparison.Is, owner);
        if (HasEmail is { } hasEmail) yield return new(nameof(Contact.EmailKey), hasEmail ? Comparison.IsKnown : Comparison.IsUnknown);
        if (TouchedSince is { } since) yield return new(nameof(Contact.LastTouchedAt), Comparison.IsSince, Utc(since));
        if (UntouchedSince is { } before) yield return new(nameof(Contact.LastTouchedAt), Comparison.IsBeforeOrUnknown, Utc(before));
    }
}

/// <summary>Every filter narrows further.</summary>
public class OrganisationListInput : SearchListInput
{
    /// <summary>The lead owner.</summary>
    public Guid? LeadOwnerId { get; set; }

    public bool? HasLead { get; set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    [RegularExpression("^[A-Za-z]{2}$")]
    public string? Country { get; set; }

    public SubscriberType? SubscriberType { get; set; }

    /// <summary>Whether somebody there is on the ladder now: begun with, and neither resting nor closed.</summary>
    public bool? IsInTouch { get; set; }

    internal override IEnumerable<ListCondition> Conditions()
    {
        foreach (var condition in base.Conditions()) yield return condition;
        if (LeadOwnerId is { } lead) yield return new(nameof(Organisation.LeadOwnerId), Comparison.Is, lead);
        if (HasLead is { } hasLead) yield return new(nameof(Organisation.LeadOwnerId), hasLead ? Comparison.IsKnown : Comparison.IsUnknown);
        if (!string.IsNullOrEmpty(Country)) yield return new(nameof(Organisation.Country), Comparison.Is, Country.ToUpperInvariant());
        if (SubscriberType is { } kind) yield return new(nameof(Organisation.SubscriberType), Comparison.Is, kind.ToString());
        if (IsInTouch is { } inTouch) yield return new("Id", inTouch ? Comparison.IsInTouch : Comparison.IsNotInTouch);
    }
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
