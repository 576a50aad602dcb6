using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnerCrm.Host.Tests;

public class TelemetryTests
{
    [Fact]
    public async Task What_the_host_did_is_told_to_the_collector()
    {
        var told = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = $"http://127.0.0.1:{SignInHost.FreePort()}";
        builder.WebHost.UseUrls(url);
        await using var collector = builder.Build();
        collector.MapPost("/v1/{what}", async (string what, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            told.AddOrUpdate(what, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();

        await using (var host = await SignInHost.StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        using (var browser = new Browser(host))
            await browser.GetAsync("/health");

        told["traces"].ShouldContain("PartnerCrm");
        told["traces"].ShouldContain("HttpRequestIn");
        told["metrics"].ShouldContain("http.server.request.duration");
    }
}
