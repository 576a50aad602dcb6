using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Clearance;
using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Clearance;

/// <summary>One colleague at a time deals with an organisation, and one cold mail at a time goes there.</summary>
public class ClaimingTests : IAsyncLifetime
{
    private static readonly Guid Robin = ClearanceApp.Robin;
    private static readonly Guid Toni = ClearanceApp.Toni;
    private ClearanceApp app = null!;

    public async ValueTask InitializeAsync() => app = await ClearanceApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_owner_who_says_yes_keeps_the_organisation()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync());
        (await app.ClaimAsync(Robin, ada)).IsAllowed.ShouldBeTrue();
        (await app.ClaimAsync(Toni, bert)).Verdict.ShouldBe(Verdict.AskOwner);

        await app.AnswerAsync(Robin, isAllowed: true);
        (await app.ClaimAsync(Toni, bert)).IsAllowed.ShouldBeTrue();

        (await app.ClaimAsync(Robin, ada)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_owner_need_not_ask_whomever_they_let_in()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync(leadOwner: Robin));
        (await app.ClaimAsync(Toni, bert)).Verdict.ShouldBe(Verdict.AskOwner);
        await app.AnswerAsync(Robin, isAllowed: true);

        (await app.ClaimAsync(Toni, bert)).IsAllowed.ShouldBeTrue();

        (await app.ClaimAsync(Robin, ada)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_claim_that_has_run_out_is_free()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync());
        await app.ClaimAsync(Robin, ada);
        app.Clock.Now = app.Clock.Now.AddDays(31);

        (await app.ClaimAsync(Toni, bert)).IsAllowed.ShouldBeTrue();

        (await app.ClaimAsync(Robin, ada)).OwnerId.ShouldBe(Toni);
    }

    [Fact]
    public async Task An_owner_is_asked_once_about_several_people()
    {
        var organisation = await app.OrganisationAsync();
        var (ada, bert) = await TwoAsync(organisation);
        await app.ClaimAsync(Robin, await app.ContactAsync(organisation, "carol@example.org"));

        await app.ClaimAsync(Toni, ada);
        await app.ClaimAsync(Toni, bert);

        (await app.AllAsync<OwnerRequest>()).ShouldHaveSingleItem().OwnerId.ShouldBe(Robin);
        await app.AnswerAsync(Robin, isAllowed: true);
        (await app.ClaimAsync(Toni, bert)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_goes_to_whoever_has_the_say_by_then()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync());
        await app.ClaimAsync(Robin, ada);
        await app.ClaimAsync(Toni, bert);
        var kim = Guid.NewGuid();
        app.Clock.Now = app.Clock.Now.AddDays(31);
        await app.ClaimAsync(kim, ada);

        await app.ClaimAsync(Toni, bert);

        (await app.AllAsync<OwnerRequest>()).ShouldHaveSingleItem().OwnerId.ShouldBe(kim);
    }

    [Theory]
    [InlineData(true, "Toni")]
    [InlineData(false, "Robin")]
    public async Task The_organisation_is_free_with_the_last_of_its_climbs(bool wasLast, string next)
    {
        var organisation = await app.OrganisationAsync();
        var (ada, bert) = await TwoAsync(organisation);
        await app.ClaimAsync(Robin, ada);

        await app.SayAsync(new EscalationEnded(Guid.NewGuid(), Guid.NewGuid(), ada.Id, organisation.Id, Robin, "Met", app.Clock.Now, wasLast));

        (await app.ClaimAsync(Toni, bert)).IsAllowed.ShouldBe(wasLast);
        (await app.AllAsync<OrganisationStanding>()).Single().ClaimedBy.ShouldBe(next == "Toni" ? Toni : Robin);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_organisation_goes_over_with_the_last_relationship(bool wasLast)
    {
        var organisation = await app.OrganisationAsync();
        var (ada, bert) = await TwoAsync(organisation);
        var kim = Guid.NewGuid();
        await app.ClaimAsync(Robin, ada);
        await app.ClaimAsync(Toni, bert);
        await app.ClaimAsync(kim, bert);

        await app.SayAsync(new RelationshipHandedOver(Guid.NewGuid(), ada.Id, organisation.Id, Robin, Toni, app.Clock.Now, wasLast));

        (await app.ClaimAsync(Toni, ada)).IsAllowed.ShouldBe(wasLast);
        (await app.AllAsync<OwnerRequest>()).Single(r => r.AskedBy == kim).OwnerId.ShouldBe(wasLast ? Toni : Robin);
        app.Said<OwnerNoLongerAsked>().Count.ShouldBe(wasLast ? 1 : 0, "Toni asked Robin, and needn't any more");
    }

    [Fact]
    public async Task A_cold_mail_counts_from_its_claim_and_not_against_itself()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync());
        (await app.ClaimAsync(Robin, ada, "mail:1")).IsAllowed.ShouldBeTrue();
        await app.SayAsync(new MailClaimed(Guid.NewGuid(), "mail:1", ada.Id, Robin, IsCold: true, app.Clock.Now));

        var second = await app.ClaimAsync(Robin, bert, "mail:2");
        (second.Verdict, second.NotBefore).ShouldBe((Verdict.Blocked, app.Clock.Now.AddDays(5)));
        (await app.ClaimAsync(Robin, ada, "mail:1")).IsAllowed.ShouldBeTrue("the same mail, tried again");
        await app.SayAsync(new MailFailed(Guid.NewGuid(), "mail:1", ada.Id, Robin, null, null, "No such user", app.Clock.Now));

        (await app.ClaimAsync(Robin, bert, "mail:2")).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_hold_that_is_all_that_stands_in_the_way_is_named()
    {
        var (ada, bert) = await TwoAsync(await app.OrganisationAsync());
        await app.SayAsync(new ContactUnsubscribed(bert.Id, null, app.Clock.Now));
        var hold = await app.DoAsync(services => services.GetRequiredService<HoldsAppService>()
            .CreateAsync(new PlaceHoldInput(HoldScope.Everything, null, "The exam board meets", null)));

        (await app.MayAsync(Robin, ada)).HeldBy.ShouldBe(hold.Id);
        (await app.MayAsync(Robin, bert)).HeldBy.ShouldBeNull("waiting doesn't help");
    }

    private async Task<(ContactCard, ContactCard)> TwoAsync(OrganisationCard organisation) =>
        (await app.ContactAsync(organisation, "ada@example.org"), await app.ContactAsync(organisation, "bert@example.org"));
}
