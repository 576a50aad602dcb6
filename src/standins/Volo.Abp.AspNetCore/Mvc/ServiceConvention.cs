using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Volo.Abp.Content;
using Volo.Abp.Http;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Gives application services routes, HTTP methods, binding and a description.</summary>
internal sealed class ServiceConvention(IOptions<AbpAspNetCoreMvcOptions> options, IConventionalRouteBuilder routes) : IApplicationModelConvention
{
    private static readonly string[] ServiceEndings = ["AppService", "ApplicationService", "IntService", "IntegrationService", "Service"];
    private static readonly string[] MethodsWithoutBody = ["GET", "DELETE", "TRACE", "HEAD"];

    public void Apply(ApplicationModel application)
    {
        application.Controllers.RemoveAll(c => options.Value.ControllersToRemove.Contains(c.ControllerType));
        foreach (var controller in application.Controllers)
        {
            var setting = options.Value.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(controller.ControllerType);
            var remote = controller.ControllerType.GetCustomAttribute<RemoteServiceAttribute>(inherit: true);
            if (typeof(IRemoteService).IsAssignableFrom(controller.ControllerType))
            {
                controller.ControllerName = controller.ControllerName.RemovePostFix(ServiceEndings);
                setting?.ControllerModelConfigurer?.Invoke(controller);
            }
            else if (remote?.IsEnabledFor(controller.ControllerType) != true)
            {
                continue;
            }

            Describe(controller, remote);
            AddRoutes(controller, setting);
            BindBodies(controller);
        }
    }

    private void Describe(ControllerModel controller, RemoteServiceAttribute? remote)
    {
        if (options.Value.ChangeControllerModelApiExplorerGroupName) controller.ApiExplorer.GroupName ??= controller.ControllerName;

        controller.ApiExplorer.IsVisible ??= remote?.IsMetadataEnabledFor(controller.ControllerType) ?? true;
        foreach (var action in controller.Actions)
        {
            action.ApiExplorer.IsVisible ??= action.ActionMethod.GetCustomAttribute<RemoteServiceAttribute>()?.IsMetadataEnabledFor(action.ActionMethod);
            if (action.ActionMethod.ReturnType == typeof(Task) || action.ActionMethod.ReturnType == typeof(void))
            {
                action.Filters.Add(new ProducesResponseTypeAttribute(StatusCodes.Status204NoContent));
            }
        }
    }

    private void AddRoutes(ControllerModel controller, ConventionalControllerSetting? setting)
    {
        RemoveEmpty(controller.Selectors);
        if (controller.Selectors.Any(s => s.AttributeRouteModel != null)) return;

        var rootPath = setting?.RootPath ?? controller.ControllerType.GetCustomAttribute<AreaAttribute>()?.RouteValue ?? ModuleApiDescriptionModel.DefaultRootPath;
        foreach (var action in controller.Actions.ToList())
        {
            if (action.ActionMethod.GetCustomAttribute<RemoteServiceAttribute>()?.IsEnabledFor(action.ActionMethod) == false)
            {
                controller.Actions.Remove(action);
                continue;
            }

            foreach (var selector in action.Selectors)
            {
                var constraint = selector.ActionConstraints.OfType<HttpMethodActionConstraint>().FirstOrDefault();
                var verb = constraint?.HttpMethods.FirstOrDefault() ?? HttpMethodHelper.GetConventionalVerbForMethodName(action.ActionName);
                if (constraint == null)
                {
                    selector.ActionConstraints.Add(new HttpMethodActionConstraint([verb]));
                    selector.EndpointMetadata.Add(new Microsoft.AspNetCore.Routing.HttpMethodMetadata([verb]));
                }

                selector.AttributeRouteModel ??= new AttributeRouteModel(
                    new RouteAttribute(routes.Build(rootPath, controller.ControllerName, action, verb, setting)));
            }
        }
    }

    private void BindBodies(ControllerModel controller)
    {
        foreach (var action in controller.Actions)
        {
            var hasBody = !action.Selectors.SelectMany(s => s.ActionConstraints).OfType<HttpMethodActionConstraint>()
                .Any(c => c.HttpMethods.All(m => MethodsWithoutBody.Contains(m, StringComparer.OrdinalIgnoreCase)));
            foreach (var parameter in action.Parameters.Where(p => p.BindingInfo == null && !SimpleTypes.Contains(p.ParameterType)))
            {
                if (hasBody && parameter.ParameterName != "id" && !IsFormBound(parameter.ParameterType))
                {
                    parameter.BindingInfo = BindingInfo.GetBindingInfo([new FromBodyAttribute()]);
                }
            }
        }
    }

    private bool IsFormBound(Type type) => options.Value.ConventionalControllers.FormBodyBindingIgnoredTypes.Any(t => t.IsAssignableFrom(type));

    // Selectors that came with metadata (authorization) are kept: they only lack a route.
    private static void RemoveEmpty(IList<SelectorModel> selectors)
    {
        foreach (var selector in selectors.Where(s => s.AttributeRouteModel == null && s.ActionConstraints.Count == 0 && s.EndpointMetadata.Count == 0).ToList())
        {
            selectors.Remove(selector);
        }
    }
}

/// <summary>Finds the application services among the types of the application parts.</summary>
internal sealed class ServiceControllerFeatureProvider(AbpAspNetCoreMvcOptions options) : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        options.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(typeInfo.AsType()) != null
        || options.ModuleControllers.Contains(typeInfo.AsType());
}
