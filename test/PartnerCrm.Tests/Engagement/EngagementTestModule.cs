using Elsa.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Uow;
using RunInUnitOfWork = System.Func<string?, System.Func<System.IServiceProvider, Microsoft.EntityFrameworkCore.DbContext, System.Threading.CancellationToken, System.Threading.Tasks.Task>, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace PartnerCrm.Tests.Engagement;

[DependsOn(typeof(EngagementModule))]
public class EngagementTestModule : ModuleTestModule<EngagementApp, EngagementTestDbContext>
{
    protected override void AddOthers(IServiceCollection services, EngagementApp app)
    {
        services.AddSingleton<IClearance>(app.Clearance);
        services.AddSingleton<IContactLookup>(People.Lookup);
        services.AddSingleton<IColleagueLookup>(People.Lookup);
        services.AddSingleton<INotices>(People.Lookup);
        services.AddTransient<IContactSearch, SearchByRelationship>();
        services.AddElsa(elsa => elsa.AddWorkflow<EscalationWorkflow>().AddActivitiesFrom<EscalationWorkflow>().UseScheduling());
        services.AddSingleton<RunInUnitOfWork>(root => (tenantId, work, cancellationToken) => InUnitOfWorkAsync(root, tenantId, work, cancellationToken));
        services.AddSingleton<Func<string?>>(root => () => root.GetRequiredService<ICurrentTenant>().Id?.ToString());
        services.Replace(ServiceDescriptor.Transient<ISettingStore, SettingsOfTheTest>());
    }

    private static async Task InUnitOfWorkAsync(
        IServiceProvider root, string? tenantId, Func<IServiceProvider, DbContext, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var unitsOfWork = root.GetRequiredService<IUnitOfWorkManager>();
        if (unitsOfWork.Current is { } current)
        {
            await work(current.ServiceProvider, await ContextAsync(current.ServiceProvider), cancellationToken);
            return;
        }
        await using var scope = root.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(Guid.TryParse(tenantId, out var id) ? id : null);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        await work(scope.ServiceProvider, await ContextAsync(scope.ServiceProvider), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static async Task<DbContext> ContextAsync(IServiceProvider services) =>
        await services.GetRequiredService<IDbContextProvider<EngagementTestDbContext>>().GetDbContextAsync();

    /// <summary>Settings as the test gave them, for the whole office.</summary>
    private sealed class SettingsOfTheTest(IConfiguration configuration) : ISettingStore
    {
        public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) =>
            Task.FromResult(providerName == GlobalSettingValueProvider.ProviderName ? configuration[$"Settings:{name}"] : null);

        public async Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey)
        {
            var values = new List<SettingValue>();
            foreach (var name in names) values.Add(new SettingValue(name, await GetOrNullAsync(name, providerName, providerKey)));
            return values;
        }
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IEngagementDbContext))]
public class EngagementTestDbContext(DbContextOptions<EngagementTestDbContext> options) : AbpDbContext<EngagementTestDbContext>(options), IEngagementDbContext
{
    public DbSet<Relationship> Relationships { get; set; }
    public DbSet<Touchpoint> Touchpoints { get; set; }
    public DbSet<FollowUp> FollowUps { get; set; }
    public DbSet<Reply> Replies { get; set; }
    public DbSet<Playbook> Playbooks { get; set; }
    public DbSet<PlaybookVersion> PlaybookVersions { get; set; }
    public DbSet<Escalation> Escalations { get; set; }
    public DbSet<EscalationSignal> EscalationSignals { get; set; }
    public DbSet<JournalEntry> JournalEntries { get; set; }
    public DbSet<StartQueue> StartQueues { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureEngagement();
    }
}
