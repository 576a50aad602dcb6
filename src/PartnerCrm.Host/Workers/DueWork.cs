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

    private async Task<List<(Guid Id, Guid? TenantId)>> ClaimAsync(DueRows rows, int max, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var context = await scope.ServiceProvider.GetRequiredService<IDbContextProvider<PartnerCrmDbContext>>().GetDbContextAsync();
        var isPostgres = context.Database.IsNpgsql();

        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"""
            UPDATE "{rows.Table}" SET "LeaseUntil" = @lease WHERE "Id" IN (
                SELECT t."Id" FROM "{rows.Table}" AS t
                WHERE ({rows.Where}) AND (t."LeaseUntil" IS NULL OR t."LeaseUntil" < @now)
                ORDER BY {rows.OrderBy} LIMIT {max} {(isPostgres ? "FOR UPDATE OF t SKIP LOCKED" : "")})
            RETURNING "Id", "TenantId"
            """;
        Add(command, "@now", clock.Now, isPostgres);
        Add(command, "@lease", clock.Now + rows.Lease, isPostgres);

        var claimed = new List<(Guid, Guid?)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                claimed.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        }

        await unitOfWork.CompleteAsync(cancellationToken);
        return claimed;
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
