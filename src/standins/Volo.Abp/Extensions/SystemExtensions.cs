using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.Logging;
using Volo.Abp.Logging;

namespace System;

public static class AbpStringExtensions
{
    public static bool IsNullOrEmpty([Diagnostics.CodeAnalysis.NotNullWhen(false)] this string? str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace([Diagnostics.CodeAnalysis.NotNullWhen(false)] this string? str) => string.IsNullOrWhiteSpace(str);

    public static string EnsureStartsWith(this string str, char c, StringComparison comparisonType = StringComparison.Ordinal) =>
        str.StartsWith(c.ToString(), comparisonType) ? str : c + str;

    public static string Left(this string str, int len) =>
        str.Length < len ? throw new ArgumentException("len argument can not be bigger than given string's length!") : str[..len];

    public static string Right(this string str, int len) =>
        str.Length < len ? throw new ArgumentException("len argument can not be bigger than given string's length!") : str[^len..];

    public static string RemovePostFix(this string str, params string[] postFixes) => str.RemovePostFix(StringComparison.Ordinal, postFixes);

    public static string RemovePostFix(this string str, StringComparison comparisonType, params string[] postFixes) =>
        postFixes.FirstOrDefault(p => str.EndsWith(p, comparisonType)) is { } found ? str[..^found.Length] : str;

    public static string RemovePreFix(this string str, params string[] preFixes) => str.RemovePreFix(StringComparison.Ordinal, preFixes);

    public static string RemovePreFix(this string str, StringComparison comparisonType, params string[] preFixes) =>
        preFixes.FirstOrDefault(p => str.StartsWith(p, comparisonType)) is { } found ? str[found.Length..] : str;

    public static string? Truncate(this string? str, int maxLength) => str == null || str.Length <= maxLength ? str : str[..maxLength];

    public static string ToCamelCase(this string str, bool useCurrentCulture = false, bool handleAbbreviations = false)
    {
        if (string.IsNullOrWhiteSpace(str)) return str;
        if (handleAbbreviations && str.All(char.IsUpper)) return useCurrentCulture ? str.ToLower() : str.ToLowerInvariant();
        return (useCurrentCulture ? char.ToLower(str[0]) : char.ToLowerInvariant(str[0])) + str[1..];
    }

    public static string ToKebabCase(this string str, bool useCurrentCulture = false)
    {
        if (string.IsNullOrWhiteSpace(str)) return str;
        var text = new StringBuilder(str.Length + 4);
        for (var i = 0; i < str.Length; i++)
        {
            var c = str[i];
            var startsWord = char.IsUpper(c) && i > 0 && (!char.IsUpper(str[i - 1]) || (i + 1 < str.Length && char.IsLower(str[i + 1])));
            if (startsWord && text[^1] != '-') text.Append('-');
            text.Append(useCurrentCulture ? char.ToLower(c) : char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}

public static class AbpObjectExtensions
{
    public static T As<T>(this object obj) where T : class => (T)obj;

    public static bool IsIn<T>(this T item, params T[] list) => list.Contains(item);

    public static bool IsIn<T>(this T item, IEnumerable<T> items) => items.Contains(item);
}

public static class AbpExceptionExtensions
{
    public static void ReThrow(this Exception exception) => ExceptionDispatchInfo.Capture(exception).Throw();

    public static LogLevel GetLogLevel(this Exception exception, LogLevel defaultLevel = LogLevel.Error) =>
        (exception as IHasLogLevel)?.LogLevel ?? defaultLevel;
}

public static class AbpTypeExtensions
{
    public static bool IsAssignableTo<TTarget>(this Type type) => type.IsAssignableTo(typeof(TTarget));
}
