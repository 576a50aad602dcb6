using System.Reflection;

namespace Volo.Abp;

/// <summary>Runs an action once, when disposed.</summary>
public class DisposeAction(Action action) : IDisposable
{
    private Action? action = Check.NotNull(action, nameof(action));

    public void Dispose() => Interlocked.Exchange(ref action, null)?.Invoke();
}

/// <summary>Nothing to dispose.</summary>
public sealed class NullDisposable : IDisposable
{
    private NullDisposable()
    {
    }

    public static NullDisposable Instance { get; } = new();

    public void Dispose()
    {
    }
}

/// <summary>A name and a value.</summary>
public class NameValue<T>
{
    public NameValue()
    {
    }

    public NameValue(string name, T value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; set; } = default!;
    public T Value { get; set; } = default!;
}

/// <summary>A name and a text.</summary>
public class NameValue : NameValue<string>
{
    public NameValue()
    {
    }

    public NameValue(string name, string value) : base(name, value)
    {
    }
}

/// <summary>A named condition on types.</summary>
public class NamedTypeSelector(string name, Func<Type, bool> predicate)
{
    public string Name { get; set; } = name;
    public Func<Type, bool> Predicate { get; set; } = predicate;
}

/// <summary>An entity that is marked as deleted instead of being removed.</summary>
public interface ISoftDelete
{
    bool IsDeleted { get; }
}

/// <summary>A service that may be called from outside the process.</summary>
public interface IRemoteService;

/// <summary>Turns a service's HTTP API, or its description, on or off.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Method)]
public class RemoteServiceAttribute(bool isEnabled = true) : Attribute
{
    public bool IsEnabled { get; set; } = isEnabled;
    public bool IsMetadataEnabled { get; set; } = true;

    /// <summary>Group name of the service, such as "Default".</summary>
    public string? Name { get; set; }

    public virtual bool IsEnabledFor(Type type) => IsEnabled;

    public virtual bool IsEnabledFor(MethodInfo method) => IsEnabled;

    public virtual bool IsMetadataEnabledFor(Type type) => IsMetadataEnabled;

    public virtual bool IsMetadataEnabledFor(MethodInfo method) => IsMetadataEnabled;

    public static bool IsExplicitlyEnabledFor(Type type) => type.GetCustomAttribute<RemoteServiceAttribute>()?.IsEnabledFor(type) == true;

    public static bool IsExplicitlyDisabledFor(Type type) => type.GetCustomAttribute<RemoteServiceAttribute>()?.IsEnabledFor(type) == false;

    public static bool IsMetadataExplicitlyDisabledFor(Type type) =>
        type.GetCustomAttribute<RemoteServiceAttribute>()?.IsMetadataEnabledFor(type) == false;

    public static bool IsMetadataExplicitlyDisabledFor(MethodInfo method) =>
        method.GetCustomAttribute<RemoteServiceAttribute>()?.IsMetadataEnabledFor(method) == false;
}

/// <summary>A service meant for other services of the same system, not for the UI.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class IntegrationServiceAttribute : Attribute
{
    public static bool IsDefinedOrInherited<T>() => IsDefinedOrInherited(typeof(T));

    public static bool IsDefinedOrInherited(Type type) =>
        type.IsDefined(typeof(IntegrationServiceAttribute), true) || type.GetInterfaces().Any(i => i.IsDefined(typeof(IntegrationServiceAttribute), true));
}
