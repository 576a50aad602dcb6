using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>What happened in a relationship, and why, as a sentence.</summary>
public class JournalEntry : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid? EscalationId { get; private set; }
    public Guid? UserId { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The order of what was written at the same moment.</summary>
    public long Order { get; private set; }

    public string Key { get; private set; } = "";
    public string Data { get; private set; } = "";

    public Sentence Sentence => Sentence.FromJson(Key, Data);

    private JournalEntry()
    {
    }

    public JournalEntry(Guid id, Relationship relationship, Guid? escalationId, Sentence sentence, DateTime at, long order, Guid? userId) : base(id)
    {
        TenantId = relationship.TenantId;
        RelationshipId = relationship.Id;
        ContactId = relationship.ContactId;
        EscalationId = escalationId;
        UserId = userId;
        At = at;
        Order = order;
        Key = sentence.Key;
        Data = sentence.DataAsJson();
    }
}
