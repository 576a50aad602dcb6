using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Localization;
using Volo.Abp.Logging;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization;

/// <summary>The caller may not do this; 401 if nobody is signed in, else 403.</summary>
public class AbpAuthorizationException : AbpException, IHasLogLevel, IHasErrorCode
{
    public AbpAuthorizationException()
    {
    }

    public AbpAuthorizationException(string message) : base(message)
    {
    }

    public AbpAuthorizationException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public AbpAuthorizationException(string? message = null, string? code = null, Exception? innerException = null) : base(message, innerException) => Code = code;

    public LogLevel LogLevel { get; set; } = LogLevel.Warning;
    public string? Code { get; }

    public AbpAuthorizationException WithData(string name, object value)
    {
        Data[name] = value;
        return this;
    }
}

/// <summary>Codes of refusals.</summary>
public static class AbpAuthorizationErrorCodes
{
    public const string GivenPolicyHasNotGranted = "Volo.Authorization:010001";
    public const string GivenPolicyHasNotGrantedWithPolicyName = "Volo.Authorization:010002";
    public const string GivenPolicyHasNotGrantedForGivenResource = "Volo.Authorization:010003";
}

/// <summary>Asks for one permission.</summary>
public class PermissionRequirement(string permissionName) : IAuthorizationRequirement
{
    public string PermissionName { get; } = Check.NotNull(permissionName, nameof(permissionName));

    public override string ToString() => $"PermissionRequirement: {PermissionName}";
}

public class PermissionRequirementHandler(IPermissionChecker permissionChecker) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await permissionChecker.IsGrantedAsync(context.User, requirement.PermissionName)) context.Succeed(requirement);
    }
}

/// <summary>Authorizes the current principal.</summary>
public interface IAbpAuthorizationService : IAuthorizationService, IServiceProviderAccessor
{
    ClaimsPrincipal CurrentPrincipal { get; }
}

/// <summary>Knows a policy for each permission.</summary>
public interface IAbpAuthorizationPolicyProvider : IAuthorizationPolicyProvider
{
    Task<List<string>> GetPoliciesNamesAsync();
}

/// <summary>Checks the attributes of a method and its class.</summary>
public interface IMethodInvocationAuthorizationService
{
    Task CheckAsync(MethodInvocationAuthorizationContext context);
}

public class MethodInvocationAuthorizationContext(MethodInfo method)
{
    public MethodInfo Method { get; } = method;
}

[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IAuthorizationService), typeof(IAbpAuthorizationService))]
internal sealed class AbpAuthorizationService(
    IAuthorizationPolicyProvider policyProvider, IAuthorizationHandlerProvider handlers, ILogger<DefaultAuthorizationService> logger,
    IAuthorizationHandlerContextFactory contextFactory, IAuthorizationEvaluator evaluator, IOptions<AuthorizationOptions> options,
    ICurrentPrincipalAccessor principalAccessor, IServiceProvider serviceProvider)
    : DefaultAuthorizationService(policyProvider, handlers, logger, contextFactory, evaluator, options), IAbpAuthorizationService, ITransientDependency
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public ClaimsPrincipal CurrentPrincipal => principalAccessor.Principal;
}

[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IAuthorizationPolicyProvider), typeof(IAbpAuthorizationPolicyProvider))]
internal sealed class AbpAuthorizationPolicyProvider(IOptions<AuthorizationOptions> options, IPermissionDefinitionManager permissions)
    : DefaultAuthorizationPolicyProvider(options), IAbpAuthorizationPolicyProvider, ITransientDependency
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        await base.GetPolicyAsync(policyName)
        ?? (await permissions.GetOrNullAsync(policyName) == null ? null : new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(policyName)).Build());

    public async Task<List<string>> GetPoliciesNamesAsync() => (await permissions.GetPermissionsAsync()).Select(p => p.Name).ToList();
}

internal sealed class MethodInvocationAuthorizationService(IAbpAuthorizationPolicyProvider policies, IAbpAuthorizationService authorization)
    : IMethodInvocationAuthorizationService, ITransientDependency
{
    public async Task CheckAsync(MethodInvocationAuthorizationContext context)
    {
        var method = context.Method;
        if (method.GetCustomAttributes(true).OfType<IAllowAnonymous>().Any()) return;
        var attributes = method.GetCustomAttributes(true).OfType<IAuthorizeData>();
        if (method.IsPublic && method.DeclaringType is { } type) attributes = attributes.Union(type.GetCustomAttributes(true).OfType<IAuthorizeData>());
        if (await AuthorizationPolicy.CombineAsync(policies, attributes) is { } policy) await authorization.CheckAsync(policy);
    }
}

internal sealed class AuthorizationInterceptor(IMethodInvocationAuthorizationService authorization) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        await authorization.CheckAsync(new MethodInvocationAuthorizationContext(invocation.Method));
        await invocation.ProceedAsync();
    }
}

/// <summary>Permissions and authorization.</summary>
[DependsOn(typeof(AbpSecurityModule), typeof(AbpLocalizationModule), typeof(AbpMultiTenancyModule))]
public class AbpAuthorizationModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        var providers = new List<Type>();
        context.Services.OnRegistered(registered =>
        {
            var type = registered.ImplementationType;
            if (typeof(IPermissionDefinitionProvider).IsAssignableFrom(type)) providers.AddIfNotContains(type);
            if (!DynamicProxyIgnoreTypes.Contains(type) && NeedsAuthorization(type)) registered.Interceptors.TryAdd<AuthorizationInterceptor>();
        });
        context.Services.Configure<AbpPermissionOptions>(options => providers.ForEach(t => options.DefinitionProviders.AddIfNotContains(t)));
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAuthorizationCore();
        context.Services.AddSingleton<IAuthorizationHandler, PermissionRequirementHandler>();
        Configure<AbpPermissionOptions>(options =>
        {
            options.ValueProviders.Add<UserPermissionValueProvider>();
            options.ValueProviders.Add<RolePermissionValueProvider>();
            options.ValueProviders.Add<ClientPermissionValueProvider>();
        });
    }

    private static bool NeedsAuthorization(Type type) =>
        type.IsDefined(typeof(AuthorizeAttribute), true)
        || type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(m => m.IsDefined(typeof(AuthorizeAttribute), true));
}
