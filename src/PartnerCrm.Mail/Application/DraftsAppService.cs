using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Mail;

/// <summary>Mails that wait for their sender's word. A user handles their own; a system with the permission, anybody's.</summary>
[Authorize(MailPermissions.Drafts.Default)]
public class DraftsAppService(
    IRepository<MailMessage, Guid> mails, IClearance clearance, IContactLookup contacts, IColleagueLookup colleagues,
    MailThreads threads, MailFooters footers, MailWriting writing, ILocalEventBus events) : ApplicationService
{
    public virtual async Task<PagedResultDto<DraftRow>> GetListAsync(GetDraftsInput input)
    {
        var senderId = CurrentUser.Id ?? input.SenderId;
        var query = (await mails.GetQueryableAsync()).Where(m => m.State == MailState.Draft)
            .WhereIf(senderId is not null, m => m.SenderId == senderId)
            .WhereIf(input.ContactId is not null, m => m.ContactId == input.ContactId)
            .WhereIf(input.RelationshipId is not null, m => m.RelationshipId == input.RelationshipId);
        var rows = await AsyncExecuter.ToListAsync(Sorted(query, input.Sorting).PageBy(input.SkipCount, input.MaxResultCount).Select(DraftRow.FromMail));
        return new PagedResultDto<DraftRow>(await AsyncExecuter.CountBoundedAsync(query), rows);
    }

    public virtual async Task<DraftDto> GetAsync(Guid id) => await ShowAsync(await FindAsync(id));

    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual async Task<DraftDto> UpdateAsync(Guid id, UpdateDraftInput input)
    {
        var draft = await FindAsync(id);
        draft.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        draft.Revise(input.Subject, input.Text, input.Html);
        return await ShowAsync(await mails.UpdateAsync(draft, autoSave: true));
    }

    /// <summary>Asks Clearance now; it asks again when the mail goes. Where only time stands in the way, the mail waits for it in the queue.</summary>
    /// <param name="concurrencyStamp">Of the draft as it was read: what is approved is what was seen.</param>
    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual Task ApproveAsync(Guid id, string? concurrencyStamp = null) => ApproveAsync(id, concurrencyStamp, null);

    /// <summary>Approves it for later: on a day, or in a few seconds, so that a slip can be called back. Says when it goes at the earliest.</summary>
    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual async Task<ScheduledDraftDto> ScheduleAsync(Guid id, ScheduleDraftInput input)
    {
        var notBefore = input.NotBefore is { } at ? Clock.Normalize(at) : Clock.Now.AddSeconds(input.UndoSeconds);
        var mail = await ApproveAsync(id, input.ConcurrencyStamp, notBefore);
        return new ScheduledDraftDto(mail.Id, mail.NotBefore ?? Clock.Now);
    }

    /// <summary>Calls back what waits to go out: it is a draft again. Refused once it is under way.</summary>
    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual async Task<DraftDto> RecallAsync(Guid id)
    {
        var mail = await FindAsync(id);
        mail.Recall();
        await mails.UpdateAsync(mail, autoSave: true);
        await events.PublishAsync(new DraftRecalled(mail.Id, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, mail.Subject, Clock.Now));
        return await ShowAsync(mail);
    }

    /// <summary>A mail by hand, outside a contact plan. It waits for its sender's word like any other.</summary>
    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual async Task<DraftDto> CreateAsync(CreateDraftInput input) => await ShowAsync(await writing.WriteByHandAsync(
        input.ContactId, CurrentUser.Id ?? throw new BusinessException(MailErrors.SenderMissing), input.Subject, input.Text, input.Html));

    private async Task<MailMessage> ApproveAsync(Guid id, string? concurrencyStamp, DateTime? wanted)
    {
        var draft = await FindAsync(id);
        draft.SetConcurrencyStampIfNotNull(concurrencyStamp);
        var answer = await clearance.CheckAsync(new ClearanceQuestion(draft.ContactId, Channel.Email, draft.Purpose, draft.SenderId, draft.IsCold));
        var onlyTime = answer is { Verdict: Verdict.Blocked, NotBefore: not null };
        if (!answer.IsAllowed && !onlyTime)
            throw new BusinessException(answer.Verdict == Verdict.AskOwner ? MailErrors.OwnerMustBeAsked : MailErrors.ContactBlocked)
                .WithData("Sentence", answer.Reasons[0].Sentence).WithData("Rule", answer.Reasons[0].Rule);
        draft.Approve(string.Join(' ', answer.Reasons.Select(r => r.Sentence)), Later(onlyTime ? answer.NotBefore : null, wanted));
        await mails.UpdateAsync(draft, autoSave: true);
        await events.PublishAsync(new DraftApproved(draft.Id, draft.ContactId, draft.RelationshipId, draft.NotBefore, Clock.Now));
        return draft;
    }

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other ?? one : one;

    [Authorize(MailPermissions.Drafts.Approve)]
    public virtual async Task DiscardAsync(Guid id)
    {
        var draft = await FindAsync(id);
        draft.Discard();
        await mails.UpdateAsync(draft, autoSave: true);
        await events.PublishAsync(new DraftDiscarded(draft.Id, draft.EffectKey, draft.ContactId, draft.RelationshipId, draft.EscalationId, Clock.Now));
    }

    private async Task<MailMessage> FindAsync(Guid id)
    {
        var draft = await mails.GetAsync(id);
        if (CurrentUser.Id is { } me && draft.SenderId != me) throw new BusinessException(MailErrors.NotYourDraft).WithData("Sender", draft.FromName);
        return draft;
    }

    private async Task<DraftDto> ShowAsync(MailMessage draft)
    {
        var contact = (await contacts.GetAsync([draft.ContactId])).GetValueOrDefault(draft.ContactId);
        var sender = (await colleagues.GetAsync([draft.SenderId])).GetValueOrDefault(draft.SenderId);
        var footer = contact is null || sender is null ? "" : (await footers.WriteAsync(
            draft, contact, sender, !await threads.HasCarriedNoticeAsync(draft.ContactId), draft.Purpose == Purpose.Marketing ? "https://…" : null)).Text;
        return new DraftDto(
            draft.Id, draft.ContactId, draft.ToName, draft.ToAddress, draft.SenderId, draft.FromName, draft.FromAddress, draft.RelationshipId,
            draft.EscalationId, draft.Purpose, draft.Template, draft.Language, draft.Subject, draft.Text, draft.Html, footer, draft.ConcurrencyStamp);
    }

    private static IQueryable<MailMessage> Sorted(IQueryable<MailMessage> query, string? sorting) => sorting?.Trim().ToLowerInvariant() switch
    {
        null or "" or "createdat" or "createdat asc" => query.OrderBy(m => m.CreationTime).ThenBy(m => m.Id), // the one that waits longest first
        "createdat desc" => query.OrderByDescending(m => m.CreationTime).ThenBy(m => m.Id),
        "subject" or "subject asc" => query.OrderBy(m => m.Subject).ThenBy(m => m.Id),
        "subject desc" => query.OrderByDescending(m => m.Subject).ThenBy(m => m.Id),
        _ => throw Sorting.Unknown("createdAt", "subject"),
    };
}
