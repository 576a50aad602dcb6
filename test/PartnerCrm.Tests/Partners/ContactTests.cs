using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using Volo.Abp;

namespace PartnerCrm.Tests.Partners;

public class ContactTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly Contact contact = new(Guid.NewGuid(), new ContactDetails("Ada", "Müller", Position: "Engineer"));
    private readonly Organisation example = new(Guid.NewGuid(), "Example Ltd");
    private readonly Organisation muster = new(Guid.NewGuid(), "Muster GmbH");

    [Fact]
    public void A_contact_without_any_name_is_refused() =>
        Should.Throw<BusinessException>(() => new Contact(Guid.NewGuid(), new ContactDetails(" ", "\u200b"))).Code.ShouldBe(PartnersErrors.NameMissing);

    [Fact]
    public void What_we_know_is_never_overwritten_and_gaps_are_filled()
    {
        contact.FillGaps(new ContactDetails("A.", "Mueller", EmailAddress.Of("ada@example.org"), Position: "Director", Country: "gb")).ShouldBeTrue();

        (contact.FirstName, contact.LastName, contact.Email, contact.Position, contact.Country).ShouldBe(("Ada", "Müller", "ada@example.org", "Engineer", "GB"));
        contact.FillGaps(new ContactDetails("Other", "Name", EmailAddress.Of("other@example.org"))).ShouldBeFalse();
    }

    [Fact]
    public void A_new_role_ends_the_one_before()
    {
        contact.WorkAt(example, Guid.NewGuid(), Monday);
        contact.WorkAt(muster, Guid.NewGuid(), Monday.AddDays(30));

        contact.OrganisationName.ShouldBe("Muster GmbH");
        contact.Affiliations.Select(a => (a.OrganisationId, a.Until)).ShouldBe([(example.Id, Monday.AddDays(30)), (muster.Id, null)]);
    }

    [Fact]
    public void Search_finds_both_spellings_the_organisation_and_the_address()
    {
        contact.FillGaps(new ContactDetails("", "", EmailAddress.Of("ada@example.org")));
        contact.WorkAt(example, Guid.NewGuid(), Monday);

        foreach (var part in (string[])["muller", "mueller", "example ltd", "ada@example.org"]) contact.SearchText.ShouldContain(part);
    }

    [Fact]
    public void The_same_meeting_read_from_a_second_file_is_no_second_origin()
    {
        contact.Meet(new OriginFact(Channel.Event, "Seminar", Monday, null, null), "Attendees", Guid.NewGuid()).ShouldBeTrue();
        contact.Meet(new OriginFact(Channel.Event, "Seminar", Monday.AddMinutes(3), null, null), "Attendees", Guid.NewGuid()).ShouldBeFalse();
        contact.Meet(new OriginFact(Channel.LinkedIn, null, Monday, null, null), "Connections", Guid.NewGuid()).ShouldBeTrue();

        contact.Origins.Count.ShouldBe(2);
    }

    [Fact]
    public void Replacing_the_profile_changes_what_the_contact_is_matched_by()
    {
        contact.Show(ProfileUrl.LinkedIn("ada"), Guid.NewGuid());
        contact.Replace(Channel.LinkedIn, ProfileUrl.LinkedIn("ada-m"), Guid.NewGuid());

        contact.ProfileSlug.ShouldBe("ada-m");
        contact.Profiles.ShouldHaveSingleItem().Slug.ShouldBe("ada-m");
        contact.Replace(Channel.LinkedIn, null, Guid.NewGuid());
        contact.ProfileSlug.ShouldBeNull();
    }

    [Fact]
    public void An_organisation_has_one_owner_for_each_purpose()
    {
        var (ines, tom) = (Guid.NewGuid(), Guid.NewGuid());
        example.ShareOut(new Dictionary<string, Guid> { ["placements"] = ines, ["research"] = ines }, Guid.NewGuid);
        example.ShareOut(new Dictionary<string, Guid> { ["placements"] = tom }, Guid.NewGuid);

        example.Owners.ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.Purpose.ShouldBe("placements"), o => o.UserId.ShouldBe(tom));
    }
}
