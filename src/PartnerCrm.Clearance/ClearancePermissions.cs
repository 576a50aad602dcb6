using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Clearance;

public static class ClearancePermissions
{
    public const string Group = "PartnerCrm.Clearance";

    public static class Decisions
    {
        /// <summary>Ask "may I?" and read the decisions made.</summary>
        public const string Default = Group + ".Decisions";
    }

    public static class Holds
    {
        public const string Default = Group + ".Holds";
        public const string Place = Default + ".Place";
    }

    public static class Suppressions
    {
        public const string Default = Group + ".Suppressions";
        public const string Edit = Default + ".Edit";
    }

    public static class OwnerRequests
    {
        public const string Default = Group + ".OwnerRequests";

        /// <summary>Answer for any owner, not only for oneself: the head of engagement's.</summary>
        public const string AnswerForOthers = Default + ".AnswerForOthers";
    }
}

public class ClearancePermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(ClearancePermissions.Group, L("Permission:Clearance"));
        group.AddPermission(ClearancePermissions.Decisions.Default, L("Permission:Decisions"));
        var holds = group.AddPermission(ClearancePermissions.Holds.Default, L("Permission:Holds"));
        holds.AddChild(ClearancePermissions.Holds.Place, L("Permission:PlaceHolds"));
        var suppressions = group.AddPermission(ClearancePermissions.Suppressions.Default, L("Permission:Suppressions"));
        suppressions.AddChild(ClearancePermissions.Suppressions.Edit, L("Permission:EditSuppressions"));
        var requests = group.AddPermission(ClearancePermissions.OwnerRequests.Default, L("Permission:OwnerRequests"));
        requests.AddChild(ClearancePermissions.OwnerRequests.AnswerForOthers, L("Permission:AnswerForOthers"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<ClearanceResource>(name);
}
