using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Engagement;

/// <summary>"Done" was a slip: it is open again, and what followed is as before. What has gone on can't be called back, and says so.</summary>
public class FollowUpUndoing(
    IRepository<Relationship, Guid> relationships, IRepository<Touchpoint, Guid> touchpoints, EscalationSteering steering, FollowUpList followUps,
    Journal journal, ILocalEventBus facts) : ITransientDependency
{
    public async Task TakeBackAsync(FollowUp followUp)
    {
        var (kind, answer, doneAt) = (followUp.Kind, followUp.Answer, followUp.DoneAt);
        followUp.Reopen();
        if (kind == FollowUpKind.SocialTouch && answer == FollowUpAnswers.Done && followUp.EscalationId is not null) await UntouchAsync(followUp, doneAt!.Value);
        else if (HasGoneOn(kind, answer)) throw new BusinessException(EngagementErrors.FollowUpWentOn);
    }

    private static bool HasGoneOn(FollowUpKind kind, string? answer) => kind switch
    {
        FollowUpKind.WakeUp or FollowUpKind.BecomePartner => answer != FollowUpAnswers.No,
        FollowUpKind.SocialTouch or FollowUpKind.DidTheyAnswer or FollowUpKind.GiveNotice => true,
        // Settled by the thing itself: a draft approved, a reply triaged, a colleague answered.
        _ => FollowUpAnswers.Of(kind).Count == 0,
    };

    private async Task UntouchAsync(FollowUp followUp, DateTime doneAt)
    {
        var relationship = await relationships.GetAsync(followUp.RelationshipId, includeDetails: false);
        var escalation = await steering.FindLiveAsync(relationship);
        if (escalation is not { WaitingFor: WaitingFor.DidTheyAnswer } || escalation.Id != followUp.EscalationId)
            throw new BusinessException(EngagementErrors.FollowUpWentOn);

        var history = await touchpoints.GetListAsync(t => t.ContactId == relationship.ContactId);
        var slip = history.Where(t => t is { Direction: Direction.FromUs, Kind: TouchKind.Message, Channel: Channel.LinkedIn } && t.At >= doneAt).MinBy(t => t.At);
        await followUps.UnaskAsync(EffectKeys.DidTheyAnswer(escalation));
        escalation.Untouched();
        await journal.WriteAsync(relationship, escalation.Id, "Journal:SocialTouchTakenBack");
        if (slip is null) return;
        await touchpoints.DeleteAsync(slip);
        relationship.CountAnew([.. history.Where(t => t.Id != slip.Id)]);
        await facts.PublishAsync(new TouchpointTakenBack(slip.Id, slip.ContactId, slip.UserId, slip.Channel, slip.At));
    }
}
