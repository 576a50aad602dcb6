using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>
/// The web UI as an OAuth client: public (a browser keeps no secret), so PKCE and exact redirect addresses are all it has. SignIn:RedirectUris adds
/// addresses where the UI is served from elsewhere.
/// </summary>
public class UiClient : ISingletonDependency
{
    public const string Id = "PartnerCrm_App";
    public const string OfflineAccess = "offline_access";
    public const string OpenId = "openid";

    // Where `ng serve` runs.
    private const string DevelopmentUi = "http://localhost:4200";

    public static readonly string[] Scopes = [OpenId, "profile", "email", OfflineAccess, TokenEndpoints.Scope];

    public UiClient(IConfiguration configuration, IHostEnvironment environment)
    {
        var roots = new List<string> { configuration[HostConfiguration.SelfUrl]! };
        if (environment.IsDevelopment() || configuration.IsDemo()) roots.Add(DevelopmentUi);
        roots.AddRange(configuration.GetSection("SignIn:RedirectUris").Get<string[]>() ?? []);
        // A root is the same address with and without the slash; browsers' scripts name it without.
        RedirectUris = roots.SelectMany(r => (string[])[r.TrimEnd('/'), r.TrimEnd('/') + "/"]).Concat(roots).ToHashSet(StringComparer.Ordinal);
        Origins = [.. roots.Select(r => new Uri(r).GetLeftPart(UriPartial.Authority)).Distinct()];
    }

    public IReadOnlySet<string> RedirectUris { get; }

    /// <summary>Where pages of the UI come from: those may call the token endpoint and the API from a browser.</summary>
    public IReadOnlyList<string> Origins { get; }
}
