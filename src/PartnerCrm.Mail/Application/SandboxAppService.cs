using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using MimeKit;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Mail;

/// <summary>
/// Practice mode's other side: answers a kept mail as the contact would. What it makes is real MIME that comes in by the same door as received mail.
/// </summary>
[Authorize(MailPermissions.Sandbox)]
public partial class SandboxAppService(
    IRepository<MailMessage, Guid> mails, IRepository<MailSource, Guid> sources, MailReceiving receiving, UnsubscribePages unsubscribing,
    IConfiguration configuration, ILocalEventBus events) : ApplicationService
{
    [GeneratedRegex(@"/o/(?<token>[A-Za-z0-9_-]{16,})")]
    private static partial Regex OfferLink { get; }

    [GeneratedRegex(@"/u/(?<token>[A-Za-z0-9_-]{16,})")]
    private static partial Regex UnsubscribeLink { get; }

    public virtual async Task<SandboxAnswerDto> CreateAnswersAsync(SandboxAnswerInput input)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled")) throw new BusinessException(MailErrors.PracticeModeOnly);
        var mail = await mails.GetAsync(input.MailId);
        using var ours = await SourceOfAsync(mail);
        var now = Clock.Now;
        switch (input.Kind)
        {
            case SandboxAnswerKind.Reply:
                return await ReceiveAsync(PracticeAnswers.Reply(ours, input.Text ?? "Thank you for writing. That sounds interesting: tell me more.", now));
            case SandboxAnswerKind.Object:
                return await ReceiveAsync(PracticeAnswers.Reply(ours, input.Text ?? "Please do not contact me again.", now));
            case SandboxAnswerKind.OutOfOffice:
                return await ReceiveAsync(PracticeAnswers.OutOfOffice(ours, input.Text ?? $"I am out of the office until {now.AddDays(7):d MMMM yyyy}.", now));
            case SandboxAnswerKind.Bounce:
                return await ReceiveAsync(PracticeAnswers.Bounce(ours, "5.1.1", input.Text ?? "The mailbox does not exist.", now));
            case SandboxAnswerKind.AcceptMeeting:
                return await AnswerInvitationAsync(mail, "ACCEPTED", input.Text ?? "Accepted.", now);
            case SandboxAnswerKind.DeclineMeeting:
                return await AnswerInvitationAsync(mail, "DECLINED", input.Text ?? "Declined.", now);
            case SandboxAnswerKind.Unsubscribe:
                await unsubscribing.UnsubscribeAsync(TokenIn(UnsubscribeLink, ours.Headers["List-Unsubscribe"], MailErrors.NoUnsubscribeInMail));
                return new SandboxAnswerDto(null, null);
            case SandboxAnswerKind.ChooseTime:
                await events.PublishAsync(new OfferTimePicked(TokenIn(OfferLink, ours.TextBody, MailErrors.NoOfferInMail), input.Choice ?? 0, now));
                return new SandboxAnswerDto(null, null);
            default:
                throw new ArgumentOutOfRangeException(nameof(input));
        }
    }

    private async Task<SandboxAnswerDto> AnswerInvitationAsync(MailMessage mail, string partStat, string text, DateTime now)
    {
        // Whoever answers has the latest invitation in front of them, not the mail that led to it.
        var invitation = await AsyncExecuter.FirstOrDefaultAsync((await mails.GetQueryableAsync())
            .Where(m => m.ContactId == mail.ContactId && m.CalendarMethod == "REQUEST" && m.SentAt != null
                && (m.Id == mail.Id || mail.CalendarMethod != "REQUEST"))
            .OrderByDescending(m => m.SentAt)) ?? throw new BusinessException(MailErrors.NoInvitationInMail);
        using var ours = await SourceOfAsync(invitation);
        var request = MimeParts.Of(ours.Body, out _).Select(p => MailReader.CalendarOf(p, "REQUEST")).FirstOrDefault(c => c is not null)
            ?? throw new BusinessException(MailErrors.NoInvitationInMail);
        return await ReceiveAsync(PracticeAnswers.CalendarReply(ours, request, partStat, text, now));
    }

    private async Task<MimeMessage> SourceOfAsync(MailMessage mail)
    {
        var source = mail.IsOut ? await sources.FindAsync(mail.Id) : null;
        if (source is null) throw new BusinessException(MailErrors.SourceMissing);
        return await MimeMessage.LoadAsync(new MemoryStream(source.Mime, writable: false));
    }

    private async Task<SandboxAnswerDto> ReceiveAsync(MimeMessage answer)
    {
        using (answer)
        {
            var mime = await MailComposer.ToBytesAsync(answer);
            var received = await receiving.ReceiveAsync(new MemoryStream(mime, writable: false));
            return new SandboxAnswerDto(received.IncomingMailId, received.Kind);
        }
    }

    private static string TokenIn(Regex link, string? text, string otherwise)
        => text is not null && link.Match(text) is { Success: true } found ? found.Groups["token"].Value : throw new BusinessException(otherwise);
}
