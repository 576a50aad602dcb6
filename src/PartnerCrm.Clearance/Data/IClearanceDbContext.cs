using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Clearance;

[ConnectionStringName("Default")]
public interface IClearanceDbContext : IEfCoreDbContext
{
    DbSet<Suppression> Suppressions { get; }
    DbSet<Hold> Holds { get; }
    DbSet<ContactBasis> ContactBases { get; }
    DbSet<OrganisationStanding> OrganisationStandings { get; }
    DbSet<Touch> Touches { get; }
    DbSet<OwnerRequest> OwnerRequests { get; }
    DbSet<Decision> Decisions { get; }
}
