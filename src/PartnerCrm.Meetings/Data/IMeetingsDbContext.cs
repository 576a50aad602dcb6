using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Meetings;

[ConnectionStringName("Default")]
public interface IMeetingsDbContext : IEfCoreDbContext
{
    DbSet<Offer> Offers { get; }
    DbSet<Meeting> Meetings { get; }
}
