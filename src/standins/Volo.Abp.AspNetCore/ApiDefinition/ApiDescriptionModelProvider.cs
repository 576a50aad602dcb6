using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Volo.Abp.Application.Services;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>The API as ABP's generators of clients read it.</summary>
internal sealed class ApiDescriptionModelProvider(
    IApiDescriptionGroupCollectionProvider descriptions, IOptions<AbpAspNetCoreMvcOptions> options) : IApiDescriptionModelProvider, ITransientDependency
{
    private static readonly string[] Endings = ["AppService", "ApplicationService", "IntService", "IntegrationService", "Service"];

    public ApplicationApiDescriptionModel CreateApiModel(ApplicationApiDescriptionModelRequestDto input)
    {
        var model = new ApplicationApiDescriptionModel();
        foreach (var description in descriptions.ApiDescriptionGroups.Items.SelectMany(g => g.Items).OrderBy(d => d.RelativePath, StringComparer.Ordinal))
        {
            if (description.ActionDescriptor is not ControllerActionDescriptor action) continue;

            var controller = ControllerOf(model, action.ControllerTypeInfo.AsType());
            var name = UniqueName(action.MethodInfo);
            if (!controller.Actions.TryAdd(name, Describe(name, action, description)) || !input.IncludeTypes) continue;

            foreach (var parameter in Parameters(action.MethodInfo)) AddTypes(model, parameter.ParameterType);
            AddTypes(model, Result(action.MethodInfo));
        }

        return model;
    }

    private ControllerApiDescriptionModel ControllerOf(ApplicationApiDescriptionModel model, Type type)
    {
        var setting = options.Value.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(type);
        var rootPath = setting?.RootPath ?? type.GetCustomAttribute<AreaAttribute>()?.RouteValue ?? ModuleApiDescriptionModel.DefaultRootPath;
        var module = model.Modules.GetOrAdd(rootPath, () => new ModuleApiDescriptionModel
        {
            RootPath = rootPath,
            RemoteServiceName = setting?.RemoteServiceName ?? type.GetCustomAttribute<RemoteServiceAttribute>()?.Name ?? ModuleApiDescriptionModel.DefaultRemoteServiceName,
        });
        return module.Controllers.GetOrAdd(type.FullName!, () => new ControllerApiDescriptionModel
        {
            ControllerName = type.Name.RemovePostFix("Controller").RemovePostFix(Endings),
            ControllerGroupName = type.Name.RemovePostFix("Controller").RemovePostFix(Endings),
            IsRemoteService = typeof(IRemoteService).IsAssignableFrom(type),
            IsIntegrationService = IntegrationServiceAttribute.IsDefinedOrInherited(type),
            Type = type.FullName!,
            Interfaces = [.. type.GetInterfaces().Where(i => typeof(IRemoteService).IsAssignableFrom(i) && i != typeof(IRemoteService) && i != typeof(IApplicationService)).Select(Describe)],
        });
    }

    private static ControllerInterfaceApiDescriptionModel Describe(Type type) => new()
    {
        Type = ApiTypeNameHelper.GetTypeName(type),
        Name = type.Name,
        Methods = [.. type.GetMethods().Select(m => new InterfaceMethodApiDescriptionModel { Name = m.Name, ParametersOnMethod = [.. Parameters(m).Select(Describe)], ReturnValue = DescribeResult(m) })],
    };

    private static ActionApiDescriptionModel Describe(string name, ControllerActionDescriptor action, ApiDescription description) => new()
    {
        UniqueName = name,
        Name = action.MethodInfo.Name,
        HttpMethod = description.HttpMethod,
        Url = description.RelativePath ?? "",
        ParametersOnMethod = [.. Parameters(action.MethodInfo).Select(Describe)],
        Parameters = [.. description.ParameterDescriptions.Where(p => p.Source != BindingSource.Services).Select(Describe)],
        ReturnValue = DescribeResult(action.MethodInfo),
        AllowAnonymous = action.EndpointMetadata.Any(m => m is IAllowAnonymous) ? true : action.EndpointMetadata.Any(m => m is IAuthorizeData) ? false : null,
        ImplementFrom = action.ControllerTypeInfo.FullName,
    };

    // What the default of an enum is called depends on how it is written; a generator would make a text of it.
    private static MethodParameterApiDescriptionModel Describe(ParameterInfo parameter) => new()
    {
        Name = parameter.Name!,
        TypeAsString = $"{parameter.ParameterType.FullName}, {parameter.ParameterType.Assembly.GetName().Name}",
        Type = ApiTypeNameHelper.GetTypeName(parameter.ParameterType),
        TypeSimple = ApiTypeNameHelper.GetSimpleTypeName(parameter.ParameterType),
        IsOptional = parameter.IsOptional,
        DefaultValue = parameter.HasDefaultValue && parameter.DefaultValue is not Enum ? parameter.DefaultValue : null,
    };

    private static ParameterApiDescriptionModel Describe(ApiParameterDescription parameter) => new()
    {
        NameOnMethod = parameter.ParameterDescriptor?.Name ?? parameter.Name,
        Name = parameter.Name,
        Type = parameter.Type == null ? null : ApiTypeNameHelper.GetTypeName(parameter.Type),
        TypeSimple = parameter.Type == null ? null : ApiTypeNameHelper.GetSimpleTypeName(parameter.Type),
        IsOptional = parameter.RouteInfo?.IsOptional ?? false,
        DefaultValue = parameter.RouteInfo?.DefaultValue,
        ConstraintTypes = parameter.RouteInfo?.Constraints?.Select(c => c.GetType().Name).ToArray(),
        BindingSourceId = parameter.Source.Id,
        DescriptorName = parameter.ModelMetadata?.ContainerType == null ? "" : parameter.ParameterDescriptor?.Name ?? "",
    };

    private static string UniqueName(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        ? $"{method.Name}By{string.Join("And", parameters.Select(p => char.ToUpperInvariant(p.Name![0]) + p.Name[1..]))}" : method.Name;

    private static IEnumerable<ParameterInfo> Parameters(MethodInfo method) =>
        method.GetParameters().Where(p => !p.IsDefined(typeof(FromServicesAttribute), true) && p.ParameterType != typeof(CancellationToken));

    private static ReturnValueApiDescriptionModel DescribeResult(MethodInfo method) =>
        new() { Type = ApiTypeNameHelper.GetTypeName(Result(method)), TypeSimple = ApiTypeNameHelper.GetSimpleTypeName(Result(method)) };

    private static Type Result(MethodInfo method) =>
        method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask) ? typeof(void)
        : method.ReturnType is { IsGenericType: true } type && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GenericTypeArguments[0] : method.ReturnType;

    private static void AddTypes(ApplicationApiDescriptionModel model, Type? type)
    {
        type = type == null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type == null || type == typeof(object) || type == typeof(void) || type == typeof(Enum) || type == typeof(ValueType)
            || type.IsGenericParameter || type.IsPrimitive || type == typeof(decimal) || ApiTypeNameHelper.IsText(type)) return;

        if (ApiTypeNameHelper.IsDictionary(type, out var key, out var value)) AddAll(key, value);
        else if (ApiTypeNameHelper.IsList(type, out var item)) AddAll(item);
        else if (type is { IsGenericType: true, IsGenericTypeDefinition: false }) AddAll([type.GetGenericTypeDefinition(), .. type.GetGenericArguments()]);
        else if (model.Types.TryAdd(ApiTypeNameHelper.GetTypeName(type), Describe(type, out var properties))) AddAll([type.BaseType, .. properties.Select(p => p.PropertyType)]);

        void AddAll(params Type?[] types)
        {
            foreach (var each in types) AddTypes(model, each);
        }
    }

    private static TypeApiDescriptionModel Describe(Type type, out PropertyInfo[] properties)
    {
        properties = type.IsEnum ? [] : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.DeclaringType == type)];
        var nullability = new NullabilityInfoContext();
        return new TypeApiDescriptionModel
        {
            IsEnum = type.IsEnum,
            BaseType = type.BaseType == null || type.BaseType == typeof(object) ? null : ApiTypeNameHelper.GetTypeName(type.BaseType),
            EnumNames = type.IsEnum ? type.GetEnumNames() : null,
            EnumValues = type.IsEnum ? [.. type.GetEnumValues().Cast<object>()] : null,
            GenericArguments = type.IsGenericTypeDefinition ? [.. type.GetGenericArguments().Select(a => a.Name)] : null,
            Properties = type.IsEnum ? null : [.. properties.Select(p => Describe(p, nullability))],
        };
    }

    private static PropertyApiDescriptionModel Describe(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var range = property.GetCustomAttribute<RangeAttribute>(true);
        var length = property.GetCustomAttribute<StringLengthAttribute>(true);
        return new PropertyApiDescriptionModel
        {
            Name = property.Name,
            JsonName = property.GetCustomAttribute<JsonPropertyNameAttribute>(true)?.Name,
            Type = ApiTypeNameHelper.GetTypeName(property.PropertyType),
            TypeSimple = ApiTypeNameHelper.GetSimpleTypeName(property.PropertyType),
            IsRequired = property.IsDefined(typeof(RequiredAttribute), true) || property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), true),
            IsNullable = nullability.Create(property).ReadState == NullabilityState.Nullable,
            MinLength = property.GetCustomAttribute<MinLengthAttribute>(true)?.Length ?? (length?.MinimumLength is > 0 and var least ? least : null),
            MaxLength = property.GetCustomAttribute<MaxLengthAttribute>(true)?.Length ?? length?.MaximumLength,
            Minimum = range?.Minimum?.ToString(),
            Maximum = range?.Maximum?.ToString(),
            Regex = property.GetCustomAttribute<RegularExpressionAttribute>(true)?.Pattern,
        };
    }
}
