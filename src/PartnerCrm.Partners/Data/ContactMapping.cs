using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Partners;

internal static class ContactMapping
{
    /// <summary>Few relationships run at a time, however many contacts there are: asked in these very words, an index of its own finds them.</summary>
    internal static readonly string InTouch =
        $"\"Stage\" IN ({string.Join(", ", Contact.StagesOnTheLadder.Select(stage => $"'{stage}'"))}) AND \"IsDeleted\" = FALSE";

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Contact>(b =>
        {
            b.ToTable("CrmContacts");
            b.ConfigureByConvention();
            b.Property(c => c.FirstName).HasMaxLength(Contact.MaxNameLength);
            b.Property(c => c.LastName).HasMaxLength(Contact.MaxNameLength);
            b.Property(c => c.NameKey).HasMaxLength(Contact.MaxKeyLength).Bytewise(builder);
            b.Property(c => c.SortName).HasMaxLength(Contact.MaxKeyLength).Bytewise(builder);
            b.Property(c => c.SearchText).HasMaxLength(Contact.MaxSearchTextLength).Bytewise(builder);
            b.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
            b.Property(c => c.EmailKey).HasMaxLength(EmailAddress.MaxLength);
            b.Property(c => c.Phone).HasMaxLength(Contact.MaxPhoneLength);
            b.Property(c => c.Country).HasMaxLength(Contact.CountryLength);
            b.Property(c => c.Language).HasMaxLength(Contact.MaxLanguageLength);
            b.Property(c => c.TimeZone).HasMaxLength(Contact.MaxTimeZoneLength);
            b.Property(c => c.Position).HasMaxLength(Contact.MaxPositionLength);
            b.Property(c => c.OrganisationName).HasMaxLength(Organisation.MaxNameLength);
            b.Property(c => c.OrganisationSort).HasMaxLength(Organisation.MaxKeyLength).Bytewise(builder);
            b.Property(c => c.Stage).HasMaxLength(Contact.MaxStageLength);
            b.Property(c => c.ProfileSlug).HasMaxLength(ProfileUrl.MaxSlugLength);

            b.HasMany(c => c.Affiliations).WithOne().HasForeignKey(a => a.ContactId);
            b.HasMany(c => c.Profiles).WithOne().HasForeignKey(p => p.ContactId);
            b.HasMany(c => c.Origins).WithOne().HasForeignKey(o => o.ContactId);
            b.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.NoAction);

            b.HasIndex(c => c.EmailKey);
            b.HasIndex(c => c.ProfileSlug);
            b.HasIndex(c => c.NameKey);
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.SortName, c.Id });
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.OrganisationSort, c.Id });
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.CreationTime, c.Id });

            // What the list is narrowed by, each along the order it is read in.
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.Stage, c.SortName, c.Id });
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.OwnerId, c.SortName, c.Id });
            b.HasIndex(c => new { c.TenantId, c.IsDeleted, c.LastTouchedAt });
            b.HasIndex(c => new { c.TenantId, c.SortName, c.Id }).HasFilter("\"EmailKey\" IS NOT NULL AND \"IsDeleted\" = FALSE").HasDatabaseName("IX_CrmContacts_WithEmail");
            b.HasIndex(c => new { c.TenantId, c.OrganisationId }).HasFilter(InTouch).HasDatabaseName("IX_CrmContacts_InTouch");
        });
        builder.Entity<ContactMerge>(b =>
        {
            b.ToTable("CrmContactMerges");
            b.ConfigureByConvention();
            b.Property(m => m.Name).HasMaxLength(ContactMerge.MaxNameLength);
            b.Property(m => m.Email).HasMaxLength(EmailAddress.MaxLength);
            b.Property(m => m.EmailKey).HasMaxLength(EmailAddress.MaxLength);
            b.HasIndex(m => m.ContactId);
            b.HasIndex(m => m.MergedId).IsUnique();
            b.HasIndex(m => m.EmailKey);
        });
        builder.Entity<Affiliation>(b =>
        {
            b.ToTable("CrmAffiliations");
            b.ConfigureByConvention();
            b.Property(a => a.Position).HasMaxLength(Contact.MaxPositionLength);
            b.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<SocialProfile>(b =>
        {
            b.ToTable("CrmSocialProfiles");
            b.ConfigureByConvention();
            b.Property(p => p.Channel).HasConversion<string>().HasMaxLength(32);
            b.Property(p => p.Slug).HasMaxLength(ProfileUrl.MaxSlugLength);
            b.Property(p => p.Url).HasMaxLength(SocialProfile.MaxUrlLength);
            b.Property(p => p.Key).HasMaxLength(SocialProfile.MaxKeyLength);
            b.HasIndex(p => p.Key).IsUnique();
        });
        builder.Entity<Origin>(b =>
        {
            b.ToTable("CrmOrigins");
            b.ConfigureByConvention();
            b.Property(o => o.Channel).HasConversion<string>().HasMaxLength(32);
            b.Property(o => o.Where).HasMaxLength(Origin.MaxWhereLength);
            b.Property(o => o.Campaign).HasMaxLength(Origin.MaxCampaignLength);
            b.Property(o => o.Source).HasMaxLength(Origin.MaxSourceLength);
            b.HasIndex(o => new { o.TenantId, o.Channel, o.ContactId });
        });
    }
}
