using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Tests;

/// <summary>Hears what a module says to the others.</summary>
public class Ears(IServiceProvider services, ICurrentTenant tenant) :
    ILocalEventHandler<TouchpointRecorded>, ILocalEventHandler<EscalationStarted>, ILocalEventHandler<EscalationEnded>,
    ILocalEventHandler<RelationshipStageChanged>, ILocalEventHandler<MailRequested>, ILocalEventHandler<MailWithdrawn>,
    ILocalEventHandler<MeetingOfferRequested>, ILocalEventHandler<MeetingOfferWithdrawn>, ILocalEventHandler<ContactObjected>,
    ILocalEventHandler<DraftReady>, ILocalEventHandler<DraftApproved>, ILocalEventHandler<DraftRecalled>, ILocalEventHandler<DraftDiscarded>,
    ILocalEventHandler<MailClaimed>, ILocalEventHandler<MailSent>, ILocalEventHandler<MailRefused>, ILocalEventHandler<MailFailed>, ILocalEventHandler<MailAnswered>, ILocalEventHandler<AutoReplyArrived>,
    ILocalEventHandler<MailBounced>, ILocalEventHandler<ContactUnsubscribed>, ILocalEventHandler<CalendarReplyArrived>, ILocalEventHandler<OfferTimePicked>,
    ILocalEventHandler<ContactSuppressed>, ILocalEventHandler<OwnerAsked>, ILocalEventHandler<OwnerNoLongerAsked>, ILocalEventHandler<RelationshipHandedOver>,
    ILocalEventHandler<MeetingOffered>, ILocalEventHandler<MeetingNotOffered>, ILocalEventHandler<InvitationAnswered>, ITransientDependency
{
    public Task HandleEventAsync(TouchpointRecorded eventData) => Keep(eventData);
    public Task HandleEventAsync(EscalationStarted eventData) => Keep(eventData);
    public Task HandleEventAsync(EscalationEnded eventData) => Keep(eventData);
    public Task HandleEventAsync(RelationshipStageChanged eventData) => Keep(eventData);
    public Task HandleEventAsync(MailRequested eventData) => Keep(eventData);
    public Task HandleEventAsync(MailWithdrawn eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingOfferRequested eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingOfferWithdrawn eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactObjected eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftReady eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftApproved eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftRecalled eventData) => Keep(eventData);
    public Task HandleEventAsync(DraftDiscarded eventData) => Keep(eventData);
    public Task HandleEventAsync(MailSent eventData) => Keep(eventData);
    public Task HandleEventAsync(MailRefused eventData) => Keep(eventData);
    public Task HandleEventAsync(MailFailed eventData) => Keep(eventData);
    public Task HandleEventAsync(MailAnswered eventData) => Keep(eventData);
    public Task HandleEventAsync(AutoReplyArrived eventData) => Keep(eventData);
    public Task HandleEventAsync(MailBounced eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactUnsubscribed eventData) => Keep(eventData);
    public Task HandleEventAsync(CalendarReplyArrived eventData) => Keep(eventData);
    public Task HandleEventAsync(OfferTimePicked eventData) => Keep(eventData);
    public Task HandleEventAsync(MailClaimed eventData) => Keep(eventData);
    public Task HandleEventAsync(ContactSuppressed eventData) => Keep(eventData);
    public Task HandleEventAsync(OwnerAsked eventData) => Keep(eventData);
    public Task HandleEventAsync(OwnerNoLongerAsked eventData) => Keep(eventData);
    public Task HandleEventAsync(RelationshipHandedOver eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingOffered eventData) => Keep(eventData);
    public Task HandleEventAsync(MeetingNotOffered eventData) => Keep(eventData);
    public Task HandleEventAsync(InvitationAnswered eventData) => Keep(eventData);

    // Registered by convention wherever this assembly's modules are, also where no module app runs.
    private Task Keep(object fact)
    {
        services.GetService<ModuleApp>()?.Heard.Enqueue((fact, tenant.Id));
        return Task.CompletedTask;
    }
}
