using System.Reflection;
using Elsa.Features.Services;
using Elsa.Scheduling.Features;
using Elsa.Workflows;
using Elsa.Workflows.Management.Features;
using Elsa.Workflows.Runtime.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Extensions;

/// <summary>Adds Elsa to an application.</summary>
public static class ModuleExtensions
{
    public static IModule AddElsa(this IServiceCollection services, Action<IModule>? configure = null)
    {
        var module = new Engine.Module(services);
        module.Configure<WorkflowManagementFeature>();
        module.Configure<WorkflowRuntimeFeature>();
        configure?.Invoke(module);
        module.Apply();
        return module;
    }

    /// <summary>Adds to an Elsa that another module of the application has added, or adds it.</summary>
    public static IModule ConfigureElsa(this IServiceCollection services, Action<IModule>? configure = null) => services.AddElsa(configure);

    public static IModule UseWorkflowManagement(this IModule module, Action<WorkflowManagementFeature>? configure = null) => module.Use(configure);
    public static IModule UseWorkflowRuntime(this IModule module, Action<WorkflowRuntimeFeature>? configure = null) => module.Use(configure);
    public static IModule UseScheduling(this IModule module, Action<SchedulingFeature>? configure = null) => module.Use(configure);

    public static IModule AddWorkflow<T>(this IModule module) where T : IWorkflow => module.UseWorkflowRuntime(runtime => runtime.AddWorkflow<T>());
    public static IModule AddWorkflowsFrom<TMarker>(this IModule module) => module.AddWorkflowsFrom(typeof(TMarker).Assembly);
    public static IModule AddWorkflowsFrom(this IModule module, Assembly assembly) => module.UseWorkflowRuntime(runtime => runtime.AddWorkflowsFrom(assembly));
    public static IModule AddActivity<T>(this IModule module) where T : IActivity => module.UseWorkflowManagement(management => management.AddActivity<T>());
    public static IModule AddActivitiesFrom<TMarkerType>(this IModule module) => module.UseWorkflowManagement(management => management.AddActivitiesFrom<TMarkerType>());

    private static IModule Use<T>(this IModule module, Action<T>? configure) where T : class, IFeature
    {
        module.Configure(configure);
        return module;
    }
}
