using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace PartnerCrm.Partners;

/// <summary>Organisations as people and files name them: found by what names are compared by, made where there is none.</summary>
public class OrganisationNaming(
    IRepository<Organisation, Guid> organisations, IAsyncQueryableExecuter queries, IGuidGenerator guids, IClock clock, IOneAtATime oneAtATime,
    ILocalEventBus events) : ITransientDependency
{
    /// <summary>What everybody enters who names an organisation that there may not be yet.</summary>
    public const string Naming = "organisations";

    /// <summary>Keyed by the names as given. One query, or two where one is new, and one bulk insert.</summary>
    public virtual async Task<IReadOnlyDictionary<string, Organisation>> FindOrCreateAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken = default)
    {
        var keys = names.Distinct().ToDictionary(n => n, n => PlainText.Cut(OrganisationName.KeyOf(n), Organisation.MaxKeyLength));
        var wanted = keys.Values.Where(k => k.Length > 0).Distinct().ToList();
        var byKey = await KnownAsync(wanted, cancellationToken);
        if (byKey.Count < wanted.Count)
        {
            await oneAtATime.EnterAsync(Naming, cancellationToken);
            byKey = await KnownAsync(wanted, cancellationToken);
        }

        var made = new List<Organisation>();
        foreach (var (name, key) in keys.Where(k => k.Value.Length > 0 && !byKey.ContainsKey(k.Value)).DistinctBy(k => k.Value))
        {
            made.Add(new Organisation(guids.Create(), PlainText.Cut(PlainText.Of(name), Organisation.MaxNameLength)));
            byKey[key] = made[^1];
        }
        if (made.Count > 0) await organisations.InsertManyAsync(made, autoSave: true, cancellationToken);
        foreach (var organisation in made) await events.PublishAsync(new OrganisationChanged(organisation.ToCard(), clock.Now));
        return keys.Where(k => k.Value.Length > 0).ToDictionary(k => k.Key, k => byKey[k.Value]);
    }

    private async Task<Dictionary<string, Organisation>> KnownAsync(List<string> wanted, CancellationToken cancellationToken)
    {
        var known = await queries.ToListAsync((await organisations.GetQueryableAsync()).Where(o => wanted.Contains(o.NameKey)), cancellationToken);
        return known.OrderBy(o => o.CreationTime).ThenBy(o => o.Id).DistinctBy(o => o.NameKey).ToDictionary(o => o.NameKey);
    }
}
