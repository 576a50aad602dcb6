using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>Five queries, each on one index, however many people are asked about. Who was merged is known by what they were known by before, too.</summary>
public class KnownPeople(IDbContextProvider<IPartnersDbContext> contexts, ICurrentTenant tenant) : IKnownPeople, ITransientDependency
{
    private static readonly Expression<Func<Contact, KnownPerson>> FromContact =
        c => new KnownPerson(c.Id, c.FirstName, c.LastName, c.NameKey, c.EmailKey, c.ProfileSlug, c.OrganisationId, c.OrganisationName);

    public virtual async Task<List<KnownPerson>> FindAsync(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> nameKeys, CancellationToken cancellationToken = default)
    {
        var context = await contexts.GetDbContextAsync();
        var contacts = context.Contacts.AsNoTracking();
        var known = new List<KnownPerson>();
        // EF.Parameter: the keys travel as one array, so that a batch of any size is one prepared statement.
        if (slugs.Count > 0)
        {
            known.AddRange(await contacts.Where(c => EF.Parameter(slugs).Contains(c.ProfileSlug!)).Select(FromContact).ToListAsync(cancellationToken));
            var keys = slugs.Select(s => SocialProfile.KeyOf(tenant.Id, ProfileUrl.LinkedIn(s))).ToList();
            known.AddRange(await (
                from profile in context.SocialProfiles.AsNoTracking()
                join c in contacts on profile.ContactId equals c.Id
                where EF.Parameter(keys).Contains(profile.Key) && profile.Slug != c.ProfileSlug
                select new KnownPerson(c.Id, c.FirstName, c.LastName, c.NameKey, null, profile.Slug, c.OrganisationId, c.OrganisationName)).ToListAsync(cancellationToken));
        }
        if (emailKeys.Count > 0)
        {
            known.AddRange(await contacts.Where(c => EF.Parameter(emailKeys).Contains(c.EmailKey!)).Select(FromContact).ToListAsync(cancellationToken));
            known.AddRange(await (
                from merge in context.ContactMerges.AsNoTracking()
                join c in contacts on merge.ContactId equals c.Id
                where EF.Parameter(emailKeys).Contains(merge.EmailKey!)
                select new KnownPerson(c.Id, c.FirstName, c.LastName, c.NameKey, merge.EmailKey, null, c.OrganisationId, c.OrganisationName)).ToListAsync(cancellationToken));
        }
        if (nameKeys.Count > 0)
            known.AddRange(await contacts.Where(c => EF.Parameter(nameKeys).Contains(c.NameKey)).Select(FromContact).ToListAsync(cancellationToken));
        return known;
    }
}
