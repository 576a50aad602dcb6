using PartnerCrm.Meetings;
using Volo.Abp;

namespace PartnerCrm.Tests.Meetings;

public class OfferTests
{
    private static readonly DateTime Monday = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_time_is_chosen_once()
    {
        var offer = Offered();

        offer.Choose(1, Guid.NewGuid(), Monday).ShouldBe(Monday.AddDays(2));

        Refused(() => offer.Choose(0, Guid.NewGuid(), Monday)).ShouldBe(MeetingsErrors.OfferIsChosen);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_time_that_was_not_offered_is_refused(int choice) =>
        Refused(() => Offered().Choose(choice, Guid.NewGuid(), Monday)).ShouldBe(MeetingsErrors.NoSuchTime);

    [Fact]
    public void A_time_that_has_begun_is_refused_and_the_last_one_ends_the_offer()
    {
        Refused(() => Offered().Choose(0, Guid.NewGuid(), Monday.AddDays(1))).ShouldBe(MeetingsErrors.NoSuchTime);
        Refused(() => Offered().Choose(2, Guid.NewGuid(), Monday.AddDays(3))).ShouldBe(MeetingsErrors.OfferExpired);
    }

    [Fact]
    public void A_withdrawn_offer_is_closed()
    {
        var offer = Offered();
        offer.Withdraw();

        Refused(() => offer.Choose(0, Guid.NewGuid(), Monday)).ShouldBe(MeetingsErrors.OfferWithdrawn);
    }

    [Fact]
    public void The_token_itself_is_not_kept()
    {
        var token = Offer.NewToken();

        Offer.HashOf(token).ShouldNotContain(token);
        Offer.NewToken().ShouldNotBe(token);
    }

    private static string? Refused(Action act) => Should.Throw<BusinessException>(act).Code;

    private static Offer Offered() => new(
        Guid.NewGuid(), null, "offer:1", "token", Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null,
        [Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(3)], TimeSpan.FromMinutes(30));
}
