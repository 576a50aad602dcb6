using Elsa.Workflows.Models;

namespace Elsa.Workflows.Runtime.Messages
{
    /// <summary>Start a workflow.</summary>
    public class CreateAndRunWorkflowInstanceRequest
    {
        public WorkflowDefinitionHandle WorkflowDefinitionHandle { get; set; } = null!;
        public string? CorrelationId { get; set; }
        public string? Name { get; set; }

        /// <summary>There in the first burst only.</summary>
        public IDictionary<string, object>? Input { get; set; }

        /// <summary>First values of the workflow's variables, by name.</summary>
        public IDictionary<string, object>? Variables { get; set; }

        public IDictionary<string, object>? Properties { get; set; }
        public bool IncludeWorkflowOutput { get; set; }
    }

    /// <summary>Make an instance that is run later.</summary>
    public class CreateWorkflowInstanceRequest
    {
        public WorkflowDefinitionHandle WorkflowDefinitionHandle { get; set; } = null!;
        public string? CorrelationId { get; set; }
        public string? Name { get; set; }
        public IDictionary<string, object>? Input { get; set; }
        public IDictionary<string, object>? Properties { get; set; }
    }

    /// <summary>The instance is made.</summary>
    public record CreateWorkflowInstanceResponse;

    /// <summary>Run an instance on: from its start, or from a bookmark.</summary>
    public class RunWorkflowInstanceRequest
    {
        public static RunWorkflowInstanceRequest Empty => new();

        public string? BookmarkId { get; set; }
        public IDictionary<string, object>? Input { get; set; }
        public IDictionary<string, object>? Properties { get; set; }
        public bool IncludeWorkflowOutput { get; set; }
    }

    /// <summary>How an instance is after a burst.</summary>
    public record RunWorkflowInstanceResponse
    {
        public string WorkflowInstanceId { get; set; } = null!;
        public WorkflowStatus Status { get; set; }
        public WorkflowSubStatus SubStatus { get; set; }

        /// <summary>What it waits for now.</summary>
        public ICollection<Bookmark> Bookmarks { get; set; } = [];

        public ICollection<ActivityIncident> Incidents { get; set; } = [];
        public IDictionary<string, object>? Output { get; set; }
    }
}

namespace Elsa.Workflows.Runtime
{
    /// <summary>Which instances a stimulus is for; what isn't given isn't asked.</summary>
    public class StimulusMetadata
    {
        public string? CorrelationId { get; set; }
        public string? WorkflowInstanceId { get; set; }
        public string? ActivityInstanceId { get; set; }
        public string? BookmarkId { get; set; }
        public IDictionary<string, object>? Input { get; set; }
        public IDictionary<string, object>? Properties { get; set; }
    }
}

namespace Elsa.Workflows.Runtime.Results
{
    /// <summary>The instances that a stimulus resumed; none, if nobody waited for it.</summary>
    public record SendStimulusResult(ICollection<Messages.RunWorkflowInstanceResponse> WorkflowInstanceResponses);
}

namespace Elsa.Workflows.Runtime.Exceptions
{
    /// <summary>No such workflow.</summary>
    public class WorkflowDefinitionNotFoundException(string message, WorkflowDefinitionHandle workflowDefinitionHandle) : Exception(message)
    {
        public WorkflowDefinitionHandle WorkflowDefinitionHandle { get; } = workflowDefinitionHandle;
    }

    /// <summary>No such instance, or it is another tenant's.</summary>
    public class WorkflowInstanceNotFoundException(string message, string instanceId) : Exception(message)
    {
        public string InstanceId { get; } = instanceId;
    }
}

namespace Elsa.Workflows.State
{
    /// <summary>An instance to look at.</summary>
    public class WorkflowState
    {
        public string Id { get; set; } = null!;
        public string DefinitionId { get; set; } = null!;
        public int DefinitionVersion { get; set; }
        public string DefinitionVersionId { get; set; } = null!;
        public string? CorrelationId { get; set; }
        public string? Name { get; set; }
        public WorkflowStatus Status { get; set; }
        public WorkflowSubStatus SubStatus { get; set; }
        public ICollection<Bookmark> Bookmarks { get; set; } = [];
        public ICollection<ActivityIncident> Incidents { get; set; } = [];
        public IDictionary<string, object> Output { get; set; } = new Dictionary<string, object>();
        public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();
        public DateTimeOffset CreatedAt { get; set; }
        public DateTimeOffset UpdatedAt { get; set; }
        public DateTimeOffset? FinishedAt { get; set; }
    }
}
