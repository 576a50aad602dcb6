using System.Data.Common;
using Elsa.Workflows;
using Elsa.Workflows.Runtime.Exceptions;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Elsa.Engine;

/// <summary>
/// Runs instances, burst by burst. A burst is one transaction with everything its activities do in the unit of work. If an activity throws, what the burst did is undone
/// and the instance is written down as faulted instead; what else the unit of work holds stays.
/// </summary>
internal sealed class Bursts(Definitions definitions, UnitOfWork unitOfWork, IServiceProvider services, TimeProvider clock, NearestTimer nearest, ILogger<Bursts> log)
{
    /// <summary>The burst that runs in this flow of calls, when an activity calls the engine.</summary>
    private static readonly AsyncLocal<Burst?> inner = new();

    private readonly CurrentTenantId? currentTenantId = services.GetService<CurrentTenantId>();

    private readonly Lock gate = new();
    private long lastKey;

    private string? TenantId => currentTenantId?.Invoke();

    public async Task<RunWorkflowInstanceResponse> StartAsync(string id, CreateAndRunWorkflowInstanceRequest request, CancellationToken ct)
    {
        var definition = await definitions.FindAsync(request.WorkflowDefinitionHandle, ct);
        var tenantId = TenantId;
        RunWorkflowInstanceResponse response = null!;
        await unitOfWork(tenantId, async (scope, db, token) =>
        {
            WorkflowExecutionContext Make() => New(definition, id, tenantId, request.CorrelationId, request.Name, request.Properties, request.Input, request.Variables);
            response = Response(await RunAsync(new Burst(scope, db, token, Make(), Make)), request.IncludeWorkflowOutput);
        }, ct);
        return response;
    }

    public async Task CreateAsync(string id, CreateWorkflowInstanceRequest request, CancellationToken ct)
    {
        var definition = await definitions.FindAsync(request.WorkflowDefinitionHandle, ct);
        var instance = New(definition, id, TenantId, request.CorrelationId, request.Name, request.Properties, request.Input, null);
        await unitOfWork(instance.TenantId, (_, db, token) => new Rows(db).WriteAsync(instance, token, marked: false), ct);
    }

    public async Task<RunWorkflowInstanceResponse> RunAsync(string id, RunWorkflowInstanceRequest request, CancellationToken ct)
    {
        if (Burst.Find(inner.Value, id) is not null) throw new InvalidOperationException($"Instance {id} is running already, in the activity that asks for it.");
        RunWorkflowInstanceResponse response = null!;
        await unitOfWork(TenantId, async (scope, db, token) =>
        {
            var row = await new Rows(db).LockAsync(id, TenantId, token) ?? throw NotFound(id);
            var definition = await DefinitionAsync(row, token);
            var instance = Load(row, definition);
            var wait = request.BookmarkId is null ? null : instance.Waits.Find(wait => wait.Bookmark.Id == request.BookmarkId);
            if (wait is not null || instance.SubStatus == WorkflowSubStatus.Pending)
                instance = await RunAsync(new Burst(scope, db, token, instance, () => Load(row, definition), request.Input, request.Properties), wait is null ? [] : [wait]);
            response = Response(instance, request.IncludeWorkflowOutput);
        }, ct);
        return response;
    }

    public async Task<List<RunWorkflowInstanceResponse>> SendAsync(Stimulus stimulus, CancellationToken ct)
    {
        // An instance that runs in this flow has its state in memory: it takes the stimulus when its activities are done.
        for (var burst = inner.Value; burst is not null; burst = burst.Outer)
            if (stimulus.Fits(burst.Instance)) burst.Later.Enqueue(stimulus);

        const int page = 50;
        var responses = new List<RunWorkflowInstanceResponse>();
        var tenantId = TenantId;
        await unitOfWork(tenantId, async (scope, db, token) =>
        {
            var rows = new Rows(db);
            if (stimulus.InstanceId is { } only)
            {
                if (Burst.Find(inner.Value, only) is null && await rows.LockAsync(only, tenantId, token) is { } row) await DeliverAsync(row);
                return;
            }
            for (var (after, found) = (0L, page); found == page;)
            {
                var waiting = await rows.LockWaitingAsync(stimulus.Hash, stimulus.For.CorrelationId, tenantId, after, page, token);
                foreach (var row in waiting)
                {
                    // What ran before it may have changed it.
                    if (Burst.Find(inner.Value, row.Id) is not null) continue;
                    if ((row == waiting[0] ? row : await rows.LockAsync(row.Id, tenantId, token)) is { } fresh) await DeliverAsync(fresh);
                }
                (after, found) = (waiting.Count == 0 ? after : waiting[^1].Key, waiting.Count);
            }

            async Task DeliverAsync(InstanceRow row)
            {
                if (row.IsDone) return;
                var definition = await DefinitionAsync(row, token);
                var instance = Load(row, definition);
                if (!stimulus.Fits(instance) || !instance.Waits.Exists(stimulus.Fits)) return;
                var burst = new Burst(scope, db, token, instance, () => Load(row, definition), stimulus.For.Input, stimulus.For.Properties);
                burst.Later.Enqueue(stimulus);
                responses.Add(Response(await RunAsync(burst), false));
            }
        }, ct);
        return responses;
    }

