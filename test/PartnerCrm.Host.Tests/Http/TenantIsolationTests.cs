using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Host.Tests;

/// <summary>One tenant plays the story; another one, who may do everything in its own house, tries every route with the first one's ids.</summary>
public sealed partial class TenantIsolationTests : IAsyncLifetime
{
    // What a request without an id in its path may do with foreign ids in its body: nothing of these looks at them.
    private static readonly string[] looksAtNoId = ["/api/crm/playbooks/check"];

    // Rows about what has its id elsewhere, or that the story leaves empty.
    private static readonly string[] haveNoIds = ["conversations", "merge-suggestions", "real-mail-checks"];

    private HostApp app = null!;
    private Guid north;
    private Caller ours = null!, theirs = null!;
    private readonly Dictionary<string, List<string>> ids = [];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter { get; }

    public async ValueTask InitializeAsync()
    {
        app = await HostApp.WithWorkersAsync();
        north = await app.AddTenantAsync("North");
        (ours, theirs) = (await app.SignInAsync(north), await app.SignInAsync(await app.AddTenantAsync("South")));
        await PlayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ours.Dispose();
        theirs.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Another_tenants_ids_are_unknown_everywhere()
    {
        var routes = Route.Of(app).Where(r => r.Path.StartsWith("/api/crm/", StringComparison.Ordinal)).ToList();
        var bodies = new SampleBodies(await ours.GetAsync("/openapi/v1.json"), IdFor);
        var before = await RowsAsync();
        var (wrong, read) = (new List<string>(), 0);

        foreach (var route in routes)
        {
            var hasId = route.Parameters.Any();
            var body = bodies.Of(route.Method, Parameter.Replace(route.Path, p => $"{{{p.Value.Trim('{', '}').Split(':', '?')[0]}}}"));
            if (!hasId && (body == null || bodies.Ids == 0 || looksAtNoId.Contains(route.Path))) continue;
            foreach (var path in PathsOf(route))
            {
                if (route.Method == "GET")
                {
                    if (!(await ours.AskAsync(path)).IsSuccess) continue;
                    read++;
                }

                var answer = await theirs.SendAsync(new HttpMethod(route.Method), path, body, "If-Match", "*");
                if (!IsUnknown(answer)) wrong.Add($"{route} answered {(int)answer.Status}: {answer.Content}");
            }

            if (route.Method == "GET" && hasId && !await CanReadAsync(route)) wrong.Add($"{route} answers nobody: this test has no id for it");
        }

        wrong.ShouldBeEmpty();
        read.ShouldBeGreaterThan(30);
        (await RowsAsync()).ShouldBe(before, "nothing of ours was changed");
    }

    [Fact]
    public async Task Lists_show_only_what_is_ones_own()
    {
        var foreign = ids.Where(list => list.Key is not ("playbooks" or "templates" or "colleagues")).SelectMany(list => list.Value).ToHashSet();
        var shown = new List<string>();
        foreach (var route in Route.Of(app).Where(r => r is { Method: "GET" } && r.Path.StartsWith("/api/crm/", StringComparison.Ordinal) && !r.Parameters.Any()))
        {
            var answer = await theirs.AskAsync(route.Path + "?maxResultCount=1000");
            if ((int)answer.Status >= 500 || foreign.Any(id => answer.Content.Contains(id, StringComparison.Ordinal))) shown.Add($"{route}: {(int)answer.Status} {answer.Content}");
        }

        shown.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_works_in_its_own_tenant_whatever_it_asks_for()
    {
        using var hosts = await app.SignInAsync(null);
        foreach (var caller in (Caller[])[theirs, hosts])
        {
            foreach (var path in (string[])["contacts", $"contacts?__tenant={north}", "contacts?__tenant=North"])
                (await caller.SendAsync(HttpMethod.Get, path, null, "__tenant", north.ToString())).ShouldSucceed(path).Number("totalCount").ShouldBe(0, path);
        }
    }

    // Not there, or not allowed to know; refused since there is no such thing; a list of nothing, or of nothing done.
    private static bool IsUnknown(Answer answer) => answer.Status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict => true,
        HttpStatusCode.OK => answer.Json.ValueKind == JsonValueKind.Object && answer.Json.TryGetProperty("items", out var items)
            && items.EnumerateArray().All(item => item.TryGetProperty("isDone", out var isDone) && !isDone.GetBoolean()),
        _ => false,
    };

    private async Task<bool> CanReadAsync(Route route)
    {
        foreach (var path in PathsOf(route))
        {
            if ((await ours.AskAsync(path)).IsSuccess) return true;
        }

        return false;
    }

    // With each of our ids of that kind; a route of which we have none is asked with an unknown one.
    private List<string> PathsOf(Route route)
    {
        if (!route.Parameters.Any()) return [route.Path];
        var name = route.Parameters.First();
        var kind = name == "id" ? route.Path.Split('/')[3] : Kind(name);
        var query = route.Path.EndsWith("/merge-preview", StringComparison.Ordinal) ? $"?otherId={ids["contacts"][^1]}" : "";
        return (ids.GetValueOrDefault(kind) ?? [Guid.NewGuid().ToString()]).ConvertAll(id => route.Parameters.Aggregate(route.Path, (path, _) => RoutesTests.Fill(path, id)) + query);
    }

    private string? IdFor(string name) => ids.GetValueOrDefault(Kind(name))?.FirstOrDefault();

    private static string Kind(string parameter) => parameter switch
    {
        "targetId" => "contacts",
        "ownerId" or "userId" or "leadOwnerId" or "senderId" => "colleagues",
        _ => parameter.Replace("Id", "", StringComparison.Ordinal) + "s",
    };

    private async Task PlayAsync()
    {
        var story = new Story(ours);
        await story.PlayAsync();
        var relationship = await ours.GetAsync($"relationships/{story.Yes}");
        var (contact, owner) = (relationship.GetProperty("contactId").GetGuid(), relationship.GetProperty("ownerId").GetGuid());
        (await ours.PostAsync("holds", new { scope = "Contact", targetId = contact, reason = "on leave" })).ShouldSucceed("A hold");
        await app.DoAsync(north, services => services.GetRequiredService<ILocalEventBus>().PublishAsync(
            new MailRequested("isolation", contact, owner, Purpose.Service, "first-mail", new Dictionary<string, string>(), NeedsApproval: true, IsCold: false), onUnitOfWorkComplete: false));

        foreach (var route in Route.Of(app).Where(r => r is { Method: "GET" } && !r.Parameters.Any() && r.Path.Split('/') is ["", "api", "crm", _]))
        {
            var answer = await ours.AskAsync(route.Path + "?maxResultCount=10");
            if (!answer.IsSuccess || answer.Json.ValueKind != JsonValueKind.Object || !answer.Json.TryGetProperty("items", out _)) continue;
            var kind = route.Path.Split('/')[3];
            if (!haveNoIds.Contains(kind)) ids[kind] = [.. answer.Json.Items().Select(row => row.TextOrNull("id")).OfType<string>()];
        }

        ids["conversations"] = [contact.ToString()];
        ids["replies"] = [.. (await ours.GetAsync("replies?isTriaged=true")).Items().Select(r => r.Text("id"))];
        ids["candidates"] = [.. (await ours.GetAsync($"imports/{story.Seminar}/candidates?maxResultCount=10")).Items().Select(c => c.Text("id"))];
        ids.Where(list => list.Value.Count == 0).Select(list => list.Key).ShouldBeEmpty("each kind has something to ask for");
    }

    // All rows of ours, in words.
    private async Task<string> RowsAsync()
    {
        await using var connection = new SqliteConnection(app.Database.ConnectionString);
        await connection.OpenAsync();
        var lines = new List<string>();
        foreach (var table in await ColumnAsync(connection, "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'TenantId' AND m.name LIKE 'Crm%' AND m.name NOT IN ('CrmStartQueues', 'CrmEscalationSignals')"))
        {
            var columns = await ColumnAsync(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'LeaseUntil'");
            lines.AddRange(await ColumnAsync(connection, string.Create(CultureInfo.InvariantCulture,
                $"SELECT '{table}' || {string.Join(" || ", columns.Select(c => $"' ' || ifnull(quote(\"{c}\"), '')"))} FROM \"{table}\" WHERE upper(\"TenantId\") = '{north.ToString().ToUpperInvariant()}'")));
        }

        lines.Count.ShouldBeGreaterThan(50);
        lines.Sort(StringComparer.Ordinal);
        return string.Join(Environment.NewLine, lines);
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
