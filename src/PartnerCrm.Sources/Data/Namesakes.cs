using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Sources;

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
