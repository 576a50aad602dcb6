using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Engagement;

public static class EngagementPermissions
{
    public const string Group = "PartnerCrm.Engagement";

    public static class Relationships
    {
        public const string Default = Group + ".Relationships";

        /// <summary>Make, close, reopen and hand over relationships; record touchpoints.</summary>
        public const string Edit = Default + ".Edit";

        /// <summary>Start, stop, pause and resume escalations; triage replies.</summary>
        public const string Escalate = Default + ".Escalate";

        /// <summary>Open a gate with a sentence.</summary>
        public const string Override = Default + ".Override";

        /// <summary>Read everybody's overrides: the head of engagement.</summary>
        public const string SeeOverrides = Default + ".SeeOverrides";
    }

    public static class FollowUps
    {
        public const string Default = Group + ".FollowUps";

        /// <summary>See and do colleagues' follow-ups too.</summary>
        public const string OfAll = Default + ".OfAll";
    }

    public static class Playbooks
    {
        public const string Default = Group + ".Playbooks";
        public const string Edit = Default + ".Edit";
    }
}

public class EngagementPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(EngagementPermissions.Group, Text("Group"));

        var relationships = group.AddPermission(EngagementPermissions.Relationships.Default, Text("Relationships"));
        relationships.AddChild(EngagementPermissions.Relationships.Edit, Text("Relationships.Edit"));
        relationships.AddChild(EngagementPermissions.Relationships.Escalate, Text("Relationships.Escalate"));
        relationships.AddChild(EngagementPermissions.Relationships.Override, Text("Relationships.Override"));
        relationships.AddChild(EngagementPermissions.Relationships.SeeOverrides, Text("Relationships.SeeOverrides"));

        var followUps = group.AddPermission(EngagementPermissions.FollowUps.Default, Text("FollowUps"));
        followUps.AddChild(EngagementPermissions.FollowUps.OfAll, Text("FollowUps.OfAll"));

        var playbooks = group.AddPermission(EngagementPermissions.Playbooks.Default, Text("Playbooks"));
        playbooks.AddChild(EngagementPermissions.Playbooks.Edit, Text("Playbooks.Edit"));
    }

    private static LocalizableString Text(string name) => LocalizableString.Create<EngagementResource>($"Permission:{name}");
}
