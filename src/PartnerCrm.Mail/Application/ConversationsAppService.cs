using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Mail;

/// <summary>
/// Conversations by contact. The list walks the newest mails of both directions along their indexes, and never groups all mail there is.
/// </summary>
[Authorize(MailPermissions.Mails.Default)]
public class ConversationsAppService(
    IRepository<MailMessage, Guid> mails, IRepository<IncomingMail, Guid> incoming, IContactLookup contacts, MailsAppService mailing) : ApplicationService
{
    // So many mails are looked at for one page: a busy contact has several.
    private const int LookedAtForEach = 6;
    private const int Shown = 100;
    private const int ExcerptLength = 200;

    public virtual async Task<ConversationPageDto> GetListAsync(ConversationListInput input)
    {
        var before = input.Before is { } at ? Clock.Normalize(at) : DateTime.MaxValue;
        var looked = input.MaxResultCount * LookedAtForEach;
        var me = input.Mine ? CurrentUser.Id : null;
        var ours = await AsyncExecuter.ToListAsync((await mails.GetQueryableAsync())
            .Where(m => m.CreationTime < before && m.State != MailState.Withdrawn).WhereIf(me is not null, m => m.SenderId == me)
            .OrderByDescending(m => m.CreationTime).Take(looked)
            .Select(m => new Seen(m.ContactId, m.CreationTime, Direction.FromUs, m.Subject, m.Text.Substring(0, ExcerptLength), m.State)));
        var theirs = await AsyncExecuter.ToListAsync((await incoming.GetQueryableAsync())
            .Where(m => m.ReceivedAt < before && m.ContactId != null).OrderByDescending(m => m.ReceivedAt).Take(looked)
            .Select(m => new Seen(m.ContactId!.Value, m.ReceivedAt, Direction.FromThem, m.Subject, m.Excerpt, null)));
        if (me is not null) theirs = await OnlyOfAsync(theirs, me.Value);

        // Beyond the older end of a list that was cut off, the other can't be told apart by time.
        var from = new[] { ours.Count == looked ? ours[^1].At : DateTime.MinValue, theirs.Count == looked ? theirs[^1].At : DateTime.MinValue }.Max();
        var byContact = ours.Concat(theirs).Where(s => s.At >= from).GroupBy(s => s.ContactId).Select(g => g.OrderByDescending(s => s.At).ToList());
        var fresh = await WithoutNewerAsync([.. byContact], input.Before is null ? null : before);
        var page = fresh.OrderByDescending(g => g[0].At).Take(input.MaxResultCount).ToList();
        var cards = await contacts.GetAsync([.. page.Select(g => g[0].ContactId)]);
        var rows = page.Where(g => cards.ContainsKey(g[0].ContactId)).Select(g => Row(g, cards[g[0].ContactId])).ToList();
        var isMore = fresh.Count > page.Count || from > DateTime.MinValue;
        return new ConversationPageDto(rows, isMore ? page.Count > 0 ? page[^1][0].At : from : null);
    }

    public virtual async Task<ConversationDto> GetAsync(Guid id)
    {
        var contact = (await contacts.GetAsync([id])).GetValueOrDefault(id) ?? throw new EntityNotFoundException(typeof(ContactCard), id);
        var lines = (await mailing.GetConversationAsync(id)).Items;
        var lastWord = lines.LastOrDefault(l => l.Direction == Direction.FromThem && l.Kind is nameof(IncomingKind.Reply) or nameof(IncomingKind.Objection))?.At;
        var open = (await mails.GetQueryableAsync()).Where(m => m.ContactId == id && m.SentAt == null);
        var drafts = await AsyncExecuter.ToListAsync(open.Where(m => m.State == MailState.Draft).OrderBy(m => m.CreationTime).Take(Shown).Select(m =>
            new ConversationDraft(m.Id, m.Subject, m.Text, m.SenderId, m.FromName, m.CreationTime, lastWord != null && m.CreationTime < lastWord, m.ConcurrencyStamp)));
        var waiting = await AsyncExecuter.ToListAsync(open
            .Where(m => m.State == MailState.Queued || m.State == MailState.Sending || m.State == MailState.InDoubt || m.State == MailState.Failed || m.State == MailState.Refused)
            .OrderByDescending(m => m.CreationTime).Take(Shown).Select(MailRow.FromMail));
        var seen = waiting.Select(w => new Seen(id, w.CreatedAt, Direction.FromUs, "", "", w.State))
            .Concat(drafts.Select(d => new Seen(id, d.CreatedAt, Direction.FromUs, "", "", MailState.Draft)))
            .Concat(lines.Select(l => new Seen(id, l.At, l.Direction, "", "", null))).OrderByDescending(s => s.At).ToList();
        return new ConversationDto(id, contact.DisplayName, contact.Email, StateOf(seen), lines, drafts, waiting);
    }

    private async Task<List<Seen>> OnlyOfAsync(List<Seen> theirs, Guid me)
    {
        var ids = theirs.Select(s => s.ContactId).Distinct().ToList();
        var mine = (await AsyncExecuter.ToListAsync((await mails.GetQueryableAsync())
            .Where(m => ids.Contains(m.ContactId) && m.SenderId == me).Select(m => m.ContactId).Distinct())).ToHashSet();
        return theirs.FindAll(s => mine.Contains(s.ContactId));
    }

    /// <summary>Whoever has newer mail stood on a page before.</summary>
    private async Task<List<List<Seen>>> WithoutNewerAsync(List<List<Seen>> found, DateTime? before)
    {
        if (before is not { } at) return found;
        var ids = found.ConvertAll(g => g[0].ContactId);
        var newer = (await AsyncExecuter.ToListAsync((await mails.GetQueryableAsync())
                .Where(m => ids.Contains(m.ContactId) && m.CreationTime >= at && m.State != MailState.Withdrawn).Select(m => m.ContactId).Distinct()))
            .Concat(await AsyncExecuter.ToListAsync((await incoming.GetQueryableAsync())
                .Where(m => m.ContactId != null && ids.Contains(m.ContactId.Value) && m.ReceivedAt >= at).Select(m => m.ContactId!.Value).Distinct())).ToHashSet();
        return found.FindAll(g => !newer.Contains(g[0].ContactId));
    }

    private static ConversationRow Row(List<Seen> seen, ContactCard contact) => new(
        contact.Id, contact.DisplayName, contact.OrganisationName, StateOf(seen), seen[0].At, seen[0].Direction, seen[0].Subject, seen[0].Excerpt,
        seen.Count(s => s.State == MailState.Draft));

    private static ConversationState StateOf(List<Seen> newestFirst) =>
        newestFirst.Exists(s => s.State == MailState.InDoubt) ? ConversationState.InDoubt
        : newestFirst.Exists(s => s.State == MailState.Draft) ? ConversationState.DraftWaits
        : newestFirst.FirstOrDefault() switch
        {
            { State: MailState.Failed or MailState.Refused } => ConversationState.NotSent,
            { State: MailState.Queued or MailState.Sending } => ConversationState.Queued,
            { Direction: Direction.FromThem } => ConversationState.TheyWrote,
            _ => ConversationState.WeWrote,
        };

    private sealed record Seen(Guid ContactId, DateTime At, Direction Direction, string Subject, string Excerpt, MailState? State);
}
