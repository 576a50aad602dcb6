using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Tests.Engagement;

public class BoardTests
{
    [Fact]
    public async Task A_card_says_who_holds_it_what_comes_next_and_how_they_stand()
    {
        await using var app = await EngagementApp.StartAsync();
        await Climb.BeginsAsync(app);

        var columns = (await app.UseAsync<RelationshipsAppService, ListResultDto<RelationshipColumnDto>>(s => s.GetBoardAsync(new RelationshipBoardInput()))).Items;

        columns.Select(c => c.Count).ShouldBe([1, 0, 0, 0, 0, 0]);
        var card = columns[0].Cards.ShouldHaveSingleItem();
        (card.OwnerName, card.They, card.We).ShouldBe(("Olivia Owner", 2, 0));
        card.NextStep.ShouldNotBeNull().ShouldStartWith("Write to Ada Example");
    }

    [Fact]
    public async Task A_list_is_filtered_by_the_words_of_a_name()
    {
        await using var app = await EngagementApp.StartAsync();
        await Climb.BeginsAsync(app);
        await Climb.BeginsAsync(app, contact: People.Contact("Bert", "Sample"));

        var found = await app.UseAsync<RelationshipsAppService, PagedResultDto<RelationshipDto>>(s => s.GetListAsync(new RelationshipListInput { Filter = "Bert" }));

        found.Items.ShouldHaveSingleItem().ContactName.ShouldBe("Bert Sample");
    }

    [Fact]
    public async Task A_card_moves_up_through_an_open_gate()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        (await MoveAsync(app, climb, new MoveInput(Stage.Email, null, null, null, null, null))).Stage.ShouldBe(Stage.Email);
    }

    [Fact]
    public async Task A_closed_gate_refuses_with_a_sentence_and_a_reason_overrides_it()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await MoveAsync(app, climb, new MoveInput(Stage.Email, null, null, null, null, null));

        var refused = await Should.ThrowAsync<BusinessException>(() => MoveAsync(app, climb, new MoveInput(Stage.Meeting, null, null, null, null, null)));
        await MoveAsync(app, climb, new MoveInput(Stage.Meeting, "They rang me", null, null, null, null));

        (refused.Code, refused.Data["Why"]!.ToString()).ShouldBe((EngagementErrors.MoveNeedsReason, "They have not said that they are interested within the last 60 days."));
        (await app.UseAsync<EscalationsAppService, PagedResultDto<OverrideDto>>(s => s.GetOverridesAsync(new PagedResultRequestDto()))).TotalCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_fact_that_is_confirmed_is_recorded_and_opens_the_gate()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await MoveAsync(app, climb, new MoveInput(Stage.Email, null, null, null, null, null));

        var moved = await MoveAsync(app, climb, new MoveInput(Stage.Meeting, "Would like to see the workshop", TouchKind.Call, Channel.Phone, null, null));

        moved.Stage.ShouldBe(Stage.Meeting);
        (await app.AllAsync<Touchpoint>()).ShouldContain(t => t.Kind == TouchKind.Call && t.Direction == Direction.FromThem);
    }

    [Fact]
    public async Task No_rung_is_skipped_and_a_step_back_needs_a_reason()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        (await Should.ThrowAsync<BusinessException>(() => MoveAsync(app, climb, new MoveInput(Stage.Meeting, "hurry", null, null, null, null))))
            .Code.ShouldBe(EngagementErrors.StageSkipped);
        await MoveAsync(app, climb, new MoveInput(Stage.Email, null, null, null, null, null));
        (await Should.ThrowAsync<BusinessException>(() => MoveAsync(app, climb, new MoveInput(Stage.Social, null, null, null, null, null))))
            .Code.ShouldBe(EngagementErrors.ReasonMissing);
        (await MoveAsync(app, climb, new MoveInput(Stage.Social, "too early", null, null, null, null))).Stage.ShouldBe(Stage.Social);
    }

    [Fact]
    public async Task What_can_not_be_done_for_one_is_done_for_the_others()
    {
        await using var app = await EngagementApp.StartAsync();
        var (running, paused) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app, contact: People.Contact("Bert", "Sample")));
        await paused.SteerAsync((s, id) => s.PauseAsync(id, new EscalationReasonInput("holidays")));
        Guid[] ids = [(await running.RelationshipAsync()).Id, (await paused.RelationshipAsync()).Id];

        var done = (await app.UseAsync<RelationshipsAppService, ListResultDto<BulkItemDto>>(
            s => s.ActOnManyAsync(new BulkInput(ids, BulkAction.Pause, "exam board", null)), People.Olivia)).Items;

        done.Select(d => d.IsDone).ShouldBe([true, false]);
        done[1].Sentence.ShouldBe("The contact plan isn't running: Paused.");
        (await running.EscalationAsync()).State.ShouldBe(EscalationState.Paused);
    }

    private static async Task<RelationshipDto> MoveAsync(EngagementApp app, Climb climb, MoveInput input)
    {
        var id = (await climb.RelationshipAsync()).Id;
        return await app.UseAsync<RelationshipsAppService, RelationshipDto>(s => s.MoveAsync(id, input), People.Olivia);
    }
}
