using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>What a person or a source says about somebody. Country is ISO 3166 alpha-2, language BCP 47, time zone IANA.</summary>
public record ContactDetails(
    string FirstName, string LastName, EmailAddress? Email = null, string? Phone = null, string? Country = null,
    string? Language = null, string? TimeZone = null, string? Position = null);

/// <summary>A person, with the roles they have had, their profiles and how we met.</summary>
public class Contact : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 100;
    public const int MaxPhoneLength = 40;
    public const int CountryLength = 2;
    public const int MaxLanguageLength = 35;

    /// <summary>The form of a BCP 47 tag: en, de-AT. A name of a language is none.</summary>
    public const string LanguagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    public const int MaxTimeZoneLength = 64;
    public const int MaxPositionLength = 200;
    public const int MaxStageLength = 32;
    public const int MaxKeyLength = 2 * MaxNameLength + 1;
    public const int MaxSearchTextLength = 800;

    /// <summary>Stages of whoever is being engaged now; see <see cref="Stage"/>.</summary>
    public static readonly IReadOnlyList<string> StagesOnTheLadder = ["Social", "Email", "Meeting", "Partnership"];

    private readonly List<Affiliation> affiliations = [];
    private readonly List<SocialProfile> profiles = [];
    private readonly List<Origin> origins = [];

    public Contact(Guid id, ContactDetails details)
        : base(id)
    {
        Take(details);
    }

    private Contact()
    {
    }

    public Guid? TenantId { get; private set; }
    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";

    /// <summary>What names are compared by; see <see cref="PersonName.KeyOf"/>.</summary>
    public string NameKey { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public string? Email { get; private set; }
    public string? EmailKey { get; private set; }
    public string? Phone { get; private set; }
    public string? Country { get; private set; }
    public string? Language { get; private set; }
    public string? TimeZone { get; private set; }
    public string? Position { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>A copy, for lists and search; follows the organisation's name.</summary>
    public string? OrganisationName { get; private set; }
    public string OrganisationSort { get; private set; } = "";

    /// <summary>The LinkedIn profile's, a copy for matching.</summary>
    public string? ProfileSlug { get; private set; }

    /// <summary>How it stands with them, a copy for lists: Engagement's stage by name, null where nobody has begun.</summary>
    public string? Stage { get; private set; }
    public Guid? OwnerId { get; private set; }
    public DateTime? LastTouchedAt { get; private set; }
    public IReadOnlyCollection<Affiliation> Affiliations => affiliations;
    public IReadOnlyCollection<SocialProfile> Profiles => profiles;
    public IReadOnlyCollection<Origin> Origins => origins;

    public void Revise(ContactDetails details) => Take(details);

    /// <summary>One detail set right, by a person, for many at once.</summary>
    public void LiveIn(string country) => Take(Details with { Country = country });

    public void Speak(string language) => Take(Details with { Language = language });

    /// <summary>Takes from a source only what we did not know. Says whether anything changed.</summary>
    public bool FillGaps(ContactDetails details)
    {
        var filled = new ContactDetails(
            FirstName.Length > 0 ? FirstName : details.FirstName, LastName.Length > 0 ? LastName : details.LastName,
            Email is null ? details.Email : EmailAddress.Of(Email), Phone ?? details.Phone, Country ?? details.Country,
            Language ?? details.Language, TimeZone ?? details.TimeZone, Position ?? details.Position);
        if (filled == Details) return false;
        Take(filled);
        return true;
    }

    /// <summary>The role they have now. The one they had ends; null means they left and we don't know where to.</summary>
    public void WorkAt(Organisation? organisation, Guid affiliationId, DateTime at)
    {
        if (organisation?.Id == OrganisationId) return;
        foreach (var past in affiliations.Where(a => a.Until is null)) past.End(at);
        OrganisationId = organisation?.Id;
        OrganisationName = organisation?.Name;
        if (organisation is not null) affiliations.Add(new Affiliation(affiliationId, Id, organisation.Id, Position, at));
        RefreshSearchText();
    }

    public void FollowName(Organisation organisation)
    {
        if (organisation.Id != OrganisationId || OrganisationName == organisation.Name) return;
        OrganisationName = organisation.Name;
        RefreshSearchText();
    }

    /// <summary>Says whether the profile was new. A second LinkedIn profile is kept beside the first, which stays the one we match by.</summary>
    public bool Show(ProfileUrl profile, Guid profileId)
    {
        if (profiles.Any(p => p.Channel == profile.Channel && p.Slug == profile.Slug)) return false;
        profiles.Add(new SocialProfile(profileId, this, profile));
        if (profile.Channel == Channel.LinkedIn) ProfileSlug ??= profile.Slug;
        return true;
    }

    /// <summary>The profile on a channel is this one now; null takes it away.</summary>
    public void Replace(Channel channel, ProfileUrl? profile, Guid profileId)
    {
        if (profile is { } kept && profiles.Any(p => p.Channel == channel && p.Slug == kept.Slug)) return;
        profiles.RemoveAll(p => p.Channel == channel);
        if (channel == Channel.LinkedIn) ProfileSlug = null;
        if (profile is { } shown) Show(shown, profileId);
    }

    /// <summary>How we met, or met again. Says whether that was new: the same file read twice tells nothing.</summary>
    public bool Meet(OriginFact origin, string source, Guid originId)
    {
        if (origins.Any(o => o.IsSame(origin))) return false;
        origins.Add(new Origin(originId, Id, origin, source));
        return true;
    }

    /// <summary>Their pages are free for whoever they belong to, once the contact is deleted.</summary>
    public void LetGoOfProfiles()
    {
        profiles.Clear();
        ProfileSlug = null;
    }

    /// <summary>
    /// The other is the same person: their roles, pages and origins are this one's, and so are the named fields and whatever this one lacks.
    /// The other lets go of its pages: one page, one contact. The address that is given up comes back, if there is one.
    /// </summary>
    public EmailAddress? Absorb(Contact other, IReadOnlyCollection<ContactField> fromOther, Func<Guid> newId, DateTime at)
    {
        if (other.Id == Id) throw new BusinessException(PartnersErrors.MergeWithItself);
        string? Pick(ContactField field, string? own, string? others) => own is null || (others is not null && fromOther.Contains(field)) ? others : own;

        var (mine, theirs) = (Details, other.Details);
        var named = fromOther.Contains(ContactField.Name) ? theirs : mine;
        Take(new ContactDetails(
            named.FirstName, named.LastName, EmailAddress.Of(Pick(ContactField.Email, Email, other.Email)), Pick(ContactField.Phone, Phone, other.Phone),
            Pick(ContactField.Country, Country, other.Country), Pick(ContactField.Language, Language, other.Language),
            Pick(ContactField.TimeZone, TimeZone, other.TimeZone), Pick(ContactField.Position, Position, other.Position)));
        TakeRoles(other, isAtOthers: OrganisationId is null || (other.OrganisationId is not null && fromOther.Contains(ContactField.Organisation)), newId, at);

        var slug = Pick(ContactField.Profile, ProfileSlug, other.ProfileSlug);
        foreach (var profile in other.profiles) Show(profile.ToUrl(), newId());
        ProfileSlug = slug;
        other.LetGoOfProfiles();
        foreach (var origin in other.origins) Meet(origin.ToFact(), origin.Source, newId());
        return new[] { mine.Email, theirs.Email }.FirstOrDefault(e => e is not null && e.Value.Key != EmailKey);
    }

    private void TakeRoles(Contact other, bool isAtOthers, Func<Guid> newId, DateTime at)
    {
        if (isAtOthers) (OrganisationId, OrganisationName) = (other.OrganisationId, other.OrganisationName);
        foreach (var role in other.affiliations.Where(r => !affiliations.Any(a => a.OrganisationId == r.OrganisationId && a.Until is null == r.Until is null)))
            affiliations.Add(role.Of(this, newId()));
        foreach (var past in affiliations.Where(a => a.Until is null && a.OrganisationId != OrganisationId)) past.End(at);
        RefreshSearchText();
    }

    public ContactCard ToCard() => new(
        Id, FirstName, LastName, Email, Phone, Position, OrganisationId, OrganisationName, Country, Language, TimeZone, ProfileSlug);

    private ContactDetails Details => new(FirstName, LastName, EmailAddress.Of(Email), Phone, Country, Language, TimeZone, Position);

    private void Take(ContactDetails details)
    {
        var (firstName, lastName) = (PlainText.Of(details.FirstName), PlainText.Of(details.LastName));
        if (firstName.Length == 0 && lastName.Length == 0) throw new BusinessException(PartnersErrors.NameMissing);
        (FirstName, LastName) = (firstName, lastName);
        NameKey = PlainText.Cut(PersonName.KeyOf(FirstName, LastName), MaxKeyLength);
        SortName = PlainText.Cut(PersonName.SortOf(FirstName, LastName), MaxKeyLength);
        Email = details.Email?.Value;
        EmailKey = details.Email?.Key;
        Phone = Text(details.Phone);
        Country = Text(details.Country)?.ToUpperInvariant();
        Language = Text(details.Language);
        TimeZone = Text(details.TimeZone);
        Position = Text(details.Position);
        RefreshSearchText();
    }

    private void RefreshSearchText()
    {
        OrganisationSort = PlainText.Cut(FoldedText.Of(OrganisationName), Organisation.MaxKeyLength);
        SearchText = Partners.SearchText.Of(MaxSearchTextLength, FirstName, LastName, OrganisationName, Email);
    }

    private static string? Text(string? text) => PlainText.Of(text) is { Length: > 0 } plain ? plain : null;
}
