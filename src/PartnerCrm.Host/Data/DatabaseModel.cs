using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Entity Framework's model of the database is a large part of a start, and needs nothing of the others: it is made beside them.</summary>
public static class DatabaseModel
{
    public static void MakeBeside(IServiceProvider services) => _ = Task.Run(async () =>
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
            _ = (await scope.ServiceProvider.GetRequiredService<IDbContextProvider<PartnerCrmDbContext>>().GetDbContextAsync()).Model;
        }
        catch (Exception e)
        {
            // Whoever needs it first gets the same error where it can be answered.
            services.GetRequiredService<ILogger<PartnerCrmDbContext>>().LogDebug(e, "The model of the database could not be made beside the start");
        }
    });
}
