using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Host.Tests;

public class IdempotencyTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    private readonly string key = Guid.NewGuid().ToString();
    private readonly object hold = new { scope = "Everything", reason = "exam board" };

    private HostApp App => fixture.App;

    [Fact]
    public async Task A_repeated_post_with_its_key_does_the_thing_once_and_another_request_with_that_key_is_refused()
    {
        using var caller = await App.SignInAsync(await App.AddTenantAsync("repeats " + key));

        var first = await caller.PostAsync("holds", hold, key);
        var again = await caller.PostAsync("holds", hold, key);
        var other = await caller.PostAsync("holds", new { scope = "Everything", reason = "something else" }, key);

        first.ShouldSucceed("The first");
        (again.Status, again.Content).ShouldBe((first.Status, first.Content));
        other.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm:IdempotencyKeyReused");
        (await caller.GetAsync("holds")).Number("totalCount").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_the_callers_own_and_free_after_a_day()
    {
        var tenant = await App.AddTenantAsync("own " + key);
        using var one = await App.SignInAsync(tenant);
        using var other = await App.SignInAsync(tenant);

        (await one.PostAsync("holds", hold, key)).ShouldSucceed("The first");
        (await other.PostAsync("holds", hold, key)).ShouldSucceed("Somebody else's");
        App.Clock.Now += TimeSpan.FromHours(25);
        using var later = await App.SignInAsync(tenant);
        (await later.GetAsync("holds")).Number("totalCount").ShouldBe(2);
        await one.SignInAgainAsync();
        (await one.PostAsync("holds", hold, key)).ShouldSucceed("The next day");
        (await later.GetAsync("holds")).Number("totalCount").ShouldBe(3);
    }

    [Fact]
    public async Task Answers_are_forgotten_when_their_day_is_over()
    {
        using var caller = await App.SignInAsync(await App.AddTenantAsync("forgotten " + key));
        (await caller.PostAsync("holds", hold, key)).ShouldSucceed("The first");
        App.Clock.Now += TimeSpan.FromHours(25);
        await caller.SignInAgainAsync();
        (await caller.PostAsync("holds", hold, key + "-later")).ShouldSucceed("The next day's");

        await App.DoAsync(null, services => services.GetRequiredService<OldAnswers>().PassAsync());

        var kept = await App.DoAsync(null, s => s.GetRequiredService<IRepository<IdempotentRequest, Guid>>().GetListAsync(r => r.Key.Contains(key)));
        kept.ShouldHaveSingleItem().Key.ShouldEndWith("-later");
    }

    [Fact]
    public async Task A_key_whose_host_died_over_it_is_free_again_after_two_minutes()
    {
        using var caller = await App.SignInAsync(await App.AddTenantAsync("died " + key));
        (await caller.PostAsync("holds", hold, key)).ShouldSucceed("The first");
        await AsIfTheHostHadDiedAsync();

        App.Clock.Now += TimeSpan.FromSeconds(119);
        (await caller.PostAsync("holds", hold, key)).ShouldBeRefused(HttpStatusCode.Conflict, "PartnerCrm:StillWorking");
        App.Clock.Now += TimeSpan.FromSeconds(2);
        var again = await caller.PostAsync("holds", hold, key);

        again.ShouldSucceed("Two minutes later");
        (await caller.PostAsync("holds", hold, key)).Content.ShouldBe(again.Content);
        (await caller.GetAsync("holds")).Number("totalCount").ShouldBe(2);
    }

    [Fact]
    public async Task What_was_done_is_answered_even_if_the_host_died_before_it_could_say_so()
    {
        using var caller = await App.SignInAsync(await App.AddTenantAsync("said " + key));
        var first = await caller.PostAsync("holds", hold, key);

        // Kept in the transaction of the hold itself: nothing after it is needed.
        var kept = await App.DoAsync(null, s => s.GetRequiredService<IRepository<IdempotentRequest, Guid>>().GetAsync(r => r.Key.EndsWith(key)));
        kept.Status.ShouldBe((int)first.Status);
        System.Text.Encoding.UTF8.GetString(kept.Answer!).ShouldBe(first.Content);
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        using var caller = await App.SignInAsync(await App.AddTenantAsync("refused " + key));

        var first = await caller.PostAsync("contacts", new { firstName = "Ada", email = "no address" }, key);
        var again = await caller.PostAsync("contacts", new { firstName = "Ada", email = "no address" }, key);

        first.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (again.Status, again.Content).ShouldBe((first.Status, first.Content));
    }

    private Task AsIfTheHostHadDiedAsync() => App.DoAsync(null, async services =>
    {
        var requests = services.GetRequiredService<IRepository<IdempotentRequest, Guid>>();
        var request = await requests.GetAsync(r => r.Key.EndsWith(key));
        await requests.DeleteAsync(request, autoSave: true);
        await requests.InsertAsync(new IdempotentRequest(Guid.NewGuid(), request.Key, request.BodyHash, request.At));
    });
}
