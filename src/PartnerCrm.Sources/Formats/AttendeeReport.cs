using System.Globalization;
using System.Runtime.CompilerServices;
using PartnerCrm.Contracts;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>
/// Zoom's attendee report: sections of different widths in one file, each with a header of its own. Only the attendees' section makes candidates; the rows
/// of one person, one for each time they joined, become one. Nobody is known before the last row is read.
/// </summary>
internal static class AttendeeReport
{
    private enum Field
    {
        Topic, ActualStart, Attended, UserName, FirstName, LastName, Email, Phone, JoinTime, LeaveTime, Minutes, Country, Organisation, Position,
    }

    private enum Section
    {
        None, Attendees, Others,
    }

    private static readonly Dictionary<string, Field> Names = new()
    {
        ["topic"] = Field.Topic, ["actualstarttime"] = Field.ActualStart, ["attended"] = Field.Attended, ["username"] = Field.UserName,
        ["usernameoriginalname"] = Field.UserName, ["nameoriginalname"] = Field.UserName, ["firstname"] = Field.FirstName, ["lastname"] = Field.LastName,
        ["email"] = Field.Email, ["emailaddress"] = Field.Email, ["useremail"] = Field.Email, ["phone"] = Field.Phone, ["jointime"] = Field.JoinTime,
        ["leavetime"] = Field.LeaveTime, ["timeinsessionminutes"] = Field.Minutes, ["durationminutes"] = Field.Minutes,
        ["countryregionname"] = Field.Country, ["countryregion"] = Field.Country, ["organization"] = Field.Organisation, ["organisation"] = Field.Organisation,
        ["company"] = Field.Organisation, ["jobtitle"] = Field.Position, ["position"] = Field.Position,
    };

    public static async IAsyncEnumerable<ReadRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var people = new AttendeeGathering();
        TableHeader<Field>? header = null;
        var section = Section.None;
        string? topic = null;
        DateTime? start = null;
        var hasAttendees = false;
        await foreach (var row in TableReader.ReadAsync(stream, cancellationToken))
        {
            if (row.IsEmpty) continue;
            if (SectionOf(row) is { } next)
            {
                (section, header) = (next, null);
                continue;
            }
            var candidate = TableHeader<Field>.Of(row, Names);
            if (IsPeople(candidate) || candidate.Has(Field.Topic))
            {
                header = candidate;
                hasAttendees |= IsPeople(candidate) && section != Section.Others;
            }
            else if (header is null)
            {
                continue;
            }
            else if (header.Has(Field.Topic))
            {
                topic ??= Text(header[row, Field.Topic]);
                start ??= new RowReading(row).Time(header[row, Field.ActualStart]);
            }
            else if (section == Section.Others)
            {
                people.Skip(row.Line, SkipReason.HostOrPanelist);
            }
            else
            {
                Take(people, row, header);
            }
        }
        if (!hasAttendees) throw new BusinessException(SourcesErrors.AttendeesNotFound);
        foreach (var row in people.Finish(topic, start)) yield return row;
    }

    private static Section? SectionOf(TableRow row)
    {
        if (row.Cells.Count(c => c.Length > 0) != 1 || row.Cells[0].Length == 0) return null;
        var name = TableHeader<Field>.Letters(row.Cells[0]);
        if (name is "attendeedetails" or "attendeesdetails") return Section.Attendees;
        return name is "hostdetails" or "panelistdetails" or "otherattended" ? Section.Others : name.EndsWith("report", StringComparison.Ordinal) ? Section.None : null;
    }

    private static bool IsPeople(TableHeader<Field> header) =>
        (header.Has(Field.UserName) || header.Has(Field.LastName)) && (header.Has(Field.Attended) || header.Has(Field.JoinTime) || header.Has(Field.Minutes));

    private static void Take(AttendeeGathering people, TableRow row, TableHeader<Field> header)
    {
        var attended = Text(header[row, Field.Attended]);
        if (attended is not null && !attended.Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            people.Skip(row.Line, SkipReason.DidNotAttend, Text(header[row, Field.Email]));
            return;
        }
        var reading = new RowReading(row);
        if (header.IsOverrunBy(row)) reading.Note(RowProblems.RowRagged);
        var (first, last) = (Text(header[row, Field.FirstName]), Text(header[row, Field.LastName]));
        if (first is null || last is null) (first, last) = NameFrom(header[row, Field.UserName], first, last);
        var person = new ImportedPerson(
            reading.Text(first ?? "", Candidate.MaxNameLength), reading.Text(last ?? "", Candidate.MaxNameLength), reading.Email(Text(header[row, Field.Email]) ?? ""),
            OrganisationName: reading.TextOrNull(Text(header[row, Field.Organisation]) ?? "", Candidate.MaxOrganisationLength),
            Position: reading.TextOrNull(Text(header[row, Field.Position]) ?? "", Candidate.MaxPositionLength),
            Phone: reading.TextOrNull(Text(header[row, Field.Phone]) ?? "", Candidate.MaxPhoneLength), Country: Countries.CodeOf(Text(header[row, Field.Country])));
        people.Add(row.Line, person, Text(header[row, Field.Minutes]) is { } minutes ? Number(minutes) : null,
            reading.Time(Text(header[row, Field.JoinTime]) ?? ""), reading.Time(Text(header[row, Field.LeaveTime]) ?? ""), reading);
    }

    // "Jay (Jane Smith)": people rename themselves in a meeting; what they registered as is in the brackets.
    private static (string? First, string? Last) NameFrom(string userName, string? first, string? last)
    {
        var shown = Text(userName);
        if (shown is null) return (first, last);
        var open = shown.LastIndexOf('(');
        var close = shown.LastIndexOf(')');
        if (open > 0 && close > open + 1) shown = shown[(open + 1)..close];
        var (givenName, familyName) = PersonName.Split(shown);
        return (first ?? givenName, last ?? (first is null || familyName.Length > 0 ? familyName : ""));
    }

    // "--" is Zoom's way to say nothing.
    private static string? Text(string cell) => cell.Length == 0 || cell.All(c => c == '-') ? null : cell;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;
}
