using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace Volo.Abp.Uow.EntityFrameworkCore;

public class UnitOfWorkDbContextProvider<TDbContext>(
    IUnitOfWorkManager unitOfWorkManager, IConnectionStringResolver connectionStringResolver, ICancellationTokenProvider cancellationTokenProvider,
    ICurrentTenant currentTenant, IEfCoreDbContextTypeProvider efCoreDbContextTypeProvider)
    : IDbContextProvider<TDbContext>
    where TDbContext : IEfCoreDbContext
{
    protected readonly IUnitOfWorkManager UnitOfWorkManager = unitOfWorkManager;
    protected readonly IConnectionStringResolver ConnectionStringResolver = connectionStringResolver;
    protected readonly ICancellationTokenProvider CancellationTokenProvider = cancellationTokenProvider;
    protected readonly ICurrentTenant CurrentTenant = currentTenant;
    protected readonly IEfCoreDbContextTypeProvider EfCoreDbContextTypeProvider = efCoreDbContextTypeProvider;

    public virtual async Task<TDbContext> GetDbContextAsync()
    {
        var unitOfWork = UnitOfWorkManager.Current ?? throw new AbpException(
            "A database is used outside a unit of work. Begin one with IUnitOfWorkManager, or make the method virtual on a class that has units of work.");

        var type = EfCoreDbContextTypeProvider.GetDbContextType(typeof(TDbContext));
        var connectionStringName = ConnectionStringNameAttribute.GetConnStringName(type);
        var connectionString = await ResolveConnectionStringAsync(connectionStringName);
        var key = $"{type.FullName}_{connectionString}";

        if (unitOfWork.FindDatabaseApi(key) is not EfCoreDatabaseApi api)
        {
            TDbContext dbContext;
            using (DbContextCreationContext.Use(new DbContextCreationContext(connectionStringName, connectionString) { ContextType = type }))
                dbContext = await CreateDbContextAsync(unitOfWork);
            if (dbContext is IAbpEfCoreDbContext context) context.Initialize(new AbpEfCoreDbContextInitializationContext(unitOfWork));
            api = new EfCoreDatabaseApi(dbContext);
            unitOfWork.AddDatabaseApi(key, api);
        }

        return (TDbContext)api.DbContext;
    }

    protected virtual Task<TDbContext> CreateDbContextAsync(IUnitOfWork unitOfWork) =>
        unitOfWork.Options.IsTransactional ? CreateDbContextWithTransactionAsync(unitOfWork) : Task.FromResult(Resolve(unitOfWork));

    protected virtual async Task<TDbContext> CreateDbContextWithTransactionAsync(IUnitOfWork unitOfWork)
    {
        var cancellationToken = GetCancellationToken();
        var creation = DbContextCreationContext.Current;
        var key = TransactionKey(creation.ConnectionString);
        if (unitOfWork.FindTransactionApi(key) is EfCoreTransactionApi active) return await AttendAsync(unitOfWork, creation, active, cancellationToken);

        var dbContext = Resolve(unitOfWork);
        var turn = await SqliteWriting.EnterForTransactionAsync(dbContext, unitOfWork, cancellationToken);
        try
        {
            var transaction = unitOfWork.Options.IsolationLevel is { } level
                ? await dbContext.Database.BeginTransactionAsync(level, cancellationToken)
                : await dbContext.Database.BeginTransactionAsync(cancellationToken);
            unitOfWork.AddTransactionApi(key, new EfCoreTransactionApi(transaction, dbContext, CancellationTokenProvider) { WriteTurn = turn });
        }
        catch
        {
            turn?.Dispose();
            throw;
        }

        return dbContext;
    }

    protected virtual Task<string> ResolveConnectionStringAsync(string connectionStringName)
    {
        // A host-only context keeps to the host's database whichever tenant is current.
        if (!typeof(TDbContext).IsDefined(typeof(IgnoreMultiTenancyAttribute), false)) return ConnectionStringResolver.ResolveAsync(connectionStringName);
        using (CurrentTenant.Change(null)) return ConnectionStringResolver.ResolveAsync(connectionStringName);
    }

    protected virtual CancellationToken GetCancellationToken(CancellationToken preferredValue = default) =>
        CancellationTokenProvider.FallbackToProvider(preferredValue);

    private static string TransactionKey(string connectionString) => $"EntityFrameworkCore_{connectionString}";

    private async Task<TDbContext> AttendAsync(
        IUnitOfWork unitOfWork, DbContextCreationContext creation, EfCoreTransactionApi active, CancellationToken cancellationToken)
    {
        var transaction = active.DbContextTransaction.GetDbTransaction();
        creation.ExistingConnection = transaction.Connection;
        var dbContext = Resolve(unitOfWork);
        await dbContext.Database.UseTransactionAsync(transaction, cancellationToken);
        active.AttendedDbContexts.Add(dbContext);
        return dbContext;
    }

    private TDbContext Resolve(IUnitOfWork unitOfWork)
    {
        var creation = DbContextCreationContext.Current;
        var services = unitOfWork.ServiceProvider;
        if (creation.ExistingConnection is null
            && services.GetRequiredService<DbContextPools>().Rent(creation.ContextType!, creation, unitOfWork) is TDbContext pooled) return pooled;
        return services.GetService(creation.ContextType!) is TDbContext context ? context : throw new AbpException(
            $"No context serves {typeof(TDbContext).FullName}. Put [ReplaceDbContext(typeof({typeof(TDbContext).Name}))] on the host's context, let it implement the interface, and register it with AddAbpDbContext.");
    }
}
