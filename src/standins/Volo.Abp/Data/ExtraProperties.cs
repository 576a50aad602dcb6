using System.Globalization;

namespace Volo.Abp.Data;

/// <summary>Named values beside an object's own properties.</summary>
public class ExtraPropertyDictionary : Dictionary<string, object?>
{
    public ExtraPropertyDictionary()
    {
    }

    public ExtraPropertyDictionary(IDictionary<string, object?> dictionary) : base(dictionary)
    {
    }
}

/// <summary>Has values beside its own properties.</summary>
public interface IHasExtraProperties
{
    ExtraPropertyDictionary ExtraProperties { get; }
}

public static class HasExtraPropertiesExtensions
{
    public static bool HasProperty(this IHasExtraProperties source, string name) => source.ExtraProperties.ContainsKey(name);

    public static object? GetProperty(this IHasExtraProperties source, string name, object? defaultValue = null) =>
        source.ExtraProperties.GetOrDefault(name) ?? defaultValue;

    /// <summary>The value as <typeparamref name="TProperty"/>: text that came back from the database is converted.</summary>
    public static TProperty? GetProperty<TProperty>(this IHasExtraProperties source, string name, TProperty? defaultValue = default)
    {
        var value = source.GetProperty(name);
        var type = Nullable.GetUnderlyingType(typeof(TProperty)) ?? typeof(TProperty);
        return value switch
        {
            null => defaultValue,
            TProperty typed => typed,
            _ when type == typeof(Guid) => (TProperty)(object)Guid.Parse(value.ToString()!),
            _ when type.IsEnum => (TProperty)Enum.Parse(type, value.ToString()!),
            _ => (TProperty)Convert.ChangeType(value.ToString()!, type, CultureInfo.InvariantCulture)
        };
    }

    public static TSource SetProperty<TSource>(this TSource source, string name, object? value, bool validate = true) where TSource : IHasExtraProperties
    {
        source.ExtraProperties[name] = value;
        return source;
    }

    public static TSource RemoveProperty<TSource>(this TSource source, string name) where TSource : IHasExtraProperties
    {
        source.ExtraProperties.Remove(name);
        return source;
    }
}
