using Microsoft.Extensions.Localization;
using MimeKit;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Mail;

/// <summary>A template as it is being written, as a real contact would get it; or as its writer gets it, by mail.</summary>
public class TemplateTrying(
    MailWriting writing, MailFooters footers, IContactLookup contacts, IContactOrigins origins, IColleagueLookup colleagues, IMailTransport transport,
    IStringLocalizer<MailResource> texts, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    public virtual async Task<TemplatePreviewDto> PreviewAsync(PreviewTemplateForContactInput input, Guid userId)
    {
        var (mail, footer, _) = await WriteAsync(input, userId);
        return new TemplatePreviewDto(
            mail.Subject, $"{mail.Text}\n\n-- \n{footer.Text}", $"{mail.Html}\n{footer.Html}", TemplateVariables.KnownFor(input.Kind));
    }

    public virtual async Task<TestSendDto> SendAsync(PreviewTemplateForContactInput input, Guid userId)
    {
        var (mail, footer, sender) = await WriteAsync(input, userId);
        if (transport.Mode == TransportMode.None) return new TestSendDto(sender.Email, null, texts["TestSend:None"]);
        var messageId = $"test-{guids.Create():N}@{sender.Email[(sender.Email.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        using var message = MailComposer.Compose(new MailParts(mail, messageId, [], footer, null, null, clock.Now));
        message.To.Clear();
        message.To.Add(new MailboxAddress(sender.DisplayName, sender.Email));
        var delivery = await transport.SendAsync(new OutgoingMail(mail.Id, messageId, sender.Email, sender.Email, await MailComposer.ToBytesAsync(message)));
        return new TestSendDto(sender.Email, delivery.Outcome, texts[$"TestSend:{delivery.Outcome}", sender.Email, delivery.Detail ?? ""]);
    }

    private async Task<(MailMessage Mail, RenderedMail Footer, ColleagueCard Sender)> WriteAsync(PreviewTemplateForContactInput input, Guid userId)
    {
        var contact = (await contacts.GetAsync([input.ContactId])).GetValueOrDefault(input.ContactId) ?? throw new BusinessException(MailErrors.ContactMissing);
        var sender = (await colleagues.GetAsync([userId])).GetValueOrDefault(userId) ?? throw new BusinessException(MailErrors.SenderMissing);
        var template = new Template(Guid.Empty, null, "preview", contact.Language ?? "en", input.Kind, input.Subject, input.Text, input.Html);
        var variables = MailWriting.VariablesFor(contact, sender, await writing.UniversityAsync());
        var met = (await origins.GetAsync([contact.Id])).GetValueOrDefault(contact.Id) ?? [];
        if (met.FirstOrDefault(o => o.Channel == Channel.Event)?.Where is { } where) variables["event"] = where;
        foreach (var (name, value) in TemplateVariables.SamplesFor(input.Kind)) variables.TryAdd(name, value);

        var mail = new MailMessage(guids.Create(), null, new MailRequested(
            "preview", contact.Id, sender.Id, Purpose.Marketing, template.Name, variables, NeedsApproval: true));
        mail.Write(template.Render(variables), template.Language, contact, sender, null, needsApproval: true);
        return (mail, await footers.WriteAsync(mail, contact, sender, withNotice: true, "https://…"), sender);
    }
}
