using System.Collections.Concurrent;
using System.Reflection;
using Elsa.Workflows.Attributes;

namespace Elsa.Workflows.Helpers;

/// <summary>The stored and journalled name of an activity type.</summary>
public static class ActivityTypeNameHelper
{
    private static readonly ConcurrentDictionary<Type, (string Name, int Version)> described = new();

    public static string GenerateTypeName<T>() where T : IActivity => GenerateTypeName(typeof(T));
    public static string GenerateTypeName(Type type) => Describe(type).Name;

    internal static (string Name, int Version) Describe(Type type) => described.GetOrAdd(type, static type =>
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>(inherit: false);
        var name = attribute?.Type ?? type.Name.Split('`')[0];
        return ($"{attribute?.Namespace ?? type.Namespace}.{name}", attribute?.Version ?? 1);
    });
}
