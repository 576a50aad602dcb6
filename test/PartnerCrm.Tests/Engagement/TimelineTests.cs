using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class TimelineTests
{
    [Fact]
    public async Task A_story_is_read_page_by_page_without_a_line_twice_or_missing()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var whole = await PageAsync(app, climb, new TimelinePageInput { MaxResultCount = 200 });

        var read = new List<Guid>();
        for (TimelineKey? next = new(app.Clock.Now, 0); next is not null;)
        {
            var page = await PageAsync(app, climb, new TimelinePageInput { Before = next.Before, Skip = next.Skip, MaxResultCount = 3 });
            read.AddRange(page.Items.Select(i => i.Id));
            next = page.Next;
        }

        read.ShouldBe(whole.Items.Select(i => i.Id));
        whole.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_story_is_narrowed_to_mail_or_to_notes()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.UseAsync<ContactTouchpointsAppService, TouchpointDto>(s => s.CreateAsync(
            climb.Contact.Id, new RecordTouchpointInput(Channel.Internal, Direction.FromUs, TouchKind.Note, null, "Likes to be rung in the morning")), People.Olivia);

        var mails = await PageAsync(app, climb, new TimelinePageInput { Kinds = [TimelineFilter.Mail] });
        var notes = await PageAsync(app, climb, new TimelinePageInput { Kinds = [TimelineFilter.Note] });

        mails.Items.ShouldHaveSingleItem().Channel.ShouldBe(Channel.Email);
        notes.Items.ShouldHaveSingleItem().Sentence.ShouldBe("Noted: Likes to be rung in the morning");
        notes.Names[People.Olivia].ShouldBe("Olivia Owner");
    }

    [Fact]
    public async Task A_note_about_somebody_nobody_holds_begins_the_relationship()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Lookup.Knows(People.Contact());

        await app.UseAsync<ContactTouchpointsAppService, TouchpointDto>(s => s.CreateAsync(
            contact.Id, new RecordTouchpointInput(Channel.Phone, Direction.FromThem, TouchKind.Call, null, "Rang about placements")), People.Henry);

        (await app.AllAsync<Relationship>()).ShouldHaveSingleItem().OwnerId.ShouldBe(People.Henry);
    }

    private static Task<TimelinePageDto> PageAsync(EngagementApp app, Climb climb, TimelinePageInput input) =>
        app.UseAsync<TimelinesAppService, TimelinePageDto>(s => s.GetPageAsync(climb.Contact.Id, input));
}
