using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Threading;

/// <summary>Says when the current work should stop.</summary>
public interface ICancellationTokenProvider
{
    CancellationToken Token { get; }
    IDisposable Use(CancellationToken cancellationToken);
}

/// <summary>The token that <see cref="ICancellationTokenProvider.Use"/> put in place.</summary>
public class CancellationTokenOverride(CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <inheritdoc />
public abstract class CancellationTokenProviderBase : ICancellationTokenProvider
{
    public const string CancellationTokenOverrideContextKey = "Volo.Abp.Threading.CancellationToken.Override";

    protected CancellationTokenProviderBase(IAmbientScopeProvider<CancellationTokenOverride> cancellationTokenOverrideScopeProvider) =>
        CancellationTokenOverrideScopeProvider = cancellationTokenOverrideScopeProvider;

    public abstract CancellationToken Token { get; }
    protected IAmbientScopeProvider<CancellationTokenOverride> CancellationTokenOverrideScopeProvider { get; }
    protected CancellationTokenOverride? OverrideValue => CancellationTokenOverrideScopeProvider.GetValue(CancellationTokenOverrideContextKey);

    public IDisposable Use(CancellationToken cancellationToken) =>
        CancellationTokenOverrideScopeProvider.BeginScope(CancellationTokenOverrideContextKey, new CancellationTokenOverride(cancellationToken));
}

/// <summary>Never cancels unless told to with <see cref="ICancellationTokenProvider.Use"/>.</summary>
public class NullCancellationTokenProvider : CancellationTokenProviderBase
{
    private NullCancellationTokenProvider()
        : base(new AmbientDataContextAmbientScopeProvider<CancellationTokenOverride>(new AsyncLocalAmbientDataContext()))
    {
    }

    public static NullCancellationTokenProvider Instance { get; } = new();
    public override CancellationToken Token => OverrideValue?.CancellationToken ?? CancellationToken.None;
}

public static class CancellationTokenProviderExtensions
{
    public static CancellationToken FallbackToProvider(this ICancellationTokenProvider provider, CancellationToken prefferedValue = default) =>
        prefferedValue == CancellationToken.None ? provider.Token : prefferedValue;
}

/// <summary>Named values that flow with the execution.</summary>
public interface IAmbientDataContext
{
    void SetData(string key, object? value);
    object? GetData(string key);
}

/// <summary>A value that is in place until its scope is disposed.</summary>
public interface IAmbientScopeProvider<T>
{
    T? GetValue(string contextKey);
    IDisposable BeginScope(string contextKey, T value);
}

[ExposeServices(typeof(IAmbientDataContext))]
internal sealed class AsyncLocalAmbientDataContext : IAmbientDataContext, ISingletonDependency
{
    private static readonly ConcurrentDictionary<string, AsyncLocal<object?>> Values = new();

    public void SetData(string key, object? value) => Values.GetOrAdd(key, _ => new AsyncLocal<object?>()).Value = value;

    public object? GetData(string key) => Values.GetOrDefault(key)?.Value;
}

internal sealed class AmbientDataContextAmbientScopeProvider<T>(IAmbientDataContext context) : IAmbientScopeProvider<T>
{
    public T? GetValue(string contextKey) => (T?)context.GetData(contextKey);

    public IDisposable BeginScope(string contextKey, T value)
    {
        var outer = context.GetData(contextKey);
        context.SetData(contextKey, value);
        return new DisposeAction(() => context.SetData(contextKey, outer));
    }
}

/// <summary>Starts and stops.</summary>
public interface IRunnable
{
    Task StartAsync(CancellationToken cancellationToken = default);
    Task StopAsync(CancellationToken cancellationToken = default);
}

/// <summary>Between synchronous and asynchronous code.</summary>
public static class AsyncHelper
{
    // On the pool, where no synchronization context waits for this thread.
    public static TResult RunSync<TResult>(Func<Task<TResult>> func) => Task.Run(func).GetAwaiter().GetResult();

    public static void RunSync(Func<Task> action) => Task.Run(action).GetAwaiter().GetResult();
}

/// <summary>Cancellation and ambient data.</summary>
public class AbpThreadingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<ICancellationTokenProvider>(NullCancellationTokenProvider.Instance);
        context.Services.AddSingleton(typeof(IAmbientScopeProvider<>), typeof(AmbientDataContextAmbientScopeProvider<>));
    }
}
