using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartnerCrm.Mail;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Settings;
using Volo.Abp.Users;

namespace PartnerCrm.Host;

public enum RealMailCheck
{
    MailServer, SenderDomain, Spf, Dkim, Dmarc, University, Notice, OwnerHours,
}

public enum CheckState
{
    Met, Missing,

    /// <summary>Only a look at the domain name system can tell, and nobody asked for it, or it gave no answer.</summary>
    Unknown,
}

/// <summary>One thing that must be true before real mail. Sentence says how it stands, and what to do where it is missing.</summary>
public record RealMailCheckDto(RealMailCheck Check, CheckState State, string Sentence);

public record RealMailChecksInput(bool LookUp);

/// <summary>What must be true before the first real mail leaves.</summary>
[Authorize(SetupPermissions.Checks)]
public class RealMailChecksAppService(
    IMailTransport transport, ISettingProvider settings, IDnsTexts dns, IConfiguration configuration, IStringLocalizer<PartnerCrmResource> texts) : ApplicationService
{
    /// <summary>Looks names up on the network only when asked to.</summary>
    [HttpGet("/api/crm/real-mail-checks")]
    public virtual async Task<ListResultDto<RealMailCheckDto>> GetListAsync(RealMailChecksInput input)
    {
        var domain = DomainOf(await settings.GetOrNullAsync(MailSettings.SharedAddress)) ?? DomainOf(CurrentUser.Email);
        var university = await settings.GetOrNullAsync(MailSettings.University);
        var hasNotice = await settings.GetOrNullAsync(MailSettings.NoticeText) is { Length: > 0 } || await settings.GetOrNullAsync(MailSettings.NoticeUrl) is { Length: > 0 };
        return new ListResultDto<RealMailCheckDto>(
        [
            Say(RealMailCheck.MailServer, transport.Mode == TransportMode.Smtp, ""),
            Say(RealMailCheck.SenderDomain, domain is not null && !IsMadeUp(domain), domain ?? "–"),
            .. await DomainAsync(domain, input.LookUp),
            Say(RealMailCheck.University, university is { Length: > 0 } && university != "The University", university ?? ""),
            Say(RealMailCheck.Notice, hasNotice, ""),
            Say(RealMailCheck.OwnerHours, configuration["Team:TimeZone"] is { Length: > 0 } && configuration["Team:WorkdayStart"] is { Length: > 0 }, ""),
        ]);
    }

    private async Task<List<RealMailCheckDto>> DomainAsync(string? domain, bool lookUp)
    {
        var selector = configuration["Mail:DkimSelector"];
        return
        [
            await RecordAsync(RealMailCheck.Spf, domain, domain, "v=spf1", lookUp),
            await RecordAsync(RealMailCheck.Dkim, domain, domain is null || selector is null ? null : $"{selector}._domainkey.{domain}", "p=", lookUp),
            await RecordAsync(RealMailCheck.Dmarc, domain, domain is null ? null : $"_dmarc.{domain}", "v=DMARC1", lookUp),
        ];
    }

    private async Task<RealMailCheckDto> RecordAsync(RealMailCheck check, string? domain, string? name, string sign, bool lookUp)
    {
        if (name is null || !lookUp) return new RealMailCheckDto(check, CheckState.Unknown, texts[$"RealMail:{check}:Unknown", domain ?? "–"]);
        if (await dns.FindAsync(name) is not { } records) return new RealMailCheckDto(check, CheckState.Unknown, texts["RealMail:NoAnswer", name]);
        return Say(check, records.Any(r => r.Contains(sign, StringComparison.OrdinalIgnoreCase)), name);
    }

    private RealMailCheckDto Say(RealMailCheck check, bool isMet, object about) =>
        new(check, isMet ? CheckState.Met : CheckState.Missing, texts[$"RealMail:{check}:{(isMet ? CheckState.Met : CheckState.Missing)}", about]);

    private static string? DomainOf(string? address) => address?.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? address[(at + 1)..].ToLowerInvariant() : null;

    // RFC 2606: nobody can have these.
    private static bool IsMadeUp(string domain) =>
        domain is "example.org" or "example.com" or "example.net" or "localhost"
        || new[] { ".example.org", ".example.com", ".example.net", ".example", ".test", ".invalid", ".localhost" }.Any(d => domain.EndsWith(d, StringComparison.Ordinal));
}
