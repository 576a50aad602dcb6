using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Meetings;

namespace PartnerCrm.Tests.Meetings;

public class CalendarTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly CalendarPerson Organiser = new("Robin Sample", "robin@university.example.org");
    private static readonly CalendarPerson Attendee = new("Ada \"A\" Example; Ltd", "ada@example.org");

    [Fact]
    public void An_invitation_says_who_when_and_asks_for_an_answer()
    {
        var lines = Written("REQUEST", Meeting("A talk")).Split("\r\n");

        lines.ShouldContain("METHOD:REQUEST");
        lines.ShouldContain("DTSTART:20261105T100000Z");
        lines.ShouldContain("DTEND:20261105T103000Z");
        lines.ShouldContain("SEQUENCE:0");
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldContain("PARTSTAT=NEEDS-ACTION");
        lines[0].ShouldBe("BEGIN:VCALENDAR");
    }

    [Fact]
    public void A_change_and_a_cancellation_count_the_sequence_on()
    {
        var meeting = Meeting("A talk");
        meeting.Reschedule(Now.AddDays(4), TimeSpan.FromMinutes(45), Now);
        Written("REQUEST", meeting).ShouldContain("SEQUENCE:1\r\n");

        meeting.Cancel("ill", Now);
        var cancelled = Written("CANCEL", meeting);
        cancelled.ShouldContain("SEQUENCE:2\r\n");
        cancelled.ShouldContain("STATUS:CANCELLED\r\n");
    }

    [Fact]
    public void Whatever_the_subject_no_line_is_longer_than_75_octets_and_nothing_breaks_out_of_its_line() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), subject =>
        {
            var text = Written("REQUEST", Meeting(subject.Get));
            var lines = text.Split("\r\n");
            lines.All(l => Encoding.UTF8.GetByteCount(l) <= 75).ShouldBeTrue();
            text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
            lines.Count(l => l.StartsWith("BEGIN:", StringComparison.Ordinal)).ShouldBe(2);
            lines.Count(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)).ShouldBe(1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_arrives_reading_it_ends_in_a_reply_or_in_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => { _ = Calendar.ReadReply(text.Get); }).QuickCheckThrowOnFailure();

    [Theory]
    // As Outlook writes it: folded, upper-case MAILTO, a language on the summary.
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:GMT Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Ada Example:MAILTO:ada@exam\r\n ple.org\r\nSUMMARY;LANGUAGE=en-GB:Accepted: A talk\r\nUID:abc@host\r\nDTSTAMP:20261103T120000Z\r\nSEQUENCE:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", InvitationAnswer.Accepted, 1)]
    // As Google writes it: quoted parameters with colons, bare LF on the way.
    [InlineData("BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nDTSTART:20261105T100000Z\nDTSTAMP:20261103T120000Z\nORGANIZER;CN=\"x:y\":mailto:robin@university.example.org\nUID:abc@host\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=\"Ada; Example\";X-NUM-GUESTS=0:mailto:ada@example.org\nSEQUENCE:0\nEND:VEVENT\nEND:VCALENDAR", InvitationAnswer.Declined, 0)]
    // METHOD only in the MIME header, names in lower case.
    [InlineData("begin:vcalendar\r\nversion:2.0\r\nbegin:vevent\r\nuid:abc@host\r\ndtstamp:20261103T120000Z\r\nattendee;partstat=tentative:mailto:ada@example.org\r\nend:vevent\r\nend:vcalendar\r\n", InvitationAnswer.Tentative, 0)]
    public void Replies_as_calendars_write_them_are_read(string text, InvitationAnswer answer, int sequence)
    {
        var reply = Calendar.ReadReply(text).ShouldNotBeNull();

        reply.ShouldBe(new CalendarReply("abc@host", sequence, new DateTime(2026, 11, 3, 12, 0, 0, DateTimeKind.Utc), "ada@example.org", answer));
    }

    [Theory]
    [InlineData("METHOD:REQUEST")]
    [InlineData("METHOD:COUNTER")]
    public void What_is_no_reply_is_not_read_as_one(string method) =>
        Calendar.ReadReply($"BEGIN:VCALENDAR\r\n{method}\r\nBEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR").ShouldBeNull();

    [Fact]
    public void An_answer_to_an_older_invitation_changes_nothing()
    {
        var meeting = Meeting("A talk");
        meeting.Reschedule(Now.AddDays(4), TimeSpan.FromMinutes(30), Now);

        meeting.Answer(InvitationAnswer.Accepted, sequence: 0, Now, Now).ShouldBeFalse();
        meeting.State.ShouldBe(MeetingState.Invited);
    }

    [Fact]
    public void Of_two_answers_the_one_said_later_counts_whichever_comes_first()
    {
        var meeting = Meeting("A talk");

        meeting.Answer(InvitationAnswer.Declined, 0, Now.AddHours(2), Now).ShouldBeTrue();
        meeting.Answer(InvitationAnswer.Accepted, 0, Now.AddHours(1), Now).ShouldBeFalse();

        meeting.State.ShouldBe(MeetingState.Declined);
    }

    private static string Written(string method, Meeting meeting) => Calendar.Write(method, meeting, Organiser, Attendee, "Ways to find us, parking", Now);

    private static Meeting Meeting(string subject) =>
        new(Guid.NewGuid(), null, "crm.example.org", Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, subject, "Room 1, Main Building", Now.AddDays(3).AddHours(1), TimeSpan.FromMinutes(30));
}
