namespace PartnerCrm.Partners;

/// <summary>What two contacts that are one person may disagree on. Name is first and last name together, Profile the LinkedIn profile we match by.</summary>
public enum ContactField
{
    Name, Email, Phone, Position, Organisation, Country, Language, TimeZone, Profile,
}
