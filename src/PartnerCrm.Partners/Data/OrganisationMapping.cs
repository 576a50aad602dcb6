using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Partners;

internal static class OrganisationMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Organisation>(b =>
        {
            b.ToTable("CrmOrganisations");
            b.ConfigureByConvention();
            b.Property(o => o.Name).HasMaxLength(Organisation.MaxNameLength);
            b.Property(o => o.NameKey).HasMaxLength(Organisation.MaxKeyLength).Bytewise(builder);
            b.Property(o => o.SortName).HasMaxLength(Organisation.MaxKeyLength).Bytewise(builder);
            b.Property(o => o.SearchText).HasMaxLength(Organisation.MaxSearchTextLength).Bytewise(builder);
            b.Property(o => o.Country).HasMaxLength(Organisation.CountryLength);
            b.Property(o => o.SubscriberType).HasConversion<string>().HasMaxLength(32);
            b.HasMany(o => o.Domains).WithOne().HasForeignKey(d => d.OrganisationId);
            b.HasMany(o => o.Owners).WithOne().HasForeignKey(w => w.OrganisationId);
            b.HasIndex(o => o.NameKey);
            b.HasIndex(o => new { o.TenantId, o.IsDeleted, o.SortName, o.Id });
            b.HasIndex(o => new { o.TenantId, o.IsDeleted, o.CreationTime, o.Id });

            // What the list is narrowed by, each along the order it is read in.
            b.HasIndex(o => new { o.TenantId, o.IsDeleted, o.LeadOwnerId, o.SortName, o.Id });
            b.HasIndex(o => new { o.TenantId, o.IsDeleted, o.Country, o.SortName, o.Id });
            b.HasIndex(o => new { o.TenantId, o.IsDeleted, o.SubscriberType, o.SortName, o.Id }).HasDatabaseName("IX_CrmOrganisations_SubscriberType");
        });
        builder.Entity<OrganisationDomain>(b =>
        {
            b.ToTable("CrmOrganisationDomains");
            b.ConfigureByConvention();
            b.Property(d => d.Name).HasMaxLength(OrganisationDomain.MaxNameLength);
            b.HasIndex(d => new { d.Name, d.TenantId });
        });
        builder.Entity<OrganisationOwner>(b =>
        {
            b.ToTable("CrmOrganisationOwners");
            b.ConfigureByConvention();
            b.Property(w => w.Purpose).HasMaxLength(OrganisationOwner.MaxPurposeLength);
            b.HasIndex(w => new { w.OrganisationId, w.Purpose }).IsUnique();
            b.HasIndex(w => w.UserId);
        });
    }
}
