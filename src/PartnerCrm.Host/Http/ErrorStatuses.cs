using System.Net;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace PartnerCrm.Host;

/// <summary>The HTTP status of business errors that are not simply "may not" (403): 409 where the present state stands against it, 422 where
/// the input does, 404 where there is nothing by that name.</summary>
public static class ErrorStatuses
{
    public static void Map(AbpExceptionHttpStatusCodeOptions options)
    {
        foreach (var code in Conflicts) options.Map(code, HttpStatusCode.Conflict);
        foreach (var code in Missing) options.Map(code, HttpStatusCode.NotFound);
        foreach (var code in Unprocessable) options.Map(code, HttpStatusCode.UnprocessableEntity);
    }

    private static readonly string[] Conflicts =
    [
        Clearance.ClearanceErrors.HoldIsLifted,
        Clearance.ClearanceErrors.RequestIsAnswered,
        Clearance.ClearanceErrors.NotPendingReview,
        Partners.PartnersErrors.EmailKnown,
        Partners.PartnersErrors.ProfileKnown,
        Partners.PartnersErrors.OrganisationKnown,
        Partners.PartnersErrors.OrganisationInUse,
        Mail.MailErrors.TemplateExists,
        Mail.MailErrors.NotADraft,
        Mail.MailErrors.NotInDoubt,
        Mail.MailErrors.WrongState,
        Mail.MailErrors.ContactBlocked,
        Mail.MailErrors.OwnerMustBeAsked,
        Meetings.MeetingsErrors.OfferIsChosen,
        Meetings.MeetingsErrors.OfferExpired,
        Meetings.MeetingsErrors.OfferWithdrawn,
        Meetings.MeetingsErrors.NoTimesFound,
        Meetings.MeetingsErrors.MeetingIsOver,
        Meetings.MeetingsErrors.MeetingIsAhead,
    ];

    private static readonly string[] Unprocessable =
    [
        Clearance.ClearanceErrors.HoldNeedsTarget,
        Clearance.ClearanceErrors.HoldEndsInThePast,
        Partners.PartnersErrors.EmailUnreadable,
        Partners.PartnersErrors.ProfileUnreadable,
        Partners.PartnersErrors.DomainUnreadable,
        Partners.PartnersErrors.NameMissing,
        Partners.PartnersErrors.SortingUnknown,
        Partners.PartnersErrors.AfterUnknown,
        Mail.MailErrors.TemplateSyntax,
        Mail.MailErrors.UnknownVariable,
        Mail.MailErrors.UnknownBlock,
        Mail.MailErrors.UnescapedVariable,
        Mail.MailErrors.VariableNeeded,
        Mail.MailErrors.TemplateEmpty,
        Mail.MailErrors.MailEmpty,
        Mail.MailErrors.SourceMissing,
        Mail.MailErrors.NoOfferInMail,
        Mail.MailErrors.NoInvitationInMail,
        Mail.MailErrors.NoUnsubscribeInMail,
        Meetings.MeetingsErrors.NoSuchTime,
        Meetings.MeetingsErrors.MeetingInThePast,
    ];

    private static readonly string[] Missing =
    [
        Mail.MailErrors.UnknownLink,
        Mail.MailErrors.PracticeModeOnly,
        Meetings.MeetingsErrors.OfferUnknown,
    ];
}
