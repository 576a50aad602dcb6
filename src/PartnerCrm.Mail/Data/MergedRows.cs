using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Mail;

/// <summary>The mail of a contact goes over to another in one statement a table, on an index each; deleted mail too, whose links may still be followed.</summary>
public class MergedRows(IDbContextProvider<IMailDbContext> provider) : ITransientDependency
{
    public virtual async Task MoveAsync(Guid? tenantId, Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.MailMessages.IgnoreQueryFilters().Where(m => m.TenantId == tenantId && m.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(m => m.ContactId, toId));
        await db.IncomingMails.IgnoreQueryFilters().Where(m => m.TenantId == tenantId && m.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(m => m.ContactId, toId));
        await db.UnsubscribeTokens.Where(t => t.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(t => t.ContactId, toId));
    }

    public virtual async Task MoveRelationshipAsync(Guid? tenantId, Guid contactId, Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.MailMessages.IgnoreQueryFilters().Where(m => m.RelationshipId == fromId).ExecuteUpdateAsync(s => s.SetProperty(m => m.RelationshipId, toId));
        await db.IncomingMails.IgnoreQueryFilters().Where(m => m.TenantId == tenantId && m.ContactId == contactId && m.RelationshipId == fromId)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.RelationshipId, toId));
    }
}
