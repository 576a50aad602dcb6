using System.Globalization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Settings;

namespace PartnerCrm.Engagement;

/// <summary>The office's own numbers, read from its settings.</summary>
public class EngagementPolicy(ISettingProvider settings) : ITransientDependency
{
    public async Task<Capacity> CapacityAsync() => new(
        await settings.GetAsync<int>(EngagementSettings.StartsInSevenDays), await settings.GetAsync<int>(EngagementSettings.ActiveEscalations));

    public Task<int> RestDaysAsync() => settings.GetAsync<int>(EngagementSettings.RestDays);

    public Task<int> OutOfOfficeDaysAsync() => settings.GetAsync<int>(EngagementSettings.OutOfOfficeDays);

    public async Task<SignalWeights> WeightsAsync()
    {
        var values = (await settings.GetAllAsync(
        [
            EngagementSettings.Weights.MeetingHeld, EngagementSettings.Weights.PersonalReply, EngagementSettings.Weights.IntroductionAccepted,
            EngagementSettings.Weights.EventAttended, EngagementSettings.Weights.InvitationFromThem, EngagementSettings.Weights.InvitationAccepted,
            EngagementSettings.Weights.OurTouch,
        ])).ToDictionary(s => s.Name, s => double.Parse(s.Value!, CultureInfo.InvariantCulture));
        return new SignalWeights(
            values[EngagementSettings.Weights.MeetingHeld], values[EngagementSettings.Weights.PersonalReply],
            values[EngagementSettings.Weights.IntroductionAccepted], values[EngagementSettings.Weights.EventAttended],
            values[EngagementSettings.Weights.InvitationFromThem], values[EngagementSettings.Weights.InvitationAccepted],
            values[EngagementSettings.Weights.OurTouch]);
    }
}
