using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Localization.Resources.AbpUi;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Settings;

namespace Volo.Abp.Identity
{
    /// <summary>What one may do with users and roles.</summary>
    [DependsOn(typeof(AbpIdentityDomainModule), typeof(AbpDddApplicationModule))]
    public class AbpIdentityApplicationModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddPermissionDefinitions<IdentityPermissionDefinitionProvider>();
            context.Services.AddSettingDefinitions<IdentitySettingDefinitionProvider>();
            context.Services.GetObject<IdentityBuilder>().AddErrorDescriber<LocalizedIdentityErrors>();
            Configure<AbpLocalizationOptions>(options => options.AddTexts<IdentityResource>(typeof(AbpUiResource)));
            Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Volo.Abp.Identity", typeof(IdentityResource)));
            Configure<PermissionManagementOptions>(options =>
            {
                options.ProviderPolicies[UserPermissionValueProvider.ProviderName] = IdentityPermissions.Users.ManagePermissions;
                options.ProviderPolicies[RolePermissionValueProvider.ProviderName] = IdentityPermissions.Roles.ManagePermissions;
            });
        }
    }

    /// <summary>Users and roles over HTTP: <c>/api/identity</c>.</summary>
    [DependsOn(typeof(AbpIdentityApplicationModule), typeof(AbpAspNetCoreMvcModule))]
    public class AbpIdentityHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddModuleControllers(typeof(IdentityUserController), typeof(IdentityRoleController), typeof(IdentityUserLookupController));
    }

    /// <summary>Permissions for users and roles.</summary>
    public static class IdentityPermissions
    {
        public const string GroupName = "AbpIdentity";

        public static class Roles
        {
            public const string Default = GroupName + ".Roles";
            public const string Create = Default + ".Create";
            public const string Update = Default + ".Update";
            public const string Delete = Default + ".Delete";
            public const string ManagePermissions = Default + ".ManagePermissions";
        }

        public static class Users
        {
            public const string Default = GroupName + ".Users";
            public const string Create = Default + ".Create";
            public const string Update = Default + ".Update";
            public const string Delete = Default + ".Delete";
            public const string ManagePermissions = Default + ".ManagePermissions";
            public const string ManageRoles = Update + ".ManageRoles";
        }

        public static class UserLookup
        {
            public const string Default = GroupName + ".UserLookup";
        }
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class IdentityPermissionDefinitionProvider : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var group = context.AddGroup(IdentityPermissions.GroupName, LocalizableString.Create<IdentityResource>("Permission:IdentityManagement"));
            group.Add<IdentityResource>(
                IdentityPermissions.Roles.Default, "RoleManagement", MultiTenancySides.Both, (IdentityPermissions.Roles.Create, "Create"), (IdentityPermissions.Roles.Update, "Edit"),
                (IdentityPermissions.Roles.Delete, "Delete"), (IdentityPermissions.Roles.ManagePermissions, "ChangePermissions"));
            group.Add<IdentityResource>(
                IdentityPermissions.Users.Default, "UserManagement", MultiTenancySides.Both, (IdentityPermissions.Users.Create, "Create"), (IdentityPermissions.Users.Update, "Edit"),
                (IdentityPermissions.Users.ManageRoles, "ManageRoles"), (IdentityPermissions.Users.Delete, "Delete"), (IdentityPermissions.Users.ManagePermissions, "ChangePermissions"));
            // For other systems, which have clients: a person has the list of users.
            group.AddPermission(IdentityPermissions.UserLookup.Default, LocalizableString.Create<IdentityResource>("Permission:UserLookup"))
                .WithProviders(ClientPermissionValueProvider.ProviderName);
        }
    }

    // The UI checks a new password before it is sent: by the rules that are in force.
    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class IdentitySettingDefinitionProvider(IOptions<IdentityOptions> options) : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context)
        {
            var password = options.Value.Password;
            Add("RequiredLength", password.RequiredLength);
            Add("RequiredUniqueChars", password.RequiredUniqueChars);
            Add("RequireNonAlphanumeric", password.RequireNonAlphanumeric);
            Add("RequireLowercase", password.RequireLowercase);
            Add("RequireUppercase", password.RequireUppercase);
            Add("RequireDigit", password.RequireDigit);

            void Add<T>(string name, T value) => context.Add(new SettingDefinition("Abp.Identity.Password." + name, $"{value}", isVisibleToClients: true));
        }
    }

    internal sealed class LocalizedIdentityErrors(IStringLocalizer<IdentityResource> texts) : IdentityErrorDescriber
    {
        public override IdentityError DefaultError() => Say(nameof(DefaultError));

        public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure));

        public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch));

        public override IdentityError InvalidToken() => Say(nameof(InvalidToken));

        public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), userName);

        public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), email);

        public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), userName);

        public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), email);

        public override IdentityError InvalidRoleName(string? role) => Say(nameof(InvalidRoleName), role);

        public override IdentityError DuplicateRoleName(string role) => Say(nameof(DuplicateRoleName), role);

        public override IdentityError UserAlreadyInRole(string role) => Say(nameof(UserAlreadyInRole), role);

        public override IdentityError UserNotInRole(string role) => Say(nameof(UserNotInRole), role);

        public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), length);

        public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), uniqueChars);

        public override IdentityError PasswordRequiresNonAlphanumeric() => Say(nameof(PasswordRequiresNonAlphanumeric));

        public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit));

        public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower));

        public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper));

        private IdentityError Say(string code, params object?[] values) => new() { Code = code, Description = texts["Volo.Abp.Identity:" + code, values!] };
    }
}

namespace Volo.Abp.Identity.Localization
{
    /// <summary>Texts about users and roles.</summary>
    [LocalizationResourceName("AbpIdentity")]
    public class IdentityResource;
}
