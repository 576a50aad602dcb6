using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Mail;

/// <summary>Adds the default templates that a tenant doesn't have. What somebody has changed stays as it is.</summary>
public class TemplateSeed(IRepository<Template, Guid> templates, IGuidGenerator guids, ICurrentTenant tenant) : IDataSeedContributor, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        using var _ = tenant.Change(context.TenantId);
        var known = (await templates.GetListAsync()).Select(t => t.Key).ToHashSet();
        foreach (var language in DefaultTemplates.Languages)
        foreach (var name in DefaultTemplates.Names.Where(n => !known.Contains(Template.KeyOf(context.TenantId, n, language))))
        {
            if (DefaultTemplates.Make(guids.Create(), context.TenantId, name, language) is { } template) await templates.InsertAsync(template);
        }
    }
}
