namespace PartnerCrm.Engagement;

public static class SuggestedText
{
    /// <summary>Puts the contact's names where the playbook says {FirstName}, {Name} and {Organisation}.</summary>
    public static string For(Relationship relationship, string text)
    {
        var said = text
            .Replace("{FirstName}", relationship.FirstName, StringComparison.OrdinalIgnoreCase)
            .Replace("{Name}", relationship.ContactName, StringComparison.OrdinalIgnoreCase)
            .Replace("{Organisation}", relationship.OrganisationName ?? "", StringComparison.OrdinalIgnoreCase);
        return said.Length <= FollowUp.MaxSuggestedTextLength ? said : said[..FollowUp.MaxSuggestedTextLength];
    }
}
