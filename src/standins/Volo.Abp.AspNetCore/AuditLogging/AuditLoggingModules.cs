using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Volo.Abp.AuditLogging
{
    /// <summary>The audit log in the database.</summary>
    [DependsOn(typeof(AbpDddDomainModule), typeof(AbpAuditingModule), typeof(ExceptionHandling.AbpExceptionHandlingModule))]
    public class AbpAuditLoggingDomainModule : AbpModule
    {
        public override void PostConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.TryAddSingleton<AuditLogWriter>();
            context.Services.AddHostedService(p => p.GetRequiredService<AuditLogWriter>());
            context.Services.Replace(ServiceDescriptor.Singleton<IAuditingStore, AuditingStore>());
        }
    }

    /// <summary>The logs of the current tenant.</summary>
    public interface IAuditLogRepository : IRepository<AuditLog, Guid>;
}

namespace Volo.Abp.AuditLogging.EntityFrameworkCore
{
    /// <summary>The audit log in the host's context.</summary>
    [ConnectionStringName("AbpAuditLogging")]
    public interface IAuditLoggingDbContext : IEfCoreDbContext
    {
        DbSet<AuditLog> AuditLogs { get; }
    }

    /// <summary>The audit log module's repository.</summary>
    [DependsOn(typeof(AbpAuditLoggingDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpAuditLoggingEntityFrameworkCoreModule : AbpModule;

    [ExposeServices(typeof(IAuditLogRepository))]
    internal sealed class EfCoreAuditLogRepository(IDbContextProvider<IAuditLoggingDbContext> provider)
        : EfCoreRepository<IAuditLoggingDbContext, AuditLog, Guid>(provider), IAuditLogRepository
    {
        public override async Task<IQueryable<AuditLog>> WithDetailsAsync() =>
            (await GetQueryableAsync()).Include(l => l.Actions).Include(l => l.EntityChanges).ThenInclude(c => c.PropertyChanges).AsSplitQuery();
    }

    /// <summary>The audit log module's tables.</summary>
    public static class AbpAuditLoggingDbContextModelBuilderExtensions
    {
        public static void ConfigureAuditLogging(this ModelBuilder builder)
        {
            builder.Entity<AuditLog>(b =>
            {
                b.ToTable("AbpAuditLogs");
                b.ConfigureByConvention();
                b.Property(l => l.ApplicationName).HasMaxLength(96);
                b.Property(l => l.ClientIpAddress).HasMaxLength(64);
                b.Property(l => l.ClientName).HasMaxLength(128);
                b.Property(l => l.ClientId).HasMaxLength(64);
                b.Property(l => l.CorrelationId).HasMaxLength(64);
                b.Property(l => l.BrowserInfo).HasMaxLength(512);
                b.Property(l => l.HttpMethod).HasMaxLength(16);
                b.Property(l => l.Url).HasMaxLength(256);
                b.Property(l => l.Comments).HasMaxLength(256);
                b.Property(l => l.UserName).HasMaxLength(256);
                b.Property(l => l.TenantName).HasMaxLength(64);
                b.Property(l => l.ImpersonatorUserName).HasMaxLength(256);
                b.Property(l => l.ImpersonatorTenantName).HasMaxLength(64);
                b.HasMany(l => l.Actions).WithOne().HasForeignKey(a => a.AuditLogId);
                b.HasMany(l => l.EntityChanges).WithOne().HasForeignKey(c => c.AuditLogId);
                b.HasIndex(l => new { l.TenantId, l.ExecutionTime });
                b.HasIndex(l => new { l.TenantId, l.UserId, l.ExecutionTime });
            });
            builder.Entity<AuditLogAction>(b =>
            {
                b.ToTable("AbpAuditLogActions");
                b.ConfigureByConvention();
                b.Property(a => a.ServiceName).HasMaxLength(256);
                b.Property(a => a.MethodName).HasMaxLength(128);
                b.Property(a => a.Parameters).HasMaxLength(2000);
                b.HasIndex(a => a.AuditLogId);
                b.HasIndex(a => new { a.TenantId, a.ServiceName, a.MethodName, a.ExecutionTime });
            });
            builder.Entity<EntityChange>(b =>
            {
                b.ToTable("AbpEntityChanges");
                b.ConfigureByConvention();
                b.Property(c => c.EntityTypeFullName).HasMaxLength(128).IsRequired();
                b.Property(c => c.EntityId).HasMaxLength(128);
                b.HasMany(c => c.PropertyChanges).WithOne().HasForeignKey(p => p.EntityChangeId);
                b.HasIndex(c => c.AuditLogId);
                b.HasIndex(c => new { c.TenantId, c.EntityTypeFullName, c.EntityId });
            });
            builder.Entity<EntityPropertyChange>(b =>
            {
                b.ToTable("AbpEntityPropertyChanges");
                b.ConfigureByConvention();
                b.Property(p => p.NewValue).HasMaxLength(512);
                b.Property(p => p.OriginalValue).HasMaxLength(512);
                b.Property(p => p.PropertyName).HasMaxLength(128).IsRequired();
                b.Property(p => p.PropertyTypeFullName).HasMaxLength(64).IsRequired();
                b.HasIndex(p => p.EntityChangeId);
            });
        }
    }
}
