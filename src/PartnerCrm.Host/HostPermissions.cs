using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Host;

/// <summary>What no module owns.</summary>
public static class HostPermissions
{
    public const string Group = "PartnerCrm.Host";

    /// <summary>To see what everybody did.</summary>
    public const string AuditLogs = Group + ".AuditLogs";

    /// <summary>To let other systems in, and say what they may do.</summary>
    public const string ApiClients = Group + ".ApiClients";
}

public class HostPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(HostPermissions.Group, Text(HostPermissions.Group));
        group.AddPermission(HostPermissions.AuditLogs, Text(HostPermissions.AuditLogs));
        group.AddPermission(HostPermissions.ApiClients, Text(HostPermissions.ApiClients));
    }

    private static LocalizableString Text(string name) => LocalizableString.Create<PartnerCrmResource>("Permission:" + name);
}
