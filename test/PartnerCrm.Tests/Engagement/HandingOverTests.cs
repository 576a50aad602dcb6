using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Tests.Engagement;

public class HandingOverTests
{
    [Fact]
    public async Task Room_is_made_for_the_next_and_what_waited_starts_with_its_new_owner()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "1"));
        var (first, second, third) = (
            await Climb.BeginsAsync(app), await Climb.BeginsAsync(app, contact: People.Contact("Bert")), await Climb.BeginsAsync(app, contact: People.Contact("Carol")));

        await HandOverAsync(app, third);
        (await third.EscalationAsync()).ShouldSatisfyAllConditions(e => e.State.ShouldBe(EscalationState.Running), e => e.OwnerId.ShouldBe(People.Henry));
        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Queued);
        await third.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Enough.")));
        await HandOverAsync(app, first);

        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Running);
        app.Said<RelationshipHandedOver>().Select(h => (h.ContactId, h.FromId, h.ToId, h.WasLastThere)).ShouldBe(
            [(third.Contact.Id, People.Olivia, People.Henry, false), (first.Contact.Id, People.Olivia, People.Henry, true)]);
    }

    [Fact]
    public async Task What_waits_for_a_colleagues_word_asks_anew_in_the_name_of_its_new_owner()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.AskOwner, "Henry holds this organisation.");
        var climb = await Climb.BeginsAsync(app, contact: contact);
        app.Clearance.Answers.Clear();

        await HandOverAsync(app, climb);

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    [Fact]
    public async Task Replies_that_nobody_has_read_are_the_new_owners()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var reply = await climb.RepliesAsync();

        await HandOverAsync(app, climb);

        var theirs = await app.UseAsync<RepliesAppService, PagedResultDto<ReplyDto>>(s => s.GetListAsync(new ReplyListInput { OwnerId = People.Henry }));
        theirs.Items.ShouldHaveSingleItem().Id.ShouldBe(reply);
        (await climb.FindFollowUpAsync(FollowUpKind.Triage))!.OwnerId.ShouldBe(People.Henry);
    }

    [Fact]
    public async Task A_question_to_a_colleague_waits_with_whoever_has_the_say_and_goes_when_nobody_asks()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var (request, kim) = (Guid.NewGuid(), Guid.NewGuid());

        foreach (var owner in (Guid[])[People.Henry, kim])
            await app.SayAsync(new OwnerAsked(request, climb.Contact.Id, People.Makers, People.Olivia, owner, app.Clock.Now));
        (await climb.FindFollowUpAsync(FollowUpKind.AskOwner))!.OwnerId.ShouldBe(kim);
        await app.SayAsync(new OwnerNoLongerAsked(request, app.Clock.Now));

        (await climb.FindFollowUpAsync(FollowUpKind.AskOwner)).ShouldBeNull();
    }

    private static async Task HandOverAsync(EngagementApp app, Climb climb)
    {
        var id = (await climb.RelationshipAsync()).Id;
        await app.UseAsync<RelationshipsAppService, RelationshipDto>(s => s.HandOverAsync(id, new HandOverInput(People.Henry)));
    }
}
