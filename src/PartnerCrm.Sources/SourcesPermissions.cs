using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Sources;

public static class SourcesPermissions
{
    public const string Group = "PartnerCrm.Sources";

    public static class Imports
    {
        public const string Default = Group + ".Imports";
        public const string Create = Default + ".Create";
        public const string Pick = Default + ".Pick";
    }
}

public class SourcesPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(SourcesPermissions.Group, Text("Permission:Sources"));
        var imports = group.AddPermission(SourcesPermissions.Imports.Default, Text("Permission:Imports"));
        imports.AddChild(SourcesPermissions.Imports.Create, Text("Permission:Create"));
        imports.AddChild(SourcesPermissions.Imports.Pick, Text("Permission:Pick"));
    }

    private static LocalizableString Text(string name) => LocalizableString.Create<SourcesResource>(name);
}
