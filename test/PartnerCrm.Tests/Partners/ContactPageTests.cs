using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using PartnerCrm.Tests.Engagement;
using Volo.Abp;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Tests.Partners;

public class ContactPageTests
{
    [Fact]
    public async Task A_contacts_page_says_how_we_met_who_knows_them_and_whether_we_may()
    {
        await using var app = await PartnersApp.StartAsync();
        var ada = await AddAsync(app, "Ada", "Example");
        app.Relationships.Acquaintances.Add(new Acquaintance(People.Henry, 3, app.Clock.Now));
        app.Clearance.Answers[ada.Id] = SaidClearance.Answer(Verdict.Blocked, "We don't know their country.");

        var page = await app.UseAsync<ContactsAppService, ContactOverviewDto>(s => s.GetOverviewAsync(ada.Id));

        page.Contact.Origins.ShouldHaveSingleItem();
        page.KnownBy.Select(k => (k.Name, k.Touches)).ShouldBe([("Henry Helper", 3), ("Olivia Owner", 0)]);
        page.MayI.Select(m => m.Channel).ShouldBe([Channel.LinkedIn, Channel.Email, Channel.Phone]);
        page.MayI.ShouldAllBe(m => m.Sentence == "We don't know their country.");
    }

    [Fact]
    public async Task An_organisations_page_has_its_people_and_names_its_owners()
    {
        await using var app = await PartnersApp.StartAsync();
        var makers = await app.UseAsync<OrganisationsAppService, OrganisationDto>(s => s.CreateAsync(new OrganisationInput
        {
            Name = "Example Makers Ltd", LeadOwnerId = People.Olivia, Owners = [new OwnerInput { Purpose = "placements", UserId = People.Henry }],
        }));
        await AddAsync(app, "Ada", "Example", makers.Id);

        var page = await app.UseAsync<OrganisationsAppService, OrganisationOverviewDto>(s => s.GetOverviewAsync(makers.Id));

        (page.PeopleCount, page.People.Single().FirstName).ShouldBe((1, "Ada"));
        page.Names.Values.Order().ShouldBe(["Henry Helper", "Olivia Owner"]);
    }

    [Fact]
    public async Task Two_of_one_name_may_be_one_person()
    {
        await using var app = await PartnersApp.StartAsync();
        await AddAsync(app, "Ada", "Example", email: "ada@example.org");
        await AddAsync(app, "Ada", "Example", email: "ada.example@example.org");
        await AddAsync(app, "Bert", "Sample");

        var suggested = await app.UseAsync<MergeSuggestionsAppService, ListResultDto<MergeSuggestionDto>>(s => s.GetListAsync(new PagedResultRequestDto()));

        suggested.Items.ShouldHaveSingleItem().Reason.ShouldBe("same name");
    }

    [Fact]
    public async Task A_view_is_seen_by_colleagues_when_shared_and_changed_by_its_owner_alone()
    {
        await using var app = await PartnersApp.StartAsync();
        var view = await app.UseAsync<SavedViewsAppService, SavedViewDto>(s => s.CreateAsync(new SavedViewInput("contacts", "Makers", """{"filter":"makers"}""", true, null)));

        var seen = await app.UseAsync<SavedViewsAppService, ListResultDto<SavedViewDto>>(s => s.GetListAsync(new SavedViewListInput("contacts")), People.Henry);
        var refused = await Should.ThrowAsync<BusinessException>(() => app.UseAsync<SavedViewsAppService, SavedViewDto>(
            s => s.UpdateAsync(view.Id, new SavedViewInput("contacts", "Mine", "{}", false, null)), People.Henry));

        seen.Items.ShouldHaveSingleItem().IsMine.ShouldBeFalse();
        refused.Code.ShouldBe(PartnersErrors.ViewIsAnothers);
    }

