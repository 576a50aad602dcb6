using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Partners;

/// <summary>
/// Picked people become contacts. Whom we know already (confirmed by the manager, or certain by now) keeps what we know and gains the new origin,
/// the profile and what was missing. One bulk insert for whoever is new, one fact for the batch.
/// </summary>
public class WhenCandidatesPicked(
    IRepository<Contact, Guid> contacts, IRepository<ContactMerge, Guid> merges, IRepository<SocialProfile, Guid> profiles, IContactMatching matching, OrganisationNaming organisationNaming,
    IGuidGenerator guids, IClock clock, ICurrentTenant tenant, ILocalEventBus events) : ILocalEventHandler<CandidatesPicked>, ITransientDependency
{
    public virtual async Task HandleEventAsync(CandidatesPicked eventData)
    {
        var contactIds = await WhoTheyAreAsync(eventData.Candidates);
        var knownIds = contactIds.Values.Distinct().ToList();
        var known = (await contacts.GetListAsync(c => knownIds.Contains(c.Id), includeDetails: true)).ToDictionary(c => c.Id);
        var taken = await TakenProfilesAsync(eventData.Candidates);
        var organisations = await organisationNaming.FindOrCreateAsync(
            [.. eventData.Candidates.Select(c => c.Person.OrganisationName).Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => n!).Distinct()]);

        var added = new List<Contact>();
        var picked = new List<PickedContact>();
        foreach (var candidate in eventData.Candidates)
        {
            var contact = contactIds.TryGetValue(candidate.CandidateId, out var id) ? known.GetValueOrDefault(id) : added.Find(c => IsSame(c, candidate.Person));
            var wasKnown = contact is not null;
            if (contact is null) added.Add(contact = new Contact(guids.Create(), DetailsOf(candidate)));
            else contact.FillGaps(DetailsOf(candidate));

            if (contact.OrganisationId is null)
                contact.WorkAt(organisations.GetValueOrDefault(candidate.Person.OrganisationName ?? ""), guids.Create(), eventData.At);
            if (ProfileOf(candidate) is { } profile && taken.TryAdd(profile.Slug, contact.Id)) contact.Show(profile, guids.Create());
            foreach (var origin in candidate.Origins) contact.Meet(origin, eventData.Source, guids.Create());
            picked.Add(new PickedContact(candidate.CandidateId, contact.ToCard(), wasKnown, candidate.Origins));
        }

        if (added.Count > 0) await contacts.InsertManyAsync(added, autoSave: true);
        if (known.Count > 0) await contacts.UpdateManyAsync(known.Values, autoSave: true);
        await TellAsync(eventData, picked);
    }

    private async Task<Dictionary<string, Guid>> TakenProfilesAsync(IReadOnlyList<PickedCandidate> candidates)
    {
        var slugs = candidates.Select(c => ProfileOf(c)?.Slug).Where(s => s is not null).Distinct().ToList();
        var keys = slugs.ConvertAll(s => SocialProfile.KeyOf(tenant.Id, ProfileUrl.LinkedIn(s!)));
        return (await profiles.GetListAsync(p => keys.Contains(p.Key))).ToDictionary(p => p.Slug, p => p.ContactId);
    }

    // Between the reading of the file and the pick somebody else may have entered the same person, or merged them with another.
    private async Task<Dictionary<Guid, Guid>> WhoTheyAreAsync(IReadOnlyList<PickedCandidate> candidates)
    {
        var said = candidates.Select(c => c.ContactId).OfType<Guid>().Distinct().ToList();
        var mergedInto = (await merges.GetListAsync(m => said.Contains(m.MergedId))).ToDictionary(m => m.MergedId, m => m.ContactId);
        var ids = candidates.Where(c => c.ContactId is not null)
            .ToDictionary(c => c.CandidateId, c => mergedInto.GetValueOrDefault(c.ContactId!.Value, c.ContactId.Value));
        var open = candidates.Where(c => c.ContactId is null).ToList();
        if (open.Count == 0) return ids;
        var matches = await matching.MatchAsync([.. open.Select((c, i) => c.Person with { Key = i })]);
        foreach (var match in matches)
            if (match.ContactId is { } id) ids[open[match.Key].CandidateId] = id;
        return ids;
    }

    // One person may have been picked from two files at once.
    private static bool IsSame(Contact contact, PersonSketch person) =>
        (person.ProfileSlug is { } slug && contact.ProfileSlug == slug)
        || (EmailAddress.TryParse(person.Email, out var email) && contact.EmailKey == email.Key
            && (!email.IsRole || contact.NameKey == PersonName.KeyOf(person.FirstName, person.LastName)));

    private static ProfileUrl? ProfileOf(PickedCandidate candidate) =>
        candidate.Person.ProfileSlug is { Length: > 0 and <= ProfileUrl.MaxSlugLength } slug ? ProfileUrl.LinkedIn(slug) : null;

    private async Task TellAsync(CandidatesPicked batch, List<PickedContact> picked)
    {
        var somehow = new OriginFact(Channel.Internal, null, batch.At, batch.OwnerId, null);
        foreach (var person in picked)
        {
            if (person.WasKnown) await events.PublishAsync(new ContactChanged(person.Contact, batch.At));
            else await events.PublishAsync(new ContactAdded(person.Contact, person.Origins.FirstOrDefault() ?? somehow, batch.Source, clock.Now));
        }
        await events.PublishAsync(new ContactsPicked(picked, batch.OwnerId, batch.PlaybookId, batch.At));
    }

    private static ContactDetails DetailsOf(PickedCandidate candidate) => new(
        candidate.Person.FirstName, candidate.Person.LastName, EmailAddress.Of(candidate.Person.Email), candidate.Phone, candidate.Country,
        Position: candidate.Person.Position);
}
