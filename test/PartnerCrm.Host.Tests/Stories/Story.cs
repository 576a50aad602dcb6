using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>The story of `etc/demo.sh`, asserted step by step. With crashes, a request that nobody answered is sent again with the same Idempotency-Key.</summary>
public class Story(Caller host, Crashes? crashes = null)
{
    /// <summary>How many requests of the story change something, and may meet a crash.</summary>
    public const int Requests = 15;

    private static readonly string[] companyForms = ["Ltd", "Limited", "LLP", "PLC"];

    private string robin = "", toni = "", playbook = "";
    private JsonElement first, second, colleague;
    private string mailOfSecond = "";

    public string LinkedIn { get; private set; } = "";
    public string Seminar { get; private set; } = "";

    /// <summary>The relationships: who says yes, who objects, and the one of Toni's at an organisation of Robin's.</summary>
    public string Yes { get; private set; } = "";
    public string No { get; private set; } = "";
    public string Asked { get; private set; } = "";

    public async Task PlayAsync()
    {
        await UploadAsync();
        await ChooseWhomAsync();
        await PickAsync();
        foreach (var relationship in (string[])[Yes, No]) await TouchAsync(relationship);
        foreach (var relationship in (string[])[Yes, No]) await ApproveFirstMailAsync(relationship);
        mailOfSecond = (await MailsAsync(No, kept => kept.Count > 0))[0].Text("id");
        await AnswerReminderAsync();
        await MeetAsync();
        await ObjectAsync();
        await AskOwnerAsync();
        if (crashes != null) await crashes.AreOverAsync();
    }

    public async Task UploadAsync()
    {
        LinkedIn = await ReadyAsync(await UploadAsync(Directory.GetFiles(Repository.File("etc/demo-data"), "*.zip").Single(), ("source", "LinkedInArchive")));
        Seminar = await ReadyAsync(await UploadAsync(
            Repository.File("etc/demo-data/attendee-report.csv"),
            ("source", "EventAttendees"), ("eventName", "Data for small manufacturers"), ("eventDate", "2026-11-12")));
    }

    public async Task<List<JsonElement>> CandidatesAsync(string import)
        => [.. (await host.GetAsync($"imports/{import}/candidates?maxResultCount=1000")).Items()];

    public async Task<List<JsonElement>> MailsAsync(string relationship) => [.. (await host.GetAsync(KeptMails(relationship))).Items()];

    public async Task<List<string>> JournalAsync(string relationship)
        => [.. (await host.GetAsync($"relationships/{relationship}/escalation")).Items("journal").Select(line => line.Text("sentence"))];

    // Whom to pick: in both files, with an address, at a British company. Then somebody at another one, and a colleague of the first.
    private async Task ChooseWhomAsync()
    {
        var all = await CandidatesAsync(Seminar);
        all.ShouldNotBeEmpty();
        all.ShouldAllBe(c => c.TextOrNull("pickedAt") == null, "nothing is picked by the machine");
        all.ShouldAllBe(c => c.Items("reasons").Any(), "each says what is known");

        var fitting = all.Where(c => c.GetProperty("hasEmail").GetBoolean() && !c.GetProperty("isSuppressed").GetBoolean() && c.TextOrNull("country") == "GB"
            && companyForms.Any(form => (c.TextOrNull("organisationName") ?? "").Contains(form, StringComparison.OrdinalIgnoreCase))).ToList();
        first = fitting.First(c => c.Items("elsewhere").Any() && fitting.Count(other => House(other) == House(c)) > 1);
        second = fitting.First(c => House(c) != House(first));
        colleague = fitting.First(c => House(c) == House(first) && c.Text("id") != first.Text("id"));

        var users = (await host.GetAsync("colleagues?maxResultCount=100")).Items().ToDictionary(u => u.Text("userName"), u => u.Text("id"));
        (robin, toni) = (users["robin"], users["toni"]);
        playbook = (await host.GetAsync("playbooks?maxResultCount=100")).Items().First(p => p.Text("name").Contains("seconds", StringComparison.Ordinal)).Text("id");
    }

    private async Task PickAsync()
    {
        await PostAsync($"imports/{Seminar}/picks", new { candidateIds = new[] { first.Text("id"), second.Text("id") }, ownerId = robin, playbookId = playbook });
        (Yes, No) = (await RelationshipAsync(first, robin), await RelationshipAsync(second, robin));
    }

    private async Task TouchAsync(string relationship)
    {
        var touch = await FollowUpAsync(relationship, "SocialTouch");
        touch.Text("suggestedText").ShouldNotBeNullOrWhiteSpace();
        await PostAsync($"follow-ups/{touch.Text("id")}/done", new { answer = "Done" });
        var asked = await FollowUpAsync(relationship, "DidTheyAnswer");
        await PostAsync($"follow-ups/{asked.Text("id")}/done", new { answer = "Yes" });
    }

    private async Task ApproveFirstMailAsync(string relationship)
    {
        var draft = (await host.UntilAsync($"drafts?relationshipId={relationship}", d => d.Items().Any())).FirstId();
        (await MailsAsync(relationship)).ShouldBeEmpty("nothing goes out before the owner approves it");
        await PostAsync($"drafts/{draft}/approve", null);
        await MailsAsync(relationship, kept => kept.Any(m => m.Text("template") == "first-mail"));
    }

