using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Engagement;

public class RelationshipMapping : IEntityTypeConfiguration<Relationship>
{
    public void Configure(EntityTypeBuilder<Relationship> b)
    {
        b.ToTable("CrmRelationships");
        b.ConfigureByConvention();
        b.Ignore(r => r.Reciprocity);
        b.Property(r => r.ContactName).HasMaxLength(Relationship.MaxNameLength);
        b.Property(r => r.FirstName).HasMaxLength(Relationship.MaxNameLength);
        b.Property(r => r.Position).HasMaxLength(Relationship.MaxNameLength);
        b.Property(r => r.OrganisationName).HasMaxLength(Relationship.MaxNameLength);
        b.Property(r => r.Stage).AsWord();
        b.Property(r => r.Rung).AsWord();
        b.Property(r => r.OpenGate).AsWord();
        b.Property(r => r.ClosedBecause).HasMaxLength(Relationship.MaxReasonLength);
        b.Property(r => r.OverrideReason).HasMaxLength(Relationship.MaxReasonLength);

        // One bond to one person, whoever holds it. A contact belongs to one tenant, so its id alone is unique.
        b.HasIndex(r => r.ContactId).IsUnique();
        b.HasIndex(r => r.OrganisationId);
        b.HasIndex(r => new { r.TenantId, r.Stage, r.LastTouchpointAt });
        b.HasIndex(r => new { r.TenantId, r.OwnerId, r.LastTouchpointAt });
        b.HasIndex(r => new { r.TenantId, r.LastTouchpointAt });
        b.HasIndex(r => new { r.TenantId, r.ContactName });
        b.HasIndex(r => new { r.TenantId, r.TheirsAtEpoch });
    }
}

public class TouchpointMapping : IEntityTypeConfiguration<Touchpoint>
{
    public void Configure(EntityTypeBuilder<Touchpoint> b)
    {
        b.ToTable("CrmTouchpoints");
        b.ConfigureByConvention();
        b.Ignore(t => t.IsTheirWords);
        b.Property(t => t.Channel).AsWord();
        b.Property(t => t.Direction).AsWord();
        b.Property(t => t.Kind).AsWord();
        b.Property(t => t.Summary).HasMaxLength(Touchpoint.MaxSummaryLength);
        b.HasIndex(t => new { t.ContactId, t.At });
    }
}

public class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> b)
    {
        b.ToTable("CrmJournalEntries");
        b.ConfigureByConvention();
        b.Ignore(e => e.Sentence);
        b.Property(e => e.Key).HasMaxLength(Sentence.MaxKeyLength);
        b.Property(e => e.Data).HasMaxLength(Sentence.MaxDataLength);
        b.HasIndex(e => new { e.ContactId, e.At });
        // The few that the head of engagement reads.
        b.HasIndex(e => new { e.TenantId, e.At }).HasFilter($"\"Key\" = '{Journal.GateOverridden}'");
    }
}
