using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Mail;

/// <summary>
/// Sends what is queued, for all tenants. Each mail takes three steps: claimed and committed as Sending (see <see cref="MailClaiming"/>), handed to the
/// transport outside any transaction, and its answer stored in a second one. What dies between the first and the last is in doubt.
/// </summary>
public class Outbox(
    IDueWork due, IMailTransport transport, IRepository<MailMessage, Guid> mails, IRepository<MailSource, Guid> sources,
    IUnitOfWorkManager unitsOfWork, ICurrentTenant tenant, IClock clock, ILocalEventBus events, ILogger<Outbox> log) : ITransientDependency
{
    private static readonly DueRows Queued = new(
        MailMessageMapping.Table,
        "t.\"State\" = 'Queued' AND (t.\"NotBefore\" IS NULL OR t.\"NotBefore\" <= @now)",
        "t.\"NotBefore\", t.\"CreationTime\"",
        TimeSpan.FromMinutes(1));

    // Their lease is that of whoever was sending, and has ended. A transport that remembers is asked about older doubts as well.
    private DueRows Interrupted => new(
        MailMessageMapping.Table,
        transport.Remembers ? "t.\"State\" IN ('Sending', 'InDoubt')" : "t.\"State\" = 'Sending'",
        "t.\"SendingAt\"",
        TimeSpan.FromMinutes(1));

    // A server may take minutes for each: few at a time, and a lease that outlasts them all. In practice mode nothing can take long.
    private int BatchSize => transport.Mode == TransportMode.Practice ? 50 : 5;

    private TimeSpan SendLease => transport.Mode == TransportMode.Practice ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(10);

    /// <summary>One pass: what was interrupted, then what is queued. Returns how many mails were worked on.</summary>
    public virtual async Task<int> PassAsync(CancellationToken cancellationToken = default)
    {
        if (transport.Mode == TransportMode.None) return 0;
        return await FindInterruptedAsync(cancellationToken) + await SendQueuedAsync(cancellationToken);
    }

    private async Task<int> SendQueuedAsync(CancellationToken cancellationToken)
    {
        var claimed = new ConcurrentQueue<(Guid? TenantId, Guid MailId)>();
        var worked = await due.PassAsync(Queued, BatchSize, async (services, id, token) =>
        {
            var isSending = await services.GetRequiredService<MailClaiming>().ClaimAsync(id, SendLease, token);
            if (isSending) claimed.Enqueue((services.GetRequiredService<ICurrentTenant>().Id, id));
        }, cancellationToken);

        foreach (var (tenantId, mailId) in claimed)
        {
            using var _ = tenant.Change(tenantId);
            // Null where the claim wasn't committed after all.
            if (await ReadAsync(mailId) is not { } mail) continue;
            await SettleAsync(mailId, cancellationToken.IsCancellationRequested
                ? Delivery.NotTried("The host stopped before it was sent.")
                : await SendAsync(mail, cancellationToken));
        }
        return worked;
    }

    private async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(mail, cancellationToken);
        }
        catch (Exception surprise)
        {
            log.LogError(surprise, "Mail {MailId} is in doubt: its transport failed", mail.MailId);
            return new Delivery(DeliveryOutcome.Unknown, surprise.Message);
        }
    }

    private async Task<int> FindInterruptedAsync(CancellationToken cancellationToken)
    {
        var found = new ConcurrentQueue<(Guid? TenantId, Guid MailId, string MessageId)>();
        var worked = await due.PassAsync(Interrupted, BatchSize, async (services, id, token) =>
        {
            var repository = services.GetRequiredService<IRepository<MailMessage, Guid>>();
            var mail = await repository.GetAsync(id, cancellationToken: token);
            if (mail.State == MailState.Sending)
            {
                mail.Doubt("The host stopped while it was being sent.");
                await repository.UpdateAsync(mail, cancellationToken: token);
            }
            found.Enqueue((services.GetRequiredService<ICurrentTenant>().Id, id, mail.MessageId!));
        }, cancellationToken);

        foreach (var (tenantId, mailId, messageId) in found)
        {
            using var _ = tenant.Change(tenantId);
            if (transport.Remembers && await transport.FindAsync(messageId, cancellationToken) is { } delivery) await SettleAsync(mailId, delivery);
            else log.LogWarning("Mail {MailId} is in doubt: it was interrupted while being sent", mailId);
        }
        return worked;
    }

    private async Task<OutgoingMail?> ReadAsync(Guid mailId)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var mail = await mails.FindAsync(mailId);
        var source = await sources.FindAsync(mailId);
        await unitOfWork.CompleteAsync();
        return mail is { State: MailState.Sending, MessageId: { } messageId } && source is not null
            ? new OutgoingMail(mail.Id, messageId, mail.FromAddress, mail.ToAddress, source.Mime)
            : null;
    }

    // Not cancelled: the answer is known now, and losing it would put the mail in doubt.
    private async Task SettleAsync(Guid mailId, Delivery delivery)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var mail = await mails.GetAsync(mailId);
        var now = clock.Now;
        var isOut = mail.Settle(delivery, now);
        await mails.UpdateAsync(mail, autoSave: true);
        if (isOut) await events.PublishAsync(MailFacts.Sent(mail, now));
        if (mail.State == MailState.Failed) await events.PublishAsync(MailFacts.Failed(mail, now));
        await unitOfWork.CompleteAsync();
    }
}
