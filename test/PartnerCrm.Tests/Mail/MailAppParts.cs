using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests.Mail;

public class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 8, 4, 9, 0, 0, DateTimeKind.Utc); // a Tuesday

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}

public class TestTransport : IMailTransport
{
    public List<OutgoingMail> Sent { get; } = [];
    public Func<OutgoingMail, Delivery> Answer { get; set; } = _ => Delivery.Kept;
    public Delivery? Found { get; set; }
    public TransportMode Mode { get; set; } = TransportMode.Smtp;
    public bool Remembers => Found is not null;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default)
    {
        Sent.Add(mail);
        return Task.FromResult(Answer(mail));
    }

    public Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default) => Task.FromResult(Found);
}

public class TestClearance : IClearance
{
    public static readonly ClearanceAnswer Allowed = Answer(Verdict.Allowed, "Nothing stands in the way.");

    public ClearanceAnswer OnCheck { get; set; } = Allowed;
    public ClearanceAnswer OnClaim { get; set; } = Allowed;
    public List<string> Claims { get; } = [];

    public static ClearanceAnswer Answer(Verdict verdict, string sentence, DateTime? notBefore = null)
        => new(verdict, [new ClearanceReason("test", sentence, new Dictionary<string, string>())], "1", DateTime.MaxValue, NotBefore: notBefore);

    public Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) => Task.FromResult(OnCheck);

    public Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, ClearanceAnswer>>(contactIds.ToDictionary(id => id, _ => OnCheck));

    public Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default)
    {
        Claims.Add(effectKey);
        return Task.FromResult(OnClaim);
    }
}

public class TestPeople : IContactLookup, IContactOrigins, IColleagueLookup, IRelationshipLookup
{
    public Task<IReadOnlyDictionary<Guid, RelationshipCard>> OfContactsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, RelationshipCard>>(new Dictionary<Guid, RelationshipCard>());

    public List<OriginFact> Origins { get; } = [];

    public List<ContactCard> Contacts { get; } = [MailSamples.Ada];

    public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(Contacts.Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id));

    public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(Contacts.Where(c => c.Email is not null && emails.Contains(c.Email)).ToDictionary(c => c.Email!));

    Task<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>> IContactOrigins.GetAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>>(contactIds.ToDictionary(id => id, _ => (IReadOnlyList<OriginFact>)Origins));

    Task<IReadOnlyDictionary<Guid, ColleagueCard>> IColleagueLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, ColleagueCard>>(ids.Contains(MailSamples.Sam.Id) ? new() { [MailSamples.Sam.Id] = MailSamples.Sam } : new Dictionary<Guid, ColleagueCard>());
}

/// <summary>Writes down what the module says. Registered by convention in the other modules' tests too, where nobody listens.</summary>
public class Listener(IServiceProvider services) :
    ILocalEventHandler<DraftReady>, ILocalEventHandler<DraftApproved>, ILocalEventHandler<DraftRecalled>, ILocalEventHandler<DraftDiscarded>, ILocalEventHandler<MailSent>, ILocalEventHandler<MailRefused>,
    ILocalEventHandler<MailAnswered>, ILocalEventHandler<AutoReplyArrived>, ILocalEventHandler<MailBounced>, ILocalEventHandler<ContactUnsubscribed>,
    ILocalEventHandler<ContactObjected>, ILocalEventHandler<CalendarReplyArrived>, ILocalEventHandler<OfferTimePicked>, ITransientDependency
{
    public Task HandleEventAsync(DraftReady eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftApproved eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftRecalled eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftDiscarded eventData) => Keep(eventData);
    public Task HandleEventAsync(MailSent eventData) => Keep(eventData);
    public Task HandleEventAsync(MailRefused eventData) => Keep(eventData);
    public Task HandleEventAsync(MailAnswered eventData) => Keep(eventData);
    public Task HandleEventAsync(AutoReplyArrived eventData) => Keep(eventData);
    public Task HandleEventAsync(MailBounced eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactUnsubscribed eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactObjected eventData) => Keep(eventData);
    public Task HandleEventAsync(CalendarReplyArrived eventData) => Keep(eventData);
    public Task HandleEventAsync(OfferTimePicked eventData) => Keep(eventData);

    private Task Keep(object fact)
    {
        services.GetService<MailApp>()?.Facts.Enqueue(fact);
        return Task.CompletedTask;
    }
}

/// <summary>The host's way of claiming, for SQLite alone.</summary>
public class TestDueWork(IServiceScopeFactory scopes, MailApp app) : IDueWork
{
    public async Task<int> PassAsync(
        DueRows rows, int max, Func<IServiceProvider, Guid, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        var claimed = await InUnitOfWork(null, async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<MailTestDbContext>>().GetDbContextAsync();
            await using var command = new SqliteCommand(
                $"""
                UPDATE "{rows.Table}" SET "LeaseUntil" = @lease WHERE "Id" IN (SELECT t."Id" FROM "{rows.Table}" AS t
                WHERE ({rows.Where}) AND (t."LeaseUntil" IS NULL OR t."LeaseUntil" < @now) ORDER BY {rows.OrderBy} LIMIT {max}) RETURNING "Id", "TenantId"
                """,
                (SqliteConnection)context.Database.GetDbConnection(),
                (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction());
            command.Parameters.AddWithValue("@now", app.Clock.Now);
            command.Parameters.AddWithValue("@lease", app.Clock.Now + rows.Lease);
            var found = new List<(Guid Id, Guid? TenantId)>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
            return found;
        });
        foreach (var (id, tenantId) in claimed)
        {
            await InUnitOfWork(tenantId, async services =>
            {
                await work(services, id, cancellationToken);
                return 0;
            });
        }
        return claimed.Count;
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
