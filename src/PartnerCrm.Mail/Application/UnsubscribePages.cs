using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

/// <summary>What the page says. The address is shown in part only: links get forwarded.</summary>
public record UnsubscribePageDto(string University, string SenderName, string Address, bool IsUnsubscribed);

/// <summary>
/// What the page at /u/{token} shows and does; the token alone decides whose it is, and in which tenant. Reading changes nothing, since mail
/// scanners follow links; only the POST unsubscribes (RFC 8058).
/// </summary>
[AllowAnonymous]
[RemoteService(IsEnabled = false)]
public class UnsubscribePages(
    IRepository<UnsubscribeToken, Guid> tokens, IRepository<MailMessage, Guid> mails, ILocalEventBus events) : ApplicationService
{
    public virtual async Task<UnsubscribePageDto> GetAsync(string token)
    {
        var known = await FindAsync(token);
        using var _ = CurrentTenant.Change(known.TenantId);
        var mail = await mails.FindAsync(known.MailMessageId);
        var university = await SettingProvider.GetOrNullAsync(MailSettings.University) ?? "";
        return new UnsubscribePageDto(university, mail?.FromName ?? university, Masked(mail?.ToAddress ?? ""), known.UsedAt is not null);
    }

    /// <summary>Twice is as good as once.</summary>
    public virtual async Task UnsubscribeAsync(string token)
    {
        var known = await FindAsync(token);
        using var _ = CurrentTenant.Change(known.TenantId);
        var now = Clock.Now;
        if (!known.Use(now)) return;
        await tokens.UpdateAsync(known, autoSave: true);
        await events.PublishAsync(new ContactUnsubscribed(known.ContactId, known.MailMessageId, now), onUnitOfWorkComplete: false);
    }

    private async Task<UnsubscribeToken> FindAsync(string token)
    {
        var hash = UnsubscribeToken.HashOf(token);
        using var _ = DataFilter.Disable<IMultiTenant>();
        return await tokens.FindAsync(t => t.Hash == hash) ?? throw new BusinessException(MailErrors.UnknownLink);
    }

    // "a…@example.org"
    private static string Masked(string address) => address.IndexOf('@') is var at && at > 0 ? $"{address[0]}…{address[at..]}" : "";
}
