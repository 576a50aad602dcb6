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
    IRepository<Organisation, Guid> organisations, IAsyncQueryableExecuter queries, IGuidGenerator guids, IClock clock, ILocalEventBus events) : ITransientDependency
{
    /// <summary>Keyed by the names as given. One query, one bulk insert.</summary>
    public virtual async Task<IReadOnlyDictionary<string, Organisation>> FindOrCreateAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken = default)
    {
        var keys = names.Distinct().ToDictionary(n => n, n => PlainText.Cut(OrganisationName.KeyOf(n), Organisation.MaxKeyLength));
        var wanted = keys.Values.Where(k => k.Length > 0).Distinct().ToList();
        var known = await queries.ToListAsync((await organisations.GetQueryableAsync()).Where(o => wanted.Contains(o.NameKey)), cancellationToken);
        var byKey = known.OrderBy(o => o.CreationTime).ThenBy(o => o.Id).DistinctBy(o => o.NameKey).ToDictionary(o => o.NameKey);

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
}
