using PartnerCrm.Sources;
using static PartnerCrm.Tests.Sources.Tables;

namespace PartnerCrm.Tests.Sources;

public class AttendeeReportTests
{
    private const string Columns =
        "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Organization,Job Title,Country/Region Name\n";

    private const string Report =
        "Attendee Report\n"
        + "Report Generated:,\"Mar 23, 2026 08:00:00\"\n"
        + "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled,Unique Viewers,Total Users\n"
        + "Materials of Tomorrow,123 4567 8901,\"Mar 22, 2026 18:00:00\",95,5,0,3,4\n"
        + "Host Details\n"
        + "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n"
        + "Yes,Ines Host,ines@example.ac.uk,\"Mar 22, 2026 17:50:00\",\"Mar 22, 2026 19:40:00\",110,No,United Kingdom\n"
        + "Panelist Details\n"
        + "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n"
        + "Yes,Prof. Pat Nel,pat@example.ac.uk,\"Mar 22, 2026 17:55:00\",\"Mar 22, 2026 19:35:00\",100,No,United Kingdom\n"
        + "Attendee Details,\n"
        + Columns
        + "Yes,Ada M,Ada,Müller,ada@example.org,--,\"Mar 01, 2026 10:00:00\",approved,\"Mar 22, 2026 18:01:00\",\"Mar 22, 2026 18:31:00\",30,Yes,Example Ltd,Engineer,Germany\n"
        + "Yes,Ada M,--,--,ada@example.org,--,--,--,\"Mar 22, 2026 18:40:00\",\"Mar 22, 2026 19:10:00\",30,Yes,--,--,--\n"
        + "Yes,Jay (Ben Poole),,,ben@example.org,,,,08/30/2026 11:05:00 AM,08/30/2026 11:45:00 AM,40,Yes,,,United Kingdom\n"
        + "No,--,Cora,Finch,cora@example.org,--,\"Mar 02, 2026 10:00:00\",approved,--,--,--,--,Finch & Co,--,--\n"
        + "No,--,Ada,Müller,ADA@example.org,--,\"Mar 03, 2026 10:00:00\",approved,--,--,--,--,,--,--\n";

    [Fact]
    public async Task Who_joined_twice_is_one_attendee_with_the_time_of_both()
    {
        var ada = (await Attendees(Report)).Single(r => r.Person?.FirstName == "Ada");

        ada.Person.ShouldBe(new ImportedPerson(
            "Ada", "Müller", "ada@example.org", null, "Example Ltd", "Engineer", null, "DE", EventName: "Materials of Tomorrow",
            AttendedAt: new DateTime(2026, 3, 22, 18, 1, 0, DateTimeKind.Utc), Minutes: 60));
    }

    [Fact]
    public async Task Hosts_and_panelists_are_no_candidates_nor_who_did_not_come()
    {
        var rows = await Attendees(Report);

        rows.Where(r => r.Person is not null).Select(r => r.Person!.FirstName).ShouldBe(["Ada", "Ben"]);
        rows.Where(r => r.Skipped is not null).Select(r => r.Skipped).ShouldBe([SkipReason.HostOrPanelist, SkipReason.HostOrPanelist, SkipReason.DidNotAttend]);
    }

    [Fact]
    public async Task The_name_somebody_registered_under_stands_in_brackets_and_both_date_forms_are_known()
    {
        var ben = (await Attendees(Report)).Single(r => r.Person?.Email == "ben@example.org").Person!;

        (ben.FirstName, ben.LastName, ben.Country, ben.Minutes, ben.AttendedAt).ShouldBe(("Ben", "Poole", "GB", 40, new DateTime(2026, 8, 30, 11, 5, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public async Task Two_devices_at_once_are_one_stay()
    {
        const string Rows = "Attendee Details\n" + Columns
            + "Yes,,Ada,Müller,ada@example.org,,,,08/30/2026 11:00:00 AM,08/30/2026 11:30:00 AM,30,,,,\n"
            + "Yes,,Ada,Müller,ada@example.org,,,,08/30/2026 11:10:00 AM,08/30/2026 11:40:00 AM,30,,,,\n";

        (await Attendees(Rows)).ShouldHaveSingleItem().Person!.Minutes.ShouldBe(40);
    }

    [Fact]
    public async Task A_row_without_address_is_the_one_attendee_of_that_name()
    {
        const string Rows = "Attendee Details\n" + Columns
            + "Yes,,Ada,Müller,ada@example.org,,,,08/30/2026 11:00:00 AM,08/30/2026 11:30:00 AM,30,,,,\n"
            + "Yes,Ada Mueller,--,--,--,,,,08/30/2026 11:35:00 AM,08/30/2026 11:40:00 AM,5,,,,\n"
            + "Yes,Guest,--,--,--,,,,08/30/2026 11:35:00 AM,08/30/2026 11:36:00 AM,1,,,,\n";

        var people = (await Attendees(Rows)).Select(r => r.Person!).ToList();

        people.Select(p => (p.FirstName, p.Minutes)).ShouldBe([("Ada", 35), ("Guest", 1)]);
    }

    [Fact]
    public async Task A_bare_list_of_participants_is_read_without_sections_and_with_nul_bytes()
    {
        const string Rows = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nBen\0 Poole,ben@example.org,08/30/2026 11:00:00 AM,08/30/2026 11:30:00 AM,30,Yes\n";

        (await Attendees(Rows)).ShouldHaveSingleItem().Person.ShouldBe(new ImportedPerson(
            "Ben", "Poole", "ben@example.org", AttendedAt: new DateTime(2026, 8, 30, 11, 0, 0, DateTimeKind.Utc), Minutes: 30));
    }

    [Fact]
    public async Task A_file_without_attendees_is_refused() => (await Refusal(() => Attendees(Preamble + Header + Ada))).ShouldBe(SourcesErrors.AttendeesNotFound);

    [Fact]
    public async Task The_report_cut_off_anywhere_is_read_or_refused_but_never_crashes()
    {
        for (var length = 0; length < Report.Length; length++)
        {
            try
            {
                await Attendees(Report[..length]);
            }
            catch (Volo.Abp.BusinessException e)
            {
                e.Code.ShouldStartWith(SourcesErrors.Namespace);
            }
        }
    }
}
