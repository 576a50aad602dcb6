using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Mail;

/// <summary>Mail that went out, waits or didn't go, and what came in.</summary>
[Authorize(MailPermissions.Mails.Default)]
public class MailsAppService(
    IRepository<MailMessage, Guid> mails, IRepository<IncomingMail, Guid> incoming, IRepository<MailSource, Guid> sources,
    IMailTransport transport, ILocalEventBus events) : ApplicationService
{
    private const int MaxConversation = 200;

    public virtual async Task<PagedResultDto<MailRow>> GetListAsync(GetMailsInput input)
    {
        var query = (await mails.GetQueryableAsync())
            .WhereIf(input.ContactId is not null, m => m.ContactId == input.ContactId)
            .WhereIf(input.RelationshipId is not null, m => m.RelationshipId == input.RelationshipId)
            .WhereIf(input.EscalationId is not null, m => m.EscalationId == input.EscalationId)
            .WhereIf(input.SenderId is not null, m => m.SenderId == input.SenderId)
            .WhereIf(input.State is not null, m => m.State == input.State);
        var rows = await AsyncExecuter.ToListAsync(Sorted(query, input.Sorting).PageBy(input.SkipCount, input.MaxResultCount).Select(MailRow.FromMail));
        return new PagedResultDto<MailRow>(await AsyncExecuter.CountBoundedAsync(query), rows);
    }

    public virtual async Task<MailDto> GetAsync(Guid id) => MailDto.Of(await mails.GetAsync(id));

    /// <summary>The mail as it went over the wire, in either direction (message/rfc822).</summary>
    [Authorize(MailPermissions.Mails.Source)]
    public virtual async Task<IRemoteStreamContent> GetSourceAsync(Guid id)
    {
        if (await sources.FindAsync(id) is not { } source)
        {
            // One that is not there at all is not found.
            await mails.GetAsync(id);
            throw new BusinessException(MailErrors.SourceMissing);
        }
        return new RemoteStreamContent(new MemoryStream(source.Mime, writable: false), $"{id:N}.eml", "message/rfc822");
    }

    public virtual async Task<PagedResultDto<IncomingMailRow>> GetIncomingAsync(GetIncomingMailsInput input)
    {
        var query = (await incoming.GetQueryableAsync())
            .WhereIf(input.ContactId is not null, m => m.ContactId == input.ContactId)
            .WhereIf(input.RelationshipId is not null, m => m.RelationshipId == input.RelationshipId)
            .WhereIf(input.Kind is not null, m => m.Kind == input.Kind);
        var rows = await AsyncExecuter.ToListAsync(
            query.OrderByDescending(m => m.ReceivedAt).ThenBy(m => m.Id).PageBy(input.SkipCount, input.MaxResultCount).Select(IncomingMailRow.FromMail));
        return new PagedResultDto<IncomingMailRow>(await AsyncExecuter.CountBoundedAsync(query), rows);
    }

    /// <summary>The last 200 mails in both directions with one contact, oldest first.</summary>
    public virtual async Task<ListResultDto<ConversationLine>> GetConversationAsync(Guid contactId)
    {
        var ours = await AsyncExecuter.ToListAsync((await mails.GetQueryableAsync())
            .Where(m => m.ContactId == contactId && m.SentAt != null).OrderByDescending(m => m.SentAt).Take(MaxConversation)
            .Select(m => new { m.Id, m.Subject, m.Text, m.State, m.FromName, m.SentAt }));
        var theirs = await AsyncExecuter.ToListAsync((await incoming.GetQueryableAsync())
            .Where(m => m.ContactId == contactId).OrderByDescending(m => m.ReceivedAt).Take(MaxConversation)
            .Select(m => new { m.Id, m.Subject, m.Text, m.Kind, m.FromName, m.From, m.ReceivedAt }));
        var lines = ours.Select(m => new ConversationLine(m.Id, Direction.FromUs, m.Subject, m.Text, m.State.ToString(), m.FromName, m.SentAt!.Value))
            .Concat(theirs.Select(m => new ConversationLine(
                m.Id, Direction.FromThem, m.Subject, m.Text, m.Kind.ToString(), m.FromName.Length > 0 ? m.FromName : m.From ?? "", m.ReceivedAt)));
        return new ListResultDto<ConversationLine>([.. lines.OrderBy(l => l.At).TakeLast(MaxConversation)]);
    }

    public virtual async Task<MailStatusDto> GetStatusAsync()
    {
        var query = await mails.GetQueryableAsync();
        return new MailStatusDto(
            transport.Mode,
            await AsyncExecuter.CountBoundedAsync(query.Where(m => m.State == MailState.Queued)),
            await AsyncExecuter.CountBoundedAsync(query.Where(m => m.State == MailState.InDoubt)),
            await AsyncExecuter.CountBoundedAsync(query.Where(m => m.State == MailState.Failed)));
    }

    /// <summary>Ends the doubt: it left, or it goes back to the queue and is sent again by this decision. So is one that failed.</summary>
    [Authorize(MailPermissions.Mails.Resolve)]
    public virtual async Task ResolveAsync(Guid id, ResolveMailInput input)
    {
        var mail = await mails.GetAsync(id);
        var isOut = mail.Resolve(input.WasSent, Clock.Now);
        await mails.UpdateAsync(mail, autoSave: true);
        if (isOut) await events.PublishAsync(MailFacts.Sent(mail, mail.SentAt!.Value));
    }

    private static IQueryable<MailMessage> Sorted(IQueryable<MailMessage> query, string? sorting) => sorting?.Trim().ToLowerInvariant() switch
    {
        null or "" or "createdat desc" => query.OrderByDescending(m => m.CreationTime).ThenBy(m => m.Id),
        "createdat" or "createdat asc" => query.OrderBy(m => m.CreationTime).ThenBy(m => m.Id),
        "sentat" or "sentat asc" => query.OrderBy(m => m.SentAt).ThenBy(m => m.Id),
        "sentat desc" => query.OrderByDescending(m => m.SentAt).ThenBy(m => m.Id),
        "subject" or "subject asc" => query.OrderBy(m => m.Subject).ThenBy(m => m.Id),
        "subject desc" => query.OrderByDescending(m => m.Subject).ThenBy(m => m.Id),
        _ => throw Sorting.Unknown("createdAt", "sentAt", "subject"),
    };
}
