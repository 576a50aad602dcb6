using System.Net;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>What the host answered; Json is undefined where it answered with nothing, or with something else.</summary>
public record Answer(HttpStatusCode Status, JsonElement Json, string Content, string? ETag = null)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The code of a refusal.</summary>
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("error", out var error) ? error.TextOrNull("code") : null;

    public JsonElement ShouldSucceed(string what)
    {
        IsSuccess.ShouldBeTrue($"{what} answered {(int)Status}: {Content}");
        return Json;
    }

    public void ShouldBeRefused(HttpStatusCode status, string code)
    {
        Code.ShouldBe(code, Content);
        Status.ShouldBe(status, Content);
    }
}

public static class JsonElements
{
    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    public static string? TextOrNull(this JsonElement json, string property)
        => json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(this JsonElement json, string property) => json.GetProperty(property).GetInt32();

    public static IEnumerable<JsonElement> Items(this JsonElement page, string property = "items") => page.GetProperty(property).EnumerateArray();

    /// <summary>The id of the first row, or null where there is none yet.</summary>
    public static string? FirstId(this JsonElement page) => page.Items().Select(row => row.Text("id")).FirstOrDefault();
}
