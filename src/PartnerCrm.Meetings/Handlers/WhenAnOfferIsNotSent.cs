using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Meetings;

/// <summary>An offer whose mail does not go out reaches nobody: its times are free again, and whoever wanted it is told.</summary>
public class WhenAnOfferIsNotSent(IRepository<Offer, Guid> offers, ILocalEventBus events) :
    ILocalEventHandler<MailRefused>, ILocalEventHandler<MailFailed>, ITransientDependency
{
    public virtual Task HandleEventAsync(MailRefused eventData) => WithdrawAsync(
        eventData.About, eventData.Verdict == Verdict.AskOwner ? WhyNotOffered.OwnerAsked : WhyNotOffered.MailRefused, eventData.Sentence, eventData.MailId, eventData.At);

    public virtual Task HandleEventAsync(MailFailed eventData) =>
        WithdrawAsync(eventData.About, WhyNotOffered.MailFailed, eventData.Sentence, eventData.MailId, eventData.At);

    private async Task WithdrawAsync(MailAbout? about, WhyNotOffered why, string sentence, Guid mailId, DateTime at)
    {
        if (about is not { Matter: MailMatter.Offer, Id: var id } || await offers.FindAsync(id) is not { State: OfferState.Open } offer) return;
        offer.Withdraw();
        await offers.UpdateAsync(offer);
        await events.PublishAsync(new MeetingNotOffered(offer.EffectKey, offer.ContactId, offer.RelationshipId, offer.EscalationId, why, sentence, mailId, at));
    }
}
