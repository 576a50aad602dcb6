using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Sources;

/// <summary>A candidate of another import who may be the same person.</summary>
public record Namesake(
    Guid CandidateId, Guid ImportId, ImportSource Source, string? EventName, string FirstName, string LastName, string? OrganisationName, string NameKey,
    string? EmailKey, string? ProfileSlug, DateTime? ConnectedOn, DateTime? AttendedAt, DateTime? PickedAt);

/// <summary>Candidates of other imports with the same profile, address or name: three queries on an index each.</summary>
public class Namesakes(IDbContextProvider<ISourcesDbContext> contexts) : ITransientDependency
{
    public virtual async Task<List<Namesake>> FindAsync(
        Guid importId, IReadOnlyCollection<string> slugs, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> nameKeys, CancellationToken cancellationToken = default)
    {
        var context = await contexts.GetDbContextAsync();
        var found = new List<Namesake>();
        if (slugs.Count > 0) await AddAsync(c => EF.Parameter(slugs).Contains(c.ProfileSlug!));
        if (emailKeys.Count > 0) await AddAsync(c => EF.Parameter(emailKeys).Contains(c.EmailKey!));
        if (nameKeys.Count > 0) await AddAsync(c => EF.Parameter(nameKeys).Contains(c.NameKey));
        return found.DistinctBy(n => n.CandidateId).ToList();

        async Task AddAsync(Expression<Func<Candidate, bool>> condition) => found.AddRange(await (
            from c in context.Candidates.AsNoTracking().Where(condition)
            join i in context.Imports on c.ImportId equals i.Id
            where c.ImportId != importId && i.Status == ImportStatus.Ready
            select new Namesake(
                c.Id, c.ImportId, i.Source, i.EventName, c.FirstName, c.LastName, c.OrganisationName, c.NameKey, c.EmailKey, c.ProfileSlug, c.ConnectedOn, c.AttendedAt,
                c.PickedAt)).ToListAsync(cancellationToken));
    }

    public virtual Task<List<Namesake>> FindAsync(Guid importId, IReadOnlyCollection<Candidate> candidates, bool withNames, CancellationToken cancellationToken = default) =>
        FindAsync(importId, Keys(candidates.Select(c => c.ProfileSlug)), Keys(candidates.Select(c => c.EmailKey)),
            withNames ? Keys(candidates.Select(c => c.NameKey)) : [], cancellationToken);

    private static HashSet<string> Keys(IEnumerable<string?> keys) => [.. keys.Where(k => !string.IsNullOrEmpty(k)).Select(k => k!)];
}

/// <summary>Whether two candidates are one person, as far as files can tell. Pure.</summary>
public static class SamePerson
{
    public static MatchCertainty Between(string? slug, string? emailKey, string nameKey, string? organisationName, Namesake other)
    {
        if (slug is not null && slug == other.ProfileSlug) return MatchCertainty.Certain;
        if (emailKey is not null && emailKey == other.EmailKey && (EmailAddress.Of(emailKey) is { IsRole: false } || nameKey == other.NameKey)) return MatchCertainty.Certain;
        // Two profiles, or two addresses of one kind, are two people until somebody says otherwise.
        if (nameKey.Length == 0 || nameKey != other.NameKey || (slug is not null && other.ProfileSlug is not null)) return MatchCertainty.None;
        var organisation = FoldedText.Of(organisationName);
        return organisation.Length > 0 && organisation == FoldedText.Of(other.OrganisationName) ? MatchCertainty.Likely : MatchCertainty.Possible;
    }

    public static MatchCertainty Between(Candidate candidate, Namesake other) =>
        Between(candidate.ProfileSlug, candidate.EmailKey, candidate.NameKey, candidate.OrganisationName, other);
}
