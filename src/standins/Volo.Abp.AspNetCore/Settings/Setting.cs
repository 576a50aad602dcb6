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
using Volo.Abp.SettingManagement.EntityFrameworkCore;

namespace Volo.Abp.SettingManagement
{
    /// <summary>A value of a setting for everybody, a tenant or a user.</summary>
    public class Setting : Entity<Guid>, IAggregateRoot<Guid>
    {
        public Setting(Guid id, string name, string value, string? providerName = null, string? providerKey = null)
            : base(id)
        {
            Name = Check.NotNull(name, nameof(name));
            Value = Check.NotNull(value, nameof(value));
            ProviderName = providerName;
            ProviderKey = providerKey;
        }

        protected Setting() { }

        public virtual string Name { get; protected set; } = default!;
        public virtual string Value { get; internal set; } = default!;

        /// <summary><c>G</c>, <c>T</c> or <c>U</c>: everybody, a tenant, a user.</summary>
        public virtual string? ProviderName { get; protected set; }

        /// <summary>The tenant's or the user's id; null for everybody.</summary>
        public virtual string? ProviderKey { get; protected set; }

        public override string ToString() => $"{base.ToString()}, Name = {Name}, ProviderName = {ProviderName}, ProviderKey = {ProviderKey}";
    }

    /// <summary>The values.</summary>
    public interface ISettingRepository : IBasicRepository<Setting, Guid>
    {
        Task<Setting?> FindAsync(string name, string? providerName, string? providerKey, CancellationToken cancellationToken = default);

        Task<List<Setting>> GetListAsync(string? providerName, string? providerKey, CancellationToken cancellationToken = default);
    }
}

namespace Volo.Abp.SettingManagement.EntityFrameworkCore
{
    /// <summary>Values in the host's context.</summary>
    [ConnectionStringName("AbpSettingManagement")]
    public interface ISettingManagementDbContext : IEfCoreDbContext
    {
        DbSet<Setting> Settings { get; }
    }

    /// <summary>The setting module's repository.</summary>
    [DependsOn(typeof(AbpSettingManagementDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpSettingManagementEntityFrameworkCoreModule : AbpModule;

    /// <summary>The setting module's table.</summary>
    public static class SettingManagementDbContextModelBuilderExtensions
    {
        public static void ConfigureSettingManagement(this ModelBuilder builder) => builder.Entity<Setting>(b =>
        {
            b.ToTable("AbpSettings");
            b.ConfigureByConvention();
            b.Property(s => s.Name).HasMaxLength(128);
            b.Property(s => s.Value).HasMaxLength(2048);
            b.Property(s => s.ProviderName).HasMaxLength(64);
            b.Property(s => s.ProviderKey).HasMaxLength(64);
            b.HasIndex(s => new { s.Name, s.ProviderName, s.ProviderKey }).IsUnique();
        });
    }

    [ExposeServices(typeof(ISettingRepository))]
    internal sealed class EfCoreSettingRepository(IDbContextProvider<ISettingManagementDbContext> provider)
        : EfCoreRepository<ISettingManagementDbContext, Setting, Guid>(provider), ISettingRepository
    {
        public async Task<Setting?> FindAsync(string name, string? providerName, string? providerKey, CancellationToken cancellationToken) =>
            await (await GetDbSetAsync()).FirstOrDefaultAsync(
                s => s.Name == name && s.ProviderName == providerName && s.ProviderKey == providerKey, cancellationToken);

        public async Task<List<Setting>> GetListAsync(string? providerName, string? providerKey, CancellationToken cancellationToken) =>
            await (await GetDbSetAsync()).Where(s => s.ProviderName == providerName && s.ProviderKey == providerKey).ToListAsync(cancellationToken);
    }
}
