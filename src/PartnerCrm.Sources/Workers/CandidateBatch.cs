using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace PartnerCrm.Sources;

/// <summary>Makes candidates of a batch of rows, with what is known about each: a fixed number of questions and inserts however many rows.</summary>
public class CandidateBatch(
    IRepository<Import, Guid> imports, IRepository<Candidate, Guid> candidates, IRepository<ImportProblem, Guid> problems, Namesakes namesakes,
    IContactMatching matching, IRelationshipLookup relationships, ISuppressionLookup suppressions, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    public virtual async Task StoreAsync(Guid importId, int position, IReadOnlyList<ReadRow> rows, CancellationToken cancellationToken = default)
    {
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        var people = rows.Where(r => r.Person is not null).ToList();
        if (people.FirstOrDefault()?.Person is { } first) import.NameEvent(Short(first.EventName), first.AttendedAt?.Date);

        var made = await MakeAsync(import, people, cancellationToken);
        if (made.Count > 0) await candidates.InsertManyAsync(made, autoSave: true, cancellationToken);

        var stored = rows.SelectMany(r => r.Problems).Take(Math.Max(0, Import.MaxStoredProblems - import.Counts.Problems))
            .Select(p => new ImportProblem(guids.Create(), importId, p)).ToList();
        if (stored.Count > 0) await problems.InsertManyAsync(stored, autoSave: true, cancellationToken);

        import.Advance(position, rows.Count, ImportCounts.Of(rows, made, import.CreatorId), clock.Now + ImportReading.Heartbeat);
        await imports.UpdateAsync(import, autoSave: true, cancellationToken);
    }

    private async Task<List<Candidate>> MakeAsync(Import import, List<ReadRow> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0) return [];
        var matches = await matching.MatchAsync([.. people.Select((r, i) => Sketch(i, r.Person!))], cancellationToken);
        var owners = await relationships.OfContactsAsync([.. matches.Select(m => m.ContactId).OfType<Guid>().Distinct()], cancellationToken);
        var suppressed = await suppressions.FindAsync([.. people.SelectMany(r => Addresses(r.Person!)).Distinct()], cancellationToken);
        var elsewhere = await ElsewhereAsync(import.Id, people, cancellationToken);
        var byKey = matches.ToDictionary(m => m.Key);
        return people.Select((row, i) => new Candidate(guids.Create(), import, row.Row, row.Person!, new Knowledge(
            byKey[i],
            byKey[i].ContactId is { } contact ? owners.GetValueOrDefault(contact)?.OwnerId : null,
            Addresses(row.Person!).Any(suppressed.Contains),
            IsElsewhere(row.Person!, elsewhere)))).ToList();
    }

    private async Task<ILookup<string, Namesake>> ElsewhereAsync(Guid importId, List<ReadRow> people, CancellationToken cancellationToken)
    {
        var slugs = people.Select(r => r.Person!.ProfileSlug).OfType<string>().ToHashSet();
        var emails = people.Select(r => EmailAddress.Of(r.Person!.Email)?.Key).OfType<string>().ToHashSet();
        var found = await namesakes.FindAsync(importId, slugs, emails, [], cancellationToken);
        return found.SelectMany(n => ((string?[])[n.ProfileSlug, n.EmailKey]).OfType<string>().Select(k => (Key: k, Namesake: n))).ToLookup(p => p.Key, p => p.Namesake);
    }

    private static bool IsElsewhere(ImportedPerson person, ILookup<string, Namesake> elsewhere)
    {
        var emailKey = EmailAddress.Of(person.Email)?.Key;
        var nameKey = PersonName.KeyOf(person.FirstName, person.LastName);
        return ((string?[])[person.ProfileSlug, emailKey]).OfType<string>().SelectMany(k => elsewhere[k])
            .Any(n => SamePerson.Between(person.ProfileSlug, emailKey, nameKey, person.OrganisationName, n) == MatchCertainty.Certain);
    }

    private static PersonSketch Sketch(int key, ImportedPerson person) =>
        new(key, person.FirstName, person.LastName, person.Email, person.ProfileSlug, person.OrganisationName, person.Position);

    private static IEnumerable<string> Addresses(ImportedPerson person) => ((string?[])[EmailAddress.Of(person.Email)?.Key, person.ProfileSlug]).OfType<string>();

    private static string? Short(string? name) => name is null ? null : PlainText.Cut(name, Import.MaxEventNameLength);
}
