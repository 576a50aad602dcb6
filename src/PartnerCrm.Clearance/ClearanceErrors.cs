namespace PartnerCrm.Clearance;

/// <summary>Error codes; their sentences are in Localization.</summary>
public static class ClearanceErrors
{
    public const string HoldNeedsTarget = "PartnerCrm.Clearance:HoldNeedsTarget";
    public const string HoldEndsInThePast = "PartnerCrm.Clearance:HoldEndsInThePast";
    public const string HoldIsLifted = "PartnerCrm.Clearance:HoldIsLifted";
    public const string RequestIsAnswered = "PartnerCrm.Clearance:RequestIsAnswered";
    public const string RequestIsForAnotherOwner = "PartnerCrm.Clearance:RequestIsForAnotherOwner";
    public const string NotPendingReview = "PartnerCrm.Clearance:NotPendingReview";
}
