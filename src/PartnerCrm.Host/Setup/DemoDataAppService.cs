using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Clearance;
using PartnerCrm.Engagement;
using PartnerCrm.Mail;
using PartnerCrm.Meetings;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Host;

/// <summary>How many rows went.</summary>
public record DemoDataRemoved(int Rows);

/// <summary>
/// Takes away everybody practice was done with: contacts, what was written, imported and planned with them. Plans, templates, settings, views and users stay.
/// Exists in practice mode only, so that no real person is ever removed by it.
/// </summary>
[Authorize(SetupPermissions.RemoveDemoData)]
public class DemoDataAppService(IDbContextProvider<PartnerCrmDbContext> provider, EscalationRuns runs, IConfiguration configuration) : ApplicationService
{
    // Whatever refers to another comes before it.
    private static readonly Type[] Everything =
    [
        typeof(EscalationSignal), typeof(StartQueue), typeof(JournalEntry), typeof(FollowUp), typeof(Reply), typeof(Touchpoint), typeof(Escalation), typeof(Relationship),
        typeof(UnsubscribeToken), typeof(MailSource), typeof(IncomingMail), typeof(MailMessage), typeof(Meeting), typeof(Offer),
        typeof(Decision), typeof(OwnerRequest), typeof(Touch), typeof(Hold), typeof(Suppression), typeof(ContactBasis), typeof(OrganisationStanding),
        typeof(Candidate), typeof(ImportProblem), typeof(Import), typeof(StoredFileChunk), typeof(StoredFile),
        typeof(Affiliation), typeof(Origin), typeof(SocialProfile), typeof(ContactMerge), typeof(Contact), typeof(OrganisationDomain), typeof(OrganisationOwner), typeof(Organisation),
    ];

    [HttpPost("/api/crm/demo-data/remove")]
    public virtual async Task<DemoDataRemoved> RemoveAsync()
    {
        if (!configuration.IsDemo()) throw new BusinessException(SetupErrors.NoDemoData);
        var db = await provider.GetDbContextAsync();
        // Before the escalations, which name them. The engine's tables know the tenant in their own way.
        await runs.RemoveAsync(await db.Escalations.Select(e => e.Id).ToListAsync());
        object[] values = CurrentTenant.Id is { } tenant ? [tenant] : [];
        var rows = 0;
        foreach (var type in Everything)
        {
            var table = db.Model.FindEntityType(type)!.GetTableName();
            // The name is the model's own; the tenant travels as a parameter.
            var sql = $"DELETE FROM \"{table}\" WHERE \"TenantId\" {(values.Length == 0 ? "IS NULL" : "= {0}")}";
            rows += await db.Database.ExecuteSqlRawAsync(sql, values);
        }
        return new DemoDataRemoved(rows);
    }
}

public static class SetupErrors
{
    public const string NoDemoData = "PartnerCrm.Setup:NoDemoData";
}
