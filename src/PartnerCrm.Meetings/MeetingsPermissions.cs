using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace PartnerCrm.Meetings;

public static class MeetingsPermissions
{
    public const string Group = "PartnerCrm.Meetings";

    public static class Meetings
    {
        public const string Default = Group + ".Meetings";
        public const string Edit = Default + ".Edit";
    }

    public static class Offers
    {
        public const string Default = Group + ".Offers";
        public const string Edit = Default + ".Edit";
    }
}

public class MeetingsPermissionDefinitions : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(MeetingsPermissions.Group, L("Permission:Meetings"));
        group.AddPermission(MeetingsPermissions.Meetings.Default, L("Permission:SeeMeetings"))
            .AddChild(MeetingsPermissions.Meetings.Edit, L("Permission:EditMeetings"));
        group.AddPermission(MeetingsPermissions.Offers.Default, L("Permission:SeeOffers"))
            .AddChild(MeetingsPermissions.Offers.Edit, L("Permission:EditOffers"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<MeetingsResource>(name);
}
