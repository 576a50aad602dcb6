namespace PartnerCrm.Partners;

/// <summary>409: EmailKnown, ProfileKnown, OrganisationKnown, OrganisationInUse, MergeRefused, MergeStale. 422: the others.</summary>
public static class PartnersErrors
{
    public const string EmailKnown = "PartnerCrm.Partners:EmailKnown";
    public const string ProfileKnown = "PartnerCrm.Partners:ProfileKnown";
    public const string OrganisationKnown = "PartnerCrm.Partners:OrganisationKnown";
    public const string OrganisationInUse = "PartnerCrm.Partners:OrganisationInUse";
    public const string ViewNameTaken = "PartnerCrm.Partners:ViewNameTaken";
    public const string ViewIsAnothers = "PartnerCrm.Partners:ViewIsAnothers";
    public const string ValueMissing = "PartnerCrm.Partners:ValueMissing";
    public const string EmailUnreadable = "PartnerCrm.Partners:EmailUnreadable";
    public const string ProfileUnreadable = "PartnerCrm.Partners:ProfileUnreadable";
    public const string DomainUnreadable = "PartnerCrm.Partners:DomainUnreadable";
    public const string NameMissing = "PartnerCrm.Partners:NameMissing";
    public const string SortingUnknown = "PartnerCrm.Partners:SortingUnknown";
    public const string MergeWithItself = "PartnerCrm.Partners:MergeWithItself";
    public const string MergeRefused = "PartnerCrm.Partners:MergeRefused";
    public const string MergeStale = "PartnerCrm.Partners:MergeStale";
    public const string AfterUnknown = "PartnerCrm.Partners:AfterUnknown";
}