    /// <summary>Continues an instance at all its timers that are due, the oldest first, in a unit of work that is open. Timers that are gone change nothing.</summary>
    public async Task FireAsync(DueTimer timer, IServiceProvider scope, DbContext db, CancellationToken ct)
    {
        if (await new Rows(db).LockAsync(timer.InstanceId, timer.TenantId, ct) is not { IsDone: false } row) return;
        var definition = await DefinitionAsync(row, ct);
        var instance = Load(row, definition);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        Wait[] due = [.. instance.Waits.Where(wait => wait.Due <= now).OrderBy(wait => wait.Due).ThenBy(wait => wait.Sequence)];
        if (due.Length > 0) await RunAsync(new Burst(scope, db, ct, instance, () => Load(row, definition)), due);
    }

    public Task CancelAsync(string id, CancellationToken ct)
    {
        if (Burst.Find(inner.Value, id) is { } running)
        {
            running.Instance.End(WorkflowSubStatus.Cancelled);
            return Task.CompletedTask;
        }
        return EndAsync(id, TenantId, instance => instance.End(WorkflowSubStatus.Cancelled), ct);
    }

    public Task FaultAsync(string id, string? tenantId, Exception why, CancellationToken ct) => EndAsync(id, tenantId, instance => instance.Fault(null, why), ct);

    public async Task<WorkflowState> ExportAsync(string id, CancellationToken ct)
    {
        WorkflowState state = null!;
        await unitOfWork(TenantId, async (_, db, token) =>
        {
            var row = await new Rows(db).FindAsync(id, TenantId, token) ?? throw NotFound(id);
            var instance = Load(row, await DefinitionAsync(row, token));
            state = new()
            {
                Id = id, DefinitionId = row.DefinitionId, DefinitionVersion = row.Version, DefinitionVersionId = instance.Workflow.Identity.Id, CorrelationId = row.CorrelationId, Name = instance.Name,
                Status = instance.Status, SubStatus = instance.SubStatus, Bookmarks = [.. instance.Waits.Select(wait => wait.Bookmark)], Incidents = instance.Incidents,
                Output = instance.Output, Properties = instance.Properties, CreatedAt = instance.CreatedAt, UpdatedAt = instance.UpdatedAt, FinishedAt = instance.FinishedAt,
            };
        }, ct);
        return state;
    }

    public async Task<bool> ExistsAsync(string id, CancellationToken ct)
    {
        var exists = false;
        await unitOfWork(TenantId, async (_, db, token) => exists = await new Rows(db).FindAsync(id, TenantId, token) is not null, ct);
        return exists;
    }

    public async Task<bool> DeleteAsync(string id, CancellationToken ct)
    {
        var deleted = false;
        await unitOfWork(TenantId, async (_, db, token) => deleted = await new Rows(db).DeleteAsync(id, TenantId, token), ct);
        return deleted;
    }

    private async Task EndAsync(string id, string? tenantId, Action<WorkflowExecutionContext> end, CancellationToken ct) => await unitOfWork(tenantId, async (_, db, token) =>
    {
        var rows = new Rows(db);
        var row = await rows.LockAsync(id, tenantId, token) ?? throw NotFound(id);
        if (row.IsDone) return;
        var instance = Load(row, await DefinitionAsync(row, token));
        end(instance);
        await rows.WriteAsync(instance, token, marked: false);
    }, ct);

