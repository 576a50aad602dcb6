using PartnerCrm.Engagement;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Tests.Engagement;

public class TeamCapacityTests
{
    [Fact]
    public async Task What_an_owner_has_on_is_counted_and_what_waits()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.StartsInSevenDays, "1"));
        await Climb.BeginsAsync(app);
        await Climb.BeginsAsync(app, contact: People.Contact("Bert", "Sample"));

        var mine = await app.UseAsync<CapacitiesAppService, CapacityDto>(s => s.GetAsync(null), People.Olivia);

        (mine.StartedThisWeek, mine.StartsLimit, mine.Active, mine.Queued, mine.Free).ShouldBe((1, 1, 1, 1, 0));
        mine.NextRoomAt.ShouldBe(app.Clock.Now.AddDays(7));
    }

    [Fact]
    public async Task Where_only_an_end_makes_room_no_day_is_named()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "1"));
        await Climb.BeginsAsync(app);

        var mine = await app.UseAsync<CapacitiesAppService, CapacityDto>(s => s.GetAsync(null), People.Olivia);

        (mine.Free, mine.NextRoomAt).ShouldBe((0, null));
    }

    [Fact]
    public async Task Whoever_has_nothing_on_has_room_and_the_team_is_listed_by_name()
    {
        await using var app = await EngagementApp.StartAsync();
        await Climb.BeginsAsync(app);

        var henry = await app.UseAsync<CapacitiesAppService, CapacityDto>(s => s.GetAsync(null), People.Henry);
        var team = await app.UseAsync<CapacitiesAppService, ListResultDto<CapacityDto>>(s => s.GetTeamAsync(), People.Henry);

        (henry.Free, henry.Active).ShouldBe((5, 0));
        team.Items.ShouldHaveSingleItem().OwnerName.ShouldBe("Olivia Owner");
    }
}
