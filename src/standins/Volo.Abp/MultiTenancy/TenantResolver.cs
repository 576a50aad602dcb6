using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Users;

namespace Volo.Abp.MultiTenancy;

/// <summary>The question whose tenant a request is for.</summary>
public interface ITenantResolveContext : IServiceProviderAccessor
{
    string? TenantIdOrName { get; set; }

    /// <summary>Answered, even if the answer is the host.</summary>
    bool Handled { get; set; }
}

/// <summary>Answers it in one way.</summary>
public interface ITenantResolveContributor
{
    string Name { get; }
    Task ResolveAsync(ITenantResolveContext context);
}

/// <inheritdoc />
public abstract class TenantResolveContributorBase : ITenantResolveContributor
{
    public abstract string Name { get; }

    public abstract Task ResolveAsync(ITenantResolveContext context);
}

/// <summary>The tenant of the signed-in user, before anything the request says.</summary>
public class CurrentUserTenantResolveContributor : TenantResolveContributorBase
{
    public const string ContributorName = "CurrentUser";

    public override string Name => ContributorName;

    public override Task ResolveAsync(ITenantResolveContext context)
    {
        var user = context.ServiceProvider.GetRequiredService<ICurrentUser>();
        if (user.IsAuthenticated)
        {
            context.Handled = true;
            context.TenantIdOrName = user.TenantId?.ToString();
        }

        return Task.CompletedTask;
    }
}

/// <summary>The ways, in order.</summary>
public class AbpTenantResolveOptions
{
    public List<ITenantResolveContributor> TenantResolvers { get; } = [new CurrentUserTenantResolveContributor()];
}

/// <summary>The answer.</summary>
public class TenantResolveResult
{
    public string? TenantIdOrName { get; set; }
    public List<string> AppliedResolvers { get; } = [];
}

/// <summary>Asks each contributor until one answers.</summary>
public interface ITenantResolver
{
    Task<TenantResolveResult> ResolveTenantIdOrNameAsync();
}

/// <summary>Finds the tenant of the request.</summary>
public interface ITenantConfigurationProvider
{
    Task<TenantConfiguration?> GetAsync(bool saveResolveResult = false);
}

/// <summary>Keeps the answer for the rest of the request.</summary>
public interface ITenantResolveResultAccessor
{
    TenantResolveResult? Result { get; set; }
}

/// <summary>Names that requests use.</summary>
public class TenantResolverConsts
{
    public const string DefaultTenantKey = "__tenant";
}

internal sealed class NullTenantResolveResultAccessor : ITenantResolveResultAccessor, ISingletonDependency
{
    public TenantResolveResult? Result
    {
        get => null;
        set { }
    }
}

internal sealed class TenantResolver(IOptions<AbpTenantResolveOptions> options, IServiceScopeFactory scopes) : ITenantResolver, ITransientDependency
{
    public async Task<TenantResolveResult> ResolveTenantIdOrNameAsync()
    {
        var result = new TenantResolveResult();
        using var scope = scopes.CreateScope();
        var context = new Context(scope.ServiceProvider);
        foreach (var resolver in options.Value.TenantResolvers)
        {
            await resolver.ResolveAsync(context);
            result.AppliedResolvers.Add(resolver.Name);
            if (context.Handled || context.TenantIdOrName != null) break;
        }

        result.TenantIdOrName = context.TenantIdOrName;
        return result;
    }

    private sealed class Context(IServiceProvider serviceProvider) : ITenantResolveContext
    {
        public IServiceProvider ServiceProvider { get; } = serviceProvider;

        public string? TenantIdOrName { get; set; }

        public bool Handled { get; set; }
    }
}

internal sealed class TenantConfigurationProvider(
    ITenantResolver resolver, ITenantStore store, ITenantNormalizer normalizer, ITenantResolveResultAccessor accessor) : ITenantConfigurationProvider, ITransientDependency
{
    public async Task<TenantConfiguration?> GetAsync(bool saveResolveResult = false)
    {
        var result = await resolver.ResolveTenantIdOrNameAsync();
        if (saveResolveResult) accessor.Result = result;
        if (result.TenantIdOrName is not { } idOrName) return null;

        var tenant = Guid.TryParse(idOrName, out var id) ? await store.FindAsync(id) : await store.FindAsync(normalizer.NormalizeName(idOrName)!);
        if (tenant == null)
            throw new BusinessException("Volo.AbpIo.MultiTenancy:010001", "Tenant not found!", $"There is no tenant with the tenant id or name: {idOrName}");
        if (!tenant.IsActive)
            throw new BusinessException("Volo.AbpIo.MultiTenancy:010002", "Tenant not active!", $"The tenant is no active with the tenant id or name: {idOrName}");
        return tenant;
    }
}
