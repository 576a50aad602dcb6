using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Volo.Abp.Content;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Validation;

internal sealed class ValidationInterceptor(IMethodInvocationValidator validator) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        await validator.ValidateAsync(new MethodInvocationValidationContext(invocation.TargetObject, invocation.Method, invocation.Arguments));
        await invocation.ProceedAsync();
    }
}

internal sealed class MethodInvocationValidator(IObjectValidator validator) : IMethodInvocationValidator, ITransientDependency
{
    public async Task ValidateAsync(MethodInvocationValidationContext context)
    {
        if (context.Parameters.Length == 0 || !context.Method.IsPublic || IsDisabled(context.Method)) return;
        for (var i = 0; i < context.Parameters.Length; i++)
        {
            var parameter = context.Parameters[i];
            var allowNull = parameter.IsOptional || parameter.IsOut || ObjectValidator.IsPrimitive(parameter.ParameterType);
            context.Errors.AddRange(await validator.GetErrorsAsync(context.ParameterValues[i]!, parameter.Name, allowNull));
        }

        if (context.Errors.Count > 0)
            throw new AbpValidationException("Method arguments are not valid! See ValidationErrors for details.", context.Errors);
    }

    private static bool IsDisabled(MethodInfo method) =>
        !method.IsDefined(typeof(EnableValidationAttribute), true)
        && (method.IsDefined(typeof(DisableValidationAttribute), true) || method.DeclaringType?.IsDefined(typeof(DisableValidationAttribute), true) == true);
}

internal sealed class ObjectValidator(IServiceProvider services) : IObjectValidator, ITransientDependency
{
    private const int MaxDepth = 8;
    private static readonly ConcurrentDictionary<Type, (PropertyDescriptor Property, ValidationAttribute[] Attributes, bool Descend)[]> Plans = new();

    public async Task ValidateAsync(object validatingObject, string? name = null, bool allowNull = false)
    {
        var errors = await GetErrorsAsync(validatingObject, name, allowNull);
        if (errors.Count > 0) throw new AbpValidationException("Object state is not valid! See ValidationErrors for details.", errors);
    }

    public Task<List<ValidationResult>> GetErrorsAsync(object validatingObject, string? name = null, bool allowNull = false)
    {
        var errors = new List<ValidationResult>();
        if (validatingObject != null) Validate(validatingObject, errors, 1);
        else if (!allowNull) errors.Add(new ValidationResult(name == null ? "Given object is null!" : name + " is null!", name == null ? null : [name]));
        return Task.FromResult(errors);
    }

    public static bool IsPrimitive(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(TimeSpan)
            || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly);
    }

    private void Validate(object target, List<ValidationResult> errors, int depth)
    {
        if (depth > MaxDepth || IsLeaf(target.GetType())) return;
        if (target is IEnumerable items)
        {
            if (items is not IQueryable && !ItemsAreLeaves(items.GetType()))
                foreach (var item in items) if (item != null) Validate(item, errors, depth + 1);
            return;
        }

        foreach (var (property, attributes, descend) in Plans.GetOrAdd(target.GetType(), Plan))
        {
            if (attributes.Length > 0)
            {
                var value = property.GetValue(target);
                var context = new ValidationContext(target, services, null) { DisplayName = property.DisplayName, MemberName = property.Name };
                errors.AddRange(attributes.Select(a => a.GetValidationResult(value, context)).OfType<ValidationResult>());
            }

            if (descend && property.GetValue(target) is { } inner) Validate(inner, errors, depth + 1);
        }

        if (target is IValidatableObject validatable) errors.AddRange(validatable.Validate(new ValidationContext(target, services, null)));
    }

    private static (PropertyDescriptor, ValidationAttribute[], bool)[] Plan(Type type) => TypeDescriptor.GetProperties(type).Cast<PropertyDescriptor>()
        .Where(p => !p.Attributes.OfType<DisableValidationAttribute>().Any())
        .Select(p => (p, p.Attributes.OfType<ValidationAttribute>().ToArray(), !IsLeaf(p.PropertyType) && !ItemsAreLeaves(p.PropertyType)))
        .Where(p => p.Item2.Length > 0 || p.Item3).ToArray();

    // Files, tokens and what the runtime brings have nothing of ours to validate.
    private static bool IsLeaf(Type type) =>
        IsPrimitive(type) || type == typeof(object) || typeof(Delegate).IsAssignableFrom(type) || typeof(Stream).IsAssignableFrom(type)
        || typeof(IRemoteStreamContent).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type)
        || (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && !typeof(IEnumerable).IsAssignableFrom(type))
        || type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    private static bool ItemsAreLeaves(Type type) => type.IsArray
        ? IsLeaf(type.GetElementType()!)
        : typeof(IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments is [.., var last] && IsLeaf(last);
}