    private async Task AnswerReminderAsync()
    {
        var mails = await MailsAsync(Yes, kept => kept.Any(m => m.Text("template") == "reminder-1"));
        var reminder = mails.First(m => m.Text("template") == "reminder-1").Text("id");
        await PostAsync("sandbox/answers", new { mailId = reminder, kind = "Reply", text = "Thank you for writing. That sounds useful, tell me more." });
        var reply = (await host.UntilAsync($"replies?relationshipId={Yes}", r => r.Items().Any())).FirstId();
        await PostAsync($"replies/{reply}/triage", new { answer = "Interested" });
    }

    private async Task MeetAsync()
    {
        var offer = (await MailsAsync(Yes, kept => kept.Any(m => m.Text("template") == "meeting-offer"))).First(m => m.Text("template") == "meeting-offer");
        var times = (await host.GetAsync($"offers?contactId={offer.Text("contactId")}")).Items().ShouldHaveSingleItem();
        new[] { times.Text("firstTime"), times.Text("secondTime"), times.Text("thirdTime") }.Distinct().Count().ShouldBe(3);
        await PostAsync("sandbox/answers", new { mailId = offer.Text("id"), kind = "ChooseTime", choice = 1 });

        var mails = await MailsAsync(Yes, kept => kept.Any(m => m.Text("template") == "meeting-invitation"));
        await PostAsync("sandbox/answers", new { mailId = mails.First(m => m.Text("template") == "meeting-invitation").Text("id"), kind = "AcceptMeeting" });
        await host.UntilAsync($"relationships/{Yes}", r => r.Text("stage") == "Meeting");
        var meeting = (await host.GetAsync($"meetings?contactId={offer.Text("contactId")}")).Items().ShouldHaveSingleItem();
        meeting.GetProperty("start").GetDateTime().ShouldBe(times.GetProperty("secondTime").GetDateTime());
    }

    private async Task ObjectAsync()
    {
        await PostAsync("sandbox/answers", new { mailId = mailOfSecond, kind = "Object" });
        await host.UntilAsync($"relationships/{No}/escalation", e => e.Text("state") == "Ended");
        var contact = (await host.GetAsync($"relationships/{No}")).Text("contactId");
        var mayI = await host.UntilAsync($"contacts/{contact}/clearance?channel=Email", c => c.Text("verdict") == "Blocked");
        mayI.Items("reasons").First().Text("sentence").ShouldNotBeNullOrWhiteSpace();
        var refusal = await host.PostAsync($"relationships/{No}/escalation/start", new { playbookId = playbook });
        refusal.Status.ShouldBe(HttpStatusCode.Conflict, refusal.Content);
    }

    private async Task AskOwnerAsync()
    {
        await PostAsync($"imports/{Seminar}/picks", new { candidateIds = new[] { colleague.Text("id") }, ownerId = toni, playbookId = playbook });
        Asked = await RelationshipAsync(colleague, toni);
        await host.UntilAsync($"relationships/{Asked}/escalation", e => e.Text("state") == "AwaitingOwner");
    }

    private async Task<string> ReadyAsync(string import)
    {
        var read = await host.UntilAsync($"imports/{import}", i => i.Text("status") is "Ready" or "Failed");
        read.Text("status").ShouldBe("Ready", read.ToString());
        return import;
    }

    private async Task<string> RelationshipAsync(JsonElement candidate, string owner)
    {
        bool IsTheirs(JsonElement relationship) => relationship.Text("contactName") == $"{candidate.Text("firstName")} {candidate.Text("lastName")}";
        return (await host.UntilAsync($"relationships?ownerId={owner}&maxResultCount=1000", page => page.Items().Any(IsTheirs))).Items().Single(IsTheirs).Text("id");
    }

    private async Task<JsonElement> FollowUpAsync(string relationship, string kind)
    {
        var page = await host.UntilAsync($"follow-ups?ownerId={robin}&relationshipId={relationship}&kind={kind}&maxResultCount=10", f => f.Items().Any());
        return await host.GetAsync($"follow-ups/{page.FirstId()}");
    }

    private async Task<List<JsonElement>> MailsAsync(string relationship, Func<List<JsonElement>, bool> isSo)
        => [.. (await host.UntilAsync(KeptMails(relationship), page => isSo([.. page.Items()]))).Items()];

    private async Task<string> UploadAsync(string file, params (string Name, string Value)[] fields)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        // A repeated request has the same bytes, and with them the same boundary.
        return (await PostAsync("imports", (Func<HttpContent>)(() =>
        {
            var form = new MultipartFormDataContent("boundary-of-" + Path.GetFileNameWithoutExtension(file));
            foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", Path.GetFileName(file));
            return form;
        }))).Text("id");
    }

    private async Task<JsonElement> PostAsync(string path, object? body)
    {
        crashes?.Requested();
        return (await host.PostAsync(path, body, Guid.NewGuid().ToString())).ShouldSucceed("POST " + path);
    }

    private static string KeptMails(string relationship) => $"mails?relationshipId={relationship}&state=Kept&maxResultCount=100";

    private static string? House(JsonElement candidate) => candidate.TextOrNull("organisationName");
}
