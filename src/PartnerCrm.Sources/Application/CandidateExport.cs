using System.Globalization;
using System.Runtime.CompilerServices;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Sources;

/// <summary>The candidates of an import as a table, for whoever wants to look at them in a spreadsheet.</summary>
public class CandidateExport(IRepository<Candidate, Guid> candidates, IAsyncQueryableExecuter queries) : ITransientDependency
{
    private const int Batch = 1_000;

    /// <summary>Read as they are asked for, a thousand at a time.</summary>
    public virtual async IAsyncEnumerable<IEnumerable<string?>> RowsAsync(Guid importId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return ["First name", "Last name", "Email", "Profile", "Organisation", "Position", "Country", "Connected on", "Minutes", "Worth", "Picked at"];
        var last = "";
        while (true)
        {
            var batch = await queries.ToListAsync(
                (await candidates.GetQueryableAsync()).Where(c => c.ImportId == importId && string.Compare(c.PersonKey, last) > 0).OrderBy(c => c.PersonKey).Take(Batch)
                    .Select(c => new
                    {
                        c.FirstName, c.LastName, c.Email, c.ProfileSlug, c.OrganisationName, c.Position, c.Country, c.ConnectedOn, c.Minutes, c.Worth, c.PickedAt, c.PersonKey,
                    }),
                cancellationToken);
            foreach (var c in batch)
            {
                yield return
                [
                    c.FirstName, c.LastName, c.Email, c.ProfileSlug is { } slug ? Contracts.ProfileUrl.LinkedIn(slug).Value : null, c.OrganisationName, c.Position,
                    c.Country, Date(c.ConnectedOn), c.Minutes?.ToString(CultureInfo.InvariantCulture), c.Worth.ToString(CultureInfo.InvariantCulture), Date(c.PickedAt),
                ];
            }
            if (batch.Count < Batch) yield break;
            last = batch[^1].PersonKey;
        }
    }

    private static string? Date(DateTime? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
