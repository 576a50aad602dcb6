using System.Reflection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Data;

/// <summary>Connection strings by name.</summary>
[Serializable]
public class ConnectionStrings : Dictionary<string, string?>
{
    public const string DefaultConnectionStringName = "Default";

    public string? Default
    {
        get => this.GetOrDefault(DefaultConnectionStringName);
        set => this[DefaultConnectionStringName] = value;
    }
}

/// <summary>Where the databases are: read from the section ConnectionStrings.</summary>
public class AbpDbConnectionOptions
{
    public ConnectionStrings ConnectionStrings { get; set; } = [];

    public string? GetConnectionStringOrNull(string connectionStringName, bool fallbackToDatabaseMappings = true, bool fallbackToDefault = true)
    {
        var found = ConnectionStrings.GetOrDefault(connectionStringName);
        return !found.IsNullOrEmpty() ? found : fallbackToDefault ? ConnectionStrings.Default : null;
    }
}

/// <summary>Says which connection string a context uses.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class ConnectionStringNameAttribute(string name) : Attribute
{
    public string Name { get; } = Check.NotNull(name, nameof(name));

    public static string GetConnStringName<T>() => GetConnStringName(typeof(T));

    public static string GetConnStringName(Type type) => type.GetCustomAttribute<ConnectionStringNameAttribute>()?.Name ?? type.FullName!;
}

/// <summary>Finds connection strings.</summary>
public interface IConnectionStringResolver
{
    Task<string> ResolveAsync(string? connectionStringName = null);
}

public static class ConnectionStringResolverExtensions
{
    public static Task<string> ResolveAsync<T>(this IConnectionStringResolver resolver) => resolver.ResolveAsync(typeof(T));

    public static Task<string> ResolveAsync(this IConnectionStringResolver resolver, Type type) =>
        resolver.ResolveAsync(ConnectionStringNameAttribute.GetConnStringName(type));
}

internal sealed class DefaultConnectionStringResolver(IOptionsMonitor<AbpDbConnectionOptions> options) : IConnectionStringResolver, ITransientDependency
{
    public Task<string> ResolveAsync(string? connectionStringName = null)
    {
        var found = connectionStringName == null
            ? options.CurrentValue.ConnectionStrings.Default
            : options.CurrentValue.GetConnectionStringOrNull(connectionStringName);
        return Task.FromResult(found!);
    }
}

/// <summary>Prefix and schema of the framework's own tables.</summary>
public static class AbpCommonDbProperties
{
    public static string DbTablePrefix { get; set; } = "Abp";
    public static string? DbSchema { get; set; }
}

/// <summary>Somebody else changed the row first.</summary>
public class AbpDbConcurrencyException : AbpException
{
    public AbpDbConcurrencyException()
    {
    }

    public AbpDbConcurrencyException(string? message) : base(message)
    {
    }

    public AbpDbConcurrencyException(string? message, Exception? innerException) : base(message, innerException)
    {
    }
}

public static class ConcurrencyStampExtensions
{
    /// <summary>Takes the stamp the client read, so that a change made meanwhile is noticed.</summary>
    public static void SetConcurrencyStampIfNotNull(this Domain.Entities.IHasConcurrencyStamp entity, string? concurrencyStamp)
    {
        if (!concurrencyStamp.IsNullOrEmpty()) entity.ConcurrencyStamp = concurrencyStamp;
    }
}
