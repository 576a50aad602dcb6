using Microsoft.Extensions.Logging;
using PartnerCrm.Contracts;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Uow;

namespace PartnerCrm.Mail;

/// <summary>What became of a mail that came in. IsNew is false when it had come before, and nothing was changed.</summary>
public record ReceivedMail(Guid IncomingMailId, IncomingKind Kind, bool IsNew);

/// <summary>
/// Takes mail as it comes off the wire, for the current tenant: keeps it, reads it, finds whose it is and tells the other modules one thing about it.
/// Nothing that arrives stops it: what can't be read is kept and marked.
/// </summary>
public class MailReceiving(
    IRepository<IncomingMail, Guid> incoming, IRepository<MailSource, Guid> sources, MailMatching matching, ILocalEventBus events) : DomainService
{
    [UnitOfWork(isTransactional: true)]
    public virtual async Task<ReceivedMail> ReceiveAsync(Stream mime, CancellationToken cancellationToken = default)
    {
        var (bytes, isCut) = await ReadAsync(mime, cancellationToken);
        var read = await MailReader.ReadAsync(bytes, cancellationToken);
        if (isCut) read = read with { Problem = $"It is larger than {MailSource.MaxSize / 1024 / 1024} MB and was cut. {read.Problem}".Trim() };

        var key = IncomingMail.KeyOf(CurrentTenant.Id, read.MessageId, bytes);
        if (await incoming.FindAsync(m => m.Key == key, cancellationToken: cancellationToken) is { } known)
            return new ReceivedMail(known.Id, known.Kind, IsNew: false);

        var mail = new IncomingMail(GuidGenerator.Create(), CurrentTenant.Id, key, read, Clock.Now);
        var kind = Classification.Of(read, out var objection);
        var match = await matching.FindAsync(read, kind, cancellationToken);
        if (match.IsOurOwn) kind = IncomingKind.Unknown;
        mail.Classify(kind, objection, kind == IncomingKind.AutoReply ? AwayUntil.Find($"{read.Subject}\n{QuotedText.Strip(read.Text)}", mail.ReceivedAt) : null);
        if (match.ContactId is { } contactId) mail.Match(contactId, match.Thread, match.About);

        await sources.InsertAsync(new MailSource(mail.Id, mail.TenantId, bytes), cancellationToken: cancellationToken);
        await incoming.InsertAsync(mail, autoSave: true, cancellationToken: cancellationToken);
        await TellAsync(mail, read, match.Thread?.ToAddress);
        Logger.LogInformation("Mail {IncomingMailId} arrived: {Kind}", mail.Id, mail.Kind);
        return new ReceivedMail(mail.Id, mail.Kind, IsNew: true);
    }

    private async Task TellAsync(IncomingMail mail, ReadMail read, string? sentTo)
    {
        var at = mail.ReceivedAt;
        if (mail.Kind == IncomingKind.CalendarReply)
        {
            await events.PublishAsync(new CalendarReplyArrived(mail.Id, mail.ContactId, read.From ?? "", read.CalendarReply!, at));
            return;
        }
        if (mail.ContactId is not { } contactId) return;
        switch (mail.Kind)
        {
            case IncomingKind.Bounce when mail.MailMessageId is { } mailId:
                await events.PublishAsync(new MailBounced(
                    mail.Id, mailId, contactId, mail.RelationshipId, mail.EscalationId, read.Report!.IsPermanent, read.Report.Status, at, sentTo));
                break;
            case IncomingKind.AutoReply:
                await events.PublishAsync(new AutoReplyArrived(
                    mail.Id, mail.MailMessageId, contactId, mail.RelationshipId, mail.EscalationId, mail.BackOn, at));
                break;
            case IncomingKind.Objection:
                // The block comes first; the mail still lands with the owner, for review.
                await events.PublishAsync(new ContactObjected(contactId, mail.Id, mail.Objection!, at));
                await events.PublishAsync(Answered(mail, contactId));
                break;
            case IncomingKind.Reply:
                await events.PublishAsync(Answered(mail, contactId));
                break;
        }
    }

    private static MailAnswered Answered(IncomingMail mail, Guid contactId) => new(
        mail.Id, mail.MailMessageId, contactId, mail.RelationshipId, mail.EscalationId, mail.Subject, mail.Excerpt, mail.ReceivedAt);

    private static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(Stream mime, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await mime.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = MailSource.MaxSize - (int)kept.Length;
            kept.Write(buffer, 0, Math.Min(read, room));
            if (read > room) return (kept.ToArray(), true);
        }
        return (kept.ToArray(), false);
    }
}
