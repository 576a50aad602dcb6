using System.Globalization;
using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Results;
using Elsa.Workflows.Runtime.Stimuli;
using Elsa.Workflows.State;

namespace Elsa.Engine;

internal sealed class WorkflowRuntime(Bursts bursts) : IWorkflowRuntime
{
    public ValueTask<IWorkflowClient> CreateClientAsync(CancellationToken cancellationToken = default) => CreateClientAsync(null, cancellationToken);

    public ValueTask<IWorkflowClient> CreateClientAsync(string? workflowInstanceId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IWorkflowClient>(new WorkflowClient(bursts, workflowInstanceId ?? Guid.CreateVersion7().ToString("N")));
}

internal sealed class WorkflowClient(Bursts bursts, string id) : IWorkflowClient
{
    public string WorkflowInstanceId => id;

    public async Task<CreateWorkflowInstanceResponse> CreateInstanceAsync(CreateWorkflowInstanceRequest request, CancellationToken cancellationToken = default)
    {
        await bursts.CreateAsync(id, request, cancellationToken);
        return new();
    }

    public Task<RunWorkflowInstanceResponse> CreateAndRunInstanceAsync(CreateAndRunWorkflowInstanceRequest request, CancellationToken cancellationToken = default) => bursts.StartAsync(id, request, cancellationToken);
    public Task<RunWorkflowInstanceResponse> RunInstanceAsync(RunWorkflowInstanceRequest request, CancellationToken cancellationToken = default) => bursts.RunAsync(id, request, cancellationToken);
    public Task CancelAsync(CancellationToken cancellationToken = default) => bursts.CancelAsync(id, cancellationToken);
    public Task<WorkflowState> ExportStateAsync(CancellationToken cancellationToken = default) => bursts.ExportAsync(id, cancellationToken);
    public Task<bool> InstanceExistsAsync(CancellationToken cancellationToken = default) => bursts.ExistsAsync(id, cancellationToken);
    public Task<bool> DeleteAsync(CancellationToken cancellationToken = default) => bursts.DeleteAsync(id, cancellationToken);
}

internal sealed class StimulusSender(Bursts bursts) : IStimulusSender
{
    public Task<SendStimulusResult> SendAsync(string activityTypeName, object stimulus, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default) =>
        SendAsync(Wait.HashOf(activityTypeName, JsonSerializer.SerializeToUtf8Bytes(stimulus, Values.Json)), metadata, cancellationToken);

    public Task<SendStimulusResult> SendAsync(string stimulusHash, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default) =>
        SendAsync(long.Parse(stimulusHash, NumberStyles.HexNumber), metadata, cancellationToken);

    private async Task<SendStimulusResult> SendAsync(long hash, StimulusMetadata? metadata, CancellationToken ct) => new(await bursts.SendAsync(new(hash, metadata ?? new()), ct));
}

internal sealed class EventPublisher(IStimulusSender stimuli) : IEventPublisher
{
    public Task PublishAsync(string eventName, string? correlationId = null, string? workflowInstanceId = null, string? activityInstanceId = null, object? payload = null, bool asynchronous = false, CancellationToken cancellationToken = default) =>
        stimuli.SendAsync(Wait.EventName, new EventStimulus(eventName), new StimulusMetadata
        {
            CorrelationId = correlationId,
            WorkflowInstanceId = workflowInstanceId,
            ActivityInstanceId = activityInstanceId,
            Input = payload is null ? null : new Dictionary<string, object> { [Event.EventInputWorkflowInputKey] = payload },
        }, cancellationToken);
}

/// <summary>A stimulus under way.</summary>
internal sealed record Stimulus(long Hash, StimulusMetadata For)
{
    public string? InstanceId => For.WorkflowInstanceId ?? InstanceOf(For.ActivityInstanceId) ?? InstanceOf(For.BookmarkId);

    public bool Fits(Wait wait) => wait.Hash == Hash
        && (For.ActivityInstanceId is null ? !wait.ThisInstanceOnly : For.ActivityInstanceId == wait.Context.Id)
        && (For.BookmarkId is null || For.BookmarkId == wait.Bookmark.Id);

    public bool Fits(WorkflowExecutionContext instance) => (InstanceId is null || InstanceId == instance.Id) && (For.CorrelationId is null || For.CorrelationId == instance.CorrelationId);

    /// <summary>Ids of executions and bookmarks begin with the instance's.</summary>
    public static string? InstanceOf(string? id) => id?[..Math.Max(0, id.LastIndexOf(':'))];
}
