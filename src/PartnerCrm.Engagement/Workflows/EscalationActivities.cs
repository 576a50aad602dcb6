using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

[Activity("PartnerCrm", Description = "Asks the pinned playbook version what comes next, and for how long to wait.")]
public class ChooseNext : EscalationActivity
{
    [Output] public Output<string>? Move { get; set; }
    [Output] public Output<TimeSpan>? Wait { get; set; }

    protected override async Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context)
    {
        var move = await steps.ChooseNextAsync(escalationId);
        context.Set(Move, move.Kind.ToString());
        context.Set(Wait, (move.Until ?? Engagement.Wait.EndOfTime) - context.GetRequiredService<IClock>().Now);
    }
}

[Activity("PartnerCrm", Description = "Suggests to the owner what to write on the social network.")]
public class SocialTouch : EscalationActivity
{
    protected override Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context) => steps.SuggestSocialTouchAsync(escalationId);
}

[Activity("PartnerCrm", Description = "Asks for the step's mail: the owner's draft, or one that goes out.")]
public class SendMail : EscalationActivity
{
    protected override Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context) => steps.AskForMailAsync(escalationId);
}

[Activity("PartnerCrm", Description = "Reminds of the mail.")]
public class SendReminder : EscalationActivity
{
    protected override Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context) => steps.AskForReminderAsync(escalationId);
}

[Activity("PartnerCrm", Description = "Offers a meeting.")]
public class OfferMeeting : EscalationActivity
{
    protected override Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context) => steps.OfferMeetingAsync(escalationId);
}

[Activity("PartnerCrm", Description = "Leaves the relationship in peace.")]
public class Rest : EscalationActivity
{
    protected override Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context) => steps.RestAsync(escalationId);
}
