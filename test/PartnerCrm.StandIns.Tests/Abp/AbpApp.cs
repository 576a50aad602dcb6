using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace PartnerCrm.StandIns.Tests.Abp;

/// <summary>An application of the module under test, started.</summary>
public sealed class AbpApp : IAsyncDisposable
{
    private readonly ServiceProvider root;
    private readonly IAbpApplicationWithExternalServiceProvider application;
    private readonly AsyncServiceScope scope;

    private AbpApp(ServiceProvider root, IAbpApplicationWithExternalServiceProvider application)
    {
        this.root = root;
        this.application = application;
        scope = root.CreateAsyncScope();
    }

    public IServiceCollection Services => application.Services;

    public static async Task<AbpApp> Start<TModule>(Action<IServiceCollection>? before = null, params (string Key, string Value)[] configuration)
        where TModule : IAbpModule
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(configuration.ToDictionary(c => c.Key, c => (string?)c.Value)).Build());
        before?.Invoke(services);
        var application = await services.AddApplicationAsync<TModule>();
        var root = services.BuildServiceProvider(validateScopes: true);
        await application.InitializeAsync(root);
        return new AbpApp(root, application);
    }

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public object Get(Type type) => scope.ServiceProvider.GetRequiredService(type);

    public Task ShutDown() => application.ShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        application.Dispose();
        await root.DisposeAsync();
    }
}
