using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;
using Volo.Abp.Timing;

namespace PartnerCrm.Sources;

/// <summary>Forgets what nobody picked: people who don't know that we have their details. Counts stay.</summary>
public class ImportPurge(IDueWork dueWork, ISettingProvider settings, IClock clock) : ITransientDependency
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>One pass over imports past their time. Returns how many were purged.</summary>
    public virtual async Task<int> PassAsync(CancellationToken cancellationToken = default)
    {
        var days = await settings.GetAsync(SourcesSettings.KeepCandidatesDays, SourcesSettings.DefaultKeepCandidatesDays);
        var before = clock.Now.AddDays(-days);
        var where = string.Create(CultureInfo.InvariantCulture, $"""(t."PurgedAt" IS NULL AND t."FinishedAt" < '{before:yyyy-MM-dd HH:mm:ss}+00')""");
        return await dueWork.PassAsync(new DueRows("CrmImports", where, """t."FinishedAt" """, Lease), 1, PurgeAsync, cancellationToken);
    }

    private async Task PurgeAsync(IServiceProvider services, Guid importId, CancellationToken cancellationToken)
    {
        var imports = services.GetRequiredService<IRepository<Import, Guid>>();
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        await services.GetRequiredService<IRepository<Candidate, Guid>>().DeleteDirectAsync(c => c.ImportId == importId && c.PickedAt == null, cancellationToken);
        await services.GetRequiredService<IRepository<ImportProblem, Guid>>().DeleteDirectAsync(p => p.ImportId == importId, cancellationToken);
        await services.GetRequiredService<IRepository<StoredFileChunk, Guid>>().DeleteDirectAsync(c => c.FileId == import.FileId, cancellationToken);
        import.Purge(clock.Now);
        await imports.UpdateAsync(import, cancellationToken: cancellationToken);
    }
}
