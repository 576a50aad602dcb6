using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Volo.Abp.Identity;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Tests;

/// <summary>The whole host in this process on its own port, with a clock that can be put forward.</summary>
public sealed class SignInHost : IAsyncLifetime
{
    public const string Password = "Correct-horse-9!";

    private readonly string data = Directory.CreateTempSubdirectory("crmsignin").FullName;
    private WebApplication? app;

    public SignInHost() => Url = $"http://localhost:{FreePort()}";

    public string Url { get; }
    public MovedTime Time { get; } = new();
    public Dictionary<string, string?> Settings { get; } = new() { ["Limits:SignInPerMinute"] = "10000", ["Limits:TokenPerMinute"] = "10000", ["Limits:PublicPagesPerMinute"] = "10000" };

    public string DataFolder => data;

    public static async Task<SignInHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new SignInHost();
        foreach (var (name, value) in settings) host.Settings[name] = value;
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The host's own name, so that its pages are found although the tests are the program.
            ApplicationName = "PartnerCrm.Host", EnvironmentName = Environments.Development, ContentRootPath = Repository.File("src/PartnerCrm.Host"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PARTNERCRM_DATA"] = data, ["Demo:Enabled"] = "true", ["urls"] = Url, ["App:SelfUrl"] = Url, ["PARTNERCRM_ADMIN_PASSWORD"] = Password,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Configuration.AddPartnerCrm();
        builder.Services.AddSingleton<TimeProvider>(Time);
        await Migrations.ApplyAsync(DatabaseOptions.From(builder.Configuration), _ => { });
        builder.Host.UseFoundation();
        await builder.AddApplicationAsync<PartnerCrmHostModule>();
        app = builder.Build();
        await app.InitializeApplicationAsync();
        await Seeding.RunAsync(app.Services);
        await app.StartAsync();
    }

    /// <summary>A person who can sign in with <see cref="Password"/>.</summary>
    public async Task<string> AddPersonAsync(string? role = null, string? password = Password)
    {
        var name = "person" + Guid.NewGuid().ToString("N")[..8];
        await DoAsync(async users =>
        {
            var user = new IdentityUser(Guid.NewGuid(), name, name + "@example.org") { Name = "Kim", Surname = "Example" };
            (password == null ? await users.CreateAsync(user) : await users.CreateAsync(user, password)).CheckErrors();
            if (role != null) (await users.AddToRoleAsync(user, role)).CheckErrors();
        });
        return name;
    }

    public async Task DoAsync(Func<IdentityUserManager, Task> work)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await work(scope.ServiceProvider.GetRequiredService<IdentityUserManager>());
        await unitOfWork.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app != null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The time of day, plus what the test adds.</summary>
public sealed class MovedTime : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Pass(TimeSpan time) => ahead += time;
}
