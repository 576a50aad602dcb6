using PartnerCrm.Clearance;
using Volo.Abp;

namespace PartnerCrm.Tests.Clearance;

public class SuppressionTests
{
    private static readonly DateTime Monday = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Secret = [1, 2, 3];

    [Fact]
    public void An_address_is_recognised_however_it_is_written_and_only_in_its_tenant()
    {
        var tenant = Guid.NewGuid();

        var key = Suppression.KeyOf(Secret, tenant, "Ada@Example.org");

        Suppression.KeyOf(Secret, tenant, " ada@example.org ").ShouldBe(key);
        Suppression.KeyOf(Secret, Guid.NewGuid(), "ada@example.org").ShouldNotBe(key);
        Suppression.KeyOf(Secret, null, "ada@example.org").ShouldNotBe(key);
        key.ShouldNotContain("ada");
        key.Length.ShouldBeLessThanOrEqualTo(Suppression.KeyLength);
    }

    [Fact]
    public void A_guess_never_weakens_what_is_confirmed()
    {
        var suppression = Suppressed(SuppressionReason.Unsubscribed, isPendingReview: false);

        suppression.Apply(null, SuppressionReason.Objected, "please stop", isPendingReview: true, Monday.AddDays(1));

        suppression.IsPendingReview.ShouldBeFalse();
        suppression.Reason.ShouldBe(SuppressionReason.Unsubscribed);
    }

    [Fact]
    public void A_dead_address_takes_no_word_back()
    {
        var suppression = Suppressed(SuppressionReason.Objected, isPendingReview: true);

        suppression.Apply(null, SuppressionReason.Bounced, "5.1.1", isPendingReview: false, Monday.AddDays(1));

        (suppression.Reason, suppression.IsPendingReview).ShouldBe((SuppressionReason.Objected, true));
    }

    [Fact]
    public void A_guess_can_be_taken_back_by_review_and_a_persons_word_cannot()
    {
        var guess = Suppressed(SuppressionReason.Objected, isPendingReview: true);
        guess.Lift(Monday.AddDays(1));
        guess.LiftedAt.ShouldBe(Monday.AddDays(1));

        var word = Suppressed(SuppressionReason.Unsubscribed, isPendingReview: false);
        Should.Throw<BusinessException>(() => word.Lift(Monday)).Code.ShouldBe(ClearanceErrors.NotPendingReview);
    }

    [Fact]
    public void What_was_lifted_counts_again_when_they_say_so_again()
    {
        var suppression = Suppressed(SuppressionReason.Objected, isPendingReview: true);
        suppression.Lift(Monday);

        suppression.Apply(null, SuppressionReason.Unsubscribed, null, isPendingReview: false, Monday.AddDays(3));

        suppression.LiftedAt.ShouldBeNull();
        suppression.Reason.ShouldBe(SuppressionReason.Unsubscribed);
    }

    [Fact]
    public void Whoever_was_forgotten_and_says_so_again_is_known_by_it_again()
    {
        var (suppression, contact) = (Suppressed(SuppressionReason.Bounced, isPendingReview: false), Guid.NewGuid());
        suppression.Forget();

        suppression.Apply(contact, SuppressionReason.Unsubscribed, null, isPendingReview: false, Monday);
        suppression.Apply(Guid.NewGuid(), SuppressionReason.Unsubscribed, null, isPendingReview: false, Monday);

        suppression.ContactId.ShouldBe(contact);
    }

    private static Suppression Suppressed(SuppressionReason reason, bool isPendingReview) =>
        new(Guid.NewGuid(), null, Guid.NewGuid(), Suppression.KeyOf(Secret, null, "ada@example.org"), reason, null, isPendingReview, Monday);
}
