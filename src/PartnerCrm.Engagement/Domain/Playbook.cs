using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>How a relationship climbs, under a name that people know. What it says is in its versions.</summary>
public class Playbook : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 128;
    public const int MaxDescriptionLength = 1000;

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public int LatestVersion { get; private set; }
    public Guid LatestVersionId { get; private set; }

    protected Playbook()
    {
    }

    public Playbook(Guid id, Guid? tenantId, string name, string? description) : base(id)
    {
        TenantId = tenantId;
        Name = name.Trim();
        Description = description;
    }

    /// <summary>Escalations that run keep the version they started with; new ones take this.</summary>
    public PlaybookVersion Publish(Guid versionId, IReadOnlyList<PlaybookStep> steps, DateTime at)
    {
        var version = new PlaybookVersion(versionId, TenantId, Id, ++LatestVersion, steps, at);
        LatestVersionId = versionId;
        return version;
    }
}

/// <summary>What a playbook said at one time. Immutable: escalations are pinned to it.</summary>
public class PlaybookVersion : Entity<Guid>, IMultiTenant
{
    public const int MaxStepsLength = 200_000;

    private IReadOnlyList<PlaybookStep>? read;

    public Guid? TenantId { get; private set; }
    public Guid PlaybookId { get; private set; }
    public int Number { get; private set; }
    public string StepsJson { get; private set; } = "[]";
    public DateTime PublishedAt { get; private set; }

    public IReadOnlyList<PlaybookStep> Steps => read ??= PlaybookStep.Read(StepsJson);

    private PlaybookVersion()
    {
    }

    internal PlaybookVersion(Guid id, Guid? tenantId, Guid playbookId, int number, IReadOnlyList<PlaybookStep> steps, DateTime at) : base(id)
    {
        if (PlaybookRules.Broken(steps) is { Count: > 0 } broken) throw new PlaybookRefused(broken);
        TenantId = tenantId;
        PlaybookId = playbookId;
        Number = number;
        StepsJson = PlaybookStep.Write(steps);
        PublishedAt = at;
    }
}
