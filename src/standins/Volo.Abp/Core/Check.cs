using System.Diagnostics.CodeAnalysis;

namespace Volo.Abp;

/// <summary>Guards for arguments: each returns the value or throws an <see cref="ArgumentException"/>.</summary>
public static class Check
{
    public static T NotNull<T>([NotNull] T? value, string parameterName) => value ?? throw new ArgumentNullException(parameterName);

    public static T NotNull<T>([NotNull] T? value, string parameterName, string message) => value ?? throw new ArgumentNullException(parameterName, message);

    public static string NotNull([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0)
    {
        if (value == null) throw new ArgumentException($"{parameterName} can not be null!", parameterName);
        return Within(value, parameterName, maxLength, minLength);
    }

    public static string NotNullOrWhiteSpace([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new ArgumentException($"{parameterName} can not be null, empty or white space!", parameterName);
        return Within(value, parameterName, maxLength, minLength);
    }

    public static string NotNullOrEmpty([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0)
    {
        if (string.IsNullOrEmpty(value)) throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName);
        return Within(value, parameterName, maxLength, minLength);
    }

    public static ICollection<T> NotNullOrEmpty<T>([NotNull] ICollection<T>? value, string parameterName)
    {
        if (value == null || value.Count == 0) throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName);
        return value;
    }

    public static string? Length(string? value, string parameterName, int maxLength, int minLength = 0)
    {
        if (minLength > 0 && string.IsNullOrEmpty(value)) throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName);
        return value == null ? null : Within(value, parameterName, maxLength, minLength);
    }

    public static int Positive(int value, string parameterName) =>
        value > 0 ? value : throw new ArgumentException(value == 0 ? $"{parameterName} is equal to zero" : $"{parameterName} is less than zero");

    public static int Range(int value, string parameterName, int minimumValue, int maximumValue = int.MaxValue) =>
        value >= minimumValue && value <= maximumValue
            ? value
            : throw new ArgumentException($"{parameterName} is out of range min: {minimumValue} - max: {maximumValue}");

    private static string Within(string value, string parameterName, int maxLength, int minLength)
    {
        if (value.Length > maxLength) throw new ArgumentException($"{parameterName} length must be equal to or lower than {maxLength}!", parameterName);
        if (minLength > 0 && value.Length < minLength)
            throw new ArgumentException($"{parameterName} length must be equal to or bigger than {minLength}!", parameterName);
        return value;
    }
}
