using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement.Localization;
using Volo.Abp.Settings;
using Volo.Abp.Timing;

namespace Volo.Abp.SettingManagement
{
    /// <summary>Use cases around settings; the host depends on it beside the HTTP API.</summary>
    [DependsOn(typeof(AbpSettingManagementDomainModule))]
    public class AbpSettingManagementApplicationModule : AbpModule;

    /// <summary>Settings over HTTP: <c>/api/setting-management</c>.</summary>
    [DependsOn(typeof(AbpSettingManagementDomainModule), typeof(AbpAspNetCoreMvcModule))]
    public class AbpSettingManagementHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddModuleControllers(typeof(EmailSettingsController), typeof(TimeZoneSettingsController));
            context.Services.AddPermissionDefinitions<SettingManagementPermissionDefinitionProvider>();
            context.Services.AddSettingDefinitions<EmailAndTimeZoneSettings>();
            Configure<AbpLocalizationOptions>(options => options.AddTexts<AbpSettingManagementResource>(typeof(AbpUiResource)));
            Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Volo.Abp.SettingManagement", typeof(AbpSettingManagementResource)));
        }
    }

    /// <summary>Permissions for settings.</summary>
    public class SettingManagementPermissions
    {
        public const string GroupName = "SettingManagement";
        public const string Emailing = GroupName + ".Emailing";
        public const string EmailingTest = Emailing + ".Test";
        public const string TimeZone = GroupName + ".TimeZone";
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class SettingManagementPermissionDefinitionProvider : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var group = context.AddGroup(SettingManagementPermissions.GroupName, LocalizableString.Create<AbpSettingManagementResource>("Permission:SettingManagement"));
            group.Add<AbpSettingManagementResource>(SettingManagementPermissions.Emailing, "Emailing", MultiTenancySides.Both, (SettingManagementPermissions.EmailingTest, "EmailingTest"));
            group.Add<AbpSettingManagementResource>(SettingManagementPermissions.TimeZone, "TimeZone", MultiTenancySides.Both);
        }
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class EmailAndTimeZoneSettings : SettingDefinitionProvider
    {
        public const string Host = "Abp.Mailing.Smtp.Host";
        public const string Port = "Abp.Mailing.Smtp.Port";
        public const string UserName = "Abp.Mailing.Smtp.UserName";
        public const string Password = "Abp.Mailing.Smtp.Password";
        public const string Domain = "Abp.Mailing.Smtp.Domain";
        public const string EnableSsl = "Abp.Mailing.Smtp.EnableSsl";
        public const string UseDefaultCredentials = "Abp.Mailing.Smtp.UseDefaultCredentials";
        public const string FromAddress = "Abp.Mailing.DefaultFromAddress";
        public const string FromDisplayName = "Abp.Mailing.DefaultFromDisplayName";
        public const string TimeZone = TimingSettingNames.TimeZone;

        public override void Define(ISettingDefinitionContext context) => context.Add(
            new SettingDefinition(Host, "127.0.0.1"), new SettingDefinition(Port, "25"), new SettingDefinition(UserName), new SettingDefinition(Password, isEncrypted: true),
            new SettingDefinition(Domain), new SettingDefinition(EnableSsl, "false"), new SettingDefinition(UseDefaultCredentials, "true"),
            new SettingDefinition(FromAddress, "noreply@example.org"), new SettingDefinition(FromDisplayName, ""),
            // Empty: everybody sees the time of their own machine.
            new SettingDefinition(TimeZone, "", isVisibleToClients: true));
    }

    [Area("settingManagement")]
    [RemoteService(Name = "SettingManagement")]
    [Route("api/setting-management/emailing")]
    [Authorize(SettingManagementPermissions.Emailing)]
    internal sealed class EmailSettingsController(ISettingManager manager, ISettingProvider settings) : AbpControllerBase
    {
        [HttpGet]
        public async Task<EmailSettingsDto> GetAsync() => new()
        {
            SmtpHost = await settings.GetOrNullAsync(EmailAndTimeZoneSettings.Host),
            SmtpPort = await settings.GetAsync<int>(EmailAndTimeZoneSettings.Port),
            SmtpUserName = await settings.GetOrNullAsync(EmailAndTimeZoneSettings.UserName),
            // The password goes in, never out; one that comes back empty stays.
            SmtpDomain = await settings.GetOrNullAsync(EmailAndTimeZoneSettings.Domain),
            SmtpEnableSsl = await settings.IsTrueAsync(EmailAndTimeZoneSettings.EnableSsl),
            SmtpUseDefaultCredentials = await settings.IsTrueAsync(EmailAndTimeZoneSettings.UseDefaultCredentials),
            DefaultFromAddress = await settings.GetOrNullAsync(EmailAndTimeZoneSettings.FromAddress),
            DefaultFromDisplayName = await settings.GetOrNullAsync(EmailAndTimeZoneSettings.FromDisplayName),
        };

        [HttpPost]
        public async Task UpdateAsync(EmailSettingsDto input)
        {
            await SetAsync(EmailAndTimeZoneSettings.Host, input.SmtpHost);
            await SetAsync(EmailAndTimeZoneSettings.Port, input.SmtpPort.ToString(CultureInfo.InvariantCulture));
            await SetAsync(EmailAndTimeZoneSettings.UserName, input.SmtpUserName);
            if (!input.SmtpPassword.IsNullOrEmpty()) await SetAsync(EmailAndTimeZoneSettings.Password, input.SmtpPassword);
            await SetAsync(EmailAndTimeZoneSettings.Domain, input.SmtpDomain);
            await SetAsync(EmailAndTimeZoneSettings.EnableSsl, input.SmtpEnableSsl ? "true" : "false");
            await SetAsync(EmailAndTimeZoneSettings.UseDefaultCredentials, input.SmtpUseDefaultCredentials ? "true" : "false");
            await SetAsync(EmailAndTimeZoneSettings.FromAddress, input.DefaultFromAddress);
            await SetAsync(EmailAndTimeZoneSettings.FromDisplayName, input.DefaultFromDisplayName);
        }

        [HttpPost("send-test-email")]
        [Authorize(SettingManagementPermissions.EmailingTest)]
        public async Task SendTestEmailAsync(SendTestEmailInput input)
        {
            var server = await GetAsync();
            using var mail = new MailMessage(input.SenderEmailAddress, input.TargetEmailAddress, input.Subject, input.Body);
            using var client = new SmtpClient(server.SmtpHost, server.SmtpPort) { EnableSsl = server.SmtpEnableSsl, UseDefaultCredentials = server.SmtpUseDefaultCredentials };
            if (!server.SmtpUseDefaultCredentials && !server.SmtpUserName.IsNullOrEmpty())
                client.Credentials = new NetworkCredential(server.SmtpUserName, await settings.GetOrNullAsync(EmailAndTimeZoneSettings.Password), server.SmtpDomain);
            try
            {
                await client.SendMailAsync(mail, HttpContext.RequestAborted);
            }
            catch (SmtpException e)
            {
                throw new BusinessException("Volo.Abp.SettingManagement:MailNotSent", e.Message, innerException: e).WithData("Reason", e.InnerException?.Message ?? e.Message);
            }
        }

        private Task SetAsync(string name, string? value) => manager.SetForTenantOrGlobalAsync(CurrentTenant.Id, name, value);
    }

    [Area("settingManagement")]
    [RemoteService(Name = "SettingManagement")]
    [Route("api/setting-management/timezone")]
    [Authorize(SettingManagementPermissions.TimeZone)]
    internal sealed class TimeZoneSettingsController(ISettingManager manager, ISettingProvider settings) : AbpControllerBase
    {
        [HttpGet]
        public async Task<string> GetAsync() => await settings.GetOrNullAsync(EmailAndTimeZoneSettings.TimeZone) ?? "";

        [HttpGet("timezones")]
        public IReadOnlyList<NameValue<string>> GetTimezones() =>
            [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).OrderBy(z => z.Id, StringComparer.Ordinal).Select(z => new NameValue<string>(z.Id, z.Id))];

        [HttpPost]
        public async Task UpdateAsync(string? timezone)
        {
            if (!timezone.IsNullOrEmpty() && !TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out _)) throw new Validation.AbpValidationException([new ValidationResult($"There is no time zone {timezone}.", [nameof(timezone)])]);
            await manager.SetForTenantOrGlobalAsync(CurrentTenant.Id, EmailAndTimeZoneSettings.TimeZone, timezone ?? "");
        }
    }

    internal sealed class EmailSettingsDto
    {
        [StringLength(256)]
        public string? SmtpHost { get; set; }

        [Range(1, 65535)]
        public int SmtpPort { get; set; }

        [StringLength(1024)]
        public string? SmtpUserName { get; set; }

        [StringLength(1024), DisableAuditing]
        public string? SmtpPassword { get; set; }

        [StringLength(1024)]
        public string? SmtpDomain { get; set; }

        public bool SmtpEnableSsl { get; set; }
        public bool SmtpUseDefaultCredentials { get; set; }

        [Required, EmailAddress, StringLength(1024)]
        public string? DefaultFromAddress { get; set; }

        [StringLength(1024)]
        public string? DefaultFromDisplayName { get; set; }
    }

    internal sealed class SendTestEmailInput
    {
        [Required, EmailAddress]
        public string SenderEmailAddress { get; set; } = "";

        [Required, EmailAddress]
        public string TargetEmailAddress { get; set; } = "";

        [Required, StringLength(256)]
        public string Subject { get; set; } = "";

        [StringLength(4096)]
        public string? Body { get; set; }
    }
}

namespace Volo.Abp.SettingManagement.Localization
{
    /// <summary>Texts about settings.</summary>
    [LocalizationResourceName("AbpSettingManagement")]
    public class AbpSettingManagementResource;
}
