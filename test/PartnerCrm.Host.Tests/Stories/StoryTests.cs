using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

public class StoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Database.Sqlite, 10)]
    [InlineData(Database.PostgreSql, 3)]
    public async Task From_a_seminar_to_a_meeting_and_to_an_objection_undisturbed_and_with_kills_at_random_points(Database database, int kills)
    {
        await using var calm = await RunningHost.StartAsync(database);
        await using var killed = await RunningHost.StartAsync(database);
        // PARTNERCRM_TEST_SEED repeats what failed.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PARTNERCRM_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{database}: seed {seed}");
        var crashes = new Crashes(killed, seed, kills);
        var (story, survivor) = (new Story(calm), new Story(killed, crashes));

        // Mostly they wait: both at once.
        await Task.WhenAll(story.PlayAsync(), survivor.PlayAsync());

        crashes.Count.ShouldBe(kills);
        await ShouldHaveHappenedAsync(story, calm);
        await ShouldHaveHappenedAsync(survivor, killed);
        (await Account.OfAsync(killed, survivor)).ShouldBe(await Account.OfAsync(calm, story), $"seed {seed}");
    }

    [Fact]
    public async Task The_demo_script_plays_it()
    {
        await using var host = await RunningHost.StartAsync();
        var start = new ProcessStartInfo("bash", [Repository.File("etc/demo.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = host.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PARTNERCRM_CLIENT_SECRET"] = RunningHost.Secret;

        using var script = Process.Start(start)!;
        var (said, complained) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();

        script.ExitCode.ShouldBe(0, await said + await complained);
        foreach (var line in (string[])["is at stage Meeting", "refused (409)", "It waits for a colleague's word", "That is the story"]) (await said).ShouldContain(line);
    }

    private static async Task ShouldHaveHappenedAsync(Story story, RunningHost host)
    {
        var mails = await QuietAsync(host);
        // What was on its way to somebody who then objects is taken back: whether a reminder was is a matter of seconds.
        mails.ShouldAllBe(m => m.Text("state") == "Kept" || (m.Text("state") == "Withdrawn" && m.Text("relationshipId") == story.No), "nothing is lost, and nothing in doubt");
        mails.RemoveAll(m => m.Text("state") == "Withdrawn");
        mails.Select(m => (m.Text("toAddress"), m.Text("template"))).ShouldBeUnique();
        mails.Select(m => m.Text("messageId")).ShouldBeUnique();
        foreach (var template in (string[])["first-mail", "reminder-1", "meeting-offer", "meeting-invitation"])
            mails.ShouldContain(m => m.Text("template") == template && m.Text("relationshipId") == story.Yes, template);

        foreach (var relationship in (string[])[story.Yes, story.No, story.Asked])
        {
            // Each mail is one touch, and so is each answer.
            var contact = (await host.GetAsync($"relationships/{relationship}")).Text("contactId");
            var touches = (await host.GetAsync($"relationships/{relationship}/touchpoints?maxResultCount=1000")).Items().Where(t => t.Text("channel") == "Email").ToList();
            touches.Count(t => t.Text("direction") == "FromUs").ShouldBe(mails.Count(m => m.Text("contactId") == contact), relationship);
        }

        var yes = await story.JournalAsync(story.Yes);
        foreach (var sentence in (string[])["The climb started.", "The owner wrote to them on the social network.", "They answered there.", "The owner read it: they are interested."])
            yes.Count(s => s == sentence).ShouldBe(1, sentence);
        (await story.JournalAsync(story.No)).Count(s => s.StartsWith("They asked not to be contacted", StringComparison.Ordinal)).ShouldBe(1);
        (await story.JournalAsync(story.Asked)).ShouldContain(s => s.StartsWith("It waits for a colleague's word: ", StringComparison.Ordinal));
    }

    // Whatever was interrupted has come to its end.
    private static async Task<List<JsonElement>> QuietAsync(RunningHost host)
    {
        await host.UntilAsync("mails?maxResultCount=1000", page => page.Items().All(m => m.Text("state") is not ("Queued" or "Sending" or "InDoubt")));
        var mails = new List<JsonElement>();
        foreach (var mail in await Account.RowsAsync(host, "mails")) mails.Add(await host.GetAsync($"mails/{mail.Text("id")}"));
        return mails;
    }
}
