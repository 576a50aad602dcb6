using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

public class RoutesTests(WebTestApplication library) : IClassFixture<WebTestApplication>
{
    [Fact]
    public void Services_have_routes_by_convention_and_by_attribute()
    {
        Descriptions().Select(d => $"{d.HttpMethod} {d.RelativePath}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "DELETE api/library/books/{id}",
            "GET api/library/books",
            "GET api/library/books/shelf-count",
            "GET api/library/books/{id}",
            "GET api/library/books/{id}/cover",
            "GET api/library/guarded/name",
            "GET api/library/loan-requests",
            "PATCH api/library/loan-requests/{id}",
            "POST api/library/books",
            "POST api/library/books/donate",
            "POST api/library/books/swap",
            "POST api/library/books/{id}/covers",
            "POST api/library/books/{id}/lend-to/{readerId}",
            "POST api/library/guarded/close",
            "POST api/library/guarded/fail",
            "POST api/library/guarded/lend",
            "PUT api/library/books/{id}",
        ]);
    }

    [Fact]
    public void The_description_says_what_succeeds_and_what_errors_look_like()
    {
        var lend = Descriptions().Single(d => d.RelativePath == "api/library/guarded/lend");
        lend.SupportedResponseTypes.Select(t => t.StatusCode).ShouldBe([204, 400, 401, 403, 404, 500], ignoreOrder: true);

        var list = Descriptions().Single(d => d is { HttpMethod: "GET", RelativePath: "api/library/books" });
        list.SupportedResponseTypes.Single(t => t.StatusCode == 200).Type.ShouldBe(typeof(List<BookRow>));
        list.ParameterDescriptions.ShouldAllBe(p => p.Source.Id == "Query" || p.Source.Id == "ModelBinding");

        var create = Descriptions().Single(d => d is { HttpMethod: "POST", RelativePath: "api/library/books" });
        create.ParameterDescriptions.Single().Source.Id.ShouldBe("Body");
    }

    [Fact]
    public async Task Simple_values_come_from_path_and_query_and_objects_from_the_body()
    {
        using var client = library.Client();
        var created = await Created(client, "Binding", new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Unspecified));

        created.Text("boughtAt").ShouldBe("2026-05-04T12:00:00Z");
        var list = await client.GetFromJsonAsync<JsonElement>("/api/library/books?filter=Bindi&maxResultCount=1&boughtAfter=2026-01-02T00:00:00%2B01:00");
        list.EnumerateArray().Single().Text("boughtAt").ShouldBe("2026-01-01T23:00:00Z");
        (await client.GetStringAsync("/api/library/books/shelf-count?shelf=A&floor=3")).ShouldBe("3");
        (await client.PostAsync($"/api/library/books/{Guid.NewGuid()}/lend-to/{Guid.NewGuid()}", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_returns_nothing_is_no_content()
    {
        using var client = library.Client();
        var id = (await Created(client, "Nothing")).Text("id");

        (await client.PutAsJsonAsync($"/api/library/books/{id}", new { title = "More" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync($"/api/library/books/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync($"/api/library/books/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_come_as_forms_and_go_with_their_names()
    {
        using var client = library.Client();
        using var form = new MultipartFormDataContent { { new StringContent("front"), "file", "cover.txt" } };
        (await (await client.PostAsync($"/api/library/books/{Guid.NewGuid()}/covers", form)).Content.ReadAsStringAsync()).ShouldBe("cover.txt:front");

        var cover = await client.GetAsync($"/api/library/books/{Guid.NewGuid()}/cover");
        cover.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        cover.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Umschlag ä.txt");
        (await cover.Content.ReadAsStringAsync()).ShouldBe("front");
    }

    [Fact]
    public async Task A_response_returns_the_correlation_id_unless_it_is_unusable()
    {
        using var client = library.Client();
        client.DefaultRequestHeaders.Add("X-Correlation-Id", "request-7");
        (await client.GetAsync("/api/library/loan-requests")).Headers.GetValues("X-Correlation-Id").ShouldBe(["request-7"]);

        client.DefaultRequestHeaders.Remove("X-Correlation-Id");
        client.DefaultRequestHeaders.Add("X-Correlation-Id", "<script>");
        var answer = await client.GetAsync("/api/library/loan-requests");
        answer.Headers.GetValues("X-Correlation-Id").Single().Length.ShouldBe(32);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private static async Task<JsonElement> Created(HttpClient client, string title, DateTime? boughtAt = null)
    {
        var answer = await client.PostAsJsonAsync("/api/library/books", new { title, boughtAt });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private IReadOnlyList<ApiDescription> Descriptions() => [.. library.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
        .ApiDescriptionGroups.Items.SelectMany(g => g.Items).Where(d => d.RelativePath!.StartsWith("api/library", StringComparison.Ordinal))];
}
