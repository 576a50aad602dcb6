using System.Globalization;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace PartnerCrm.Engagement;

public static class EngagementSettings
{
    private const string Prefix = "PartnerCrm.Engagement.";

    public const string StartsInSevenDays = Prefix + "StartsInSevenDays";
    public const string ActiveEscalations = Prefix + "ActiveEscalations";
    public const string RestDays = Prefix + "RestDays";
    public const string OutOfOfficeDays = Prefix + "OutOfOfficeDays";

    public static class Weights
    {
        private const string Of = Prefix + "Weights.";

        public const string MeetingHeld = Of + "MeetingHeld";
        public const string PersonalReply = Of + "PersonalReply";
        public const string IntroductionAccepted = Of + "IntroductionAccepted";
        public const string EventAttended = Of + "EventAttended";
        public const string InvitationFromThem = Of + "InvitationFromThem";
        public const string InvitationAccepted = Of + "InvitationAccepted";
        public const string OurTouch = Of + "OurTouch";
    }
}

public class EngagementSettingDefinitions : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        var (weights, capacity) = (new SignalWeights(), new Capacity());
        context.Add(
            Setting(EngagementSettings.StartsInSevenDays, capacity.StartsInSevenDays),
            Setting(EngagementSettings.ActiveEscalations, capacity.Active),
            Setting(EngagementSettings.RestDays, 180),
            Setting(EngagementSettings.OutOfOfficeDays, 7),
            Setting(EngagementSettings.Weights.MeetingHeld, weights.MeetingHeld),
            Setting(EngagementSettings.Weights.PersonalReply, weights.PersonalReply),
            Setting(EngagementSettings.Weights.IntroductionAccepted, weights.IntroductionAccepted),
            Setting(EngagementSettings.Weights.EventAttended, weights.EventAttended),
            Setting(EngagementSettings.Weights.InvitationFromThem, weights.InvitationFromThem),
            Setting(EngagementSettings.Weights.InvitationAccepted, weights.InvitationAccepted),
            Setting(EngagementSettings.Weights.OurTouch, weights.OurTouch));
    }

    private static SettingDefinition Setting(string name, double value) => new(
        name, value.ToString(CultureInfo.InvariantCulture), LocalizableString.Create<EngagementResource>($"Setting:{name["PartnerCrm.Engagement.".Length..]}"));
}
