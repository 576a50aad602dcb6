using System.Net;

namespace PartnerCrm.Host.Tests;

public class RoutesTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    private const string Renew = "PARTNERCRM_RENEW_ROUTES";
    private static readonly string file = Repository.File("test/PartnerCrm.Host.Tests/Http/routes.txt");

    [Fact]
    public async Task The_routes_are_those_on_file()
    {
        var routes = Route.Of(fixture.App).Select(r => r.ToString()).ToList();
        if (Environment.GetEnvironmentVariable(Renew) == "1") await File.WriteAllLinesAsync(file, routes);

        var known = await File.ReadAllLinesAsync(file);

        string.Join('\n', routes.Except(known).Select(r => "+ " + r).Concat(known.Except(routes).Select(r => "- " + r)))
            .ShouldBe("", $"The routes have changed. If that is meant, run these tests once with {Renew}=1, and look at what changes in {file}.");
    }

    [Fact]
    public async Task Without_a_token_only_what_is_for_anybody_answers()
    {
        using var nobody = fixture.App.Anonymous();
        var open = new List<string>();
        foreach (var route in Route.Of(fixture.App).Where(r => !r.IsForAnybody))
        {
            var path = route.Parameters.Aggregate(route.Path, (path, _) => Fill(path, Guid.NewGuid().ToString()));
            var answer = await nobody.SendAsync(new HttpMethod(route.Method), path, null);
            // A route for files takes nothing else.
            if (answer.Status == HttpStatusCode.UnsupportedMediaType) answer = await nobody.PostAsync(path, (Func<HttpContent>)(() => new MultipartFormDataContent("x")));
            // A page sends its visitor to sign in.
            if (answer.Status != (route.Method == "PAGE" ? HttpStatusCode.Found : HttpStatusCode.Unauthorized)) open.Add($"{route} answered {(int)answer.Status}");
        }

        open.ShouldBeEmpty();
    }

    // The first parameter of the path.
    internal static string Fill(string path, string value) => path[..path.IndexOf('{')] + value + path[(path.IndexOf('}') + 1)..];
}
