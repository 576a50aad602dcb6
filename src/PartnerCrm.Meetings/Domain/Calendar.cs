using System.Globalization;
using System.Text;
using PartnerCrm.Contracts;

namespace PartnerCrm.Meetings;

/// <summary>Somebody in a calendar object: a name and an address.</summary>
public record CalendarPerson(string Name, string Email);

/// <summary>What an iTIP REPLY says (RFC 5546, 3.2.3). Stamp is DTSTAMP in UTC. Attendee is the address that answers.</summary>
public record CalendarReply(string Uid, int Sequence, DateTime Stamp, string Attendee, InvitationAnswer Answer);

/// <summary>
/// iCalendar (RFC 5545) as far as invitations need it: writes REQUEST and CANCEL, reads REPLY. Lines end in CRLF and are folded at 75 octets,
/// never inside a character.
/// </summary>
public static class Calendar
{
    private const int LongestLine = 75;

    /// <summary>The VCALENDAR of a meeting. Method is REQUEST or CANCEL.</summary>
    public static string Write(string method, Meeting meeting, CalendarPerson organiser, CalendarPerson attendee, string description, DateTime now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "PRODID:-//PartnerCrm//Meetings//EN");
        Line(text, "VERSION:2.0");
        Line(text, $"METHOD:{method}");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{meeting.Uid}");
        Line(text, $"SEQUENCE:{meeting.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTAMP:{Time(now)}");
        Line(text, $"DTSTART:{Time(meeting.Start)}");
        Line(text, $"DTEND:{Time(meeting.End)}");
        Line(text, $"SUMMARY:{Escape(meeting.Subject)}");
        if (description.Length > 0) Line(text, $"DESCRIPTION:{Escape(description)}");
        if (meeting.Location is { Length: > 0 } location) Line(text, $"LOCATION:{Escape(location)}");
        Line(text, $"ORGANIZER;CN={Parameter(organiser.Name)}:mailto:{organiser.Email}");
        Line(text, $"ATTENDEE;CN={Parameter(attendee.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{attendee.Email}");
        Line(text, method == "CANCEL" ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>Reads a REPLY, tolerantly. Null when it isn't one, or lacks what is needed to act on it: UID, ATTENDEE and PARTSTAT.</summary>
    public static CalendarReply? ReadReply(string calendar)
    {
        var component = new Stack<string>();
        string? method = null, uid = null, attendee = null, answer = null;
        var sequence = 0;
        DateTime? stamp = null;

        foreach (var property in Properties(calendar))
        {
            if (property.Name == "BEGIN") component.Push(property.Value.ToUpperInvariant());
            else if (property.Name == "END") component.TryPop(out _);
            else if (property.Name == "METHOD") method ??= property.Value.Trim();
            else if (component.TryPeek(out var inside) && inside == "VEVENT")
            {
                if (property.Name == "UID") uid ??= property.Value.Trim();
                else if (property.Name == "SEQUENCE") _ = int.TryParse(property.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out sequence);
                else if (property.Name == "DTSTAMP") stamp ??= ReadTime(property.Value);
                else if (property.Name == "ATTENDEE" && attendee == null)
                {
                    attendee = Address(property.Value);
                    answer = property.Parameters.GetValueOrDefault("PARTSTAT");
                }
            }
        }

        // The method may stand in the MIME header alone; whoever hands the text over has looked there.
        if (method != null && !method.Equals("REPLY", StringComparison.OrdinalIgnoreCase)) return null;
        return uid != null && attendee != null && Answer(answer) is { } said
            ? new CalendarReply(uid, sequence, stamp ?? DateTime.UnixEpoch, attendee, said)
            : null;
    }

    private static InvitationAnswer? Answer(string? partstat) => partstat?.ToUpperInvariant() switch
    {
        "ACCEPTED" => InvitationAnswer.Accepted,
        "DECLINED" => InvitationAnswer.Declined,
        "TENTATIVE" => InvitationAnswer.Tentative,
        _ => null,
    };

    private static string Address(string value)
    {
        var address = value.Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..].Trim() : address;
    }

    private static IEnumerable<Property> Properties(string calendar)
    {
        // Unfolding (3.1): a line that begins with white space continues the one before. Bare LF and CR occur.
        var unfolded = calendar.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n'))
            if (Property.Read(line) is { } property) yield return property;
    }

    private static DateTime? ReadTime(string value) =>
        DateTime.TryParseExact(value.Trim().TrimEnd('Z', 'z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;

    private static string Time(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // 3.3.11: in TEXT, these four are escaped.
    private static string Escape(string text) => Clean(text.ReplaceLineEndings("\n"))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // 3.2: a quoted parameter value has no way to hold a quote; RFC 6868 gave it ^'.
    private static string Parameter(string text) =>
        $"\"{Clean(text.ReplaceLineEndings(" ")).Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal)}\"";

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c == '\n'));

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>A content line (3.1): name, parameters, value.</summary>
    private sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
    {
        public static Property? Read(string line)
        {
            var parts = new List<string>();
            var start = 0;
            var quoted = false;
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '"') quoted = !quoted;
                if (quoted || line[i] is not (';' or ':')) continue;
                parts.Add(line[start..i]);
                start = i + 1;
                if (line[i] == ':') return new Property(parts[0].Trim().ToUpperInvariant(), Pairs(parts.Skip(1)), line[start..]);
            }

            return null;
        }

        private static Dictionary<string, string> Pairs(IEnumerable<string> parts)
        {
            var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var part in parts.Select(p => p.Split('=', 2)).Where(p => p.Length == 2)) pairs.TryAdd(part[0].Trim(), part[1].Trim().Trim('"'));
            return pairs;
        }
    }
}
