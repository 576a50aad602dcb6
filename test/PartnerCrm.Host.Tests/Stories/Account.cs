using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>What a story leaves behind that may not depend on how it went: nothing is missing, nothing is there twice.</summary>
public record Account(string Imports, string Contacts, string Organisations, string Answers, string Meetings, string Suppressions)
{
    public static async Task<Account> OfAsync(Caller host, Story story)
    {
        var imports = new List<string>();
        foreach (var import in (string[])[story.LinkedIn, story.Seminar])
        {
            var row = await host.GetAsync($"imports/{import}");
            imports.Add($"{row.Text("status")} {row.GetProperty("counts")} {string.Join(", ", (await story.CandidatesAsync(import)).Select(Person).Order(StringComparer.Ordinal))}");
        }

        return new Account(
            Lines(imports),
            Lines((await RowsAsync(host, "contacts")).Select(Person)),
            Lines((await RowsAsync(host, "organisations")).Select(o => o.Text("name"))),
            Lines((await RowsAsync(host, "replies?isTriaged=true")).Concat(await RowsAsync(host, "replies")).Select(r => $"{r.TextOrNull("answer")} {r.Text("excerpt")}")),
            Lines((await RowsAsync(host, "meetings")).Select(m => m.Text("state"))),
            Lines((await RowsAsync(host, "suppressions")).Select(s => $"{s.Text("reason")} {s.TextOrNull("words")}")));
    }

    public static async Task<List<JsonElement>> RowsAsync(Caller host, string list) => [.. (await host.GetAsync($"{list}{(list.Contains('?') ? '&' : '?')}maxResultCount=1000")).Items()];

    private static string Person(JsonElement c) => $"{c.Text("firstName")} {c.Text("lastName")} {c.TextOrNull("email")} {c.TextOrNull("organisationName")}";

    private static string Lines(IEnumerable<string> rows) => string.Join(Environment.NewLine, rows.Order(StringComparer.Ordinal));
}
