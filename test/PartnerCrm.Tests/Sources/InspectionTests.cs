using PartnerCrm.Contracts;
using PartnerCrm.Sources;
using Volo.Abp;

namespace PartnerCrm.Tests.Sources;

public class InspectionTests
{
    private const string Attendees =
        "Attendee Report\nTopic,Actual Start Time\nSeminar on making,\"Sep 3, 2026 10:00 AM\"\nAttendee Details\n" +
        "Attended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes)\n" +
        "Yes,Ada Example,Ada,Example,ada@example.org,\"Sep 3, 2026 10:01 AM\",\"Sep 3, 2026 11:00 AM\",59\n";

    [Fact]
    public async Task A_connections_file_is_known_by_its_header()
    {
        var found = await LookAsync(Tables.Preamble + Tables.Header + Tables.Ada);

        found.Source.ShouldBe(ImportSource.LinkedInArchive);
        found.People.ShouldHaveSingleItem().LastName.ShouldBe("Müller");
    }

    [Fact]
    public async Task An_attendee_report_is_known_with_its_event()
    {
        var found = await LookAsync(Attendees);

        (found.Source, found.EventName).ShouldBe((ImportSource.EventAttendees, "Seminar on making"));
    }

    [Theory]
    [InlineData("Colour,Size\nred,3\n", SourcesErrors.KindUnknown)]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", SourcesErrors.PageInsteadOfFile)]
    public async Task What_we_do_not_read_says_so(string text, string code) => (await LookAsync(text)).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void A_person_says_who_somebody_is_and_may_take_it_back()
    {
        var (candidate, contact) = (Candidate(), Guid.NewGuid());

        candidate.Resolve(Resolution.SameAs, contact, null);
        (candidate.Resolution, candidate.SameAsContactId).ShouldBe((Resolution.SameAs, contact));
        candidate.Resolve(null, null, null);

        (candidate.Resolution, candidate.SameAsContactId).ShouldBe((null, null));
    }

    [Fact]
    public void The_same_as_nobody_is_no_answer_and_whoever_is_picked_is_settled()
    {
        var candidate = Candidate();
        Should.Throw<BusinessException>(() => candidate.Resolve(Resolution.SameAs, null, null)).Code.ShouldBe(SourcesErrors.SameAsWhom);

        candidate.Pick(DateTime.UnixEpoch);

        Should.Throw<BusinessException>(() => candidate.Resolve(Resolution.Skip, null, null)).Code.ShouldBe(SourcesErrors.CandidateAlreadyPicked);
    }

    private static Candidate Candidate() => new(
        Guid.NewGuid(), new Import(Guid.NewGuid(), new StoredFile(Guid.NewGuid(), "Connections.csv", 1, "hash"), ImportSource.LinkedInArchive, null, null), 1,
        new ImportedPerson("Ada", "Example"), new Knowledge(new PersonMatch(0, MatchCertainty.None, null, []), null, false, false));

    private static async Task<LookedAt> LookAsync(string text)
    {
        var intake = new FileIntake(null!, null!, null!);
        return await intake.LookAsync(await intake.ReceiveAsync(new MemoryStream(Tables.Utf8(text)), "file.csv"));
    }
}
