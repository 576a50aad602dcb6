using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.Uow;

namespace Volo.Abp.AuditLogging;

// Nobody waits for a log to be written, unless there is no writer running or it can't keep up.
internal sealed class AuditingStore(AuditLogWriter writer) : IAuditingStore
{
    public Task SaveAsync(AuditLogInfo auditInfo) => writer.TryEnqueue(auditInfo) ? Task.CompletedTask : writer.WriteAsync([auditInfo]);
}

/// <summary>Writes logs one batch after another, each in a unit of work of its own: one commit for many requests.</summary>
internal sealed class AuditLogWriter(IServiceScopeFactory scopes, IGuidGenerator guids, IUnitOfWorkManager units, ILogger<AuditLogWriter> logger)
    : BackgroundService
{
    private const int MaxWaiting = 10_000;
    private const int MaxBatch = 100;

    private readonly Channel<AuditLogInfo> waiting = Channel.CreateBounded<AuditLogInfo>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private volatile bool running;

    public bool TryEnqueue(AuditLogInfo info) => running && waiting.Writer.TryWrite(info);

    public async Task WriteAsync(IReadOnlyList<AuditLogInfo> infos)
    {
        try
        {
            using var scope = scopes.CreateScope();
            using var uow = units.Begin(requiresNew: true, isTransactional: true);
            var converter = scope.ServiceProvider.GetRequiredService<IExceptionToErrorInfoConverter>();
            var logs = scope.ServiceProvider.GetRequiredService<IAuditLogRepository>();
            await logs.InsertManyAsync(infos.Select(info => new AuditLog(info, guids, Describe(info, converter))));
            await uow.CompleteAsync();
        }
        catch (Exception exception)
        {
            if (infos.Count == 1)
            {
                logger.LogError(exception, "An audit log could not be written: {Log}", infos[0].ToString());
                return;
            }

            // One that can't be written must not take the others with it.
            foreach (var info in infos) await WriteAsync([info]);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        running = true;
        stoppingToken.Register(() =>
        {
            running = false;
            waiting.Writer.TryComplete();
        });

        // Ends when the writer is complete and everything that waited is written.
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<AuditLogInfo>();
            while (batch.Count < MaxBatch && waiting.Reader.TryRead(out var info)) batch.Add(info);

            await WriteAsync(batch);
        }
    }

    private static string? Describe(AuditLogInfo info, IExceptionToErrorInfoConverter converter) =>
        info.Exceptions.Count == 0 ? null : string.Join(Environment.NewLine, info.Exceptions.Select(exception =>
        {
            var error = converter.Convert(exception, o => o.SendExceptionsDetailsToClients = true);
            return $"{exception.GetType().Name} {error.Code}: {error.Message} {error.Details}";
        }));
}
