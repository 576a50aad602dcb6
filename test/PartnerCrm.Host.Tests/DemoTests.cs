using System.Diagnostics;
using System.Globalization;

namespace PartnerCrm.Host.Tests;

public class DemoTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task The_demo_story_goes_from_two_files_to_an_accepted_meeting(Database database)
    {
        await using var host = await RunningHost.StartAsync(database);

        var (exitCode, output) = await PlayAsync(host);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("is at stage Meeting");
        output.ShouldContain("refused (409)");
        output.ShouldContain("It waits for a colleague's word");
        output.ShouldContain("That is the story");

        // Nobody got the same mail twice, and every mail that was wanted left.
        var mails = (await host.GetAsync("mails?maxResultCount=100")).Items().ToList();
        mails.GroupBy(m => (m.Text("toAddress"), m.Text("template"))).ShouldAllBe(same => same.Count() == 1);
        mails.Select(m => m.Text("state")).Distinct().ShouldBe(["Kept"]);
    }

    private static async Task<(int ExitCode, string Output)> PlayAsync(RunningHost host)
    {
        var start = new ProcessStartInfo("bash", [Repository.File("etc/demo.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = host.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PARTNERCRM_CLIENT_SECRET"] = RunningHost.Secret;
        using var story = Process.Start(start)!;
        var output = story.StandardOutput.ReadToEndAsync();
        var errors = story.StandardError.ReadToEndAsync();
        await story.WaitForExitAsync();
        return (story.ExitCode, await output + await errors);
    }
}
