using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Whose a climb is, it stays: also when nobody but the clock wakes it.</summary>
public class TenantTests
{
    [Fact]
    public async Task After_a_wait_a_climb_goes_on_in_its_own_tenant()
    {
        await using var app = await EngagementApp.StartAsync();
        var tenant = Guid.NewGuid();
        var climb = await Climb.AwaitsAnswerToMailAsync(app, DefaultPlaybooks.Steps(), tenant);

        await app.WaitAsync(TimeSpan.FromDays(14));

        climb.MailsAsked().Select(m => m.Template).ShouldBe(["first-mail", "reminder-1"]);
        app.Heard.Where(h => h.Fact is MailRequested).ShouldAllBe(h => h.TenantId == tenant);
    }
}
