using PartnerCrm.Contracts;
using PartnerCrm.Sources;

namespace PartnerCrm.Tests.Sources;

public class SamePersonTests
{
    [Theory]
    [InlineData("Example Ltd", "The Example Limited", MatchCertainty.Likely)]
    [InlineData("Muster GmbH", "Muster", MatchCertainty.Likely)]
    [InlineData("Example Ltd", "Sample Ltd", MatchCertainty.Possible)]
    [InlineData(null, null, MatchCertainty.Possible)]
    public void A_name_at_the_same_organisation_is_likely_the_same_person_however_the_organisation_is_written(string? one, string? other, MatchCertainty certainty) =>
        SamePerson.Between(null, null, "ada|example", one, Namesake(other)).ShouldBe(certainty);

    private static Namesake Namesake(string? organisation) => new(
        Guid.NewGuid(), Guid.NewGuid(), ImportSource.LinkedInArchive, null, "Ada", "Example", organisation, "ada|example", null, null, null, null, null);
}
