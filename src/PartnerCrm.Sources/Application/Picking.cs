using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace PartnerCrm.Sources;

/// <summary>The manager's choice becomes a fact: each person once, with all the ways in which we met them, and nobody who asked to be left alone.</summary>
public class Picking(
    IRepository<Import, Guid> imports, IRepository<Candidate, Guid> candidates, Namesakes namesakes, ISuppressionLookup suppressions, IContactLookup contacts,
    IColleagueLookup colleagues, ILocalEventBus events, IClock clock, ICurrentUser currentUser) : ITransientDependency
{
    public virtual async Task<PicksCreated> PickAsync(Guid importId, CreatePicksInput input, CancellationToken cancellationToken = default)
    {
        if (input.OwnerId is { } given) await colleagues.EnsureHereAsync([given], cancellationToken);
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        import.EnsurePickable();
        var picked = await PickedAsync(importId, input.CandidateIds.Distinct().ToList(), cancellationToken);
        var decisions = await DecisionsAsync(input, picked, cancellationToken);
        var groups = await GroupsAsync(importId, picked, decisions, cancellationToken);
        await EnsureMayBeContactedAsync(groups, cancellationToken);

        var now = clock.Now;
        var everyImport = await ImportsOfAsync(groups, cancellationToken);
        foreach (var candidate in groups.SelectMany(g => g.Candidates)) candidate.Pick(now);
        await candidates.UpdateManyAsync(groups.SelectMany(g => g.Candidates), autoSave: true, cancellationToken);
        import.CountPicked(groups.Count);
        await imports.UpdateAsync(import, autoSave: true, cancellationToken);

        var ownerId = input.OwnerId ?? currentUser.Id ?? throw new BusinessException(SourcesErrors.OwnerMissing);
        var people = groups.Select((g, i) => g.ToPick(i, everyImport)).ToList();
        await events.PublishAsync(new CandidatesPicked(importId, people, ownerId, input.PlaybookId, SourceOf(import), now));
        return new PicksCreated(groups.Count, groups.ConvertAll(g => g.First.Id));
    }

    public virtual async Task ResolveAsync(Candidate candidate, ResolveCandidateInput input, CancellationToken cancellationToken = default)
    {
        if (input.ContactId is { } contact && !(await contacts.GetAsync([contact], cancellationToken)).ContainsKey(contact))
            throw new BusinessException(SourcesErrors.DecisionUnknown).WithData("Id", contact);
        if (input.CandidateId is { } other && !await candidates.AnyAsync(c => c.Id == other && c.ImportId != candidate.ImportId, cancellationToken))
            throw new BusinessException(SourcesErrors.DecisionUnknown).WithData("Id", other);
        candidate.Resolve(input.Answer, input.ContactId, input.CandidateId);
        await candidates.UpdateAsync(candidate, autoSave: true, cancellationToken);
    }

    private async Task<List<Candidate>> PickedAsync(Guid importId, List<Guid> ids, CancellationToken cancellationToken)
    {
        var found = (await candidates.GetListAsync(c => c.ImportId == importId && ids.Contains(c.Id), cancellationToken: cancellationToken)).ToDictionary(c => c.Id);
        if (ids.Find(id => !found.ContainsKey(id)) is var missing && missing != Guid.Empty)
            throw new BusinessException(SourcesErrors.CandidateUnknown).WithData("Id", missing);
        EnsureNotPicked(found.Values);
        if (found.Values.Where(c => c.Resolution == Resolution.Skip).Select(c => c.DisplayName).ToList() is { Count: > 0 } skipped)
            throw new BusinessException(SourcesErrors.CandidateSkipped).WithData("Names", string.Join(", ", skipped));
        return ids.ConvertAll(id => found[id]);
    }

    private async Task<Dictionary<Guid, PickDecision>> DecisionsAsync(CreatePicksInput input, List<Candidate> picked, CancellationToken cancellationToken)
    {
        // What is said with the pick counts; else what was said before.
        var decisions = input.Decisions.Concat(picked.Where(c => c.Resolution == Resolution.SameAs).Select(c => new PickDecision
        {
            CandidateId = c.Id, ContactId = c.SameAsContactId, SameAsCandidateId = c.SameAsCandidateId,
        })).Where(d => d.ContactId is not null || d.SameAsCandidateId is not null).DistinctBy(d => d.CandidateId).ToDictionary(d => d.CandidateId);
        var cards = await contacts.GetAsync([.. decisions.Values.Select(d => d.ContactId).OfType<Guid>().Distinct()], cancellationToken);
        foreach (var decision in decisions.Values)
        {
            if (picked.All(c => c.Id != decision.CandidateId)) throw new BusinessException(SourcesErrors.DecisionUnknown).WithData("Id", decision.CandidateId);
            if (decision.ContactId is { } id && !cards.ContainsKey(id)) throw new BusinessException(SourcesErrors.DecisionUnknown).WithData("Id", id);
        }
        return decisions;
    }

    /// <summary>Each picked candidate with its like in other imports: certain ones, and those the manager confirmed.</summary>
    private async Task<List<PickGroup>> GroupsAsync(
        Guid importId, List<Candidate> picked, Dictionary<Guid, PickDecision> decisions, CancellationToken cancellationToken)
    {
        var others = (await namesakes.FindAsync(importId, picked, withNames: false, cancellationToken)).Where(n => n.PickedAt is null).ToList();
        var confirmed = decisions.Values.Select(d => d.SameAsCandidateId).OfType<Guid>();
        var certain = picked.SelectMany(c => others.Where(n => SamePerson.Between(c, n) == MatchCertainty.Certain)).Select(n => n.CandidateId);
        var ids = certain.Concat(confirmed).Distinct().ToList();
        var likes = (await candidates.GetListAsync(c => ids.Contains(c.Id), cancellationToken: cancellationToken)).ToDictionary(c => c.Id);

        var groups = new List<PickGroup>();
        var taken = new HashSet<Guid>();
        foreach (var candidate in picked)
        {
            var decision = decisions.GetValueOrDefault(candidate.Id);
            if (decision?.SameAsCandidateId is { } same && !likes.ContainsKey(same)) throw new BusinessException(SourcesErrors.DecisionUnknown).WithData("Id", same);
            var like = others.Where(n => SamePerson.Between(candidate, n) == MatchCertainty.Certain).Select(n => n.CandidateId)
                .Concat(decision?.SameAsCandidateId is { } id ? [id] : []).Distinct().Where(i => likes.ContainsKey(i) && taken.Add(i)).Select(i => likes[i]).ToList();
            EnsureNotPicked(like);
            groups.Add(new PickGroup(candidate, like, decision?.ContactId));
        }
        return groups;
    }

    private async Task EnsureMayBeContactedAsync(List<PickGroup> groups, CancellationToken cancellationToken)
    {
        var suppressed = await suppressions.FindAsync([.. groups.SelectMany(g => g.Addresses).Distinct()], cancellationToken);
        var names = groups.Where(g => g.Addresses.Any(suppressed.Contains)).Select(g => g.First.DisplayName).ToList();
        if (names.Count > 0) throw new BusinessException(SourcesErrors.CandidateSuppressed).WithData("Names", string.Join(", ", names));
    }

    private static void EnsureNotPicked(IEnumerable<Candidate> some)
    {
        var names = some.Where(c => c.PickedAt is not null).Select(c => c.DisplayName).ToList();
        if (names.Count > 0) throw new BusinessException(SourcesErrors.CandidateAlreadyPicked).WithData("Names", string.Join(", ", names));
    }

    private async Task<Dictionary<Guid, Import>> ImportsOfAsync(List<PickGroup> groups, CancellationToken cancellationToken)
    {
        var ids = groups.SelectMany(g => g.Candidates).Select(c => c.ImportId).Distinct().ToList();
        return (await imports.GetListAsync(i => ids.Contains(i.Id), cancellationToken: cancellationToken)).ToDictionary(i => i.Id);
    }

    // Kept with the contact for the lawful basis, so in one language whoever picks.
    private static string SourceOf(Import import) =>
        import.Source == ImportSource.LinkedInArchive ? "LinkedIn connections" : PlainText.Cut($"Attendees of {import.EventName ?? import.FileName}", 200);
}
