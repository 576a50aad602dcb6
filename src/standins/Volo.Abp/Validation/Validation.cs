using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Logging;
using Volo.Abp.Modularity;

namespace Volo.Abp.Validation;

/// <summary>Arguments of the class's virtual methods are validated.</summary>
public interface IValidationEnabled;

/// <summary>Knows what is wrong with the input.</summary>
public interface IHasValidationErrors
{
    IList<ValidationResult> ValidationErrors { get; }
}

/// <summary>The input is not valid: 400.</summary>
public class AbpValidationException : AbpException, IHasLogLevel, IHasValidationErrors, IExceptionWithSelfLogging
{
    public AbpValidationException() => ValidationErrors = [];

    public AbpValidationException(string message) : base(message) => ValidationErrors = [];

    public AbpValidationException(IList<ValidationResult> validationErrors) => ValidationErrors = validationErrors;

    public AbpValidationException(string message, IList<ValidationResult> validationErrors) : base(message) => ValidationErrors = validationErrors;

    public AbpValidationException(string message, Exception? innerException) : base(message, innerException) => ValidationErrors = [];

    public IList<ValidationResult> ValidationErrors { get; }
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    public void Log(ILogger logger)
    {
        foreach (var error in ValidationErrors)
            logger.Log(LogLevel, "{Error} ({Members})", error.ErrorMessage, string.Join(", ", error.MemberNames));
    }
}

/// <summary>Not validated.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Property)]
public class DisableValidationAttribute : Attribute;

/// <summary>Validated although the class says otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class EnableValidationAttribute : Attribute;

/// <summary>Validates an object and all it contains.</summary>
public interface IObjectValidator
{
    Task ValidateAsync(object validatingObject, string? name = null, bool allowNull = false);
    Task<List<ValidationResult>> GetErrorsAsync(object validatingObject, string? name = null, bool allowNull = false);
}

/// <summary>Validates the arguments of a call.</summary>
public interface IMethodInvocationValidator
{
    Task ValidateAsync(MethodInvocationValidationContext context);
}

/// <summary>What is wrong so far.</summary>
public interface IAbpValidationResult
{
    List<ValidationResult> Errors { get; }
}

/// <inheritdoc />
public class AbpValidationResult : IAbpValidationResult
{
    public List<ValidationResult> Errors { get; } = [];
}

/// <summary>A call.</summary>
public class MethodInvocationValidationContext(object targetObject, MethodInfo method, object?[] parameterValues) : AbpValidationResult
{
    public object TargetObject { get; } = targetObject;
    public MethodInfo Method { get; } = method;
    public object?[] ParameterValues { get; } = parameterValues;
    public ParameterInfo[] Parameters { get; } = method.GetParameters();
}

/// <summary>Validation.</summary>
[DependsOn(typeof(AbpLocalizationModule))]
public class AbpValidationModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionRegistrationActionExtensions.OnRegistered(context.Services, registered =>
        {
            if (typeof(IValidationEnabled).IsAssignableFrom(registered.ImplementationType) && !DynamicProxy.DynamicProxyIgnoreTypes.Contains(registered.ImplementationType))
                registered.Interceptors.TryAdd<ValidationInterceptor>();
        });
}
