using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http.Modeling;
using Volo.Abp.Modularity;

namespace PartnerCrm.Host;

/// <summary>Says in the description for ABP's proxy generator that what a record can't be without is always there: the UI needn't ask.</summary>
public class RequiredInDescription(IModuleContainer modules) : IResultFilter, ITransientDependency
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not ObjectResult { Value: ApplicationApiDescriptionModel model }) return;

        var assemblies = modules.Modules.Select(m => m.Assembly).Distinct().ToList();
        foreach (var (name, description) in model.Types.Where(t => t.Value.Properties != null))
        {
            var constructor = assemblies.Select(a => a.GetType(name)).OfType<Type>().Where(IsRecord).Select(LongestConstructor).FirstOrDefault();
            var needed = constructor?.GetParameters().Where(IsNeeded).Select(a => a.Name).ToHashSet() ?? [];
            foreach (var property in description.Properties!.Where(p => needed.Contains(p.Name))) property.IsRequired = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") != null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) != null);

    private static bool IsNeeded(ParameterInfo parameter) =>
        !parameter.HasDefaultValue && Nullable.GetUnderlyingType(parameter.ParameterType) == null
        && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable;

    private static ConstructorInfo? LongestConstructor(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length);
}
