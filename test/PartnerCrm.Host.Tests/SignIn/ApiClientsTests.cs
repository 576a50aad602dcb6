using System.Net;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

public class ApiClientsTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    private const string SeeContacts = "PartnerCrm.Partners.Contacts";
    private const string ManageClients = "PartnerCrm.Host.ApiClients";

    [Fact]
    public async Task A_system_does_what_it_was_allowed_and_no_more()
    {
        using var head = await fixture.App.SignInAsync(null);
        var made = await MakeAsync(head, "Alumni office", SeeContacts);

        made.Text("clientId").ShouldStartWith("alumni-office-");
        using var system = await SignInAsync(made, await SecretAsync(head, made));

        (await system.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.OK);
        (await system.AskAsync("holds")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await system.AskAsync("api-clients")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_client_id_can_be_read_whatever_letters_the_name_has()
    {
        ApiClient.NewClientId("Büro für Straßenbau").ShouldStartWith("buro-fur-strassenbau-");
        ApiClient.NewClientId("図書館").ShouldStartWith("system-");
    }

    [Fact]
    public async Task A_new_secret_ends_the_one_before()
    {
        using var head = await fixture.App.SignInAsync(null);
        var made = await MakeAsync(head, "Library", SeeContacts);
        var first = await SecretAsync(head, made);

        var second = await SecretAsync(head, await head.GetAsync("api-clients/" + made.Text("id")));

        await ShouldBeLockedOutAsync(made, first);
        using var system = await SignInAsync(made, second);
    }

    [Fact]
    public async Task What_had_a_token_with_a_leaked_secret_is_out_within_half_a_minute()
    {
        using var head = await fixture.App.SignInAsync(null);
        var made = await MakeAsync(head, "Leaky", SeeContacts);
        using var thief = await SignInAsync(made, await SecretAsync(head, made));
        (await thief.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.OK);

        var secret = await SecretAsync(head, await head.GetAsync("api-clients/" + made.Text("id")));
        fixture.App.Clock.Now += TimeSpan.FromSeconds(31);

        (await thief.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var system = await SignInAsync(made, secret);
        (await system.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.PutAsync("api-clients/" + made.Text("id"), new { displayName = "Leaky", isActive = false, permissions = (string[])[] }, "*")).ShouldSucceed("Switching off");
        fixture.App.Clock.Now += TimeSpan.FromSeconds(31);
        (await system.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_it_may_do_is_changed_by_whoever_read_it_last()
    {
        using var head = await fixture.App.SignInAsync(null);
        var made = await MakeAsync(head, "Careers", SeeContacts);
        var (path, stamp) = ("api-clients/" + made.Text("id"), made.Text("concurrencyStamp"));

        (await head.PutAsync(path, new { displayName = "Careers", isActive = true, permissions = (string[])[], concurrencyStamp = stamp })).ShouldSucceed("Taking away");
        var late = await head.PutAsync(path, new { displayName = "Careers", isActive = true, permissions = (string[])[SeeContacts], concurrencyStamp = stamp });

        late.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await head.GetAsync(path)).Items("permissions").ShouldBeEmpty();
        (await head.PutAsync(path, new { displayName = "Careers" }, "*")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_house_lets_in_its_own_systems_only()
    {
        using var head = await fixture.App.SignInAsync(await fixture.App.AddTenantAsync("Clients"));
        using var neighbour = await fixture.App.SignInAsync(await fixture.App.AddTenantAsync("Neighbours"));
        var made = await MakeAsync(head, "Theirs", SeeContacts);

        using var system = await SignInAsync(made, await SecretAsync(head, made));

        (await system.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.GetAsync("api-clients/choices")).Items().SelectMany(g => g.Items("permissions")).Select(p => p.Text("name")).ShouldNotContain(name => name.StartsWith("AbpTenantManagement", StringComparison.Ordinal));
        (await neighbour.AskAsync("api-clients/" + made.Text("id"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.PutAsync($"api-clients/{made.Text("id")}/secret", new { }, "*")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_that_is_switched_off_or_gone_gets_no_token()
    {
        using var head = await fixture.App.SignInAsync(null);
        var made = await MakeAsync(head, "Timetable", SeeContacts);
        var secret = await SecretAsync(head, made);
        var path = "api-clients/" + made.Text("id");

        var off = (await head.PutAsync(path, new { displayName = "Timetables", isActive = false, permissions = (string[])[SeeContacts] }, "*")).ShouldSucceed("Switching off");
        await ShouldBeLockedOutAsync(made, secret);
        (await head.PutAsync(path, new { displayName = "Timetables", isActive = true, permissions = (string[])[] }, "*")).ShouldSucceed("Switching on");
        using (var system = await SignInAsync(made, secret)) (await system.AskAsync("contacts")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.DeleteAsync(path, "*")).ShouldSucceed("Deleting");

        off.Text("displayName").ShouldBe("Timetables");
        await ShouldBeLockedOutAsync(made, secret);
        (await head.AskAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_lets_a_system_do_what_they_may_not_do_themselves()
    {
        using var head = await fixture.App.SignInAsync(null);
        var helper = await MakeAsync(head, "Helper", ManageClients);
        using var system = await SignInAsync(helper, await SecretAsync(head, helper));

        (await system.PostAsync("api-clients", new { displayName = "Accomplice", permissions = (string[])[SeeContacts] }))
            .ShouldBeRefused(HttpStatusCode.Forbidden, "PartnerCrm.Host:NotYoursToGive");
        (await system.GetAsync("api-clients/choices")).Items().SelectMany(g => g.Items("permissions")).Select(p => p.Text("name")).ShouldBe([ManageClients]);
        // Whoever has its secret is the client.
        var alumni = await MakeAsync(head, "Alumni", SeeContacts);
        (await system.PutAsync($"api-clients/{alumni.Text("id")}/secret", new { }, "*")).ShouldBeRefused(HttpStatusCode.Forbidden, "PartnerCrm.Host:NotYoursToGive");
        // What somebody else gave may stay.
        var renamed = (await system.PutAsync("api-clients/" + alumni.Text("id"), new { displayName = "Alumni and friends", isActive = true, permissions = (string[])[SeeContacts] }, "*")).ShouldSucceed("Renaming");
        renamed.Items("permissions").Select(p => p.GetString()).ShouldBe([SeeContacts]);
    }

    private static async Task<JsonElement> MakeAsync(Caller by, string name, params string[] permissions) =>
        (await by.PostAsync("api-clients", new { displayName = name, permissions })).ShouldSucceed("A client");

    private static async Task<string> SecretAsync(Caller by, JsonElement client) =>
        (await by.PutAsync($"api-clients/{client.Text("id")}/secret", new { concurrencyStamp = client.Text("concurrencyStamp") })).ShouldSucceed("A secret").Text("secret");

    private async Task<Caller> SignInAsync(JsonElement client, string secret)
    {
        var caller = fixture.App.Anonymous();
        await caller.SignInAsync(client.Text("clientId"), secret);
        return caller;
    }

    private async Task ShouldBeLockedOutAsync(JsonElement client, string secret)
    {
        using var caller = fixture.App.Anonymous();
        Func<HttpContent> form = () => new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", client.Text("clientId")), new("client_secret", secret)]);
        (await caller.SendAsync(HttpMethod.Post, "/connect/token", form)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
