using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Claims due rows across tenants in one statement and works on each in its own tenant and unit of work. See <see cref="IDueWork"/>.</summary>
public class DueWork(IServiceScopeFactory scopes, IClock clock, ILogger<DueWork> logger) : IDueWork, ISingletonDependency
{
    public async Task<int> PassAsync(
        DueRows rows, int max, Func<IServiceProvider, Guid, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        if (!await IsAnyDueAsync(rows, cancellationToken)) return 0;
        var worked = 0;
        foreach (var (id, tenantId) in await ClaimAsync(rows, max, cancellationToken))
        {
            try
            {
                await WorkAsync(tenantId, services => work(services, id, cancellationToken), cancellationToken);
                worked++;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "Work on {Table} {Id} failed; it comes again when its lease ends", rows.Table, id);
            }
        }

        return worked;
    }

    private async Task WorkAsync(Guid? tenantId, Func<IServiceProvider, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await work(scope.ServiceProvider);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    // Most looks find nothing: those neither write nor take a lock.
    private async Task<bool> IsAnyDueAsync(DueRows rows, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        await using var command = await CommandAsync(scope.ServiceProvider, isPostgres => $"SELECT 1 FROM {Due(rows)} LIMIT 1", rows);
        return await command.ExecuteScalarAsync(cancellationToken) != null;
    }

    private async Task<List<(Guid Id, Guid? TenantId)>> ClaimAsync(DueRows rows, int max, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await using var command = await CommandAsync(
            scope.ServiceProvider,
            isPostgres => $"""
                UPDATE "{rows.Table}" SET "LeaseUntil" = @lease WHERE "Id" IN (
                    SELECT t."Id" FROM {Due(rows)} ORDER BY {rows.OrderBy} LIMIT {max} {(isPostgres ? "FOR UPDATE OF t SKIP LOCKED" : "")})
                RETURNING "Id", "TenantId"
                """,
            rows);

        var claimed = new List<(Guid, Guid?)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                claimed.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        }

        await unitOfWork.CompleteAsync(cancellationToken);
        return claimed;
    }

    private static string Due(DueRows rows) =>
        $"""
        "{rows.Table}" AS t WHERE ({rows.Where}) AND (t."LeaseUntil" IS NULL OR t."LeaseUntil" < @now)
        """;

    private async Task<DbCommand> CommandAsync(IServiceProvider services, Func<bool, string> sql, DueRows rows)
    {
        var database = (await services.GetRequiredService<IDbContextProvider<PartnerCrmDbContext>>().GetDbContextAsync()).Database;
        await database.OpenConnectionAsync();
        var isPostgres = database.IsNpgsql();
        var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql(isPostgres);
        Add(command, "@now", clock.Now, isPostgres);
        if (command.CommandText.Contains("@lease", StringComparison.Ordinal)) Add(command, "@lease", clock.Now + rows.Lease, isPostgres);
        return command;
    }

    private static void Add(DbCommand command, string name, DateTime value, bool isPostgres)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        // PostgreSQL's timestamptz takes only times that say they are UTC; SQLite compares the text that EF Core writes.
        parameter.Value = isPostgres ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);
        command.Parameters.Add(parameter);
    }
}
