using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Clearance;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using PartnerCrm.Mail;
using PartnerCrm.Meetings;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.SettingManagement;

namespace PartnerCrm.Host.Tests;

/// <summary>
/// Each worker's pass over two offices that look the same down to the addresses: each is served in its own house, and outside of both nothing appears.
/// </summary>
public class TwoTenantsTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    private HostApp App => fixture.App;

    [Fact]
    public void Every_worker_has_a_test_with_two_tenants()
    {
        Type[] modules = [typeof(PartnersModule), typeof(SourcesModule), typeof(EngagementModule), typeof(ClearanceModule), typeof(MailModule), typeof(MeetingsModule), typeof(PartnerCrmHostModule)];
        var workers = modules.SelectMany(m => m.Assembly.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && (t.IsAssignableTo(typeof(IBackgroundWorker)) || Asks(t, typeof(IDueWork))));
        var tested = typeof(TwoTenantsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetCustomAttribute<WithTwoTenantsAttribute>()?.Workers ?? []);

        workers.Except(tested).Select(t => t.FullName).ShouldBeEmpty("Write a test of these with two tenants, and mark it [WithTwoTenants]");
    }

    [Fact]
    [WithTwoTenants(typeof(ImportReading), typeof(ImportWorker))]
    public async Task Imports_are_read_in_their_own_tenant()
    {
        var (north, south) = await OfficesAsync();
        var (ofNorth, ofSouth) = (await north.UploadAsync(), await south.UploadAsync());

        (await ReadAsync()).ShouldBe(1);
        (await north.Caller.GetAsync($"imports/{ofNorth}")).Text("status").ShouldBe("Ready");
        (await south.Caller.GetAsync($"imports/{ofSouth}")).Text("status").ShouldBe("Queued", "one pass, one import: the other's is untouched");
        (await ReadAsync()).ShouldBe(1);

        foreach (var office in (Office[])[north, south])
        {
            var candidates = await office.AllAsync<Candidate>();
            candidates.Select(c => (c.FirstName, c.TenantId)).ShouldBe(((string, Guid?)[])[("Ada", office.Tenant), ("Ben", office.Tenant)], ignoreOrder: true);
            candidates.ShouldAllBe(c => !c.IsElsewhere, "the other office's list is nobody's business");
        }

        (await App.AllAsync<Candidate>(null)).ShouldBeEmpty();
    }

    [Fact]
    [WithTwoTenants(typeof(ImportPurge))]
    public async Task Each_tenants_candidates_are_forgotten_when_their_own_time_is_over()
    {
        var (north, south) = await OfficesAsync();
        var first = await north.UploadAsync();
        await ReadAsync();
        App.Clock.Now += TimeSpan.FromDays(10);
        await NewTokensAsync(north, south);
        var second = await south.UploadAsync();
        await ReadAsync();
        App.Clock.Now += TimeSpan.FromDays(5);
        await NewTokensAsync(north, south);

        while (await Office.PassAsync<ImportPurge>(App, w => w.PassAsync()) > 0) { }

        (await north.AllAsync<Candidate>()).ShouldBeEmpty();
        (await south.AllAsync<Candidate>()).Count.ShouldBe(2);
        (await north.Caller.GetAsync($"imports/{first}")).GetProperty("counts").Number("candidates").ShouldBe(2);
        (await south.Caller.GetAsync($"imports/{second}")).Text("status").ShouldBe("Ready");
    }

    [Fact]
    public async Task Each_tenant_says_how_long_it_keeps_candidates()
    {
        var (north, south) = await OfficesAsync();
        await App.DoAsync(south.Tenant, services => services.GetRequiredService<ISettingManager>().SetForTenantAsync(south.Tenant, SourcesSettings.KeepCandidatesDays, "30"));
        foreach (var office in (Office[])[north, south]) await office.UploadAsync();
        while (await ReadAsync() > 0) { }

        App.Clock.Now += TimeSpan.FromDays(15);
        while (await Office.PassAsync<ImportPurge>(App, w => w.PassAsync()) > 0) { }
        (await north.AllAsync<Candidate>()).ShouldBeEmpty();
        (await south.AllAsync<Candidate>()).Count.ShouldBe(2);

        App.Clock.Now += TimeSpan.FromDays(16);
        while (await Office.PassAsync<ImportPurge>(App, w => w.PassAsync()) > 0) { }
        (await south.AllAsync<Candidate>()).ShouldBeEmpty();
    }

    [Fact]
    [WithTwoTenants(typeof(StartQueueLook), typeof(StartPump), typeof(SignalDispatcher), typeof(SignalPump))]
    public async Task Escalations_start_and_go_on_in_their_own_tenant()
    {
        var (north, south) = await OfficesAsync();
        foreach (var office in (Office[])[north, south])
        {
            var import = await office.UploadAsync();
            await ReadAsync();
            await office.PickAsync(import);
        }

        (await Office.PassAsync<StartQueueLook>(App, w => w.PassAsync())).ShouldBe(2);
        (await Office.PassAsync<SignalDispatcher>(App, w => w.PassAsync())).ShouldBe(2);

        foreach (var office in (Office[])[north, south])
        {
            var escalation = (await office.AllAsync<Escalation>()).ShouldHaveSingleItem();
            (escalation.TenantId, escalation.State, escalation.WaitingFor).ShouldBe(((Guid?)office.Tenant, EscalationState.Running, WaitingFor.SocialTouch));
            var followUps = await office.AllAsync<FollowUp>();
            followUps.ShouldAllBe(f => f.TenantId == office.Tenant && f.RelationshipId == escalation.RelationshipId && f.OwnerId == escalation.OwnerId);
            followUps.Count(f => f.Kind == FollowUpKind.SocialTouch).ShouldBe(1);
            (await office.AllAsync<JournalEntry>()).ShouldNotBeEmpty();
            (await office.AllAsync<EscalationSignal>()).ShouldBeEmpty();
        }

        foreach (var rows in (int[])[(await App.AllAsync<Escalation>(null)).Count, (await App.AllAsync<FollowUp>(null)).Count, (await App.AllAsync<JournalEntry>(null)).Count]) rows.ShouldBe(0);
    }

    [Fact]
    [WithTwoTenants(typeof(Outbox), typeof(OutboxWorker))]
    public async Task Mail_goes_out_in_its_own_tenant()
    {
        var (north, south) = await OfficesAsync();
        foreach (var office in (Office[])[north, south]) await WithMailAsync(office);

        (await Office.PassAsync<Outbox>(App, w => w.PassAsync())).ShouldBe(2);

        foreach (var office in (Office[])[north, south])
        {
            var mail = (await office.AllAsync<MailMessage>()).ShouldHaveSingleItem();
            (mail.TenantId, mail.State, mail.ToAddress).ShouldBe(((Guid?)office.Tenant, MailState.Kept, "ada@example.org"), mail.Problem);
            (await office.AllAsync<MailSource>()).ShouldHaveSingleItem().Id.ShouldBe(mail.Id);
            (await office.AllAsync<UnsubscribeToken>()).ShouldHaveSingleItem().MailMessageId.ShouldBe(mail.Id);
            (await office.AllAsync<Decision>()).ShouldHaveSingleItem().TenantId.ShouldBe(office.Tenant);
        }

        (await App.AllAsync<MailMessage>(null)).ShouldBeEmpty();
    }

    [Fact]
    [WithTwoTenants(typeof(OfferExpiry), typeof(OfferExpiryWorker))]
    public async Task Offers_end_in_their_own_tenant()
    {
        var (north, south) = await OfficesAsync();
        await OfferAsync(north);
        App.Clock.Now += TimeSpan.FromDays(30);
        await NewTokensAsync(north, south);
        await OfferAsync(south);

        (await Office.PassAsync<OfferExpiry>(App, w => w.PassAsync())).ShouldBe(1);

        (await north.AllAsync<Offer>()).ShouldHaveSingleItem().State.ShouldBe(OfferState.Expired);
        (await south.AllAsync<Offer>()).ShouldHaveSingleItem().State.ShouldBe(OfferState.Open);
    }

    [Fact]
    [WithTwoTenants(typeof(HoldExpiry), typeof(HoldExpiryWorker))]
    public async Task Holds_end_in_their_own_tenant_and_what_they_kept_goes_on()
    {
        var (north, south) = await OfficesAsync();
        foreach (var (office, days) in ((Office, int)[])[(north, 1), (south, 9)])
        {
            var import = await office.UploadAsync();
            await ReadAsync();
            await office.PickAsync(import);
            await Office.PassAsync<StartQueueLook>(App, w => w.PassAsync());
            (await office.Caller.PostAsync("holds", new { scope = "Everything", reason = "The exam board meets", until = App.Clock.Now.AddDays(days) })).ShouldSucceed("The hold");
            (await office.AllAsync<Escalation>()).ShouldHaveSingleItem().State.ShouldBe(EscalationState.Paused);
        }

        (await Office.PassAsync<HoldExpiry>(App, w => w.PassAsync())).ShouldBe(0);
        App.Clock.Now += TimeSpan.FromDays(2);
        (await Office.PassAsync<HoldExpiry>(App, w => w.PassAsync())).ShouldBe(1);
        (await Office.PassAsync<HoldExpiry>(App, w => w.PassAsync())).ShouldBe(0);

        (await north.AllAsync<Hold>()).ShouldHaveSingleItem().LiftedAt.ShouldNotBeNull();
        (await north.AllAsync<Escalation>()).ShouldHaveSingleItem().State.ShouldBe(EscalationState.Running);
        (await south.AllAsync<Hold>()).ShouldHaveSingleItem().LiftedAt.ShouldBeNull();
        (await south.AllAsync<Escalation>()).ShouldHaveSingleItem().State.ShouldBe(EscalationState.Paused);
    }

    [Fact]
    [WithTwoTenants(typeof(OldSessions), typeof(Housekeeping))]
    public async Task Old_sessions_are_forgotten_and_another_tenants_young_ones_stay()
    {
        var (north, south) = await OfficesAsync();
        await SignInAsync(north);
        App.Clock.Now += TimeSpan.FromDays(91);
        await SignInAsync(south);

        (await Office.PassAsync<OldSessions>(App, w => w.PassAsync())).ShouldBe(1);

        (await north.AllAsync<UserSession>()).ShouldBeEmpty();
        (await south.AllAsync<UserSession>()).ShouldHaveSingleItem();
    }

    private async Task<(Office North, Office South)> OfficesAsync()
    {
        // The last test's leavings are no work of this one's.
        while (await ReadAsync() + await Office.PassAsync<StartQueueLook>(App, w => w.PassAsync()) + await Office.PassAsync<SignalDispatcher>(App, w => w.PassAsync())
            + await Office.PassAsync<Outbox>(App, w => w.PassAsync()) + await Office.PassAsync<OfferExpiry>(App, w => w.PassAsync()) > 0) { }
        // A Monday at ten: mail has its hours.
        var monday = App.Clock.Now.Date.AddDays(8 - (int)App.Clock.Now.DayOfWeek).AddHours(10);
        App.Clock.Now = new DateTimeOffset(monday, TimeSpan.Zero);
        return (await Office.OpenAsync(App), await Office.OpenAsync(App));
    }

    private Task<int> ReadAsync() => Office.PassAsync<ImportReading>(App, w => w.PassAsync());

    private async Task WithMailAsync(Office office)
    {
        var import = await office.UploadAsync();
        await ReadAsync();
        await office.PickAsync(import);
        var relationship = await office.RelationshipAsync();
        (await office.Caller.PostAsync($"contacts/{relationship.Text("contactId")}/consent", new { source = "ticked the box at the seminar" })).ShouldSucceed("The consent");
        await App.DoAsync(office.Tenant, services => services.GetRequiredService<ILocalEventBus>().PublishAsync(
            new MailRequested(
                $"two-tenants:{office.Tenant:N}", relationship.GetProperty("contactId").GetGuid(), relationship.GetProperty("ownerId").GetGuid(), Purpose.Marketing, "first-mail",
                new Dictionary<string, string>(), NeedsApproval: false, RelationshipId: relationship.GetProperty("id").GetGuid()),
            onUnitOfWorkComplete: false));
    }

    private async Task OfferAsync(Office office)
    {
        var import = await office.UploadAsync();
        await ReadAsync();
        await office.PickAsync(import);
        (await office.Caller.PostAsync("offers", new { contactId = (await office.RelationshipAsync()).Text("contactId") })).ShouldSucceed("The offer");
    }

    private Task SignInAsync(Office office) => App.DoAsync(office.Tenant, services => services.GetRequiredService<IRepository<UserSession, Guid>>().InsertAsync(
        new UserSession(Guid.NewGuid(), office.Tenant, Guid.NewGuid(), "stamp", new Visitor("Firefox", "127.0.0.1"), isRemembered: false, App.Clock.Now.UtcDateTime)));

    private static async Task NewTokensAsync(params Office[] offices)
    {
        foreach (var office in offices) await office.Caller.SignInAgainAsync();
    }

    private static bool Asks(Type type, Type service) => type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == service);
}
