using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Data;

/// <summary>Switches one filter, such as <see cref="ISoftDelete"/>, for the current flow of execution.</summary>
public interface IDataFilter<TFilter> where TFilter : class
{
    bool IsEnabled { get; }
    IDisposable Enable();
    IDisposable Disable();
}

/// <summary>Switches filters for the current flow of execution.</summary>
public interface IDataFilter
{
    IDisposable Enable<TFilter>() where TFilter : class;
    IDisposable Disable<TFilter>() where TFilter : class;
    bool IsEnabled<TFilter>() where TFilter : class;
}

/// <summary>Whether a filter is on.</summary>
public class DataFilterState(bool isEnabled)
{
    public bool IsEnabled { get; set; } = isEnabled;

    public DataFilterState Clone() => new(IsEnabled);
}

/// <summary>How filters start; a filter that isn't named is on.</summary>
public class AbpDataFilterOptions
{
    public Dictionary<Type, DataFilterState> DefaultStates { get; } = [];
}

internal sealed class DataFilter(IServiceProvider serviceProvider) : IDataFilter, ISingletonDependency
{
    private readonly ConcurrentDictionary<Type, object> filters = new();

    public IDisposable Enable<TFilter>() where TFilter : class => Get<TFilter>().Enable();

    public IDisposable Disable<TFilter>() where TFilter : class => Get<TFilter>().Disable();

    public bool IsEnabled<TFilter>() where TFilter : class => Get<TFilter>().IsEnabled;

    private IDataFilter<TFilter> Get<TFilter>() where TFilter : class =>
        (IDataFilter<TFilter>)filters.GetOrAdd(typeof(TFilter), _ => serviceProvider.GetRequiredService<IDataFilter<TFilter>>());
}

internal sealed class DataFilter<TFilter>(IOptions<AbpDataFilterOptions> options) : IDataFilter<TFilter> where TFilter : class
{
    private readonly AsyncLocal<bool?> state = new();
    private readonly bool isEnabledByDefault = options.Value.DefaultStates.GetOrDefault(typeof(TFilter))?.IsEnabled ?? true;

    public bool IsEnabled => state.Value ?? isEnabledByDefault;

    public IDisposable Enable() => Set(true);

    public IDisposable Disable() => Set(false);

    private IDisposable Set(bool value)
    {
        if (IsEnabled == value) return NullDisposable.Instance;
        var outer = state.Value;
        state.Value = value;
        return new DisposeAction(() => state.Value = outer);
    }
}
