using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Partners;

public static class PartnersPermissions
{
    public const string Group = "PartnerCrm.Partners";

    public static class Contacts
    {
        public const string Default = Group + ".Contacts";
        public const string Create = Default + ".Create";
        public const string Update = Default + ".Update";
        public const string Delete = Default + ".Delete";

        /// <summary>Make two contacts one. It can't be taken back.</summary>
        public const string Merge = Default + ".Merge";
    }

    public static class Organisations
    {
        public const string Default = Group + ".Organisations";
        public const string Create = Default + ".Create";
        public const string Update = Default + ".Update";
        public const string Delete = Default + ".Delete";
    }
}

public class PartnersPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(PartnersPermissions.Group, Text("Permission:Partners"));

        var contacts = group.AddPermission(PartnersPermissions.Contacts.Default, Text("Permission:Contacts"));
        contacts.AddChild(PartnersPermissions.Contacts.Create, Text("Permission:Create"));
        contacts.AddChild(PartnersPermissions.Contacts.Update, Text("Permission:Update"));
        contacts.AddChild(PartnersPermissions.Contacts.Delete, Text("Permission:Delete"));
        contacts.AddChild(PartnersPermissions.Contacts.Merge, Text("Permission:Merge"));

        var organisations = group.AddPermission(PartnersPermissions.Organisations.Default, Text("Permission:Organisations"));
        organisations.AddChild(PartnersPermissions.Organisations.Create, Text("Permission:Create"));
        organisations.AddChild(PartnersPermissions.Organisations.Update, Text("Permission:Update"));
        organisations.AddChild(PartnersPermissions.Organisations.Delete, Text("Permission:Delete"));
    }

    private static LocalizableString Text(string name) => LocalizableString.Create<PartnersResource>(name);
}
