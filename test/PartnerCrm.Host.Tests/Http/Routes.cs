using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PartnerCrm.Host.Tests;

/// <summary>One thing that can be asked of the host over HTTP, and who may.</summary>
public record Route(string Method, string Path, string Who)
{
    public const string Anybody = "anybody";

    public bool IsForAnybody => Who == Anybody;

    /// <summary>The path's parameters, without their constraints.</summary>
    public IEnumerable<string> Parameters => Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}').Split(':', '?')[0].TrimStart('*'));

    public static IReadOnlyList<Route> Of(HostApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Of).Distinct()
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)];

    public override string ToString() => $"{Method,-6} {Path}  {Who}";

    private static IEnumerable<Route> Of(RouteEndpoint endpoint)
    {
        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() != null;
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [isPage ? "PAGE" : "ANY"];
        return methods.Select(method => new Route(method, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), WhoMay(endpoint)));
    }

    private static string WhoMay(RouteEndpoint endpoint)
    {
        var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() != null || asked.Count == 0) return Anybody;
        var policies = asked.Select(a => a.Policy).Where(policy => !string.IsNullOrEmpty(policy)).Distinct().ToList();
        return policies.Count == 0 ? "who is signed in" : string.Join(" and ", policies);
    }
}