    private async Task<WorkflowExecutionContext> RunAsync(Burst burst, params Wait[] waits)
    {
        var (db, ct, rows) = (burst.Db, burst.CancellationToken, new Rows(burst.Db));
        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(ct);
        await rows.MarkAsync(ct);
        var instance = burst.Instance;
        try
        {
            burst.Outer = inner.Value;
            inner.Value = burst;
            if (instance.SubStatus == WorkflowSubStatus.Pending) await instance.StartAsync();
            await instance.ResumeAsync(waits);
            while (burst.Later.TryDequeue(out var stimulus)) await TakeAsync(instance, stimulus);
            if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(ct);
        }
        catch (Exception exception) when (IsFault(exception, ct))
        {
            log.LogError(exception, "Workflow {Definition} instance {Instance} faulted in {Activity}", instance.Definition, instance.Id, instance.Current?.Activity.Id);
            await rows.UndoAsync(ct);
            db.ChangeTracker.Clear();
            var where = instance.Current;
            instance = burst.Again();
            instance.Fault(where, exception);
        }
        finally
        {
            inner.Value = burst.Outer;
        }
        await rows.WriteAsync(instance, ct);
        foreach (var set in instance.Waits) if (set is { IsStored: false, Due: { } due }) nearest.Offer(due);
        return instance;
    }

    private static Task TakeAsync(WorkflowExecutionContext instance, Stimulus stimulus)
    {
        instance.Input = stimulus.For.Input is { } input ? new Dictionary<string, object>(input) : [];
        return instance.ResumeAsync(instance.Waits.FindAll(stimulus.Fits));
    }

    /// <summary>A conflict with somebody else is for the caller to repeat, and a state this build can't read is for another build; neither is the instance's fault.</summary>
    private static bool IsFault(Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && ct.IsCancellationRequested) return false;
        for (var one = exception; one is not null; one = one.InnerException)
            if (one is StateRefused or DbUpdateConcurrencyException or DbException { IsTransient: true }) return false;
        return true;
    }

    private ValueTask<Definition> DefinitionAsync(InstanceRow row, CancellationToken ct) => definitions.FindAsync(row.DefinitionId, row.Version, row.Id, ct);

    private WorkflowExecutionContext New(Definition definition, string id, string? tenantId, string? correlationId, string? name,
        IDictionary<string, object>? properties, IDictionary<string, object>? input, IDictionary<string, object>? variables)
    {
        var instance = new WorkflowExecutionContext(definition, id, clock) { Key = NextKey(), TenantId = tenantId, CorrelationId = correlationId, Name = name };
        if (properties is not null) instance.Properties = new Dictionary<string, object>(properties);
        if (input is not null) instance.Input = new Dictionary<string, object>(input);
        foreach (var (key, value) in variables ?? new Dictionary<string, object>())
            if (instance.Slots.Named(key) is { } variable) instance.Slots.TrySet(variable, value);
        return instance;
    }

    private WorkflowExecutionContext Load(InstanceRow row, Definition definition)
    {
        var instance = new WorkflowExecutionContext(definition, row.Id, clock)
        {
            Key = row.Key, TenantId = row.TenantId, CorrelationId = row.CorrelationId, SubStatus = row.SubStatus, Burst = row.Burst,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt),
            FinishedAt = row.FinishedAt is { } finished ? DateTimeOffset.FromUnixTimeMilliseconds(finished) : null,
        };
        InstanceState.Read(instance, row.State);
        instance.Stored = (row.CorrelationId, [.. instance.Waits]);
        return instance;
    }

    /// <summary>41 bits of milliseconds since 2020 and 22 that begin anywhere: no two processes meet, and newer instances stand at the end of the indexes.</summary>
    private long NextKey()
    {
        var fresh = ((clock.GetUtcNow().ToUnixTimeMilliseconds() - 1_577_836_800_000) << 22) | (long)Random.Shared.Next(1 << 22);
        lock (gate) return lastKey = fresh >> 22 > lastKey >> 22 ? fresh : lastKey + 1;
    }

    private static RunWorkflowInstanceResponse Response(WorkflowExecutionContext instance, bool output) => new()
    {
        WorkflowInstanceId = instance.Id, Status = instance.Status, SubStatus = instance.SubStatus,
        Bookmarks = [.. instance.Waits.Select(wait => wait.Bookmark)], Incidents = instance.Incidents, Output = output ? instance.Output : null,
    };

    private static WorkflowInstanceNotFoundException NotFound(string id) => new($"There is no workflow instance {id}.", id);
}
