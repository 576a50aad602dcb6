using System.Reflection;

namespace Volo.Abp.Modularity;

internal sealed class AbpModuleDescriptor(Type type, AbpModule instance) : IAbpModuleDescriptor
{
    public Type Type { get; } = type;
    public Assembly Assembly => Type.Assembly;
    public Assembly[] AllAssemblies => [Assembly];
    public AbpModule Module { get; } = instance;
    public IAbpModule Instance => Module;
    public List<IAbpModuleDescriptor> DependsOn { get; } = [];
    public IReadOnlyList<IAbpModuleDescriptor> Dependencies => DependsOn;

    public override string ToString() => $"[AbpModuleDescriptor {Type.FullName}]";
}

internal static class ModuleLoader
{
    /// <summary>Every module reachable from the startup module, dependencies first, in the order they are named.</summary>
    public static List<AbpModuleDescriptor> Load(Type startupModuleType)
    {
        var sorted = new List<AbpModuleDescriptor>();
        Visit(startupModuleType, sorted, [], []);
        return sorted;
    }

    private static AbpModuleDescriptor Visit(
        Type type, List<AbpModuleDescriptor> sorted, Dictionary<Type, AbpModuleDescriptor> known, List<Type> path)
    {
        AbpModule.CheckAbpModuleType(type);
        if (path.Contains(type))
            throw new ArgumentException("Cyclic dependency found! Item: " + string.Join(" → ", path.Append(type).Select(t => t.Name)));
        if (known.TryGetValue(type, out var found)) return found;

        path.Add(type);
        var module = new AbpModuleDescriptor(type, (AbpModule)Activator.CreateInstance(type)!);
        foreach (var needed in type.GetCustomAttributes<DependsOnAttribute>().SelectMany(a => a.GetDependedTypes()).Distinct())
            module.DependsOn.Add(Visit(needed, sorted, known, path));
        path.RemoveAt(path.Count - 1);

        known.Add(type, module);
        sorted.Add(module);
        return module;
    }
}
