using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>What the genuine UI packages and ABP's proxy generator ask of this host; the modules' own APIs have their tests with the stand-ins.</summary>
public class AbpWireTests
{
    [Fact]
    public async Task The_ui_can_start_with_a_token_that_is_no_longer_good_and_finds_its_texts_in_german()
    {
        await using var host = await RunningHost.StartAsync();
        using var ui = new HttpClient { BaseAddress = new Uri($"http://localhost:{host.Port}") };
        ui.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a.stale.token");
        ui.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");

        var configuration = await ui.GetFromJsonAsync<JsonElement>("/api/abp/application-configuration?includeLocalizationResources=false");
        var texts = await ui.GetFromJsonAsync<JsonElement>("/api/abp/application-localization?cultureName=de&onlyDynamics=false");

        configuration.GetProperty("currentUser").GetProperty("isAuthenticated").GetBoolean().ShouldBeFalse();
        configuration.GetProperty("localization").GetProperty("defaultResourceName").GetString().ShouldBe("PartnerCrm");
        configuration.GetProperty("localization").GetProperty("currentCulture").GetProperty("cultureName").GetString().ShouldBe("de");
        foreach (var resource in new[] { "PartnerCrm", "Partners", "Sources", "Engagement", "Clearance", "Mail", "Meetings", "AbpUi", "AbpIdentity" })
            texts.GetProperty("resources").GetProperty(resource).GetProperty("baseResources").ValueKind.ShouldBe(JsonValueKind.Array);
        (await ui.GetAsync("/api/identity/users")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_proxy_generator_finds_every_service_under_its_module_and_required_what_a_record_always_has()
    {
        await using var host = await RunningHost.StartAsync();
        using var generator = new HttpClient { BaseAddress = new Uri($"http://localhost:{host.Port}") };

        var definition = await generator.GetFromJsonAsync<JsonElement>("/api/abp/api-definition?includeTypes=true");

        var controllers = definition.GetProperty("modules").GetProperty("crm").GetProperty("controllers").EnumerateObject().Select(c => c.Name).ToList();
        controllers.ShouldContain("PartnerCrm.Partners.ContactsAppService");
        controllers.ShouldContain("PartnerCrm.Engagement.RelationshipsAppService");
        controllers.ShouldContain("PartnerCrm.Sources.ImportsAppService");
        var row = definition.GetProperty("types").GetProperty("PartnerCrm.Partners.ContactRow").GetProperty("properties").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        row["FirstName"].GetProperty("isRequired").GetBoolean().ShouldBeTrue();
        row["Email"].GetProperty("isRequired").GetBoolean().ShouldBeFalse();
        row["Email"].GetProperty("isNullable").GetBoolean().ShouldBeTrue();
        definition.GetProperty("types").GetProperty("PartnerCrm.Contracts.Channel").GetProperty("enumValues")[0].GetString().ShouldBe("LinkedIn");
    }

    [Fact]
    public async Task The_audit_log_shows_who_did_what()
    {
        await using var host = await RunningHost.StartAsync();
        (await host.PostAsync("holds", new { scope = "Everything", reason = "exam board" })).ShouldSucceed("The hold");

        var logs = await host.UntilAsync("audit-logs?httpMethod=POST&url=holds", found => found.GetProperty("totalCount").GetInt32() == 1);

        var log = logs.GetProperty("items")[0];
        log.GetProperty("clientId").GetString().ShouldBe("partnercrm-demo");
        log.GetProperty("hasFailed").GetBoolean().ShouldBeFalse();
        var detail = await host.GetAsync("audit-logs/" + log.GetProperty("id").GetString());
        detail.GetProperty("actions").EnumerateArray().ShouldContain(a => a.GetProperty("method").GetString() == "CreateAsync");
        (await host.GetAsync("audit-logs?hasFailed=true&url=no-such-address")).GetProperty("totalCount").GetInt32().ShouldBe(0);
    }
}
