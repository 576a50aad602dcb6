using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;

namespace PartnerCrm.Tests.Partners;

public class NameTests
{
    [Theory]
    [InlineData("Jürgen", "Müller", "Juergen", "Mueller")]
    [InlineData("JÜRGEN", "MÜLLER", "Jurgen", "Muller")]
    [InlineData("Siobhán", "O’Brien", "siobhan", "OBrien")]
    [InlineData("Jan", "van der Berg", "Jan", "Vanderberg")]
    [InlineData("Jan van der Berg", "", "Jan", "van der Berg")]
    [InlineData("Berg, Jan van der", "", "Jan", "van der Berg")]
    [InlineData("Dr. Anna", "Weiß", "Anna", "Weiss")]
    [InlineData("Anna M.", "Łukasiewicz, PhD", "Anna", "Lukasiewicz")]
    [InlineData("Jean-Pierre", "Le Roux", "Jean Pierre", "LeRoux")]
    [InlineData("Sam (she/her)", "Poole", "Sam", "Poole")]
    [InlineData("ﬁona", "ＷＡＬＬ", "Fiona", "Wall")]
    [InlineData("Søren", "Ærøskøbing", "Soren", "Aeroskobing")]
    public void One_name_is_written_in_many_ways(string first, string last, string otherFirst, string otherLast) =>
        PersonName.KeyOf(first, last).ShouldBe(PersonName.KeyOf(otherFirst, otherLast));

    [Theory]
    [InlineData("Anna", "Berg", "Anne", "Berg")]
    [InlineData("Jean", "Roux", "Jean-Pierre", "Roux")]
    [InlineData("Ma", "Li", "Li", "Ma")]
    public void Different_names_stay_different(string first, string last, string otherFirst, string otherLast) =>
        PersonName.KeyOf(first, last).ShouldNotBe(PersonName.KeyOf(otherFirst, otherLast));

    [Theory]
    [InlineData("Example Ltd", "EXAMPLE LIMITED")]
    [InlineData("The Example Company, Inc.", "Example")]
    [InlineData("Muster GmbH & Co. KG", "Muster")]
    [InlineData("Beispiel G.m.b.H.", "beispiel gmbh")]
    [InlineData("Smith & Sons plc", "Smith and Sons P.L.C.")]
    [InlineData("Café Zürich AG", "CAFE ZURICH")]
    public void One_organisation_is_written_in_many_ways(string name, string other) => OrganisationName.KeyOf(name).ShouldBe(OrganisationName.KeyOf(other));

    [Fact]
    public void A_name_that_is_only_a_legal_form_stays_a_name() => OrganisationName.KeyOf("AG").ShouldBe("ag");

    [Theory]
    [InlineData("Example Ltd", SubscriberType.Corporate)]
    [InlineData("Muster GmbH & Co. KG", SubscriberType.Corporate)]
    [InlineData("Smith & Jones", SubscriberType.Unknown)]
    [InlineData("Limited", SubscriberType.Unknown)]
    public void A_legal_form_says_whether_the_subscriber_is_corporate(string name, SubscriberType expected) =>
        OrganisationName.SubscriberTypeOf(name).ShouldBe(expected);

    [Theory]
    [InlineData("https://www.linkedin.com/in/Jane-Smith-1a2b/", "jane-smith-1a2b")]
    [InlineData("linkedin.com/in/jane?trk=people", "jane")]
    [InlineData("http://uk.linkedin.com/in/j%C3%BCrgen-m/de", "jürgen-m")]
    [InlineData("/in/jane#about", "jane")]
    [InlineData("https://www.linkedin.com/mwlite/in/jane", "jane")]
    public void A_profile_is_known_by_its_slug_however_its_address_is_written(string url, string slug) => ProfileUrl.LinkedInSlugOf(url).ShouldBe(slug);

    [Theory]
    [InlineData("https://www.linkedin.com/company/example")]
    [InlineData("https://example.org/in/jane")]
    [InlineData("https://linkedin.com.example.org/in/jane")]
    [InlineData("jane")]
    [InlineData("https://www.linkedin.com/in/")]
    public void Other_addresses_are_no_profiles(string url) => ProfileUrl.LinkedInSlugOf(url).ShouldBeNull();

    [Theory]
    [InlineData(" Jane@Example.ORG ", "jane@example.org")]
    [InlineData("mailto:a.b@bücher.example", "a.b@xn--bcher-kva.example")]
    public void Addresses_compare_without_case_and_in_ascii(string text, string key) => EmailAddress.Of(text)!.Value.Key.ShouldBe(key);

    [Theory]
    [InlineData("jane")]
    [InlineData("a@b")]
    [InlineData("a@@example.org")]
    [InlineData("a b@example.org")]
    [InlineData(".a@example.org")]
    [InlineData("a@-example.org")]
    [InlineData("--")]
    public void What_is_no_address_is_refused(string text) => EmailAddress.Of(text).ShouldBeNull();

    [Fact]
    public void Folding_any_text_twice_changes_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string?>(text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text)));

    [Fact]
    public void Plain_text_is_fit_for_every_database() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
    {
        var plain = PlainText.Of(text);
        return !plain.Any(char.IsControl) && plain.Trim() == plain && plain.IsNormalized() && PlainText.Of(plain) == plain;
    }));

    [Fact]
    public void Any_name_has_a_key_that_case_does_not_change() => Check.QuickThrowOnFailure(Prop.ForAll<string?, string?>((first, last) =>
        PersonName.KeyOf(first?.ToUpperInvariant(), last?.ToUpperInvariant()) == PersonName.KeyOf(first?.ToUpperInvariant().ToLowerInvariant(), last?.ToUpperInvariant().ToLowerInvariant())));

    [Fact]
    public void Any_address_that_is_one_is_found_again_by_its_key() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
        EmailAddress.Of(text + "@example.org") is not { } email || EmailAddress.Of(email.Key)!.Value == email));
}
