using Microsoft.EntityFrameworkCore;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EventBus.Distributed;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>A context whose transactions also hold the events that leave the process.</summary>
public interface IHasEventOutbox : IEfCoreDbContext
{
    DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
}

/// <summary>An event that is committed and not yet sent.</summary>
public class OutgoingEventRecord : BasicAggregateRoot<Guid>, IHasExtraProperties, IHasCreationTime
{
    protected OutgoingEventRecord()
    {
    }

    public OutgoingEventRecord(OutgoingEventInfo eventInfo)
        : base(eventInfo.Id)
    {
        EventName = eventInfo.EventName;
        EventData = eventInfo.EventData;
        CreationTime = eventInfo.CreationTime;
        foreach (var (name, value) in eventInfo.ExtraProperties) ExtraProperties[name] = value;
    }

    public static int MaxEventNameLength { get; set; } = 256;

    public ExtraPropertyDictionary ExtraProperties { get; private set; } = [];
    public string EventName { get; private set; } = null!;
    public byte[] EventData { get; private set; } = null!;
    public DateTime CreationTime { get; private set; }

    public OutgoingEventInfo ToOutgoingEventInfo()
    {
        var info = new OutgoingEventInfo(Id, EventName, EventData, CreationTime);
        foreach (var (name, value) in ExtraProperties) info.ExtraProperties[name] = value;
        return info;
    }
}

public interface IDbContextEventOutbox<TDbContext> : IEventOutbox where TDbContext : IHasEventOutbox;

/// <summary>The outbox in the tables of a context.</summary>
public class DbContextEventOutbox<TDbContext>(IDbContextProvider<TDbContext> dbContextProvider) : IDbContextEventOutbox<TDbContext>, ISendsAlone
    where TDbContext : IHasEventOutbox
{
    protected IDbContextProvider<TDbContext> DbContextProvider { get; } = dbContextProvider;

    public virtual async Task EnqueueAsync(OutgoingEventInfo outgoingEvent) =>
        (await DbContextProvider.GetDbContextAsync()).OutgoingEvents.Add(new OutgoingEventRecord(outgoingEvent));

    public virtual async Task<List<OutgoingEventInfo>> GetWaitingEventsAsync(int maxCount, CancellationToken cancellationToken = default)
    {
        var records = await (await DbContextProvider.GetDbContextAsync()).OutgoingEvents.AsNoTracking()
            .OrderBy(e => e.CreationTime).ThenBy(e => e.Id).Take(maxCount).ToListAsync(cancellationToken);
        return records.ConvertAll(r => r.ToOutgoingEventInfo());
    }

    public virtual Task DeleteAsync(Guid id) => DeleteManyAsync([id]);

    public virtual async Task DeleteManyAsync(IEnumerable<Guid> ids)
    {
        var list = ids.ToList();
        await (await DbContextProvider.GetDbContextAsync()).OutgoingEvents.Where(e => list.Contains(e.Id)).ExecuteDeleteAsync();
    }

    // SQLite's transactions are alone anyway.
    async Task<bool> ISendsAlone.TryBecomeSenderAsync(CancellationToken cancellationToken)
    {
        var database = (await DbContextProvider.GetDbContextAsync()).Database;
        return !database.IsNpgsql() || await database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({SenderLock}) AS \"Value\"").SingleAsync(cancellationToken);
    }

    private const long SenderLock = 0x4142504f7574626f; // "ABPOutbo"
}

public static class EfCoreOutboxConfigExtensions
{
    public static void UseDbContext<TDbContext>(this OutboxConfig outboxConfig) where TDbContext : IHasEventOutbox
    {
        outboxConfig.ImplementationType = typeof(IDbContextEventOutbox<TDbContext>);
        outboxConfig.DatabaseName = ConnectionStringNameAttribute.GetConnStringName<TDbContext>();
    }
}

public static class EventOutboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventOutbox(this ModelBuilder builder) => builder.Entity<OutgoingEventRecord>(b =>
    {
        b.ToTable(AbpCommonDbProperties.DbTablePrefix + "EventOutbox", AbpCommonDbProperties.DbSchema);
        b.ConfigureByConvention();
        b.Property(e => e.EventName).IsRequired().HasMaxLength(OutgoingEventRecord.MaxEventNameLength);
        b.Property(e => e.EventData).IsRequired();
        b.HasIndex(e => e.CreationTime);
    });
}
