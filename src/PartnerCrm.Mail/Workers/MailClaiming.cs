using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using MimeKit.Utils;
using PartnerCrm.Contracts;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

/// <summary>
/// The last look at a queued mail, inside the transaction that claims its sending: may it go, may it go now, and the exact bytes that will go.
/// </summary>
public class MailClaiming(
    IRepository<MailMessage, Guid> mails, IRepository<MailSource, Guid> sources, IRepository<UnsubscribeToken, Guid> tokens,
    IContactLookup contacts, IColleagueLookup colleagues, IClearance clearance, MailThreads threads, MailFooters footers, MailPace pace,
    ISettingProvider settings, IConfiguration configuration, ILocalEventBus events, IStringLocalizer<MailResource> texts) : DomainService
{
    /// <summary>True when the mail is now <see cref="MailState.Sending"/>, and must be sent as soon as this is committed.</summary>
    public virtual async Task<bool> ClaimAsync(Guid mailId, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var mail = await mails.GetAsync(mailId, cancellationToken: cancellationToken);
        if (mail.State != MailState.Queued) return false;

        var contact = (await contacts.GetAsync([mail.ContactId], cancellationToken)).GetValueOrDefault(mail.ContactId);
        var sender = (await colleagues.GetAsync([mail.SenderId], cancellationToken)).GetValueOrDefault(mail.SenderId);
        if (contact is null) return await RefuseAsync(mail, Verdict.Blocked, texts[MailErrors.ContactMissing]);
        if (string.IsNullOrWhiteSpace(contact.Email))
            return await RefuseAsync(mail, Verdict.Blocked, texts[MailErrors.ContactHasNoAddress].Value.Replace("{Contact}", contact.DisplayName));
        if (sender is null) return await RefuseAsync(mail, Verdict.Blocked, texts[MailErrors.SenderMissing]);

        // The clock is read after the slot was found: one that is free at once is never ahead of it.
        var slot = await pace.NextSlotAsync(mail, contact, sender, cancellationToken);
        var now = Clock.Now;
        if (slot > now) return await PostponeAsync(mail, slot, null);

        var answer = await clearance.ClaimAsync(
            new ClearanceQuestion(mail.ContactId, Channel.Email, mail.Purpose, mail.SenderId, mail.IsCold), mail.EffectKey, cancellationToken);
        var sentence = answer.Reasons[0].Sentence;
        if (answer is { Verdict: Verdict.Blocked, NotBefore: { } notBefore } && notBefore > now) return await PostponeAsync(mail, notBefore, sentence);
        if (!answer.IsAllowed) return await RefuseAsync(mail, answer.Verdict, sentence);

        mail.Address(contact, sender);
        await ComposeAsync(mail, contact, sender, string.Join(' ', answer.Reasons.Select(r => r.Sentence)), now, lease, cancellationToken);
        await mails.UpdateAsync(mail, cancellationToken: cancellationToken);
        await events.PublishAsync(new MailClaimed(mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.IsCold, now));
        return true;
    }

    private async Task ComposeAsync(
        MailMessage mail, ContactCard contact, ColleagueCard sender, string decision, DateTime now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var withNotice = !await threads.HasCarriedNoticeAsync(mail.ContactId, cancellationToken);
        var references = await threads.ReferencesForAsync(mail, cancellationToken);
        var unsubscribeUrl = mail.Purpose == Purpose.Marketing ? await UnsubscribeUrlAsync(mail, now) : null;
        var footer = await footers.WriteAsync(mail, contact, sender, withNotice, unsubscribeUrl, cancellationToken);
        var through = await settings.GetOrNullAsync(MailSettings.SharedAddress) is { Length: > 0 } shared ? shared : null;

        var messageId = MimeUtils.GenerateMessageId(DomainOf(through ?? mail.FromAddress));
        mail.StartSending(messageId, references, withNotice, decision, now, lease);
        using var message = MailComposer.Compose(new MailParts(mail, messageId, references, footer, unsubscribeUrl, through, now));
        var mime = await MailComposer.ToBytesAsync(message, cancellationToken);

        if (await sources.FindAsync(mail.Id, cancellationToken: cancellationToken) is { } before)
        {
            before.Replace(mime);
            await sources.UpdateAsync(before, cancellationToken: cancellationToken);
        }
        else await sources.InsertAsync(new MailSource(mail.Id, mail.TenantId, mime), cancellationToken: cancellationToken);
    }

    private async Task<string> UnsubscribeUrlAsync(MailMessage mail, DateTime now)
    {
        var token = UnsubscribeToken.NewToken();
        await tokens.InsertAsync(new UnsubscribeToken(GuidGenerator.Create(), mail.TenantId, token, mail.Id, mail.ContactId, now));
        return $"{configuration["App:SelfUrl"]?.TrimEnd('/')}/u/{token}";
    }

    private async Task<bool> PostponeAsync(MailMessage mail, DateTime notBefore, string? sentence)
    {
        mail.Postpone(notBefore, sentence);
        await mails.UpdateAsync(mail);
        return false;
    }

    private async Task<bool> RefuseAsync(MailMessage mail, Verdict verdict, string sentence)
    {
        mail.Refuse(sentence);
        await mails.UpdateAsync(mail);
        await events.PublishAsync(MailFacts.Refused(mail, verdict, sentence, Clock.Now));
        return false;
    }

    private static string DomainOf(string address) => address.LastIndexOf('@') is var at && at >= 0 && at < address.Length - 1 ? address[(at + 1)..] : "localhost";
}
