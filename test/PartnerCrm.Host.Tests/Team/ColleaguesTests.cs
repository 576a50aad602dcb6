using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Sources;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Timing;

namespace PartnerCrm.Host.Tests;

public class ColleaguesTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    private HostApp App => fixture.App;

    [Fact]
    public async Task A_colleagues_time_zone_is_their_own_else_their_universitys_else_the_hosts()
    {
        var (tokyo, plain) = (await App.AddTenantAsync("tokyo " + Guid.NewGuid()), await App.AddTenantAsync("plain " + Guid.NewGuid()));
        await App.DoAsync(tokyo, async services =>
        {
            var settings = services.GetRequiredService<ISettingManager>();
            await settings.SetForTenantAsync(tokyo, TimingSettingNames.TimeZone, "Asia/Tokyo");
            await settings.SetForUserAsync(await IdAsync(services, "toni"), TimingSettingNames.TimeZone, "Europe/Berlin");
        });

        (await ZoneAsync(tokyo, "toni")).ShouldBe("Europe/Berlin");
        (await ZoneAsync(tokyo, "robin")).ShouldBe("Asia/Tokyo");
        (await ZoneAsync(plain, "robin")).ShouldBe("Europe/London");
    }

    [Fact]
    public async Task Nothing_is_given_to_somebody_of_another_house()
    {
        var (north, south) = (await Office.OpenAsync(App), await Office.OpenAsync(App));
        var stranger = (await south.Caller.GetAsync("colleagues?maxResultCount=10")).Items().First().Text("id");
        var import = await north.UploadAsync();
        await Office.PassAsync<ImportReading>(App, w => w.PassAsync());
        await north.PickAsync(import);
        var relationship = await north.RelationshipAsync();
        var (id, ben) = (relationship.Text("id"), (await north.Caller.GetAsync($"imports/{import}/candidates")).Items().First(c => c.Text("firstName") == "Ben").Text("id"));
        var contact = (await north.Caller.PostAsync("contacts", new { firstName = "Cleo", lastName = "Madeup" })).ShouldSucceed("The contact").Text("id");

        foreach (var (path, body) in new (string, object)[]
        {
            ($"imports/{import}/picks", new { candidateIds = new[] { ben }, ownerId = stranger }),
            ("relationships", new { contactId = contact, ownerId = stranger }),
            ($"relationships/{id}/hand-over", new { ownerId = stranger }),
            ("follow-ups", new { relationshipId = id, text = "Call", ownerId = stranger }),
            ("organisations", new { name = "Unowned Ltd", leadOwnerId = stranger }),
        })
            (await north.Caller.PostAsync(path, body)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, TeamErrors.NoColleague);
    }

    private Task<string> ZoneAsync(Guid tenant, string name) => App.DoAsync(tenant, async services =>
    {
        var id = await IdAsync(services, name);
        return (await services.GetRequiredService<IColleagueLookup>().GetAsync([id]))[id].TimeZone;
    });

    private static async Task<Guid> IdAsync(IServiceProvider services, string name) => (await services.GetRequiredService<IdentityUserManager>().FindByNameAsync(name))!.Id;
}
