using System.Reflection;
using Elsa.Features.Services;
using Elsa.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Elsa.Features.Services
{
    /// <summary>Collects the features of Elsa that an application uses.</summary>
    public interface IModule
    {
        IServiceCollection Services { get; }
        IDictionary<object, object> Properties { get; }
        T Configure<T>(Action<T>? configure = null) where T : class, IFeature;
        void Apply();
    }

    /// <summary>A part of Elsa.</summary>
    public interface IFeature
    {
        IModule Module { get; }
        void Apply();
    }
}

namespace Elsa.Features.Abstractions
{
    /// <summary>Base of features.</summary>
    public abstract class FeatureBase : IFeature
    {
        protected FeatureBase(IModule module) => Module = module;

        public IModule Module { get; }
        public IServiceCollection Services => Module.Services;

        public virtual void Apply() { }
    }
}

namespace Elsa.Workflows.Management.Features
{
    /// <summary>Which activities there are. Code names its activities itself, so the list is for reading only.</summary>
    public class WorkflowManagementFeature(IModule module) : Elsa.Features.Abstractions.FeatureBase(module)
    {
        public HashSet<Type> ActivityTypes { get; } = [];

        public WorkflowManagementFeature AddActivity<T>() where T : IActivity => AddActivity(typeof(T));

        public WorkflowManagementFeature AddActivity(Type activityType)
        {
            ActivityTypes.Add(activityType);
            return this;
        }

        public WorkflowManagementFeature AddActivitiesFrom<TMarker>()
        {
            foreach (var type in Concrete.Types<IActivity>(typeof(TMarker).Assembly)) ActivityTypes.Add(type);
            return this;
        }
    }
}

namespace Elsa.Workflows.Runtime.Features
{
    /// <summary>Which workflows there are, and what runs them.</summary>
    public class WorkflowRuntimeFeature(IModule module) : Elsa.Features.Abstractions.FeatureBase(module)
    {
        public WorkflowRuntimeFeature AddWorkflow<T>() where T : IWorkflow => AddWorkflow(typeof(T));

        public WorkflowRuntimeFeature AddWorkflow(Type workflowType)
        {
            Services.AddSingleton(new RegisteredWorkflow(workflowType));
            return this;
        }

        public WorkflowRuntimeFeature AddWorkflowsFrom(Assembly assembly)
        {
            foreach (var type in Concrete.Types<IWorkflow>(assembly)) AddWorkflow(type);
            return this;
        }

        public override void Apply()
        {
            Services.TryAddSingleton(TimeProvider.System);
            Services.TryAddSingleton<Definitions>();
            Services.TryAddSingleton<Bursts>();
            Services.TryAddSingleton<NearestTimer>();
            Services.TryAddSingleton<DueTimers>();
            Services.TryAddScoped<IWorkflowRuntime, WorkflowRuntime>();
            Services.TryAddScoped<IStimulusSender, StimulusSender>();
            Services.TryAddScoped<IEventPublisher, EventPublisher>();
        }
    }
}

namespace Elsa.Scheduling.Features
{
    /// <summary>Fires timers that are due, in this process.</summary>
    public class SchedulingFeature(IModule module) : Elsa.Features.Abstractions.FeatureBase(module)
    {
        public override void Apply() => Services.AddHostedService<TimerService>();
    }
}

namespace Elsa.Engine
{
    internal static class Concrete
    {
        public static IEnumerable<Type> Types<T>(Assembly assembly) =>
            assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && typeof(T).IsAssignableFrom(type));
    }

    internal sealed class Module(IServiceCollection services) : IModule
    {
        private readonly List<IFeature> features = [];

        public IServiceCollection Services => services;
        public IDictionary<object, object> Properties { get; } = new Dictionary<object, object>();

        public T Configure<T>(Action<T>? configure = null) where T : class, IFeature
        {
            var feature = features.OfType<T>().FirstOrDefault();
            if (feature is null) features.Add(feature = (T)Activator.CreateInstance(typeof(T), this)!);
            configure?.Invoke(feature);
            return feature;
        }

        public void Apply()
        {
            foreach (var feature in features) feature.Apply();
            features.Clear();
        }
    }
}
