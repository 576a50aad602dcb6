using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Partners;

public class ContactSearch(RowSearch search) : IContactSearch, ITransientDependency
{
    public virtual async Task<IReadOnlyList<Guid>> FindAsync(string words, int max, CancellationToken cancellationToken = default) =>
        (await search.FindAsync(SearchTable.Contacts, new ListQuery(words, new ListOrder(nameof(Contact.SortName), false), 0, max), cancellationToken)).Ids;
}
