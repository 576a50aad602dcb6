using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

public class AbpDbContextConfigurationContext : IServiceProviderAccessor
{
    public AbpDbContextConfigurationContext(string connectionString, IServiceProvider serviceProvider, string? connectionStringName, DbConnection? existingConnection)
        : this(connectionString, serviceProvider, connectionStringName, existingConnection, new DbContextOptionsBuilder())
    {
    }

    private protected AbpDbContextConfigurationContext(
        string connectionString, IServiceProvider serviceProvider, string? connectionStringName, DbConnection? existingConnection, DbContextOptionsBuilder builder)
    {
        ConnectionString = connectionString;
        ServiceProvider = serviceProvider;
        ConnectionStringName = connectionStringName;
        ExistingConnection = existingConnection;
        // No logger factory of its own: EF would build its services and every model once per application.
        DbContextOptions = builder.UseApplicationServiceProvider(serviceProvider);
    }

    public IServiceProvider ServiceProvider { get; }
    public string ConnectionString { get; }
    public string? ConnectionStringName { get; }

    /// <summary>The connection of the transaction that this context joins, if another context type began it.</summary>
    public DbConnection? ExistingConnection { get; }

    public DbContextOptionsBuilder DbContextOptions { get; protected set; }
}

public class AbpDbContextConfigurationContext<TDbContext>(
    string connectionString, IServiceProvider serviceProvider, string? connectionStringName, DbConnection? existingConnection)
    : AbpDbContextConfigurationContext(connectionString, serviceProvider, connectionStringName, existingConnection, new DbContextOptionsBuilder<TDbContext>())
    where TDbContext : AbpDbContext<TDbContext>
{
    public new DbContextOptionsBuilder<TDbContext> DbContextOptions => (DbContextOptionsBuilder<TDbContext>)base.DbContextOptions;
}
