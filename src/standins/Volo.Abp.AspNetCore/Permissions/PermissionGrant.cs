using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;

namespace Volo.Abp.PermissionManagement
{
    /// <summary>Somebody (a user, role or client) has a permission.</summary>
    public class PermissionGrant : Entity<Guid>, IMultiTenant
    {
        public PermissionGrant(Guid id, string name, string providerName, string? providerKey, Guid? tenantId = null)
            : base(id)
        {
            Name = Check.NotNullOrWhiteSpace(name, nameof(name));
            ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName));
            ProviderKey = providerKey;
            TenantId = tenantId;
        }

        protected PermissionGrant() { }

        public virtual Guid? TenantId { get; protected set; }
        public virtual string Name { get; protected set; } = default!;

        /// <summary><c>U</c>, <c>R</c> or <c>C</c>: user, role, client.</summary>
        public virtual string ProviderName { get; protected set; } = default!;
        public virtual string? ProviderKey { get; protected internal set; }
    }

    /// <summary>The grants of the current tenant.</summary>
    public interface IPermissionGrantRepository : IBasicRepository<PermissionGrant, Guid>
    {
        Task<PermissionGrant?> FindAsync(string name, string providerName, string? providerKey, CancellationToken cancellationToken = default);

        Task<List<PermissionGrant>> GetListAsync(string providerName, string? providerKey, CancellationToken cancellationToken = default);

        /// <summary>The grants of one for the permissions.</summary>
        Task<List<PermissionGrant>> GetListAsync(string[] names, string providerName, string? providerKey, CancellationToken cancellationToken = default);
    }
}

namespace Volo.Abp.PermissionManagement.EntityFrameworkCore
{
    /// <summary>Grants in the host's context.</summary>
    [ConnectionStringName("AbpPermissionManagement")]
    public interface IPermissionManagementDbContext : IEfCoreDbContext
    {
        DbSet<PermissionGrant> PermissionGrants { get; }
    }

    /// <summary>The permission module's repository.</summary>
    [DependsOn(typeof(AbpPermissionManagementDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpPermissionManagementEntityFrameworkCoreModule : AbpModule;

    /// <summary>The permission module's table.</summary>
    public static class AbpPermissionManagementDbContextModelBuilderExtensions
    {
        public static void ConfigurePermissionManagement(this ModelBuilder builder) => builder.Entity<PermissionGrant>(b =>
        {
            b.ToTable("AbpPermissionGrants");
            b.ConfigureByConvention();
            b.Property(g => g.Name).HasMaxLength(128);
            b.Property(g => g.ProviderName).HasMaxLength(64);
            b.Property(g => g.ProviderKey).HasMaxLength(64).IsRequired();
            b.HasIndex(g => new { g.TenantId, g.Name, g.ProviderName, g.ProviderKey }).IsUnique();
        });
    }

    [ExposeServices(typeof(IPermissionGrantRepository))]
    internal sealed class EfCorePermissionGrantRepository(IDbContextProvider<IPermissionManagementDbContext> provider)
        : EfCoreRepository<IPermissionManagementDbContext, PermissionGrant, Guid>(provider), IPermissionGrantRepository
    {
        public async Task<PermissionGrant?> FindAsync(string name, string providerName, string? providerKey, CancellationToken cancellationToken) =>
            await (await GetDbSetAsync()).FirstOrDefaultAsync(
                g => g.Name == name && g.ProviderName == providerName && g.ProviderKey == providerKey, cancellationToken);

        public async Task<List<PermissionGrant>> GetListAsync(string providerName, string? providerKey, CancellationToken cancellationToken) =>
            await (await GetDbSetAsync()).Where(g => g.ProviderName == providerName && g.ProviderKey == providerKey).ToListAsync(cancellationToken);

        public async Task<List<PermissionGrant>> GetListAsync(string[] names, string providerName, string? providerKey, CancellationToken cancellationToken) =>
            await (await GetDbSetAsync()).Where(
                g => names.Contains(g.Name) && g.ProviderName == providerName && g.ProviderKey == providerKey).ToListAsync(cancellationToken);
    }
}
