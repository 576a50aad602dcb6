using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

/// <summary>One contact's climb, told in the words of those who take part.</summary>
public sealed class Climb(EngagementApp app, ContactCard contact, Guid? tenant = null)
{
    private readonly HashSet<string> sent = [];

    public ContactCard Contact => contact;

    /// <summary>Olivia picks them from an import, met at an event today unless said otherwise.</summary>
    public static async Task<Climb> BeginsAsync(
        EngagementApp app, IReadOnlyList<PlaybookStep>? steps = null, ContactCard? contact = null, OriginFact[]? origins = null, Guid? tenant = null)
    {
        var climb = new Climb(app, contact ?? People.Contact(), tenant);
        await climb.PickedAsync(steps is null ? await PlaybookAsync(app, DefaultPlaybooks.Name, tenant) : await WriteAsync(app, steps, tenant), origins);
        return climb;
    }

    /// <summary>Up to the first mail: touched, answered there, mail approved and sent.</summary>
    public static async Task<Climb> AwaitsAnswerToMailAsync(EngagementApp app, IReadOnlyList<PlaybookStep>? steps = null, Guid? tenant = null)
    {
        var climb = await BeginsAsync(app, steps, tenant: tenant);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        await climb.MailIsSentAsync();
        return climb;
    }

    public static async Task<Climb> IsOfferedAMeetingAsync(EngagementApp app)
    {
        var climb = await AwaitsAnswerToMailAsync(app);
        await climb.TriagedAsync(await climb.RepliesAsync(), TriageAnswer.Interested);
        return climb;
    }

    public static async Task<Guid> PlaybookAsync(EngagementApp app, string name, Guid? tenant = null) =>
        (await app.AllAsync<Playbook>(tenant)).Single(p => p.Name == name).Id;

    public static Task<Guid> WriteAsync(EngagementApp app, IReadOnlyList<PlaybookStep> steps, Guid? tenant = null) => app.DoAsync(async services =>
        (await services.GetRequiredService<PlaybooksAppService>().CreateAsync(new PlaybookInput($"Playbook {Guid.NewGuid()}", null, steps))).Id, tenant);

    public Task PickedAsync(Guid playbookId, OriginFact[]? origins = null, Guid? by = null) => app.SayAsync(new ContactsPicked(
        [new PickedContact(Guid.NewGuid(), contact, false, origins ?? [new OriginFact(Channel.Event, "Seminar on making", app.Clock.Now.AddHours(-1), null, null)])],
        by ?? People.Olivia, playbookId, app.Clock.Now), tenant);

    public async Task<Relationship> RelationshipAsync() => (await app.AllAsync<Relationship>(tenant)).Single(r => r.ContactId == contact.Id);

    public async Task<Escalation> EscalationAsync() =>
        (await app.AllAsync<Escalation>(tenant)).Where(e => e.ContactId == contact.Id).OrderBy(e => e.QueuedAt).Last();

    public async Task<FollowUp?> FindFollowUpAsync(FollowUpKind kind) =>
        (await app.AllAsync<FollowUp>(tenant)).SingleOrDefault(f => f.ContactId == contact.Id && f.Kind == kind && f.State == FollowUpState.Open);

    public async Task DoneAsync(FollowUpKind kind, string? answer = null)
    {
        var followUp = await FindFollowUpAsync(kind) ?? throw new InvalidOperationException($"Nobody asked for {kind}.");
        await app.UseAsync<FollowUpsAppService, FollowUpDto>(s => s.DoneAsync(followUp.Id, new FollowUpDoneInput(answer, null)), followUp.OwnerId, tenant);
    }

    public IReadOnlyList<MailRequested> MailsAsked() => [.. app.Said<MailRequested>().Where(m => m.ContactId == contact.Id)];

    /// <summary>The mail that was asked for last goes out, approved where it must be.</summary>
    public Task MailIsSentAsync()
    {
        var mail = MailsAsked().Single(m => sent.Add(m.EffectKey));
        return app.SayAsync(new MailSent(
            Guid.NewGuid(), mail.EffectKey, contact.Id, mail.SenderId, mail.Purpose, mail.IsCold, true, mail.RelationshipId, mail.EscalationId, "About your work",
            app.Clock.Now), tenant);
    }

    public async Task<Guid> RepliesAsync(string text = "Thank you, tell me more.")
    {
        var (relationship, escalation, id) = (await RelationshipAsync(), await EscalationAsync(), Guid.NewGuid());
        await app.SayAsync(new MailAnswered(id, null, contact.Id, relationship.Id, escalation.Id, "Re: About your work", text, app.Clock.Now), tenant);
        return id;
    }

    public Task TriagedAsync(Guid replyId, TriageAnswer answer, DateTime? until = null) =>
        app.UseAsync<RepliesAppService, ReplyDto>(s => s.TriageAsync(replyId, new TriageInput(answer, until, null)), People.Olivia, tenant);

    public async Task<Guid> ChoosesATimeAsync()
    {
        var (relationship, escalation, meeting) = (await RelationshipAsync(), await EscalationAsync(), Guid.NewGuid());
        await app.SayAsync(new MeetingTimeChosen(
            Guid.NewGuid(), meeting, contact.Id, relationship.Id, escalation.Id, app.Clock.Now.AddDays(7), app.Clock.Now), tenant);
        return meeting;
    }

    public async Task AnswersInvitationAsync(Guid meeting, InvitationAnswer answer)
    {
        var (relationship, escalation) = (await RelationshipAsync(), await EscalationAsync());
        await app.SayAsync(new InvitationAnswered(
            meeting, contact.Id, relationship.Id, escalation.Id, answer, app.Clock.Now.AddDays(7), app.Clock.Now), tenant);
    }

    public async Task<EscalationDto> ShownAsync()
    {
        var relationship = await RelationshipAsync();
        return await app.DoAsync(s => s.GetRequiredService<EscalationsAppService>().GetAsync(relationship.Id), tenant);
    }

    public async Task<EscalationDto> SteerAsync(Func<EscalationsAppService, Guid, Task<EscalationDto>> steer)
    {
        var relationship = await RelationshipAsync();
        return await app.UseAsync<EscalationsAppService, EscalationDto>(s => steer(s, relationship.Id), People.Olivia, tenant);
    }
}
