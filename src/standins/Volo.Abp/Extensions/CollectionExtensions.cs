using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public static class AbpCollectionExtensions
{
    public static bool IsNullOrEmpty<T>([NotNullWhen(false)] this ICollection<T>? source) => source == null || source.Count == 0;

    public static bool AddIfNotContains<T>(this ICollection<T> source, T item)
    {
        if (source.Contains(item)) return false;
        source.Add(item);
        return true;
    }

    public static IEnumerable<T> AddIfNotContains<T>(this ICollection<T> source, IEnumerable<T> items) =>
        items.Where(source.AddIfNotContains).ToList();

    public static IList<T> RemoveAll<T>(this ICollection<T> source, Func<T, bool> predicate)
    {
        var items = source.Where(predicate).ToList();
        foreach (var item in items) source.Remove(item);
        return items;
    }
}

public static class AbpDictionaryExtensions
{
    public static TValue GetOrAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, Func<TValue> factory) =>
        dictionary.TryGetValue(key, out var found) ? found : dictionary[key] = factory();

    public static TValue? GetOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key) where TKey : notnull =>
        dictionary.TryGetValue(key, out var found) ? found : default;

    public static TValue? GetOrDefault<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out var found) ? found : default;

    public static TValue? GetOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out var found) ? found : default;

    public static TValue? GetOrDefault<TKey, TValue>(this ConcurrentDictionary<TKey, TValue> dictionary, TKey key) where TKey : notnull =>
        dictionary.TryGetValue(key, out var found) ? found : default;
}

public static class AbpEnumerableExtensions
{
    public static string JoinAsString(this IEnumerable<string> source, string separator) => string.Join(separator, source);

    public static string JoinAsString<T>(this IEnumerable<T> source, string separator) => string.Join(separator, source);

    public static IEnumerable<T> WhereIf<T>(this IEnumerable<T> source, bool condition, Func<T, bool> predicate) =>
        condition ? source.Where(predicate) : source;
}
