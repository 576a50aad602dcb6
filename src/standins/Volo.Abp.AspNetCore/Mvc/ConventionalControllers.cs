using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Volo.Abp.Content;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Which application services become controllers.</summary>
public class AbpConventionalControllerOptions
{
    public ConventionalControllerSettingList ConventionalControllerSettings { get; } = [];

    /// <summary>Input types that are read from the form or query, never from a JSON body.</summary>
    public List<Type> FormBodyBindingIgnoredTypes { get; } = [typeof(IFormFile), typeof(IRemoteStreamContent)];
    public bool UseV3UrlStyle { get; set; }

    /// <summary>Makes controllers of the public remote services of the assembly.</summary>
    public AbpConventionalControllerOptions Create(Assembly assembly, Action<ConventionalControllerSetting>? optionsAction = null)
    {
        var setting = new ConventionalControllerSetting(assembly, ModuleApiDescriptionModel.DefaultRootPath, ModuleApiDescriptionModel.DefaultRemoteServiceName);
        optionsAction?.Invoke(setting);
        setting.Initialize();
        ConventionalControllerSettings.Add(setting);
        return this;
    }
}

/// <summary>Settings in order; the first that has a type decides.</summary>
public class ConventionalControllerSettingList : List<ConventionalControllerSetting>
{
    /// <summary>The setting of the service type, null when it isn't a controller.</summary>
    public ConventionalControllerSetting? GetSettingOrNull(Type controllerType) => Find(setting => setting.Has(controllerType));
}

/// <summary>How the services of one assembly become controllers.</summary>
public class ConventionalControllerSetting(Assembly assembly, string rootPath, string remoteServiceName)
{
    private HashSet<Type> types = [];
    public Assembly Assembly { get; } = assembly;
    public string RootPath { get; set; } = rootPath;
    public string RemoteServiceName { get; set; } = remoteServiceName;
    public Func<Type, bool>? TypePredicate { get; set; }
    public Action<ControllerModel>? ControllerModelConfigurer { get; set; }
    public Func<UrlControllerNameNormalizerContext, string>? UrlControllerNameNormalizer { get; set; }
    public Func<UrlActionNameNormalizerContext, string>? UrlActionNameNormalizer { get; set; }
    public bool? UseV3UrlStyle { get; set; }

    public void Initialize() => types = [.. Assembly.GetTypes().Where(IsRemoteService).Where(type => TypePredicate?.Invoke(type) ?? true)];

    public IReadOnlyList<Type> GetControllerTypes() => [.. types];

    internal bool Has(Type type) => types.Contains(type);

    private static bool IsRemoteService(Type type) =>
        type is { IsPublic: true, IsAbstract: false, IsGenericType: false } && typeof(IRemoteService).IsAssignableFrom(type)
        && type.GetCustomAttribute<RemoteServiceAttribute>(inherit: true)?.IsEnabledFor(type) != false;
}

/// <summary>What a controller's name in a path is made of.</summary>
public class UrlControllerNameNormalizerContext(string rootPath, string controllerName)
{
    public string RootPath { get; } = rootPath;
    public string ControllerName { get; } = controllerName;
}

/// <summary>What an action's name in a path is made of.</summary>
public class UrlActionNameNormalizerContext(string rootPath, string controllerName, ActionModel action, string actionNameInUrl, string httpMethod)
{
    public string RootPath { get; } = rootPath;
    public string ControllerName { get; } = controllerName;
    public ActionModel Action { get; } = action;
    public string ActionNameInUrl { get; } = actionNameInUrl;
    public string HttpMethod { get; } = httpMethod;
}
