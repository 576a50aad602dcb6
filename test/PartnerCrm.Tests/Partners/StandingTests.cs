using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using PartnerCrm.Tests.Engagement;
using Volo.Abp.Application.Dtos;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Tests.Partners;

public class StandingTests
{
    [Fact]
    public async Task What_one_unit_of_work_tells_of_relationships_is_kept_at_once_and_the_last_word_counts()
    {
        await using var app = await PartnersApp.StartAsync();
        Guid[] people = [await AddAsync(app, "Ada"), await AddAsync(app, "Ben"), await AddAsync(app, "Cleo")];
        var touched = app.Clock.Now.AddDays(-3);

        await app.DoAsync(async services =>
        {
            var facts = services.GetRequiredService<ILocalEventBus>();
            foreach (var id in people) await facts.PublishAsync(Told(id, null));
            foreach (var id in people) await facts.PublishAsync(Told(id, touched));
        });

        app.Standings.ShouldHaveSingleItem().Count.ShouldBe(3);
        var rows = (await app.UseAsync<ContactsAppService, PagedResultDto<ContactRow>>(s => s.GetListAsync(new ContactListInput()))).Items;
        rows.ShouldAllBe(r => r.Stage == "Social" && r.OwnerId == People.Olivia && r.LastTouchedAt == touched);
    }

    private static RelationshipChanged Told(Guid contactId, DateTime? touched) =>
        new(new RelationshipCard(Guid.NewGuid(), contactId, null, People.Olivia, "Social", touched));

    private static async Task<Guid> AddAsync(PartnersApp app, string name) =>
        (await app.UseAsync<ContactsAppService, ContactDto>(s => s.CreateAsync(new CreateContactInput { FirstName = name, LastName = "Example" }))).Id;
}
