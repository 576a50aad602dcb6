namespace Volo.Abp.Http.Modeling;

/// <summary>Names of types as generators of clients read them: <c>[item]</c> for lists, <c>{key:value}</c> for dictionaries, <c>?</c> after what may be null.</summary>
public static class ApiTypeNameHelper
{
    public static string GetTypeName(Type type) => Name(type, GetTypeName, t => t.FullName ?? t.Name);

    /// <summary>The same with <c>string</c>, <c>number</c>, <c>boolean</c> and <c>enum</c> for what is one of these.</summary>
    public static string GetSimpleTypeName(Type type) => Name(type, GetSimpleTypeName, Simple);

    internal static bool IsDictionary(Type type, out Type key, out Type value)
    {
        var found = Generic(type, typeof(IDictionary<,>)) ?? Generic(type, typeof(IReadOnlyDictionary<,>));
        (key, value) = found?.GetGenericArguments() is [var k, var v] ? (k, v) : (typeof(object), typeof(object));
        return found != null;
    }

    internal static bool IsList(Type type, out Type item)
    {
        var found = type == typeof(string) ? null : Generic(type, typeof(IEnumerable<>));
        item = found?.GetGenericArguments()[0] ?? typeof(object);
        return found != null;
    }

    private static string Name(Type type, Func<Type, string> inner, Func<Type, string> plain)
    {
        if (IsDictionary(type, out var key, out var value)) return $"{{{inner(key)}:{inner(value)}}}";
        if (IsList(type, out var item)) return $"[{inner(item)}]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return inner(underlying) + "?";
        if (!type.IsGenericType) return plain(type);

        var name = type.GetGenericTypeDefinition().FullName!.Split('`')[0];
        var arguments = type.GetGenericArguments();
        return $"{name}<{string.Join(",", type.IsGenericTypeDefinition ? arguments.Select((_, i) => $"T{i}") : arguments.Select(inner))}>";
    }

    private static string Simple(Type type) =>
        type.IsEnum ? "enum"
        : type == typeof(bool) ? "boolean"
        : type == typeof(decimal) || (type.IsPrimitive && type != typeof(char)) ? "number"
        : type == typeof(object) ? "object"
        : type == typeof(char) || IsText(type) ? "string"
        : type.FullName ?? type.Name;

    internal static bool IsText(Type type) =>
        type == typeof(string) || type == typeof(Guid) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly)
        || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Uri);

    private static Type? Generic(Type type, Type definition) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
}
