using System.Net;
using System.Text;

namespace PartnerCrm.Host.Tests;

/// <summary>What the screens ask for, over HTTP: the routes are there, and answer.</summary>
public class ScreenServicesTests
{
    [Fact]
    public async Task Screens_are_served_and_the_demos_people_go_with_one_call()
    {
        await using var host = await RunningHost.StartAsync();
        var colleagues = await host.GetAsync("colleagues");
        var owner = colleagues.FirstId()!;
        var contact = (await host.PostAsync("contacts", new { firstName = "Ada", lastName = "=Example", email = "ada@example.org", country = "GB" })).ShouldSucceed("A contact");
        var id = contact.Text("id");
        var relationship = (await host.PostAsync("relationships", new { contactId = id, ownerId = owner })).ShouldSucceed("A relationship").Text("id");

        (await host.GetAsync($"today?ownerId={owner}")).GetProperty("yourTurn").GetProperty("count").GetInt32().ShouldBe(0);
        (await host.GetAsync($"contacts/{id}/overview")).GetProperty("mayI").GetArrayLength().ShouldBe(3);
        (await host.GetAsync($"contacts/{id}/timeline/page?kinds=System")).Items().ShouldNotBeEmpty();
        (await host.GetAsync($"contacts/{id}/merge-suggestions")).Items().ShouldBeEmpty();
        (await host.GetAsync("merge-suggestions")).Items().ShouldBeEmpty();
        (await host.GetAsync("relationships/board?filter=ada")).Items().Sum(c => c.GetProperty("count").GetInt32()).ShouldBe(1);
        (await host.GetAsync($"relationships/{relationship}/steps")).GetProperty("steps").GetArrayLength().ShouldBe(0);
        (await host.GetAsync($"capacity?ownerId={owner}")).GetProperty("free").GetInt32().ShouldBe(5);
        (await host.GetAsync("team/capacity")).Items().ShouldNotBeEmpty();
        (await host.GetAsync("conversations")).Items().ShouldBeEmpty();
        (await host.GetAsync($"conversations/{id}")).Text("contactName").ShouldBe("Ada =Example");
        (await host.GetAsync("meetings/agenda?from=2026-11-01&until=2026-11-30")).GetProperty("meetings").GetArrayLength().ShouldBe(0);
        (await host.GetAsync("offers/named-list")).Items().ShouldBeEmpty();
        (await host.GetAsync("holds")).Items().ShouldBeEmpty();
        (await host.GetAsync("owner-requests")).Items().ShouldBeEmpty();
        (await host.GetAsync("real-mail-checks")).Items().Count().ShouldBe(8);

        (await host.PostAsync("relationships/" + relationship + "/move", new { to = "Meeting" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await host.PostAsync("demo-data/remove", null)).ShouldSucceed("Removing").GetProperty("rows").GetInt32().ShouldBeGreaterThan(0);
        (await host.GetAsync("contacts")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_says_what_it_is_before_it_is_imported()
    {
        await using var host = await RunningHost.StartAsync();
        Func<HttpContent> form = () => new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Example,,ada@example.org,Example Ltd,Maker,08 Feb 2026\n")), "file", "Connections.csv" },
        };

        var said = (await host.PostAsync("imports/inspect", form)).ShouldSucceed("Inspecting");

        (said.Text("source"), said.Text("sentence")).ShouldBe(("LinkedInArchive", "These are LinkedIn connections."));
        (await host.GetAsync("imports")).Items().ShouldBeEmpty();
    }
}
