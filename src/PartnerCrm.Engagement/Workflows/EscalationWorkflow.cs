using Elsa.Extensions;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Activities;

namespace PartnerCrm.Engagement;

/// <summary>
/// How one relationship climbs: social → e-mail → meeting, one step at a time, stopping the moment the other side or a colleague says so.
/// <para>
/// The workflow decides nothing. After every wait, and on every piece of news, it asks what comes next (<see cref="Ladder"/>) and does that one thing.
/// So news can come at any moment, twice, or late, and lead to the same place.
/// </para>
/// </summary>
public class EscalationWorkflow : WorkflowBase
{
    public const string DefinitionId = "escalation";

    /// <summary>Something happened: a reply, a mail sent, a pause, an override. Look again.</summary>
    public const string News = "escalation.news";

    /// <summary>It is over: they objected, unsubscribed, or somebody stopped it.</summary>
    public const string Stop = "escalation.stop";

    public const string EscalationInput = "EscalationId";
    public const string TenantInput = "TenantId";

    protected override void Build(IWorkflowBuilder builder)
    {
        builder.WithDefinitionId(DefinitionId);
        builder.Name = "Escalation";
        builder.Description = "From social contact to e-mail to a meeting, after a playbook.";
        builder.Version = 1;

        // Stored with the instance: input and memory are gone after the first wait.
        var escalation = builder.WithVariable(EscalationInput, "").WithWorkflowStorage();
        var tenant = builder.WithVariable(TenantInput, "").WithWorkflowStorage();
        var move = builder.WithVariable("Move", "").WithWorkflowStorage();
        var wait = builder.WithVariable("Wait", TimeSpan.Zero).WithWorkflowStorage();

        builder.Root = new Sequence
        {
            Id = "escalation",
            Activities =
            {
                new SetVariable<string>(escalation, context => context.GetInput<string>(EscalationInput)!) { Id = "remember-escalation" },
                new SetVariable<string>(tenant, context => context.GetInput<string>(TenantInput)!) { Id = "remember-tenant" },
                new Fork
                {
                    Id = "until-stopped",
                    JoinMode = ForkJoinMode.WaitAny,
                    Branches = { Climb(move, wait), StopRules() },
                },
            },
        };
    }

    private static While Climb(Variable<string> move, Variable<TimeSpan> wait)
    {
        return new While(context => move.Get(context) != nameof(MoveKind.End))
        {
            Id = "climb",
            Body = new Sequence
            {
                Id = "step",
                Activities =
                {
                    new ChooseNext { Id = "what-next", Move = new(move), Wait = new(wait) },
                    new Switch
                    {
                        Id = "do",
                        Cases =
                        {
                            When(MoveKind.SocialTouch, new SocialTouch { Id = "social-touch" }),
                            When(MoveKind.AwaitOwner, Await("owner")),
                            When(MoveKind.WaitAtGate, Await("reciprocity", atMost: wait)),
                            When(MoveKind.SendMail, new SendMail { Id = "send-mail" }),
                            When(MoveKind.SendReminder, new SendReminder { Id = "send-reminder" }),
                            When(MoveKind.AwaitSent, Await("sent")),
                            When(MoveKind.AwaitAnswer, Await("answer", atMost: wait)),
                            When(MoveKind.AwaitTriage, Await("triage")),
                            When(MoveKind.OfferMeeting, new OfferMeeting { Id = "offer-meeting" }),
                            When(MoveKind.AwaitMeeting, Await("meeting", atMost: wait)),
                            When(MoveKind.AwaitResume, Await("resume")),
                            When(MoveKind.Rest, new Rest { Id = "rest" }),
                        },
                    },
                },
            },
        };

        SwitchCase When(MoveKind kind, IActivity activity) => new(kind.ToString(), context => move.Get(context) == kind.ToString(), activity);
    }

    /// <summary>Over, from wherever the climb stands.</summary>
    private static Sequence StopRules() => new()
    {
        Id = "stop-rules",
        Activities =
        {
            new Event(Stop) { Id = "stopped" },
            new Finish { Id = "finish" },
        },
    };

    /// <summary>Until there is news.</summary>
    private static Event Await(string what) => new(News) { Id = $"await-{what}" };

    /// <summary>Until there is news, or the time is over.</summary>
    private static Fork Await(string what, Variable<TimeSpan> atMost) => new()
    {
        Id = $"await-{what}",
        JoinMode = ForkJoinMode.WaitAny,
        Branches =
        {
            new Event(News) { Id = $"{what}-news" },
            new Delay(atMost) { Id = $"{what}-silence" },
        },
    };
}
