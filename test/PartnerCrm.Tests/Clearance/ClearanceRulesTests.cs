using PartnerCrm.Clearance;
using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Clearance;

public class ClearanceRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Me = Guid.NewGuid();
    private static readonly Guid Colleague = Guid.NewGuid();
    private static readonly Guid Contact = Guid.NewGuid();

    private static readonly ClearanceQuestion FirstMail = new(Contact, Channel.Email, Purpose.Marketing, Me);

    private static readonly ClearanceFacts Clear = new(
        new ContactFacts(Contact, HasEmail: true, "GB", BasisKind.LegitimateInterest, "LinkedIn", Now.AddDays(20), null),
        new OrganisationFacts(Guid.NewGuid(), "Example Ltd", SubscriberType.Corporate, null, null, null),
        null,
        null,
        new ActivityFacts(null, null, null, null),
        new CapFacts(0, 40, TimeSpan.FromDays(5)));

    [Fact]
    public void A_first_mail_to_somebody_at_a_british_company_is_allowed_and_carries_the_notice()
    {
        var ruling = ClearanceRules.Decide(FirstMail, Clear, Now);

        ruling.Verdict.ShouldBe(Verdict.Allowed);
        ruling.Reasons.ShouldHaveSingleItem().Rule.ShouldBe("AllowedWithNotice");
    }

    [Theory]
    [InlineData(null, SubscriberType.Corporate, "CountryUnknown")]
    [InlineData("DE", SubscriberType.Corporate, "CountryNeedsConsent")]
    [InlineData("GB", SubscriberType.Individual, "IndividualNeedsConsent")]
    [InlineData("GB", SubscriberType.Unknown, "SubscriberUnknown")]
    public void Where_consent_is_needed_or_unknown_a_first_mail_is_blocked(string? country, SubscriberType subscriber, string rule)
    {
        var facts = Clear with
        {
            Contact = Clear.Contact with { Country = country },
            Organisation = Clear.Organisation! with { SubscriberType = subscriber },
        };

        Blocks(FirstMail, facts).ShouldBe([rule]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("DE")]
    public void Consent_answers_for_country_and_subscriber(string? country)
    {
        var facts = Clear with { Contact = Clear.Contact with { Country = country, Basis = BasisKind.Consent }, Organisation = null };

        ClearanceRules.Decide(FirstMail, facts, Now).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void An_objection_blocks_every_channel_for_marketing_but_not_the_invitation_they_accepted()
    {
        var facts = Clear with { Suppression = new SuppressionFact(SuppressionReason.Objected, Now, IsPendingReview: false) };

        Blocks(FirstMail, facts).ShouldBe(["Suppressed:Objected"]);
        Blocks(FirstMail with { Channel = Channel.LinkedIn }, facts).ShouldBe(["Suppressed:Objected"]);
        ClearanceRules.Decide(FirstMail with { Purpose = Purpose.Service }, facts, Now).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void A_phrase_that_reads_like_an_objection_blocks_at_once_and_says_that_it_wants_review()
    {
        var facts = Clear with { Suppression = new SuppressionFact(SuppressionReason.Objected, Now, IsPendingReview: true) };

        Blocks(FirstMail, facts).ShouldBe(["ObjectionPending"]);
    }

    [Fact]
    public void An_address_that_bounced_stops_mail_only()
    {
        var facts = Clear with { Suppression = new SuppressionFact(SuppressionReason.Bounced, Now, IsPendingReview: false) };

        Blocks(FirstMail with { Purpose = Purpose.Service }, facts).ShouldBe(["Suppressed:Bounced"]);
        ClearanceRules.Decide(FirstMail with { Channel = Channel.LinkedIn }, facts, Now).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void A_hold_blocks_service_too_and_says_when_to_try_again()
    {
        var facts = Clear with { Hold = new HoldFact(HoldScope.Everything, "exam board", Now.AddDays(2)) };

        var ruling = ClearanceRules.Decide(FirstMail with { Purpose = Purpose.Service }, facts, Now);

        ruling.Verdict.ShouldBe(Verdict.Blocked);
        ruling.NotBefore.ShouldBe(Now.AddDays(2));
    }

    [Fact]
    public void One_first_mail_an_organisation_in_five_days()
    {
        var facts = Clear with { Activity = Clear.Activity with { LastColdMailAt = Now.AddDays(-4) } };

        ClearanceRules.Decide(FirstMail, facts, Now).NotBefore.ShouldBe(Now.AddDays(1));
        ClearanceRules.Decide(FirstMail with { IsCold = false }, facts, Now).Verdict.ShouldBe(Verdict.Allowed);
        ClearanceRules.Decide(FirstMail, facts, Now.AddDays(1)).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void A_full_mailbox_waits_for_tomorrow()
    {
        var facts = Clear with { Caps = Clear.Caps with { MailsToday = 40 } };

        ClearanceRules.Decide(FirstMail, facts, Now).NotBefore.ShouldBe(Now.Date.AddDays(1));
    }

    [Fact]
    public void Waiting_is_no_answer_when_something_else_stands_against_it_too()
    {
        var facts = Clear with { Caps = Clear.Caps with { MailsToday = 40 }, Contact = Clear.Contact with { HasEmail = false } };

        var ruling = ClearanceRules.Decide(FirstMail, facts, Now);

        ruling.Reasons.Select(r => r.Rule).ShouldBe(["NoEmail", "MailboxCap"]);
        ruling.NotBefore.ShouldBeNull();
    }

    [Fact]
    public void Where_a_colleague_is_the_lead_owner_the_owner_is_asked()
    {
        var ruling = ClearanceRules.Decide(FirstMail, Clear with { Organisation = Clear.Organisation! with { LeadOwnerId = Colleague } }, Now);

        ruling.Verdict.ShouldBe(Verdict.AskOwner);
        ruling.OwnerId.ShouldBe(Colleague);
    }

    [Fact]
    public void Where_a_colleague_just_started_with_the_organisation_the_colleague_is_asked()
    {
        var facts = Clear with { Organisation = Clear.Organisation! with { ClaimedBy = Colleague, ClaimedUntil = Now.AddDays(30) } };

        ClearanceRules.Decide(FirstMail, facts, Now).Reasons[0].Rule.ShouldBe("ColleagueDealsWithThem");
        ClearanceRules.Decide(FirstMail, facts, Now.AddDays(30)).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void A_colleague_in_touch_within_thirty_days_is_asked_unless_the_asker_is_the_lead_owner()
    {
        var facts = Clear with { Activity = Clear.Activity with { ColleagueId = Colleague, ColleagueTouchedAt = Now.AddDays(-29) } };

        ClearanceRules.Decide(FirstMail, facts, Now).Reasons[0].Rule.ShouldBe("ColleagueWasInTouch");
        ClearanceRules.Decide(FirstMail, facts, Now.AddDays(1)).Verdict.ShouldBe(Verdict.Allowed);
        ClearanceRules.Decide(FirstMail, facts with { Organisation = facts.Organisation! with { LeadOwnerId = Me } }, Now).Verdict.ShouldBe(Verdict.Allowed);
    }

    [Fact]
    public void The_owners_yes_opens_the_door_until_it_ends()
    {
        var facts = Clear with
        {
            Organisation = Clear.Organisation! with { LeadOwnerId = Colleague },
            Activity = Clear.Activity with { PermittedUntil = Now.AddDays(1) },
        };

        ClearanceRules.Decide(FirstMail, facts, Now).Verdict.ShouldBe(Verdict.Allowed);
        ClearanceRules.Decide(FirstMail, facts, Now.AddDays(1)).Verdict.ShouldBe(Verdict.AskOwner);
    }

    [Fact]
    public void A_block_outranks_an_owner_and_both_are_said()
    {
        var facts = Clear with
        {
            Organisation = Clear.Organisation! with { LeadOwnerId = Colleague },
            Suppression = new SuppressionFact(SuppressionReason.Unsubscribed, Now, IsPendingReview: false),
        };

        var ruling = ClearanceRules.Decide(FirstMail, facts, Now);

        ruling.Verdict.ShouldBe(Verdict.Blocked);
        ruling.OwnerId.ShouldBeNull();
        ruling.Reasons.Select(r => r.Rule).ShouldBe(["Suppressed:Unsubscribed", "ColleagueOwnsThem"]);
    }

    private static IEnumerable<string> Blocks(ClearanceQuestion question, ClearanceFacts facts)
    {
        var ruling = ClearanceRules.Decide(question, facts, Now);
        ruling.Verdict.ShouldBe(Verdict.Blocked);
        return ruling.Reasons.Select(r => r.Rule);
    }
}
