using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Partners;

[ConnectionStringName("Default")]
public interface IPartnersDbContext : IEfCoreDbContext
{
    DbSet<Contact> Contacts { get; }
    DbSet<Affiliation> Affiliations { get; }
    DbSet<SocialProfile> SocialProfiles { get; }
    DbSet<Origin> Origins { get; }
    DbSet<ContactMerge> ContactMerges { get; }
    DbSet<Organisation> Organisations { get; }
    DbSet<SavedView> SavedViews { get; }
    DbSet<OrganisationDomain> OrganisationDomains { get; }
    DbSet<OrganisationOwner> OrganisationOwners { get; }
}
