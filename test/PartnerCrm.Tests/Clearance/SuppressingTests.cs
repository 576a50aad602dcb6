using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Clearance;
using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Clearance;

public class SuppressingTests : IAsyncLifetime
{
    private ClearanceApp app = null!;
    private OrganisationCard makers = null!;

    public async ValueTask InitializeAsync()
    {
        app = await ClearanceApp.StartAsync();
        makers = await app.OrganisationAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_bounce_is_the_addresss_and_a_new_one_is_free_of_it()
    {
        var ada = await app.ContactAsync(makers, "ada@example.org");

        await BouncesAsync(ada, "ada@example.org");
        (await app.MayAsync(ClearanceApp.Robin, ada)).Reasons[0].Rule.ShouldBe("Suppressed:Bounced");
        (await app.MayAsync(ClearanceApp.Robin, ada, Channel.LinkedIn)).IsAllowed.ShouldBeTrue();
        app.Said<ContactSuppressed>().ShouldBeEmpty("she said nothing");
        await app.ChangeAsync(ada with { Email = "ada@example.net" });

        (await app.MayAsync(ClearanceApp.Robin, ada)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_bounce_that_comes_late_is_that_of_the_address_we_had_written_to()
    {
        var ada = await app.ContactAsync(makers, "ada@example.net");

        await BouncesAsync(ada, "ada@example.org");

        (await app.MayAsync(ClearanceApp.Robin, ada)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_has_a_dead_address_when_they_come_again_has_not_objected()
    {
        var ada = await app.ContactAsync(makers, "ada@example.org");
        await BouncesAsync(ada, "ada@example.org");
        await app.DeleteAsync(ada);

        var again = await app.ContactAsync(makers, "ada@example.org");

        (await app.MayAsync(ClearanceApp.Robin, again)).Reasons[0].Rule.ShouldBe("Suppressed:Bounced");
        (await app.MayAsync(ClearanceApp.Robin, again, Channel.LinkedIn)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_objected_is_recognised_when_their_address_comes_to_another_contact()
    {
        var ada = await app.ContactAsync(makers, "ada@example.org");
        await app.SayAsync(new ContactObjected(ada.Id, null, "Never again", app.Clock.Now));
        await app.DeleteAsync(ada);
        var other = await app.ContactAsync(makers, "office@example.org");

        await app.ChangeAsync(other with { Email = "Ada@Example.org" });

        (await app.ClaimAsync(ClearanceApp.Robin, other)).Verdict.ShouldBe(Verdict.Blocked);
        app.Said<ContactSuppressed>().Count(s => s.ContactId == other.Id).ShouldBe(1);
    }

    [Fact]
    public async Task The_address_itself_is_asked_about_at_claim()
    {
        var (ada, other) = (await app.ContactAsync(makers, "ada@example.org"), await app.ContactAsync(makers, "ada@example.org"));

        await app.SayAsync(new ContactUnsubscribed(ada.Id, null, app.Clock.Now));

        (await app.ClaimAsync(ClearanceApp.Robin, other)).Reasons[0].Rule.ShouldBe("Suppressed:Unsubscribed");
    }

    [Fact]
    public async Task What_they_said_holds_under_the_address_they_have_since()
    {
        var ada = await app.ContactAsync(makers, "ada@example.org");
        await app.SayAsync(new ContactUnsubscribed(ada.Id, null, app.Clock.Now));
        await app.ChangeAsync(ada with { Email = "ada@example.net" });
        await app.DeleteAsync(ada);

        var again = await app.ContactAsync(makers, "ada@example.net");

        (await app.MayAsync(ClearanceApp.Robin, again)).Verdict.ShouldBe(Verdict.Blocked);
    }

    [Theory]
    [InlineData("x@xn--mller-kva.example")]
    [InlineData("X@Müller.example")]
    public async Task An_address_is_known_by_what_it_is_compared_by(string written)
    {
        var contact = await app.ContactAsync(makers, "x@müller.example");
        await app.SayAsync(new ContactUnsubscribed(contact.Id, null, app.Clock.Now));

        (await app.DoAsync(services => services.GetRequiredService<ISuppressionLookup>().FindAsync([written, "y@example.org"]))).ShouldBe([written]);
    }

    private Task BouncesAsync(ContactCard contact, string address) =>
        app.SayAsync(new MailBounced(Guid.NewGuid(), Guid.NewGuid(), contact.Id, null, null, IsPermanent: true, "5.1.1", app.Clock.Now, address));
}
