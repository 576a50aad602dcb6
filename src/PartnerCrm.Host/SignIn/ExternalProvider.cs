using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>
/// The university's own sign-in, an OpenID Connect provider. Configuration section SignIn:External: Authority, ClientId, ClientSecret (none for a
/// public client), DisplayName, Scope, GroupsClaim, Groups:{their group} = {our role}, CreateUsers, Tenant (the name of the one whose provider it is;
/// none for the host's own people).
/// </summary>
public class ExternalProvider : ISingletonDependency
{
    public const string Scheme = "University";
    public const string CallbackPath = "/Account/External";

    private readonly ConfigurationManager<OpenIdConnectConfiguration>? discovery;
    private readonly string tenantName;

    public ExternalProvider(IConfiguration configuration)
    {
        var section = configuration.GetSection("SignIn:External");
        Authority = section["Authority"]?.TrimEnd('/');
        ClientId = section["ClientId"] ?? "";
        ClientSecret = section["ClientSecret"];
        DisplayName = section["DisplayName"] ?? "University";
        Scope = section["Scope"] ?? "openid profile email";
        GroupsClaim = section["GroupsClaim"] ?? "groups";
        Roles = section.GetSection("Groups").GetChildren().ToDictionary(g => g.Key, g => g.Value ?? "");
        CreatesUsers = section.GetValue("CreateUsers", false);
        tenantName = section["Tenant"] ?? "";
        RedirectUri = TokenEndpoints.Issuer(configuration).TrimEnd('/') + CallbackPath;
        if (Authority == null) return;
        var url = new Uri(Authority);
        // Anything but this machine itself is reached by TLS only.
        discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            Authority + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !url.IsLoopback });
        Origin = url.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Whom it vouches for are the people of one house: nobody else's door opens to it.</summary>
    public bool IsFor(ICurrentTenant tenant) => Authority != null && string.Equals(tenant.Name ?? "", tenantName, StringComparison.OrdinalIgnoreCase);

    public string? Authority { get; }
    public string? Origin { get; }
    public string ClientId { get; }
    public string? ClientSecret { get; }
    public string DisplayName { get; }
    public string Scope { get; }
    public string GroupsClaim { get; }

    /// <summary>Which of their groups gives which of our roles.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; }

    /// <summary>Whether somebody without an account gets one at the first sign-in.</summary>
    public bool CreatesUsers { get; }

    public string RedirectUri { get; }

    public Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancellationToken) => discovery!.GetConfigurationAsync(cancellationToken);

    /// <summary>Their keys may be new: the next discovery asks again.</summary>
    public void LookAgain() => discovery!.RequestRefresh();
}
