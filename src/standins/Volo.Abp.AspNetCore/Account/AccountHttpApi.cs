using System.ComponentModel.DataAnnotations;
using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Account.Localization;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;
using Volo.Abp.Users;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Volo.Abp.Account
{
    /// <summary>Use cases around one's own account; the host depends on it beside the HTTP API.</summary>
    [DependsOn(typeof(AbpIdentityApplicationModule))]
    public class AbpAccountApplicationModule : AbpModule;

    /// <summary>One's own account over HTTP: <c>/api/account</c>. Registering and resetting passwords is the host's own pages' business.</summary>
    [DependsOn(typeof(AbpAspNetCoreMvcModule))]
    public class AbpAccountHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddModuleControllers(typeof(ProfileController));
            context.Services.AddSettingDefinitions<AccountSettingDefinitionProvider>();
            Configure<AbpLocalizationOptions>(options => options.AddTexts<AccountResource>(typeof(AbpUiResource)));
        }
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class AccountSettingDefinitionProvider : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) => context.Add(
            new SettingDefinition("Abp.Account.IsSelfRegistrationEnabled", "false", LocalizableString.Create<AccountResource>("Setting:IsSelfRegistrationEnabled"), isVisibleToClients: true),
            new SettingDefinition("Abp.Account.EnableLocalLogin", "true", LocalizableString.Create<AccountResource>("Setting:EnableLocalLogin"), isVisibleToClients: true));
    }

    [Area("account")]
    [RemoteService(Name = "AbpAccount")]
    [Route("api/account/my-profile")]
    [Authorize]
    internal sealed class ProfileController(IdentityUserManager users) : AbpControllerBase
    {
        [HttpGet]
        public async Task<ProfileDto> GetAsync() => ProfileDto.Of(await MeAsync());

        [HttpPut]
        public async Task<ProfileDto> UpdateAsync(UpdateProfileDto input)
        {
            var me = await MeAsync();
            me.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
            me.Name = input.Name;
            me.Surname = input.Surname;
            if (me.PhoneNumber != input.PhoneNumber) me.SetPhoneNumber(input.PhoneNumber.IsNullOrWhiteSpace() ? null : input.PhoneNumber, confirmed: false);
            // The university says what somebody is called who signs in there.
            if (!me.IsExternal)
            {
                (await users.SetUserNameAsync(me, input.UserName)).CheckErrors();
                if (!string.Equals(me.Email, input.Email, StringComparison.OrdinalIgnoreCase)) (await users.SetEmailAsync(me, input.Email)).CheckErrors();
            }

            (await users.UpdateAsync(me)).CheckErrors();
            return ProfileDto.Of(me);
        }

        [HttpPost("change-password")]
        public async Task ChangePasswordAsync(ChangePasswordInput input)
        {
            var me = await MeAsync();
            if (me.IsExternal) throw new BusinessException(IdentityErrorCodes.ExternalUserPasswordChange);
            (await (me.PasswordHash == null ? users.AddPasswordAsync(me, input.NewPassword) : users.ChangePasswordAsync(me, input.CurrentPassword ?? "", input.NewPassword))).CheckErrors();
        }

        private async Task<IdentityUser> MeAsync() =>
            await users.GetByIdAsync(CurrentUser.Id ?? throw new Authorization.AbpAuthorizationException("A system has no profile."));
    }

    internal sealed record ProfileDto(
        string UserName, string Email, string? Name, string? Surname, string? PhoneNumber, bool IsExternal, bool HasPassword, string ConcurrencyStamp)
    {
        public Dictionary<string, object?> ExtraProperties { get; } = [];

        public static ProfileDto Of(IdentityUser u) => new(u.UserName, u.Email, u.Name, u.Surname, u.PhoneNumber, u.IsExternal, u.PasswordHash != null, u.ConcurrencyStamp);
    }

    internal sealed class UpdateProfileDto : ExtensibleDto
    {
        [Required, StringLength(256)]
        public string UserName { get; set; } = "";

        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";

        [StringLength(64)]
        public string? Name { get; set; }

        [StringLength(64)]
        public string? Surname { get; set; }

        [StringLength(16)]
        public string? PhoneNumber { get; set; }

        public string? ConcurrencyStamp { get; set; }
    }

    internal sealed class ChangePasswordInput
    {
        [StringLength(128), DisableAuditing]
        public string? CurrentPassword { get; set; }

        [Required, StringLength(128), DisableAuditing]
        public string NewPassword { get; set; } = "";
    }
}

namespace Volo.Abp.Account.Localization
{
    /// <summary>Texts about one's own account.</summary>
    [LocalizationResourceName("AbpAccount")]
    public class AccountResource;
}
