using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Clearance;

public static class ClearanceMapping
{
    private const int EnumLength = 32;

    public static void ConfigureClearance(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Suppression>(b =>
        {
            b.ToTable("CrmSuppressions");
            b.ConfigureByConvention();
            b.Property(s => s.Key).HasMaxLength(Suppression.KeyLength);
            b.Property(s => s.Words).HasMaxLength(Suppression.WordsLength);
            b.Property(s => s.Reason).HasConversion<string>().HasMaxLength(EnumLength);
            b.HasIndex(s => s.Key).IsUnique();
            b.HasIndex(s => s.ContactId);
            b.HasIndex(s => new { s.TenantId, s.IsPendingReview, s.At });
        });
        modelBuilder.Entity<Hold>(b =>
        {
            b.ToTable("CrmHolds");
            b.ConfigureByConvention();
            b.Property(h => h.Scope).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(h => h.Reason).HasMaxLength(Hold.ReasonLength);
            b.HasIndex(h => new { h.TenantId, h.TargetId, h.LiftedAt });
            b.HasIndex(h => h.Until).HasFilter("\"LiftedAt\" IS NULL");
        });
        modelBuilder.Entity<ContactBasis>(b =>
        {
            b.ToTable("CrmContactBases");
            b.ConfigureByConvention();
            b.Property(c => c.Country).HasMaxLength(2);
            b.Property(c => c.Kind).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(c => c.Source).HasMaxLength(ContactBasis.SourceLength);
        });
        modelBuilder.Entity<OrganisationStanding>(b =>
        {
            b.ToTable("CrmOrganisationStandings");
            b.ConfigureByConvention();
            b.Property(o => o.Name).HasMaxLength(OrganisationStanding.NameLength);
            b.Property(o => o.SubscriberType).HasConversion<string>().HasMaxLength(EnumLength);
        });
        modelBuilder.Entity<Touch>(b =>
        {
            b.ToTable("CrmTouches");
            b.ConfigureByConvention();
            b.Property(t => t.Channel).HasConversion<string>().HasMaxLength(EnumLength);
            b.HasIndex(t => new { t.OrganisationId, t.At });
            b.HasIndex(t => new { t.UserId, t.Channel, t.At });
            b.HasIndex(t => t.ContactId);
            b.Property(t => t.EffectKey).HasMaxLength(Decision.EffectKeyLength);
            b.HasIndex(t => t.EffectKey);
        });
        modelBuilder.Entity<OwnerRequest>(b =>
        {
            b.ToTable("CrmOwnerRequests");
            b.ConfigureByConvention();
            b.Property(r => r.State).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(r => r.Note).HasMaxLength(OwnerRequest.NoteLength);
            b.HasIndex(r => new { r.OrganisationId, r.AskedBy, r.State });
            b.HasIndex(r => new { r.OwnerId, r.State, r.AskedAt });
            b.HasIndex(r => r.ContactId);
        });
        modelBuilder.Entity<Decision>(b =>
        {
            b.ToTable("CrmClearanceDecisions");
            b.ConfigureByConvention();
            b.Property(d => d.EffectKey).HasMaxLength(Decision.EffectKeyLength);
            b.Property(d => d.Channel).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(d => d.Purpose).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(EnumLength);
            b.Property(d => d.RuleSet).HasMaxLength(16);
            b.HasIndex(d => d.EffectKey);
            b.HasIndex(d => new { d.ContactId, d.At });
        });
    }
}
