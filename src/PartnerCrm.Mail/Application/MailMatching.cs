using PartnerCrm.Contracts;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace PartnerCrm.Mail;

/// <param name="Thread">Our mail it belongs to, when the thread or the returned message tells.</param>
/// <param name="About">The mail whose relationship it concerns: the same, or the last one we sent them.</param>
/// <param name="IsOurOwn">One of our own, or our colleague in the thread: no news.</param>
public record MailMatch(Guid? ContactId, MailMessage? Thread, MailMessage? About, bool IsOurOwn)
{
    public static readonly MailMatch Nobody = new(null, null, null, false);
}

/// <summary>Whose is it? The thread first, since people answer from other addresses too; then the address.</summary>
public class MailMatching(IRepository<MailMessage, Guid> mails, MailThreads threads, IContactLookup contacts) : DomainService
{
    public virtual async Task<MailMatch> FindAsync(ReadMail mail, IncomingKind kind, CancellationToken cancellationToken = default)
    {
        var isBounce = kind is IncomingKind.Bounce;
        string?[] candidates = isBounce ? [mail.Report!.ReturnedMessageId, .. mail.AnswersTo] : [mail.MessageId, .. mail.AnswersTo];
        var ids = candidates.OfType<string>().Distinct().ToList();
        var ours = ids.Count == 0 ? [] : await mails.GetListAsync(m => m.MessageId != null && ids.Contains(m.MessageId), cancellationToken: cancellationToken);
        var thread = ids.Select(id => ours.FirstOrDefault(m => m.MessageId == id)).FirstOrDefault(m => m is not null);

        if (!isBounce && mail.MessageId is not null && ours.Any(m => m.MessageId == mail.MessageId)) return MailMatch.Nobody with { IsOurOwn = true };
        if (thread is not null)
        {
            var isColleague = string.Equals(mail.From, thread.FromAddress, StringComparison.OrdinalIgnoreCase);
            return new MailMatch(thread.ContactId, thread, thread, isColleague);
        }

        var address = isBounce ? mail.Report!.Recipient : mail.From;
        if (string.IsNullOrEmpty(address)) return MailMatch.Nobody;
        var found = await contacts.FindByEmailAsync([address], cancellationToken);
        if (!found.TryGetValue(address.ToLowerInvariant(), out var contact)) return MailMatch.Nobody;
        var last = await threads.LastToAsync(contact.Id, cancellationToken);

        // A bounce is always of something we sent; which mail, only the address tells here.
        return new MailMatch(contact.Id, isBounce ? last : null, last, false);
    }
}
