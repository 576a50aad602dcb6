using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Host;

/// <summary>What no module owns.</summary>
public static class HostPermissions
{
    public const string Group = "PartnerCrm.Host";

    /// <summary>To see what everybody did.</summary>
    public const string AuditLogs = Group + ".AuditLogs";
}

public class HostPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context) => context
        .AddGroup(HostPermissions.Group, LocalizableString.Create<PartnerCrmResource>("Permission:" + HostPermissions.Group))
        .AddPermission(HostPermissions.AuditLogs, LocalizableString.Create<PartnerCrmResource>("Permission:" + HostPermissions.AuditLogs));
}
