using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Meetings;

public static class MeetingsMapping
{
    private const int EnumLength = 32;

    public static void ConfigureMeetings(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Offer>(b =>
        {
            b.ToTable("CrmOffers");
            b.ConfigureByConvention();
            b.Ignore(o => o.Times);
            b.Property(o => o.EffectKey).HasMaxLength(Offer.EffectKeyLength);
            b.Property(o => o.TokenHash).HasMaxLength(Offer.TokenHashLength);
            b.Property(o => o.State).HasConversion<string>().HasMaxLength(EnumLength);
            b.HasIndex(o => o.EffectKey).IsUnique();
            b.HasIndex(o => o.TokenHash).IsUnique();
            b.HasIndex(o => o.EscalationId);
            b.HasIndex(o => o.ContactId);
            b.HasIndex(o => new { o.OwnerId, o.State });
            b.HasIndex(o => new { o.State, o.ExpiresAt });
            b.HasIndex(o => new { o.TenantId, o.CreationTime });
        });
        modelBuilder.Entity<Meeting>(b =>
        {
            b.ToTable("CrmMeetings");
            b.ConfigureByConvention();
            b.Property(m => m.Uid).HasMaxLength(Meeting.UidLength);
            b.Property(m => m.Subject).HasMaxLength(Meeting.SubjectLength);
            b.Property(m => m.Location).HasMaxLength(Meeting.LocationLength);
            b.Property(m => m.Outcome).HasMaxLength(Meeting.OutcomeLength);
            b.Property(m => m.State).HasConversion<string>().HasMaxLength(EnumLength);
            b.HasIndex(m => m.Uid).IsUnique();
            b.HasIndex(m => new { m.OrganiserId, m.Start });
            b.HasIndex(m => new { m.TenantId, m.Start });
            b.HasIndex(m => new { m.ContactId, m.Start });
        });
    }
}
