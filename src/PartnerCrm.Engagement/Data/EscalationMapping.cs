using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Engagement;

public class EscalationMapping : IEntityTypeConfiguration<Escalation>
{
    private const string IsLive = "\"State\" <> 'Ended'";

    public void Configure(EntityTypeBuilder<Escalation> b)
    {
        b.ToTable("CrmEscalations");
        b.ConfigureByConvention();
        b.Ignore(e => e.IsLive);
        b.Ignore(e => e.EffectKey);
        b.Ignore(e => e.WorkflowInstanceId);
        b.Property(e => e.State).AsWord();
        b.Property(e => e.WaitingFor).AsWord();
        b.Property(e => e.EndReason).AsWord();
        b.Property(e => e.PausedBecause).HasMaxLength(Escalation.MaxReasonLength);
        b.Property(e => e.HeldBy).HasMaxLength(Escalation.MaxHeldByLength);

        // A relationship climbs one playbook at a time.
        b.HasIndex(e => e.RelationshipId).IsUnique().HasFilter(IsLive).HasDatabaseName("IX_CrmEscalations_RelationshipId_Live");
        b.HasIndex(e => new { e.RelationshipId, e.QueuedAt });
        b.HasIndex(e => new { e.OwnerId, e.State });
        b.HasIndex(e => e.OrganisationId).HasFilter(IsLive);
    }
}

public class EscalationSignalMapping : IEntityTypeConfiguration<EscalationSignal>
{
    public void Configure(EntityTypeBuilder<EscalationSignal> b)
    {
        b.ToTable("CrmEscalationSignals");
        b.ConfigureByConvention();
        b.Property(s => s.Kind).AsWord();
        b.Property(s => s.Payload).HasMaxLength(EscalationSignal.MaxPayloadLength);
        b.HasIndex(s => new { s.EscalationId, s.Sequence }).IsUnique();
    }
}

public class StartQueueMapping : IEntityTypeConfiguration<StartQueue>
{
    public void Configure(EntityTypeBuilder<StartQueue> b)
    {
        b.ToTable("CrmStartQueues");
        b.ConfigureByConvention();
        b.HasIndex(q => q.OwnerId).IsUnique();
        b.HasIndex(q => q.LookAt);
    }
}
