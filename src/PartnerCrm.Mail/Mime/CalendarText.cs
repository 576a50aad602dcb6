using System.Text;

namespace PartnerCrm.Mail;

/// <summary>The few lines of an iTIP object (RFC 5545) that an answer has to repeat.</summary>
public static class CalendarText
{
    private static readonly string[] Repeated = ["UID", "SEQUENCE", "RECURRENCE-ID", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER"];

    /// <summary>Content lines, unfolded (RFC 5545 section 3.1).</summary>
    public static IReadOnlyList<string> LinesOf(string calendar)
    {
        var lines = new List<string>();
        foreach (var line in calendar.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && lines.Count > 0) lines[^1] += line[1..];
            else if (line.Length > 0) lines.Add(line);
        }
        return lines;
    }

    /// <summary>The REPLY that this person's calendar program would send to a REQUEST (RFC 5546 section 3.2.3).</summary>
    /// <param name="partStat">ACCEPTED, DECLINED or TENTATIVE.</param>
    public static string Reply(string request, string attendee, string attendeeName, string partStat, DateTime now)
    {
        var inEvent = LinesOf(request).SkipWhile(l => !Is(l, "BEGIN:VEVENT")).Skip(1).TakeWhile(l => !Is(l, "END:VEVENT"));
        var repeated = inEvent.Where(l => Repeated.Contains(NameOf(l), StringComparer.OrdinalIgnoreCase));
        string[] reply =
        [
            "BEGIN:VCALENDAR", "PRODID:-//PartnerCrm//Practice mode//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT",
            .. repeated,
            $"DTSTAMP:{now:yyyyMMdd'T'HHmmss'Z'}",
            $"ATTENDEE;CN=\"{attendeeName.Replace('"', '\'')}\";PARTSTAT={partStat}:mailto:{attendee}",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(reply.Select(l => Folded(l) + "\r\n"));
    }

    private static string NameOf(string line) => line[..(line.IndexOfAny([':', ';']) is var end && end >= 0 ? end : line.Length)];

    private static bool Is(string line, string what) => line.Trim().Equals(what, StringComparison.OrdinalIgnoreCase);

    // At most 75 octets a line, never within a character.
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
