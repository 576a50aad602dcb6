using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>The steps of playbook versions.</summary>
public class PlaybookShelf(IRepository<PlaybookVersion, Guid> versions) : ITransientDependency
{
    private const int Room = 1000;

    // Versions never change, so each is read once. Its id is only ever taken from an escalation, and so from its tenant.
    private static readonly ConcurrentDictionary<Guid, IReadOnlyList<PlaybookStep>> Read = new();

    public async Task<IReadOnlyList<PlaybookStep>> StepsAsync(Guid versionId)
    {
        if (Read.TryGetValue(versionId, out var known)) return known;
        var version = await versions.FindAsync(versionId, includeDetails: false) ?? throw new EntityNotFoundException(typeof(PlaybookVersion), versionId);
        if (Read.Count >= Room) Read.Clear();
        return Read[versionId] = version.Steps;
    }
}
