using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Results;
using Elsa.Workflows.State;

namespace Elsa.Workflows.Runtime;

/// <summary>Runs instances. Everything happens in the caller's unit of work, and with it or not at all.</summary>
public interface IWorkflowRuntime
{
    ValueTask<IWorkflowClient> CreateClientAsync(CancellationToken cancellationToken = default);

    /// <param name="workflowInstanceId">An existing instance, or the id a new one is to have.</param>
    ValueTask<IWorkflowClient> CreateClientAsync(string? workflowInstanceId, CancellationToken cancellationToken = default);
}

/// <summary>One instance.</summary>
public interface IWorkflowClient
{
    string WorkflowInstanceId { get; }

    Task<CreateWorkflowInstanceResponse> CreateInstanceAsync(CreateWorkflowInstanceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs a new instance from its start, or an existing one from a bookmark. A bookmark that is gone, or an instance that is done, changes nothing.</summary>
    Task<RunWorkflowInstanceResponse> RunInstanceAsync(RunWorkflowInstanceRequest request, CancellationToken cancellationToken = default);

    Task<RunWorkflowInstanceResponse> CreateAndRunInstanceAsync(CreateAndRunWorkflowInstanceRequest request, CancellationToken cancellationToken = default);
    Task CancelAsync(CancellationToken cancellationToken = default);
    Task<WorkflowState> ExportStateAsync(CancellationToken cancellationToken = default);
    Task<bool> InstanceExistsAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes the instance with its bookmarks and its journal.</summary>
    Task<bool> DeleteAsync(CancellationToken cancellationToken = default);
}

/// <summary>Publishes events to the instances that wait for them. Nobody waiting is no error, and the event isn't kept.</summary>
public interface IEventPublisher
{
    /// <param name="asynchronous">Makes no difference here: the instances run in the caller's unit of work.</param>
    Task PublishAsync(string eventName, string? correlationId = null, string? workflowInstanceId = null, string? activityInstanceId = null, object? payload = null, bool asynchronous = false, CancellationToken cancellationToken = default);
}

/// <summary>Resumes what waits for a stimulus, and says what it resumed.</summary>
public interface IStimulusSender
{
    Task<SendStimulusResult> SendAsync(string activityTypeName, object stimulus, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default);
    Task<SendStimulusResult> SendAsync(string stimulusHash, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default);
}
