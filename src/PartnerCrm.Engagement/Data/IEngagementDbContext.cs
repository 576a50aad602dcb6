using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Engagement;

[ConnectionStringName("Default")]
public interface IEngagementDbContext : IEfCoreDbContext
{
    DbSet<Relationship> Relationships { get; }
    DbSet<Touchpoint> Touchpoints { get; }
    DbSet<FollowUp> FollowUps { get; }
    DbSet<Reply> Replies { get; }
    DbSet<Playbook> Playbooks { get; }
    DbSet<PlaybookVersion> PlaybookVersions { get; }
    DbSet<Escalation> Escalations { get; }
    DbSet<EscalationSignal> EscalationSignals { get; }
    DbSet<JournalEntry> JournalEntries { get; }
    DbSet<StartQueue> StartQueues { get; }
}
