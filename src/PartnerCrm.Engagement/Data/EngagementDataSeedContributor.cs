using Microsoft.Extensions.Configuration;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

public class EngagementDataSeedContributor(
    IRepository<Playbook, Guid> playbooks, IRepository<PlaybookVersion, Guid> versions, IConfiguration configuration, ICurrentTenant tenant,
    IGuidGenerator guids, IClock clock) : IDataSeedContributor, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        using (tenant.Change(context.TenantId))
        {
            await SeedAsync(DefaultPlaybooks.Name, "A social touch by hand, a first mail that you approve, two reminders at most, then three times to meet.", DefaultPlaybooks.Steps());
            if (configuration.GetValue<bool>("Demo:Enabled"))
                await SeedAsync(DefaultPlaybooks.DemoName, "The same with waits of seconds, for practice mode.", DefaultPlaybooks.DemoSteps());
        }
    }

    private async Task SeedAsync(string name, string description, IReadOnlyList<PlaybookStep> steps)
    {
        if (await playbooks.FindAsync(p => p.Name == name) is not null) return;
        var playbook = new Playbook(guids.Create(), tenant.Id, name, description);
        await versions.InsertAsync(playbook.Publish(guids.Create(), steps, clock.Now));
        await playbooks.InsertAsync(playbook);
    }
}
