using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Host;

public static class SetupPermissions
{
    public const string Group = "PartnerCrm.Setup";

    /// <summary>See what must be true before real mail.</summary>
    public const string Checks = Group + ".Checks";

    public const string RemoveDemoData = Group + ".RemoveDemoData";
}

public class SetupPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(SetupPermissions.Group, Text("Permission:Setup"));
        group.AddPermission(SetupPermissions.Checks, Text("Permission:Setup.Checks"));
        group.AddPermission(SetupPermissions.RemoveDemoData, Text("Permission:Setup.RemoveDemoData"));
    }

    private static LocalizableString Text(string name) => LocalizableString.Create<PartnerCrmResource>(name);
}
