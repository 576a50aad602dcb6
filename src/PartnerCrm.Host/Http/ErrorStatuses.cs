using System.Net;
using PartnerCrm.Clearance;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using PartnerCrm.Mail;
using PartnerCrm.Meetings;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace PartnerCrm.Host;

/// <summary>
/// The HTTP status of business errors that are not simply "may not" (403): 409 where the present state stands against it, 422 where
/// the input does, 404 where there is nothing by that name.
/// </summary>
public static class ErrorStatuses
{
    public static void Map(AbpExceptionHttpStatusCodeOptions options)
    {
        foreach (var code in Conflicts) options.Map(code, HttpStatusCode.Conflict);
        foreach (var code in Unprocessable) options.Map(code, HttpStatusCode.UnprocessableEntity);
        foreach (var code in Missing) options.Map(code, HttpStatusCode.NotFound);
    }

    private static readonly string[] Conflicts =
    [
        SourcesErrors.ImportNotReady, SourcesErrors.CandidateSuppressed, SourcesErrors.CandidateAlreadyPicked, SourcesErrors.CandidateSkipped,
        EngagementErrors.StageSkipped, EngagementErrors.GateClosed, EngagementErrors.MoveNeedsReason, EngagementErrors.RelationshipClosed, EngagementErrors.RelationshipResting,
        EngagementErrors.RelationshipNotResting, EngagementErrors.RelationshipNotClosed, EngagementErrors.ContactHasOwner,
        EngagementErrors.NoEscalation, EngagementErrors.AlreadyEscalating, EngagementErrors.EscalationEnded, EngagementErrors.EscalationNotRunning,
        EngagementErrors.EscalationNotPaused, EngagementErrors.EscalationHeld, EngagementErrors.NothingToOverride, EngagementErrors.FollowUpDone,
        EngagementErrors.ReplyTriaged, EngagementErrors.PlaybookNameTaken, EngagementErrors.PlaybookStale, EngagementErrors.FollowUpNotDone, EngagementErrors.FollowUpWentOn,
        EngagementErrors.ReplyNotTriaged, EngagementErrors.ObjectionStands, EngagementErrors.TriageWentOut,
        PartnersErrors.EmailKnown, PartnersErrors.ProfileKnown, PartnersErrors.OrganisationKnown, PartnersErrors.OrganisationInUse, PartnersErrors.ViewNameTaken,
        PartnersErrors.MergeRefused, PartnersErrors.MergeStale,
        ClearanceErrors.HoldIsLifted, ClearanceErrors.RequestIsAnswered, ClearanceErrors.NotPendingReview,
        MailErrors.TemplateExists, MailErrors.NotADraft, MailErrors.NotInDoubt, MailErrors.AskedForAnew, MailErrors.WrongState, MailErrors.ContactBlocked,
        MailErrors.OwnerMustBeAsked,
        MeetingsErrors.OfferIsChosen, MeetingsErrors.OfferExpired, MeetingsErrors.OfferWithdrawn, MeetingsErrors.NoTimesFound, MeetingsErrors.NoRelationship,
        MeetingsErrors.MeetingIsOver, MeetingsErrors.MeetingIsAhead,
    ];

    private static readonly string[] Unprocessable =
    [
        TeamErrors.NoColleague,
        SourcesErrors.FileIsEmpty, SourcesErrors.FileTooLarge, SourcesErrors.FileUnreadable, SourcesErrors.PageInsteadOfFile,
        SourcesErrors.WorkbookInsteadOfCsv, SourcesErrors.HeaderNotFound, SourcesErrors.AttendeesNotFound, SourcesErrors.NothingInArchive, SourcesErrors.KindUnknown,
        SourcesErrors.ArchiveInArchive, SourcesErrors.ArchiveTooLarge, SourcesErrors.ArchiveDamaged, SourcesErrors.QuoteNeverCloses,
        SourcesErrors.TooManyRows, SourcesErrors.CandidateUnknown, SourcesErrors.OwnerMissing, SourcesErrors.DecisionUnknown, SourcesErrors.SameAsWhom,
        SourcesErrors.SortingUnknown,
        EngagementErrors.RestInThePast, EngagementErrors.ReasonMissing, EngagementErrors.ContactUnknown, EngagementErrors.OwnerMissing,
        EngagementErrors.TouchInTheFuture, EngagementErrors.FollowUpElsewhere, EngagementErrors.AnswerUnknown, EngagementErrors.UntilMissing, EngagementErrors.SnoozeOutOfRange,
        EngagementErrors.PlaybookRefused, EngagementErrors.PlaybookUnknown, EngagementErrors.WaitNotUnderstood, EngagementErrors.WaitNotPositive,
        PartnersErrors.EmailUnreadable, PartnersErrors.ProfileUnreadable, PartnersErrors.DomainUnreadable, PartnersErrors.NameMissing,
        PartnersErrors.SortingUnknown, PartnersErrors.AfterUnknown, PartnersErrors.ValueMissing, PartnersErrors.MergeWithItself,
        ClearanceErrors.HoldNeedsTarget, ClearanceErrors.HoldEndsInThePast,
        MailErrors.TemplateSyntax, MailErrors.UnknownVariable, MailErrors.UnknownBlock, MailErrors.UnescapedVariable, MailErrors.VariableNeeded,
        MailErrors.TemplateEmpty, MailErrors.MailEmpty, MailErrors.SourceMissing, MailErrors.NoOfferInMail, MailErrors.NoInvitationInMail,
        MailErrors.NoUnsubscribeInMail,
        MeetingsErrors.NoSuchTime, MeetingsErrors.MeetingInThePast, MeetingsErrors.AgendaTooLong,
    ];

    private static readonly string[] Missing =
    [
        SetupErrors.NoDemoData, MailErrors.UnknownLink, MailErrors.PracticeModeOnly,
        MeetingsErrors.OfferUnknown,
    ];
}
