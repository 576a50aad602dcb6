using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Options;
using Volo.Abp.Http;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Makes the path of an action that has no route of its own.</summary>
public interface IConventionalRouteBuilder
{
    /// <summary><c>api/{root}/{controller}/{id}/{action}/{secondaryId}</c>, each part if there is one.</summary>
    string Build(string rootPath, string controllerName, ActionModel action, string httpMethod, ConventionalControllerSetting? configuration);
}

internal sealed class ConventionalRouteBuilder(IOptions<AbpAspNetCoreMvcOptions> options) : IConventionalRouteBuilder
{
    public string Build(string rootPath, string controllerName, ActionModel action, string httpMethod, ConventionalControllerSetting? configuration)
    {
        var camelCase = configuration?.UseV3UrlStyle ?? options.Value.ConventionalControllers.UseV3UrlStyle;
        string InCase(string name) => camelCase ? name.ToCamelCase() : name.ToKebabCase();

        var controllerInUrl = configuration?.UrlControllerNameNormalizer?.Invoke(new UrlControllerNameNormalizerContext(rootPath, controllerName)) ?? controllerName;
        var url = $"api/{rootPath}/{InCase(controllerInUrl)}";

        if (action.Parameters.FirstOrDefault(p => p.ParameterName == "id") is { } id)
        {
            url += SimpleTypes.Contains(id.ParameterType)
                ? "/{id}"
                : string.Concat(id.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"/{{{InCase(p.Name)}}}"));
        }

        var actionInUrl = HttpMethodHelper.RemoveHttpMethodPrefix(action.ActionName, httpMethod).RemovePostFix("Async");
        actionInUrl = configuration?.UrlActionNameNormalizer?.Invoke(
            new UrlActionNameNormalizerContext(rootPath, controllerName, action, actionInUrl, httpMethod)) ?? actionInUrl;
        if (actionInUrl.Length == 0) return url;

        url += $"/{InCase(actionInUrl)}";
        var secondaryIds = action.Parameters.Where(p => p.ParameterName.EndsWith("Id", StringComparison.Ordinal)).ToList();
        return secondaryIds.Count == 1 ? $"{url}/{{{secondaryIds[0].ParameterName}}}" : url;
    }
}

internal static class SimpleTypes
{
    public static bool Contains(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);
    }
}
