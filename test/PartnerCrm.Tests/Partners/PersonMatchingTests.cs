using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;

namespace PartnerCrm.Tests.Partners;

public class PersonMatchingTests
{
    private static readonly KnownPerson Ada = Known("Ada", "Müller", "ada@example.org", "ada-mueller", "Example Ltd");

    [Fact]
    public void The_same_profile_is_the_same_person_whatever_the_name()
    {
        var match = Match(Sketch("A.", "Schmidt", slug: "ADA-mueller"));

        match.Certainty.ShouldBe(MatchCertainty.Certain);
        match.ContactId.ShouldBe(Ada.Id);
        match.Suggestions[0].Reason.ShouldBe(MatchReasons.SameProfile);
    }

    [Fact]
    public void The_same_personal_address_is_the_same_person() => Match(Sketch("Ada", "Schmidt", email: "ADA@example.org")).ContactId.ShouldBe(Ada.Id);

    [Fact]
    public void A_desks_address_under_another_name_is_only_a_suggestion()
    {
        var desk = Known("Ben", "Poole", "info@example.org");

        var other = new PersonMatching([desk]).Match(Sketch("Cora", "Finch", email: "info@example.org"));
        var same = new PersonMatching([desk]).Match(Sketch("ben", "POOLE", email: "info@example.org"));

        other.ShouldSatisfyAllConditions(m => m.ContactId.ShouldBeNull(), m => m.Certainty.ShouldBe(MatchCertainty.Likely));
        same.ContactId.ShouldBe(desk.Id);
    }

    [Fact]
    public void An_address_that_two_contacts_share_decides_nothing_without_the_name()
    {
        var ben = Known("Ben", "Poole", "poole@example.org");
        var cora = Known("Cora", "Poole", "poole@example.org");
        var matching = new PersonMatching([ben, cora]);

        matching.Match(Sketch("Dora", "Poole", email: "poole@example.org")).ContactId.ShouldBeNull();
        matching.Match(Sketch("Cora", "Poole", email: "poole@example.org")).ContactId.ShouldBe(cora.Id);
    }

    [Fact]
    public void The_same_name_at_the_same_organisation_is_likely()
    {
        var match = Match(Sketch("ada", "Mueller", organisation: "EXAMPLE LIMITED"));

        match.Certainty.ShouldBe(MatchCertainty.Likely);
        match.ContactId.ShouldBeNull();
        match.Suggestions.ShouldHaveSingleItem().Reason.ShouldBe("same name at Example Ltd");
    }

    [Fact]
    public void The_same_name_alone_is_possible() => Match(Sketch("Ada", "Muller", organisation: "Elsewhere")).Certainty.ShouldBe(MatchCertainty.Possible);

    [Fact]
    public void Nobody_like_them_is_no_match() => Match(Sketch("Cora", "Finch")).ShouldBeEquivalentTo(new PersonMatch(1, MatchCertainty.None, null, []));

    [Fact]
    public void The_profile_outranks_the_address_and_both_are_shown()
    {
        var ben = Known("Ben", "Poole", "ben@example.org");

        var match = new PersonMatching([ben, Ada]).Match(Sketch("Ada", "Müller", email: "ben@example.org", slug: "ada-mueller"));

        match.ContactId.ShouldBe(Ada.Id);
        match.Suggestions.Select(s => (s.ContactId, s.Certainty)).ShouldBe([(Ada.Id, MatchCertainty.Certain), (ben.Id, MatchCertainty.Likely)]);
    }

    [Fact]
    public void A_name_alone_is_never_certain_whatever_the_names() => Check.QuickThrowOnFailure(Prop.ForAll(People(), Names(), (people, name) =>
    {
        var match = new PersonMatching(people).Match(Sketch(name.First, name.Last, organisation: "Example Ltd"));
        return match.Certainty != MatchCertainty.Certain && match.ContactId is null;
    }));

    [Fact]
    public void Case_and_accents_change_no_answer() => Check.QuickThrowOnFailure(Prop.ForAll(People(), Names(), (people, name) =>
    {
        var matching = new PersonMatching(people);
        var plain = matching.Match(Sketch(name.First, name.Last, "name@example.org", "some-slug", "Exämple Ltd"));
        var shouted = matching.Match(Sketch(name.First.ToUpperInvariant(), name.Last.ToUpperInvariant(), "NAME@EXAMPLE.ORG", "SOME-SLUG", "EXAMPLE LTD"));
        return plain.Certainty == shouted.Certainty && plain.ContactId == shouted.ContactId && plain.Suggestions.SequenceEqual(shouted.Suggestions);
    }));

    [Fact]
    public void The_order_in_which_contacts_are_found_changes_no_answer() => Check.QuickThrowOnFailure(Prop.ForAll(People(), Names(), (people, name) =>
    {
        var sketch = Sketch(name.First, name.Last, "name@example.org", "some-slug", "Example Ltd");
        var one = new PersonMatching(people).Match(sketch);
        var other = new PersonMatching(people.Reverse()).Match(sketch);
        return one.Certainty == other.Certainty && one.ContactId == other.ContactId && one.Suggestions.SequenceEqual(other.Suggestions);
    }));

    private static PersonMatch Match(PersonSketch sketch) => new PersonMatching([Ada]).Match(sketch);

    private static Arbitrary<(string First, string Last)> Names() => NameGen().ToArbitrary();

    private static Gen<(string First, string Last)> NameGen() =>
        from first in Gen.Elements("Ada", "Jürgen", "Juergen", "Siobhán", "Jean-Pierre", "Ana")
        from last in Gen.Elements("Müller", "Mueller", "O'Brien", "van der Berg", "Weiß", "Łuk")
        select (first, last);

    private static Arbitrary<KnownPerson[]> People()
    {
        var person = from name in NameGen()
                     from email in Gen.Elements(null, "name@example.org", "info@example.org", "other@example.org")
                     from slug in Gen.Elements(null, "some-slug", "other-slug")
                     from organisation in Gen.Elements(null, "Example Ltd", "Exämple Limited", "Elsewhere")
                     select (name, email, slug, organisation);
        // Slugs are unique in the database, so they are here.
        return person.ListOf().Select(people => people.Select((p, i) => Known(
            p.name.First, p.name.Last, p.email, people.FindIndex(o => o.slug == p.slug) == i ? p.slug : null, p.organisation, new Guid(i, 0, 0, new byte[8]))).ToArray()).ToArbitrary();
    }

    private static PersonSketch Sketch(string first, string last, string? email = null, string? slug = null, string? organisation = null) =>
        new(1, first, last, email, slug, organisation);

    private static KnownPerson Known(string first, string last, string? email = null, string? slug = null, string? organisation = null, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), first, last, PersonName.KeyOf(first, last), email, slug, null, organisation);
}
