using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Engagement;

/// <summary>What hangs on relationships that become one goes over in one statement a table, on an index each.</summary>
public class MergedRows(IDbContextProvider<IEngagementDbContext> provider) : IMergedRows, ITransientDependency
{
    public async Task MoveAsync(Guid fromRelationshipId, Guid fromContactId, Guid relationshipId, Guid contactId)
    {
        var db = await provider.GetDbContextAsync();
        Guid[] relationships = [fromRelationshipId, relationshipId];
        Guid[] contacts = [fromContactId, contactId];
        await db.Touchpoints.Where(t => contacts.Contains(t.ContactId))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.RelationshipId, relationshipId).SetProperty(t => t.ContactId, contactId));
        await db.JournalEntries.Where(j => contacts.Contains(j.ContactId))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.RelationshipId, relationshipId).SetProperty(j => j.ContactId, contactId));
        await db.FollowUps.Where(f => relationships.Contains(f.RelationshipId))
            .ExecuteUpdateAsync(s => s.SetProperty(f => f.RelationshipId, relationshipId).SetProperty(f => f.ContactId, contactId));
        await db.Replies.Where(r => relationships.Contains(r.RelationshipId))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.RelationshipId, relationshipId).SetProperty(r => r.ContactId, contactId));
        await db.Escalations.Where(e => relationships.Contains(e.RelationshipId))
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.RelationshipId, relationshipId).SetProperty(e => e.ContactId, contactId));
    }
}
