using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
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

    private Task<string> ZoneAsync(Guid tenant, string name) => App.DoAsync(tenant, async services =>
    {
        var id = await IdAsync(services, name);
        return (await services.GetRequiredService<IColleagueLookup>().GetAsync([id]))[id].TimeZone;
    });

    private static async Task<Guid> IdAsync(IServiceProvider services, string name) => (await services.GetRequiredService<IdentityUserManager>().FindByNameAsync(name))!.Id;
}
