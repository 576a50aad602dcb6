using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Partners;

/// <summary>Three queries, each on one index, however many people are asked about.</summary>
public class KnownPeople(IDbContextProvider<IPartnersDbContext> contexts) : IKnownPeople, ITransientDependency
{
    private static readonly Expression<Func<Contact, KnownPerson>> FromContact =
        c => new KnownPerson(c.Id, c.FirstName, c.LastName, c.NameKey, c.EmailKey, c.ProfileSlug, c.OrganisationId, c.OrganisationName);

    public virtual async Task<List<KnownPerson>> FindAsync(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> nameKeys, CancellationToken cancellationToken = default)
    {
        var contacts = (await contexts.GetDbContextAsync()).Contacts.AsNoTracking();
        var known = new List<KnownPerson>();
        // EF.Parameter: the keys travel as one array, so that a batch of any size is one prepared statement.
        if (slugs.Count > 0)
            known.AddRange(await contacts.Where(c => EF.Parameter(slugs).Contains(c.ProfileSlug!)).Select(FromContact).ToListAsync(cancellationToken));
        if (emailKeys.Count > 0)
            known.AddRange(await contacts.Where(c => EF.Parameter(emailKeys).Contains(c.EmailKey!)).Select(FromContact).ToListAsync(cancellationToken));
        if (nameKeys.Count > 0)
            known.AddRange(await contacts.Where(c => EF.Parameter(nameKeys).Contains(c.NameKey)).Select(FromContact).ToListAsync(cancellationToken));
        return known;
    }
}
