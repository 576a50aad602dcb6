using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Mail;

public static class MailPermissions
{
    public const string Group = "PartnerCrm.Mail";

    public static class Mails
    {
        public const string Default = Group + ".Mails";
        public const string Source = Default + ".Source";
        public const string Resolve = Default + ".Resolve";
    }

    public static class Drafts
    {
        public const string Default = Group + ".Drafts";
        public const string Approve = Default + ".Approve";
    }

    public static class Templates
    {
        public const string Default = Group + ".Templates";
        public const string Manage = Default + ".Manage";
    }

    public const string Sandbox = Group + ".Sandbox";
}

public class MailPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(MailPermissions.Group, L("Permission:Mail"));

        var mails = group.AddPermission(MailPermissions.Mails.Default, L("Permission:Mails"));
        mails.AddChild(MailPermissions.Mails.Source, L("Permission:Mails.Source"));
        mails.AddChild(MailPermissions.Mails.Resolve, L("Permission:Mails.Resolve"));

        var drafts = group.AddPermission(MailPermissions.Drafts.Default, L("Permission:Drafts"));
        drafts.AddChild(MailPermissions.Drafts.Approve, L("Permission:Drafts.Approve"));

        var templates = group.AddPermission(MailPermissions.Templates.Default, L("Permission:Templates"));
        templates.AddChild(MailPermissions.Templates.Manage, L("Permission:Templates.Manage"));

        group.AddPermission(MailPermissions.Sandbox, L("Permission:Sandbox"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<MailResource>(name);
}
