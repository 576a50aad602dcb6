using Elsa.Extensions;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Engagement;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>The one place that knows the foundations are stand-ins. Its twin for the genuine packages is Genuine.cs.</summary>
public static class Foundation
{
    /// <summary>The stand-in for ABP works on the framework's own container.</summary>
    public static void UseFoundation(this ConfigureHostBuilder host) => ArgumentNullException.ThrowIfNull(host);

    public static void AddWorkflows(this IServiceCollection services, DatabaseOptions database)
    {
        ArgumentNullException.ThrowIfNull(database);
        services.AddElsa(elsa => elsa
            .AddWorkflowsFrom<EngagementModule>()
            .AddActivitiesFrom<EngagementModule>()
            .UseWorkflowManagement()
            .UseWorkflowRuntime()
            .UseScheduling());

        // A burst of a workflow joins the unit of work it was called in, or gets one of its own in its tenant.
        services.AddSingleton<Func<string?, Func<IServiceProvider, DbContext, CancellationToken, Task>, CancellationToken, Task>>(root => (tenantId, burst, cancellationToken) =>
            RunAsync(root, tenantId, burst, cancellationToken));

        // Whose an instance is: when a timer wakes it, its burst is that tenant's again.
        services.AddSingleton<Func<string?>>(root => () => root.GetRequiredService<ICurrentTenant>().Id?.ToString());
    }

    private static async Task RunAsync(IServiceProvider root, string? tenantId, Func<IServiceProvider, DbContext, CancellationToken, Task> burst, CancellationToken cancellationToken)
    {
        var unitsOfWork = root.GetRequiredService<IUnitOfWorkManager>();
        if (unitsOfWork.Current is { } current)
        {
            await burst(current.ServiceProvider, await ContextAsync(current.ServiceProvider), cancellationToken);
            return;
        }

        await using var scope = root.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(Guid.TryParse(tenantId, out var id) ? id : null);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        await burst(scope.ServiceProvider, await ContextAsync(scope.ServiceProvider), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static async Task<DbContext> ContextAsync(IServiceProvider services) =>
        await services.GetRequiredService<IDbContextProvider<PartnerCrmDbContext>>().GetDbContextAsync();
}
