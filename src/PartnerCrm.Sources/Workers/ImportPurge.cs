using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;
using Volo.Abp.Timing;

namespace PartnerCrm.Sources;

/// <summary>Forgets what nobody picked: people who don't know that we have their details. Counts stay.</summary>
public class ImportPurge(IDueWork dueWork, IClock clock) : ITransientDependency
{
    // However long a tenant keeps them: a setting that is shortened counts from the next day on.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);

    private static readonly DueRows Finished = new(
        "CrmImports", """(t."PurgedAt" IS NULL AND t."FinishedAt" < @now)""", """t."FinishedAt" """, TimeSpan.FromMinutes(5));

    /// <summary>One pass over imports that nobody has looked at for a day. Returns how many were looked at.</summary>
    public virtual Task<int> PassAsync(CancellationToken cancellationToken = default) => dueWork.PassAsync(Finished, 1, LookAsync, cancellationToken);

    private async Task LookAsync(IServiceProvider services, Guid importId, CancellationToken cancellationToken)
    {
        var imports = services.GetRequiredService<IRepository<Import, Guid>>();
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        var days = await services.GetRequiredService<ISettingProvider>().GetAsync(SourcesSettings.KeepCandidatesDays, SourcesSettings.DefaultKeepCandidatesDays);
        if (import.FinishedAt + TimeSpan.FromDays(days) is { } keptUntil && keptUntil >= clock.Now)
        {
            import.KeepUntil(keptUntil < clock.Now + BetweenLooks ? keptUntil : clock.Now + BetweenLooks);
            await imports.UpdateAsync(import, cancellationToken: cancellationToken);
            return;
        }
        await services.GetRequiredService<IRepository<Candidate, Guid>>().DeleteDirectAsync(c => c.ImportId == importId && c.PickedAt == null, cancellationToken);
        await services.GetRequiredService<IRepository<ImportProblem, Guid>>().DeleteDirectAsync(p => p.ImportId == importId, cancellationToken);
        await services.GetRequiredService<IRepository<StoredFileChunk, Guid>>().DeleteDirectAsync(c => c.FileId == import.FileId, cancellationToken);
        import.Purge(clock.Now);
        await imports.UpdateAsync(import, cancellationToken: cancellationToken);
    }
}
