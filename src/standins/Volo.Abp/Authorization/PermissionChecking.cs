using System.Security.Claims;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Authorization.Permissions;

/// <summary>Says what the current, or another, principal may do. The form with several names asks each store once.</summary>
public interface IPermissionChecker
{
    Task<bool> IsGrantedAsync(string name);
    Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names);
}

public enum PermissionGrantResult
{
    Undefined,
    Granted,
    Prohibited
}

/// <summary>An answer for each permission asked about.</summary>
public class MultiplePermissionGrantResult
{
    public MultiplePermissionGrantResult()
    {
    }

    public MultiplePermissionGrantResult(string[] names, PermissionGrantResult grantResult = PermissionGrantResult.Undefined)
    {
        foreach (var name in names) Result[name] = grantResult;
    }

    public bool AllGranted => Result.Values.All(r => r == PermissionGrantResult.Granted);
    public bool AllProhibited => Result.Values.All(r => r == PermissionGrantResult.Prohibited);
    public Dictionary<string, PermissionGrantResult> Result { get; } = [];
}

/// <summary>Keeps grants.</summary>
public interface IPermissionStore
{
    Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string? providerName, string? providerKey);
}

public class PermissionValueCheckContext(PermissionDefinition permission, ClaimsPrincipal? principal)
{
    public PermissionDefinition Permission { get; } = Check.NotNull(permission, nameof(permission));
    public ClaimsPrincipal? Principal { get; } = principal;
}

public class PermissionValuesCheckContext(List<PermissionDefinition> permissions, ClaimsPrincipal? principal)
{
    public List<PermissionDefinition> Permissions { get; } = Check.NotNull(permissions, nameof(permissions));
    public ClaimsPrincipal? Principal { get; } = principal;
}

/// <summary>Looks for grants of one kind: the user's, the roles' …</summary>
public interface IPermissionValueProvider
{
    string Name { get; }
    Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context);
    Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context);
}

/// <inheritdoc />
public abstract class PermissionValueProvider : IPermissionValueProvider, ITransientDependency
{
    protected PermissionValueProvider(IPermissionStore permissionStore) => PermissionStore = permissionStore;

    public abstract string Name { get; }
    protected IPermissionStore PermissionStore { get; }

    public abstract Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context);

    public abstract Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context);
}

/// <summary>The value providers.</summary>
public interface IPermissionValueProviderManager
{
    IReadOnlyList<IPermissionValueProvider> ValueProviders { get; }
}