    [Fact]
    public async Task A_name_is_taken_once_for_each_list()
    {
        await using var app = await PartnersApp.StartAsync();
        await app.UseAsync<SavedViewsAppService, SavedViewDto>(s => s.CreateAsync(new SavedViewInput("contacts", "Makers", "{}", false, null)));
        await app.UseAsync<SavedViewsAppService, SavedViewDto>(s => s.CreateAsync(new SavedViewInput("organisations", "Makers", "{}", false, null)));

        (await Should.ThrowAsync<BusinessException>(() => app.UseAsync<SavedViewsAppService, SavedViewDto>(
            s => s.CreateAsync(new SavedViewInput("contacts", " makers", "{}", false, null))))).Code.ShouldBe(PartnersErrors.ViewNameTaken);
    }

    [Fact]
    public async Task Many_are_given_a_country_at_once_and_those_that_are_gone_say_so()
    {
        await using var app = await PartnersApp.StartAsync();
        var ada = await AddAsync(app, "Ada", "Example");

        var done = (await app.UseAsync<ContactsAppService, ListResultDto<BulkItemDto>>(
            s => s.ActOnManyAsync(new ContactBulkInput([ada.Id, Guid.NewGuid()], ContactBulkAction.SetCountry, "ie")))).Items;

        done.Select(d => d.IsDone).ShouldBe([true, false]);
        (await app.UseAsync<ContactsAppService, ContactDto>(s => s.GetAsync(ada.Id))).Country.ShouldBe("IE");
    }

    [Fact]
    public async Task Many_organisations_get_a_lead_at_once_and_those_with_contacts_stay()
    {
        await using var app = await PartnersApp.StartAsync();
        var (makers, bakers) = (await OrganisationAsync(app, "Example Makers Ltd"), await OrganisationAsync(app, "Example Bakers Ltd"));
        await AddAsync(app, "Ada", "Example", makers);

        var led = await ActAsync(app, new OrganisationBulkInput([makers, bakers, Guid.NewGuid()], OrganisationBulkAction.SetLead, People.Henry, null));
        (await app.UseAsync<OrganisationsAppService, OrganisationDto>(s => s.GetAsync(makers))).LeadOwnerId.ShouldBe(People.Henry);
        var removed = await ActAsync(app, new OrganisationBulkInput([makers, bakers], OrganisationBulkAction.Delete, null, null));

        led.ShouldBe([true, true, false]);
        removed.ShouldBe([false, true]);
        await Should.ThrowAsync<BusinessException>(() => ActAsync(app, new OrganisationBulkInput([makers], OrganisationBulkAction.SetCountry, null, null)));
        await Should.ThrowAsync<BusinessException>(() => ActAsync(app, new OrganisationBulkInput([makers], OrganisationBulkAction.SetLead, Guid.NewGuid(), null)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("Example, Ltd", "\"Example, Ltd\"")]
    [InlineData("says \"no\"", "\"says \"\"no\"\"\"")]
    [InlineData(null, "")]
    public void A_cell_is_text_whatever_a_stranger_wrote_into_it(string? text, string cell) => CsvRows.Cell(text).ShouldBe(cell);

    private static async Task<Guid> OrganisationAsync(PartnersApp app, string name) =>
        (await app.UseAsync<OrganisationsAppService, OrganisationDto>(s => s.CreateAsync(new OrganisationInput { Name = name }))).Id;

    private static async Task<List<bool>> ActAsync(PartnersApp app, OrganisationBulkInput input) =>
        [.. (await app.UseAsync<OrganisationsAppService, ListResultDto<BulkItemDto>>(s => s.ActOnManyAsync(input))).Items.Select(i => i.IsDone)];

    private static Task<ContactDto> AddAsync(PartnersApp app, string firstName, string lastName, Guid? organisationId = null, string? email = null) =>
        app.UseAsync<ContactsAppService, ContactDto>(s => s.CreateAsync(new CreateContactInput
        {
            FirstName = firstName, LastName = lastName, OrganisationId = organisationId, Email = email,
        }));
}
