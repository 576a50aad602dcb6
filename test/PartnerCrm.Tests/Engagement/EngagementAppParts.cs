using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests.Engagement;

public sealed class FixedClock : TimeProvider
{
    /// <summary>A Monday.</summary>
    public DateTime Now { get; set; } = new(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}

/// <summary>Clearance says what the test says; Allowed unless told otherwise.</summary>
public sealed class SaidClearance : IClearance
{
    public Dictionary<Guid, ClearanceAnswer> Answers { get; } = [];

    public static ClearanceAnswer Answer(Verdict verdict, string sentence = "So the test says.", DateTime? notBefore = null) =>
        new(verdict, [new ClearanceReason("test", sentence, new Dictionary<string, string>())], "1", DateTime.MaxValue, NotBefore: notBefore);

    public Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) =>
        Task.FromResult(Answers.GetValueOrDefault(question.ContactId) ?? Answer(Verdict.Allowed));

    public Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Engagement asks for one at a time.");

    public Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default) =>
        CheckAsync(question, cancellationToken);
}

/// <summary>Hears what the module says to others. Registered by convention in the other modules' tests too, where nobody listens.</summary>
public class Ears(IServiceProvider services) :
    ILocalEventHandler<TouchpointRecorded>, ILocalEventHandler<EscalationStarted>, ILocalEventHandler<EscalationEnded>,
    ILocalEventHandler<RelationshipStageChanged>, ILocalEventHandler<MailRequested>, ILocalEventHandler<MailWithdrawn>,
    ILocalEventHandler<MeetingOfferRequested>, ILocalEventHandler<MeetingOfferWithdrawn>, ILocalEventHandler<ContactObjected>, ITransientDependency
{
    public Task HandleEventAsync(TouchpointRecorded eventData) => Keep(eventData);
    public Task HandleEventAsync(EscalationStarted eventData) => Keep(eventData);
    public Task HandleEventAsync(EscalationEnded eventData) => Keep(eventData);
    public Task HandleEventAsync(RelationshipStageChanged eventData) => Keep(eventData);
    public Task HandleEventAsync(MailRequested eventData) => Keep(eventData);
    public Task HandleEventAsync(MailWithdrawn eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingOfferRequested eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingOfferWithdrawn eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactObjected eventData) => Keep(eventData);

    private Task Keep(object fact)
    {
        services.GetService<EngagementApp>()?.Facts.Enqueue(fact);
        return Task.CompletedTask;
    }
}

/// <summary>The host's way of claiming, for SQLite alone. Work that fails fails the test.</summary>
public class SqliteDueWork(IServiceScopeFactory scopes, EngagementApp app) : IDueWork
{
    public async Task<int> PassAsync(
        DueRows rows, int max, Func<IServiceProvider, Guid, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        var claimed = await InUnitOfWork(null, services => ClaimAsync(services, rows, max));
        foreach (var (id, tenantId) in claimed)
            await InUnitOfWork(tenantId, async services =>
            {
                await work(services, id, cancellationToken);
                return 0;
            });
        return claimed.Count;
    }

    private async Task<List<(Guid Id, Guid? TenantId)>> ClaimAsync(IServiceProvider services, DueRows rows, int max)
    {
        var db = await services.GetRequiredService<IDbContextProvider<EngagementTestDbContext>>().GetDbContextAsync();
        await using var command = new SqliteCommand(
            $"""
            UPDATE "{rows.Table}" SET "LeaseUntil" = @lease WHERE "Id" IN (SELECT t."Id" FROM "{rows.Table}" AS t
            WHERE ({rows.Where}) AND (t."LeaseUntil" IS NULL OR t."LeaseUntil" < @now) ORDER BY {rows.OrderBy} LIMIT {max}) RETURNING "Id", "TenantId"
            """,
            (SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("@now", app.Clock.Now);
        command.Parameters.AddWithValue("@lease", app.Clock.Now + rows.Lease);
        var found = new List<(Guid, Guid?)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) found.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        return found;
    }

    private async Task<T> InUnitOfWork<T>(Guid? tenantId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await work(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }
}
