using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.FeatureManagement
{
    /// <summary>Whether, or how far, a tenant has something.</summary>
    public class FeatureValue : Entity<Guid>, IAggregateRoot<Guid>
    {
        public FeatureValue(Guid id, string name, string value, string providerName, string? providerKey)
            : base(id) => (Name, Value, ProviderName, ProviderKey) = (name, value, providerName, providerKey);

        protected FeatureValue() { }

        public virtual string Name { get; protected set; } = default!;
        public virtual string Value { get; internal set; } = default!;

        /// <summary><c>T</c>: a tenant.</summary>
        public virtual string ProviderName { get; protected set; } = default!;

        /// <summary>The tenant's id; null for the host.</summary>
        public virtual string? ProviderKey { get; protected set; }
    }

    // The features that the modules in use have. Each is a switch.
    internal sealed record Feature(string Name, string DefaultValue, string? Parent)
    {
        public const string Tenants = "T";
        public const string Default = "D";

        public static readonly Feature[] All =
        [
            new("SettingManagement.Enable", "true", null),
            new("SettingManagement.AllowChangingEmailSettings", "false", "SettingManagement.Enable"),
        ];
    }

    // The values of features, for one or for the current tenant.
    internal sealed class FeatureValues(IDbContextProvider<IFeatureManagementDbContext> provider, ICurrentTenant currentTenant, IGuidGenerator guids)
    {
        public async Task<Dictionary<string, string?>> OfCurrentTenantAsync()
        {
            var own = await OfAsync(currentTenant.Id?.ToString());
            return Feature.All.ToDictionary(f => f.Name, f => (string?)(own.GetValueOrDefault(f.Name) ?? f.DefaultValue));
        }

        /// <summary>Only what was set for the tenant.</summary>
        public async Task<Dictionary<string, string>> OfAsync(string? tenant)
        {
            var context = await provider.GetDbContextAsync();
            return await context.FeatureValues.Where(f => f.ProviderName == Feature.Tenants && f.ProviderKey == tenant).ToDictionaryAsync(f => f.Name, f => f.Value);
        }

        /// <summary>Sets the value for the tenant; null, or the default, takes it back.</summary>
        public async Task SetAsync(string name, string? value, string? tenant)
        {
            var feature = Feature.All.FirstOrDefault(f => f.Name == name) ?? throw new AbpException("Undefined feature: " + name);
            var context = await provider.GetDbContextAsync();
            var stored = await context.FeatureValues.FirstOrDefaultAsync(f => f.Name == name && f.ProviderName == Feature.Tenants && f.ProviderKey == tenant);
            if (value == null || value == feature.DefaultValue)
            {
                if (stored != null) context.FeatureValues.Remove(stored);
            }
            else if (stored == null) context.FeatureValues.Add(new FeatureValue(guids.Create(), name, value, Feature.Tenants, tenant));
            else stored.Value = value;
        }
    }
}

namespace Volo.Abp.FeatureManagement.EntityFrameworkCore
{
    /// <summary>Values of features in the host's context.</summary>
    [ConnectionStringName("AbpFeatureManagement")]
    public interface IFeatureManagementDbContext : IEfCoreDbContext
    {
        DbSet<FeatureValue> FeatureValues { get; }
    }

    /// <summary>The feature module's table.</summary>
    public static class FeatureManagementDbContextModelCreatingExtensions
    {
        public static void ConfigureFeatureManagement(this ModelBuilder builder) => builder.Entity<FeatureValue>(b =>
        {
            b.ToTable("AbpFeatureValues");
            b.ConfigureByConvention();
            b.Property(f => f.Name).HasMaxLength(128);
            b.Property(f => f.Value).HasMaxLength(128);
            b.Property(f => f.ProviderName).HasMaxLength(64);
            b.Property(f => f.ProviderKey).HasMaxLength(64);
            b.HasIndex(f => new { f.Name, f.ProviderName, f.ProviderKey }).IsUnique();
        });
    }

    /// <summary>Values of features in the database.</summary>
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpFeatureManagementEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddTransient<FeatureValues>();
    }
}
