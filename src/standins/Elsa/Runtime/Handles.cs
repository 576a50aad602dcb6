namespace Elsa.Common.Models
{
    /// <summary>Which version of a workflow. All that are registered are published, so the latest is the latest published.</summary>
    public struct VersionOptions
    {
        public static readonly VersionOptions Latest = new() { IsLatest = true };
        public static readonly VersionOptions Published = new() { IsPublished = true };

        public bool IsLatest { get; private set; }
        public bool IsPublished { get; private set; }
        public int Version { get; private set; }

        public static VersionOptions SpecificVersion(int version) => new() { Version = version };
    }
}

namespace Elsa.Workflows.Models
{
    using Elsa.Common.Models;

    /// <summary>Names a workflow: by its id and a version (the latest if none is given), or by a version's own id.</summary>
    public class WorkflowDefinitionHandle
    {
        public string? DefinitionId { get; set; }
        public VersionOptions? VersionOptions { get; set; }
        public string? DefinitionVersionId { get; set; }

        public static WorkflowDefinitionHandle ByDefinitionId(string definitionId, VersionOptions? versionOptions = null) => new() { DefinitionId = definitionId, VersionOptions = versionOptions };
        public static WorkflowDefinitionHandle ByDefinitionVersionId(string definitionVersionId) => new() { DefinitionVersionId = definitionVersionId };

        public override string ToString() => DefinitionVersionId ?? (VersionOptions is { Version: > 0 and var version } ? $"{DefinitionId} v{version}" : $"{DefinitionId}");
    }
}
