using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Host;

/// <summary>How callers are known: by bearer token on the API, by cookie on the pages of the sign-in, never the other way round.</summary>
public static class SignInSetup
{
    private const string ByPath = "ByPath";
    private static readonly string[] PagesWithCookie = ["/Account", "/connect/authorize", "/connect/endsession"];

    /// <summary>Claims are called as in OpenID Connect, in the tokens as in the cookie.</summary>
    public static void NameClaims()
    {
        AbpClaimTypes.UserId = "sub";
        AbpClaimTypes.UserName = "preferred_username";
        AbpClaimTypes.Name = "given_name";
        AbpClaimTypes.SurName = "family_name";
        AbpClaimTypes.Role = "role";
        AbpClaimTypes.Email = "email";
    }

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = ByPath;
                options.DefaultChallengeScheme = ByPath;
                options.DefaultAuthenticateScheme = ByPath;
            })
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = http =>
                PagesWithCookie.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
                    ? IdentityConstants.ApplicationScheme
                    : JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options => Configure(options, configuration));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SigningKeys, LiveSessions, LiveClients, TimeProvider>(Configure);
        services.ConfigureApplicationCookie(options =>
        {
            options.EventsType = typeof(SessionCookies);
            options.LoginPath = "/Account/Login";
            options.LogoutPath = "/Account/Logout";
            options.AccessDeniedPath = "/Account/Login";
            // The session is what ends it; the cookie only has to outlive the longest pause.
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
        });
        foreach (var scheme in (string[])[IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.ExternalScheme])
            services.Configure<CookieAuthenticationOptions>(scheme, options => options.Cookie.Name = "PartnerCrm." + scheme.Split('.')[^1]);

        services.Configure<IdentityOptions>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 10;
            options.Password.RequiredUniqueChars = 4;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        });
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(2));
        services.AddSingleton<AccountMails>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountMails>());
        services.AddHttpClient();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "PartnerCrm.Form";
            options.SuppressXFrameOptionsHeader = true;
        });

        services.AddDataProtection().SetApplicationName("PartnerCrm").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(configuration[HostConfiguration.DataFolder]!, "form-keys")));
        services.AddOptions<KeyManagementOptions>().Configure<RootKey>((options, rootKey) => options.XmlEncryptor = new SealedXml(rootKey));
        services.AddCors(options => options.AddPolicy(TokenEndpoints.Cors, policy => policy
            .WithOrigins([.. new UiClient(configuration, services.GetHostingEnvironment()).Origins]).AllowAnyHeader().AllowAnyMethod()
            .WithExposedHeaders("_AbpErrorFormat", "ETag", "Location", "Retry-After", "X-Correlation-Id")));

        services.Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<PartnerCrmHostModule>());
        services.Configure<AbpLocalizationOptions>(options => options.Resources.Add<SignInResource>("en").AddVirtualJson("/PartnerCrm/Host/SignIn/Localization"));
    }

    private static void Configure(JwtBearerOptions options, IConfiguration configuration)
    {
        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = TokenEndpoints.Issuer(configuration),
            ValidAudience = TokenEndpoints.Audience,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            NameClaimType = AbpClaimTypes.UserName,
            RoleClaimType = AbpClaimTypes.Role,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }

    private static void Configure(JwtBearerOptions options, SigningKeys keys, LiveSessions live, LiveClients clients, TimeProvider time)
    {
        options.TimeProvider = time;
        options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.Known;
        // Lifetimes are checked against the one clock of the product.
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, parameters) =>
            time.GetUtcNow().UtcDateTime is var now && notBefore <= now + parameters.ClockSkew && expires > now - parameters.ClockSkew;
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = async _ => await keys.AllAsync(),
            OnTokenValidated = async context =>
            {
                if (context.Principal?.FindSession() is { } session && !await live.IsAliveAsync(session)) context.Fail("The session has ended.");
                else if (!await clients.IsAliveAsync(context.Principal!)) context.Fail("The client is not let in any more, or has another secret.");
            },
        };
    }
}

/// <summary>The texts of the pages around the sign-in.</summary>
[LocalizationResourceName("SignIn")]
public class SignInResource;
