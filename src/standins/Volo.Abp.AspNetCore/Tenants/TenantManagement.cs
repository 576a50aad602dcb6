using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AspNetCore.Caching;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.Threading;
using TenantCache = Volo.Abp.AspNetCore.Caching.ChangeAwareCache<string, System.Collections.Generic.IReadOnlyList<Volo.Abp.MultiTenancy.TenantConfiguration>>;

namespace Volo.Abp.TenantManagement
{
    /// <summary>Tenants in the database.</summary>
    [DependsOn(typeof(AbpDddDomainModule), typeof(AbpMultiTenancyModule))]
    public class AbpTenantManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            var services = context.Services;
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton(typeof(ChangeAwareCache<,>));
            services.Replace(ServiceDescriptor.Transient<ITenantStore, TenantStore>());
            services.TryAddTransient<ITenantManager, TenantManager>();
            services.AddLocalEventHandler<TenantChanges>();
        }
    }

    /// <summary>Makes and renames tenants.</summary>
    public interface ITenantManager : IDomainService
    {
        /// <summary>A tenant with the name, not stored yet; refuses a name that is taken.</summary>
        Task<Tenant> CreateAsync(string name);

        /// <summary>Renames; refuses a name that is taken.</summary>
        Task ChangeNameAsync(Tenant tenant, string name);
    }

    /// <summary>The tenants.</summary>
    public interface ITenantRepository : IBasicRepository<Tenant, Guid>
    {
        Task<Tenant?> FindByNameAsync(string normalizedName, bool includeDetails = true, CancellationToken cancellationToken = default);
    }

    internal sealed class TenantManager(ITenantRepository tenants, ITenantNormalizer normalizer, IGuidGenerator guids) : ITenantManager
    {
        public async Task<Tenant> CreateAsync(string name)
        {
            var normalized = await EnsureFreeAsync(name, null);
            return new Tenant(guids.Create(), name, normalized);
        }

        public async Task ChangeNameAsync(Tenant tenant, string name)
        {
            var normalized = await EnsureFreeAsync(name, tenant.Id);
            tenant.SetName(name);
            tenant.SetNormalizedName(normalized);
        }

        private async Task<string> EnsureFreeAsync(string name, Guid? owner)
        {
            var normalized = normalizer.NormalizeName(Check.NotNullOrWhiteSpace(name, nameof(name)))!;
            var existing = await tenants.FindByNameAsync(normalized, includeDetails: false);
            return existing == null || existing.Id == owner
                ? normalized : throw new BusinessException("Volo.Abp.TenantManagement:DuplicateTenantName").WithData("Name", name);
        }
    }

    // There are few tenants and every request asks for one: all of them stay in memory.
    internal sealed class TenantStore(ITenantRepository tenants, ICurrentTenant currentTenant, TenantCache cache) : ITenantStore
    {
        public async Task<TenantConfiguration?> FindAsync(string normalizedName) => (await GetListAsync()).FirstOrDefault(t => t.NormalizedName == normalizedName);

        public async Task<TenantConfiguration?> FindAsync(Guid id) => (await GetListAsync()).FirstOrDefault(t => t.Id == id);

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) => cache.GetAsync("", ReadAsync);

        [Obsolete("Use FindAsync method.")]
        public TenantConfiguration? Find(string normalizedName) => AsyncHelper.RunSync(() => FindAsync(normalizedName));

        [Obsolete("Use FindAsync method.")]
        public TenantConfiguration? Find(Guid id) => AsyncHelper.RunSync(() => FindAsync(id));

        private async Task<IReadOnlyList<TenantConfiguration>> ReadAsync()
        {
            using (currentTenant.Change(null))
            {
                return [.. (await tenants.GetListAsync(includeDetails: true)).Select(Configuration)];
            }
        }

        private static TenantConfiguration Configuration(Tenant tenant)
        {
            var configuration = new TenantConfiguration(tenant.Id, tenant.Name, tenant.NormalizedName) { ConnectionStrings = [], IsActive = true };
            foreach (var connection in tenant.ConnectionStrings) configuration.ConnectionStrings[connection.Name] = connection.Value;

            return configuration;
        }
    }

    internal sealed class TenantChanges(TenantCache cache) : ILocalEventHandler<EntityChangedEventData<Tenant>>
    {
        public Task HandleEventAsync(EntityChangedEventData<Tenant> eventData)
        {
            cache.Changed();
            return Task.CompletedTask;
        }
    }
}

namespace Volo.Abp.TenantManagement.EntityFrameworkCore
{
    /// <summary>Tenants in the host's context.</summary>
    [ConnectionStringName("AbpTenantManagement")]
    public interface ITenantManagementDbContext : IEfCoreDbContext
    {
        DbSet<Tenant> Tenants { get; }
        DbSet<TenantConnectionString> TenantConnectionStrings { get; }
    }

    /// <summary>The tenant module's repository.</summary>
    [DependsOn(typeof(AbpTenantManagementDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpTenantManagementEntityFrameworkCoreModule : AbpModule;

    /// <summary>The tenant module's tables.</summary>
    public static class AbpTenantManagementDbContextModelCreatingExtensions
    {
        public static void ConfigureTenantManagement(this ModelBuilder builder)
        {
            builder.Entity<Tenant>(b =>
            {
                b.ToTable("AbpTenants");
                b.ConfigureByConvention();
                b.Property(t => t.Name).HasMaxLength(64);
                b.Property(t => t.NormalizedName).HasMaxLength(64);
                b.HasMany(t => t.ConnectionStrings).WithOne().HasForeignKey(c => c.TenantId);
                b.HasIndex(t => t.Name);
                b.HasIndex(t => t.NormalizedName);
            });
            builder.Entity<TenantConnectionString>(b =>
            {
                b.ToTable("AbpTenantConnectionStrings");
                b.ConfigureByConvention();
                b.HasKey(c => new { c.TenantId, c.Name });
                b.Property(c => c.Name).HasMaxLength(64);
                b.Property(c => c.Value).HasMaxLength(1024);
            });
        }
    }

    [ExposeServices(typeof(ITenantRepository))]
    internal sealed class EfCoreTenantRepository(IDbContextProvider<ITenantManagementDbContext> provider)
        : EfCoreRepository<ITenantManagementDbContext, Tenant, Guid>(provider), ITenantRepository
    {
        public async Task<Tenant?> FindByNameAsync(string normalizedName, bool includeDetails, CancellationToken cancellationToken) =>
            await (includeDetails ? await WithDetailsAsync() : await GetQueryableAsync()).FirstOrDefaultAsync(t => t.NormalizedName == normalizedName, cancellationToken);

        public override async Task<IQueryable<Tenant>> WithDetailsAsync() => (await GetQueryableAsync()).Include(t => t.ConnectionStrings);
    }
}
