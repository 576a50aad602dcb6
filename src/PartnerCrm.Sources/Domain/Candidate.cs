using System.Text.Json;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Sources;

/// <summary>What we know of somebody a file names: whom they may be, whose they are, and whether they asked to be left alone.</summary>
public record Knowledge(PersonMatch Match, Guid? OwnerId, bool IsSuppressed, bool IsElsewhere);

/// <summary>Who a candidate is, as a person says: somebody new, the same as, or nobody to deal with.</summary>
public enum Resolution
{
    New, SameAs, Skip,
}

/// <summary>A person in an import whom nobody has picked yet.</summary>
public class Candidate : Entity<Guid>, IMultiTenant
{
    public const int MaxNameLength = 100;
    public const int MaxKeyLength = 2 * MaxNameLength + 1;
    public const int MaxPersonKeyLength = 300;
    public const int MaxOrganisationLength = 200;
    public const int MaxPositionLength = 200;
    public const int MaxPhoneLength = 40;
    public const int CountryLength = 2;
    public const int MaxSuggestionsLength = 2_000;

    public Candidate(Guid id, Import import, int row, ImportedPerson person, Knowledge knowledge)
        : base(id)
    {
        ImportId = import.Id;
        Row = row;
        FirstName = person.FirstName;
        LastName = person.LastName;
        Email = person.Email;
        EmailKey = EmailAddress.Of(person.Email)?.Key;
        ProfileSlug = person.ProfileSlug;
        OrganisationName = person.OrganisationName;
        Position = person.Position;
        Phone = person.Phone;
        Country = person.Country;
        ConnectedOn = person.ConnectedOn;
        AttendedAt = OnTheDay(person.AttendedAt, import.EventDate);
        Minutes = person.Minutes;
        NameKey = PlainText.Cut(PersonName.KeyOf(FirstName, LastName), MaxKeyLength);
        SortName = PlainText.Cut(PersonName.SortOf(FirstName, LastName), MaxKeyLength);
        PersonKey = KeyOf(person);
        Certainty = knowledge.Match.Certainty;
        ContactId = knowledge.Match.ContactId;
        Suggestions = knowledge.Match.Suggestions.Count == 0 ? null : JsonSerializer.Serialize(knowledge.Match.Suggestions.Select(Shortened));
        OwnerId = knowledge.OwnerId;
        IsSuppressed = knowledge.IsSuppressed;
        IsElsewhere = knowledge.IsElsewhere;
        Worth = CandidateWorth.Of(this, import);
    }

    private Candidate()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid ImportId { get; private set; }
    public int Row { get; private set; }
    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public string? Email { get; private set; }
    public string? EmailKey { get; private set; }
    public string? ProfileSlug { get; private set; }
    public string? OrganisationName { get; private set; }
    public string? Position { get; private set; }
    public string? Phone { get; private set; }
    public string? Country { get; private set; }
    public DateTime? ConnectedOn { get; private set; }
    public DateTime? AttendedAt { get; private set; }
    public int? Minutes { get; private set; }

    /// <summary>Unique in the import.</summary>
    public string PersonKey { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public MatchCertainty Certainty { get; private set; }

    /// <summary>The contact they are, when certain; after the pick, the contact they became.</summary>
    public Guid? ContactId { get; private set; }
    public string? Suggestions { get; private set; }
    public Guid? OwnerId { get; private set; }
    public bool IsSuppressed { get; private set; }

    /// <summary>Another import names the same person, by profile or address.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>Lists begin with whom it is worth to look at first.</summary>
    public int Worth { get; private set; }
    public DateTime? PickedAt { get; private set; }

    /// <summary>What a person said to the suggestions.</summary>
    public Resolution? Resolution { get; private set; }
    public Guid? SameAsContactId { get; private set; }
    public Guid? SameAsCandidateId { get; private set; }

    public string DisplayName => $"{FirstName} {LastName}".Trim();

    /// <summary>What makes two rows of a file one person: the profile, else the address, else name with organisation.</summary>
    public static string KeyOf(ImportedPerson person)
    {
        if (person.ProfileSlug is not null) return PlainText.Cut($"in:{person.ProfileSlug}", MaxPersonKeyLength);
        var nameKey = PersonName.KeyOf(person.FirstName, person.LastName);
        if (EmailAddress.TryParse(person.Email, out var email)) return PlainText.Cut(email.IsRole ? $"{email.Key} {nameKey}" : email.Key, MaxPersonKeyLength);
        return PlainText.Cut($"{nameKey}|{FoldedText.Of(person.OrganisationName)}", MaxPersonKeyLength);
    }

    public IReadOnlyList<MatchSuggestion> SuggestedContacts() =>
        Suggestions is null ? [] : JsonSerializer.Deserialize<List<MatchSuggestion>>(Suggestions)!;

    public void Pick(DateTime at) => PickedAt ??= at;

    /// <summary>A person says who this is. Null takes it back.</summary>
    public void Resolve(Resolution? answer, Guid? contactId, Guid? candidateId)
    {
        if (PickedAt is not null) throw new BusinessException(SourcesErrors.CandidateAlreadyPicked).WithData("Names", DisplayName);
        if (answer == Sources.Resolution.SameAs && contactId is null && candidateId is null) throw new BusinessException(SourcesErrors.SameAsWhom);
        Resolution = answer;
        (SameAsContactId, SameAsCandidateId) = answer == Sources.Resolution.SameAs ? (contactId, contactId is null ? candidateId : null) : (null, null);
    }

    public void Become(Guid contactId)
    {
        ContactId = contactId;
        Certainty = MatchCertainty.Certain;
    }

    // A report has no zone, and may be off by a day. Further off, the day given at upload is meant.
    private static DateTime? OnTheDay(DateTime? at, DateTime? day) =>
        at is { } time && day is { } date && Math.Abs((time.Date - date.Date).TotalDays) > 1 ? date.Date + time.TimeOfDay : at;

    private static MatchSuggestion Shortened(MatchSuggestion suggestion) => suggestion with
    {
        DisplayName = PlainText.Cut(suggestion.DisplayName, MaxNameLength), OrganisationName = suggestion.OrganisationName is { } name ? PlainText.Cut(name, MaxNameLength) : null,
        Reason = PlainText.Cut(suggestion.Reason, MaxNameLength),
    };
}
