using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

/// <summary>A small library with an HTTP API, on a SQLite file of its own.</summary>
public sealed class WebTestApplication : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("standins-web-").FullName;
    private WebApplication app = default!;

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder, "library.db")}";
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Test", null);
        await builder.AddApplicationAsync<LibraryModule>();
        app = builder.Build();
        await app.InitializeApplicationAsync();
        await InUnitOfWork(async services =>
        {
            var context = await services.GetRequiredService<Volo.Abp.EntityFrameworkCore.IDbContextProvider<LibraryDbContext>>().GetDbContextAsync();
            await context.Database.EnsureCreatedAsync();
        }, transactional: false);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A caller: anonymous without a user and client.</summary>
    public HttpClient Client(Guid? user = null, string? role = null, Guid? tenant = null, string? clientId = null, string? language = null)
    {
        var client = app.GetTestClient();
        if (user != null) client.DefaultRequestHeaders.Add("X-User", user.ToString());
        if (role != null) client.DefaultRequestHeaders.Add("X-Role", role);
        if (tenant != null) client.DefaultRequestHeaders.Add("X-Tenant", tenant.ToString());
        if (clientId != null) client.DefaultRequestHeaders.Add("X-Client", clientId);
        if (language != null) client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public async Task<T> InUnitOfWork<T>(Func<IServiceProvider, Task<T>> act, Guid? tenant = null, bool transactional = true)
    {
        using var scope = app.Services.CreateScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            using var uow = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: transactional);
            var result = await act(scope.ServiceProvider);
            await uow.CompleteAsync();
            return result;
        }
    }

    public Task InUnitOfWork(Func<IServiceProvider, Task> act, Guid? tenant = null, bool transactional = true) => InUnitOfWork(async services =>
    {
        await act(services);
        return true;
    }, tenant, transactional);

    public Task Seed(string password, string email = "admin@example.org") => InUnitOfWork(services => services.GetRequiredService<IDataSeeder>()
        .SeedAsync(new DataSeedContext().WithProperty("AdminEmail", email).WithProperty("AdminPassword", password)));

    /// <summary>Believes what the request says of its caller.</summary>
    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var claims = new List<Claim>();
            Add("X-User", AbpClaimTypes.UserId);
            Add("X-Role", AbpClaimTypes.Role);
            Add("X-Tenant", AbpClaimTypes.TenantId);
            Add("X-Client", AbpClaimTypes.ClientId);
            return Task.FromResult(claims.Count == 0
                ? AuthenticateResult.NoResult()
                : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, "Test")), Scheme.Name)));

            void Add(string header, string type)
            {
                if (Request.Headers[header].FirstOrDefault() is { } value) claims.Add(new Claim(type, value));
            }
        }
    }
}

internal static class Answers
{
    /// <summary>The error of an answer that must be one.</summary>
    public static async Task<JsonElement> Error(this HttpResponseMessage response)
    {
        response.Headers.GetValues("_AbpErrorFormat").ShouldBe(["true"]);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();
}
