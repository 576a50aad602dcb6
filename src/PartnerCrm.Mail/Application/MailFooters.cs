using PartnerCrm.Contracts;
using Volo.Abp.Domain.Services;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

/// <summary>What stands under every mail and can't be edited away in a draft: who writes, for whom, the notice that is due, and how to make it stop.</summary>
public class MailFooters(MailTemplates templates, ISettingProvider settings) : DomainService
{
    public virtual async Task<RenderedMail> WriteAsync(
        MailMessage mail, ContactCard contact, ColleagueCard sender, bool withNotice, string? unsubscribeUrl, CancellationToken cancellationToken = default)
    {
        var variables = MailWriting.VariablesFor(contact, sender, await settings.GetOrNullAsync(MailSettings.University) ?? "");
        variables["noticeText"] = withNotice ? await NoticeAsync(mail, variables, cancellationToken) : "";
        variables["unsubscribeLink"] = unsubscribeUrl ?? "";
        var footer = await templates.FindAsync(DefaultTemplates.Footer, mail.Language, cancellationToken);
        return footer!.Render(variables);
    }

    private async Task<string> NoticeAsync(MailMessage mail, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        if (await settings.GetOrNullAsync(MailSettings.NoticeText) is { Length: > 0 } own) return own;
        var notice = await templates.FindAsync(DefaultTemplates.Notice, mail.Language, cancellationToken);
        return notice!.Render(new Dictionary<string, string>(known)
        {
            ["source"] = mail.DetailsFrom ?? "",
            ["noticeUrl"] = await settings.GetOrNullAsync(MailSettings.NoticeUrl) ?? "",
        }).Text;
    }
}
