using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace PartnerCrm.Tests.Partners;

public class MergeTests
{
    [Fact]
    public async Task What_the_person_chose_wins_and_what_was_missing_is_filled()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);

        var now = await MergeAsync(app, ada, twin, ContactField.Email, ContactField.Organisation);

        (now.Id, now.FirstName, now.LastName, now.Position).ShouldBe((ada.Id, "Ada", "Example", "Maker"));
        (now.Email, now.OrganisationName, now.Phone, now.Country).ShouldBe(("ada@home.example.org", "Other Works Ltd", "+44 20 7946 0000", "GB"));
    }

    [Fact]
    public async Task Pages_roles_and_origins_of_both_stay()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);

        var now = await MergeAsync(app, ada, twin);

        now.Profiles.Select(p => p.Slug).ShouldBe(["ada-example", "ada-twin"]);
        now.Origins.Select(o => o.Where).ShouldBe(["Seminar on making", "Fair"], ignoreOrder: true);
        now.Affiliations.Select(a => (a.OrganisationName, IsOver: a.Until is not null)).ShouldBe([("Example Makers Ltd", false), ("Other Works Ltd", true)], ignoreOrder: true);
    }

    [Fact]
    public async Task The_address_and_the_page_that_were_given_up_still_tell_who_they_are()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);

        await MergeAsync(app, ada, twin);

        (await app.UseAsync<IContactLookup, IReadOnlyDictionary<string, ContactCard>>(s => s.FindByEmailAsync(["ADA@home.example.org"])))
            .ShouldHaveSingleItem().Value.Id.ShouldBe(ada.Id);
        var matches = await app.UseAsync<IContactMatching, IReadOnlyList<PersonMatch>>(s => s.MatchAsync(
            [new PersonSketch(0, "A.", "E.", "ada@home.example.org", null, null, null), new PersonSketch(1, "A.", "E.", null, "ada-twin", null, null)]));
        matches.Select(m => (m.Certainty, m.ContactId)).ShouldBe([(MatchCertainty.Certain, ada.Id), (MatchCertainty.Certain, ada.Id)]);
        (await Should.ThrowAsync<BusinessException>(() => AddAsync(app, "Eve", "ada@home.example.org", "Works", "eve", "Fair"))).Code.ShouldBe(PartnersErrors.EmailKnown);
    }

    [Fact]
    public async Task Links_to_whoever_was_merged_lead_to_who_they_are_now_however_often()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);
        var third = await AddAsync(app, "Ada", "third@example.org", "Third Works", "ada-third", "Talk");
        await MergeAsync(app, twin, ada);
        await MergeAsync(app, third, twin);

        var page = await app.UseAsync<ContactsAppService, ContactOverviewDto>(s => s.GetOverviewAsync(ada.Id));

        page.Contact.Id.ShouldBe(third.Id);
        page.Merged.Select(m => m.MergedId).ShouldBe([ada.Id, twin.Id], ignoreOrder: true);
        await Should.ThrowAsync<EntityNotFoundException>(() => app.UseAsync<ContactsAppService, ContactDto>(s => s.GetAsync(ada.Id)));
    }

    [Fact]
    public async Task It_is_said_who_merged_whom()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);

        await MergeAsync(app, ada, twin);

        var page = await app.UseAsync<ContactsAppService, ContactOverviewDto>(s => s.GetOverviewAsync(ada.Id));
        var merged = page.Merged.ShouldHaveSingleItem();
        (merged.Name, merged.Email, page.Names[merged.UserId!.Value]).ShouldBe(("Ada Example", "ada@home.example.org", "Olivia Owner"));
    }

    [Fact]
    public async Task What_stands_against_it_is_said_and_nothing_happens()
    {
        await using var app = await PartnersApp.StartAsync();
        var (ada, twin) = await TwoAsync(app);
        app.Relationships.NoMerge = "A contact plan runs with both.";

        (await app.UseAsync<ContactMergesAppService, MergePreviewDto>(s => s.PreviewAsync(ada.Id, twin.Id))).WhyNot.ShouldBe("A contact plan runs with both.");
        (await Should.ThrowAsync<BusinessException>(() => MergeAsync(app, ada, twin))).Code.ShouldBe(PartnersErrors.MergeRefused);
        (await Should.ThrowAsync<BusinessException>(() => MergeAsync(app, ada, ada))).Code.ShouldBe(PartnersErrors.MergeWithItself);
        (await app.UseAsync<ContactsAppService, ContactDto>(s => s.GetAsync(twin.Id))).Profiles.ShouldHaveSingleItem();
    }

    private static async Task<ContactDto> MergeAsync(PartnersApp app, ContactDto kept, ContactDto other, params ContactField[] fromOther)
    {
        var (keptNow, otherNow) = (await SeenAsync(app, kept.Id), await SeenAsync(app, other.Id));
        var input = new MergeContactsInput(other.Id, keptNow.ConcurrencyStamp, otherNow.ConcurrencyStamp, fromOther);
        return await app.UseAsync<ContactMergesAppService, ContactDto>(s => s.MergeAsync(kept.Id, input));
    }

    private static Task<ContactDto> SeenAsync(PartnersApp app, Guid id) => app.UseAsync<ContactsAppService, ContactDto>(s => s.GetAsync(id));

    private static async Task<(ContactDto Ada, ContactDto Twin)> TwoAsync(PartnersApp app) => (
        await AddAsync(app, "Ada", "ada@example.org", "Example Makers Ltd", "ada-example", "Seminar on making"),
        await AddAsync(app, "Ada", "ada@home.example.org", "Other Works Ltd", "ada-twin", "Fair", position: "Director", phone: "+44 20 7946 0000", country: "GB"));

    private static Task<ContactDto> AddAsync(
        PartnersApp app, string name, string email, string organisation, string slug, string met, string position = "Maker", string? phone = null, string? country = null) =>
        app.UseAsync<ContactsAppService, ContactDto>(s => s.CreateAsync(new CreateContactInput
        {
            FirstName = name, LastName = "Example", Email = email, OrganisationName = organisation, Position = position, Phone = phone, Country = country,
            ProfileUrl = $"https://www.linkedin.com/in/{slug}", OriginChannel = Channel.Event, OriginWhere = met,
        }));
}
