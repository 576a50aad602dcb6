using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace PartnerCrm.Engagement;

/// <summary>A person moves a relationship: through an open gate, by a fact they confirm, by an override they answer for, or out of the way.</summary>
public class RelationshipMoving(
    EscalationSteering steering, TouchRecording recording, EngagementPolicy policy, Journal journal, Words words, ICurrentUser user, IClock clock) : ITransientDependency
{
    public bool NeedsOverride(Relationship relationship, MoveInput input) =>
        input.To == relationship.Stage.Next() && input.Fact is null && relationship.WhyNot(input.To, clock.Now) is not null && !string.IsNullOrWhiteSpace(input.Reason);

    public async Task MoveAsync(Relationship relationship, MoveInput input)
    {
        var from = relationship.Stage;
        if (input.To == from) return;
        if (input.To == Stage.Resting) await RestAsync(relationship, input.Until, Reason(input));
        else if (input.To == Stage.Closed) await CloseAsync(relationship, Reason(input));
        else if (from == Stage.Resting && input.To == relationship.Rung) await WakeAsync(relationship, Reason(input));
        else if (from == Stage.Closed && input.To == relationship.Rung) await ReopenAsync(relationship, Reason(input));
        else if (from != Stage.Social && input.To == from - 1) await StepBackAsync(relationship, input);
        else await ClimbAsync(relationship, input);
    }

    /// <summary>Refusals come back as sentences. What refuses does so before it changes anything.</summary>
    public async Task<BulkItemDto> TryAsync(Relationship relationship, Func<Task> act)
    {
        try
        {
            await act();
            return new BulkItemDto(relationship.Id, relationship.ContactName, true, null);
        }
        catch (BusinessException refused)
        {
            return new BulkItemDto(relationship.Id, relationship.ContactName, false, words.Of(refused));
        }
    }

    private async Task ClimbAsync(Relationship relationship, MoveInput input)
    {
        relationship.EnsureOpen();
        if (input.To != relationship.Stage.Next())
            throw new BusinessException(EngagementErrors.StageSkipped).WithData("From", words.Of(relationship.Stage)).WithData("To", words.Of(input.To));
        if (input.Fact is { } fact) await RecordAsync(relationship, input, fact);
        // What was recorded may have led there by itself.
        if (relationship.Stage == input.To) return;

        var escalation = await steering.FindLiveAsync(relationship);
        if (relationship.WhyNot(input.To, clock.Now) is { } why)
        {
            if (string.IsNullOrWhiteSpace(input.Reason) || input.Fact is not null)
                throw new BusinessException(EngagementErrors.MoveNeedsReason).WithData("Why", words.Of(why));
            relationship.OverrideGate(input.Reason);
            await journal.WriteAsync(relationship, escalation?.Id, Journal.GateOverridden, ("Gate", input.To), ("Reason", input.Reason));
        }
        relationship.Escalate(input.To, input.Reason ?? "Moved", clock.Now);
        await journal.WriteAsync(relationship, escalation?.Id, "Journal:MovedUp", ("Stage", input.To));
        if (escalation is not null) await steering.TellAsync(escalation, "Moved");
    }

    private async Task RecordAsync(Relationship relationship, MoveInput input, TouchKind fact)
    {
        var at = input.At?.ToUniversalTime() ?? clock.Now;
        if (at > clock.Now) throw new BusinessException(EngagementErrors.TouchInTheFuture).WithData("At", at);
        var channel = input.Channel ?? (fact == TouchKind.MeetingHeld ? Channel.Meeting : Channel.Email);
        await recording.RecordByHandAsync(relationship, new NewTouch(
            channel, Direction.FromThem, fact, at, input.Reason ?? "", user.Id, IsInterested: input.To == Stage.Meeting && fact.IsTheirWords(Direction.FromThem)));
    }

    public async Task RestAsync(Relationship relationship, DateTime? wanted, string reason)
    {
        var until = wanted?.ToUniversalTime() ?? clock.Now.AddDays(await policy.RestDaysAsync());
        relationship.Rest(until, reason, clock.Now);
        await EndAsync(relationship, EndReason.Stopped, Sentence.Of("Journal:RestsByHand", ("Until", until), ("Reason", reason)));
    }

    public async Task CloseAsync(Relationship relationship, string reason)
    {
        relationship.Close(reason, clock.Now);
        await EndAsync(relationship, EndReason.RelationshipClosed, Sentence.Of("Journal:Closed", ("Reason", reason)));
    }

    public Task WakeAsync(Relationship relationship, string reason)
    {
        relationship.Wake(reason, clock.Now);
        return journal.WriteAsync(relationship, null, "Journal:Woken", ("Reason", reason));
    }

    public Task ReopenAsync(Relationship relationship, string reason)
    {
        relationship.Reopen(reason, clock.Now);
        return journal.WriteAsync(relationship, null, "Journal:Reopened", ("Reason", reason));
    }

    private Task StepBackAsync(Relationship relationship, MoveInput input)
    {
        relationship.StepBack(Reason(input), clock.Now);
        return journal.WriteAsync(relationship, null, "Journal:SteppedBack", ("Stage", relationship.Stage), ("Reason", input.Reason));
    }

    private async Task EndAsync(Relationship relationship, EndReason reason, Sentence why)
    {
        if (await steering.FindLiveAsync(relationship) is { } escalation) await steering.EndAsync(escalation, relationship, reason, why);
        else await journal.WriteAsync(relationship, null, why);
    }

    private static string Reason(MoveInput input) =>
        string.IsNullOrWhiteSpace(input.Reason) ? throw new BusinessException(EngagementErrors.ReasonMissing) : input.Reason;
}
