namespace Volo.Abp.Http;

/// <summary>Which HTTP method a service method's name means.</summary>
public static class HttpMethodHelper
{
    /// <summary>The method of names without a known prefix.</summary>
    public const string DefaultHttpVerb = "POST";

    /// <summary>Name prefixes by HTTP method; of two that fit, the first is removed from the name.</summary>
    public static Dictionary<string, string[]> ConventionalPrefixes { get; set; } = new()
    {
        ["GET"] = ["GetList", "GetAll", "Get"],
        ["PUT"] = ["Put", "Update"],
        ["DELETE"] = ["Delete", "Remove"],
        ["POST"] = ["Create", "Add", "Insert", "Post"],
        ["PATCH"] = ["Patch"],
    };

    /// <summary>The HTTP method by the prefix of the name, <see cref="DefaultHttpVerb"/> without one.</summary>
    public static string GetConventionalVerbForMethodName(string methodName)
    {
        foreach (var (verb, prefixes) in ConventionalPrefixes)
        {
            if (prefixes.Any(prefix => methodName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) return verb;
        }

        return DefaultHttpVerb;
    }

    /// <summary>The name without the prefix that stands for the HTTP method.</summary>
    public static string RemoveHttpMethodPrefix(string methodName, string httpMethod)
    {
        var prefix = ConventionalPrefixes.GetValueOrDefault(httpMethod)?.FirstOrDefault(p => methodName.StartsWith(p, StringComparison.Ordinal));
        return prefix == null ? methodName : methodName[prefix.Length..];
    }
}
