namespace PartnerCrm.Meetings;

/// <summary>Error codes; their sentences are in Localization.</summary>
public static class MeetingsErrors
{
    public const string OfferUnknown = "PartnerCrm.Meetings:OfferUnknown";
    public const string OfferExpired = "PartnerCrm.Meetings:OfferExpired";
    public const string OfferWithdrawn = "PartnerCrm.Meetings:OfferWithdrawn";
    public const string OfferIsChosen = "PartnerCrm.Meetings:OfferIsChosen";
    public const string NoSuchTime = "PartnerCrm.Meetings:NoSuchTime";
    public const string NoTimesFound = "PartnerCrm.Meetings:NoTimesFound";
    public const string NoRelationship = "PartnerCrm.Meetings:NoRelationship";
    public const string MeetingIsOver = "PartnerCrm.Meetings:MeetingIsOver";
    public const string MeetingIsAhead = "PartnerCrm.Meetings:MeetingIsAhead";
    public const string AgendaTooLong = "PartnerCrm.Meetings:AgendaTooLong";
    public const string MeetingInThePast = "PartnerCrm.Meetings:MeetingInThePast";
}
