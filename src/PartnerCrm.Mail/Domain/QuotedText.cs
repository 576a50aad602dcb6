using System.Text.RegularExpressions;

namespace PartnerCrm.Mail;

/// <summary>What somebody wrote themselves: without the history their mail program quotes below (or above) it, and without the signature.</summary>
public static partial class QuotedText
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // "On Tue, 4 Aug 2026 at 10:00, Sam Sample <sam@…> wrote:", "Am 04.08.2026 um 10:00 schrieb Sam Sample:", "Sam Sample <sam@…> schrieb am …:"
    [GeneratedRegex(@"^(on\b.{4,300}\bwrote\s*:|am\b.{4,300}\bschrieb\b.{0,200}:|.{2,200}\b(schrieb am|wrote on)\b.{4,200}:)\s*$", Loose)]
    private static partial Regex Attribution { get; }

    [GeneratedRegex(@"^\s*-{2,}\s*(original message|original-nachricht|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht|originalnachricht)\s*-{2,}", Loose)]
    private static partial Regex OriginalMessage { get; }

    [GeneratedRegex(@"^\s*\*?(from|von)\s*:\*?\s*\S", Loose)]
    private static partial Regex HeaderStart { get; }

    [GeneratedRegex(@"^\s*\*?(sent|date|to|subject|gesendet|datum|an|betreff)\s*:\*?\s*\S", Loose)]
    private static partial Regex HeaderNext { get; }

    public static string Strip(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var own = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line is "-- " or "--" or "__") break;
            if (line.TrimStart().StartsWith('>')) continue;
            if (OriginalMessage.IsMatch(line)) break;
            if (HeaderStart.IsMatch(line) && lines.Skip(i + 1).Take(3).Any(HeaderNext.IsMatch)) break;
            if (line.Length > 20 && line.Trim().All(c => c == '_')) break;
            if (AttributionLength(lines, i) is var length and > 0)
            {
                // Quoted with ">": an answer may stand below it. Quoted without: the rest is history.
                if (NextWords(lines, i + length) is { } next && next.TrimStart().StartsWith('>'))
                {
                    i += length - 1;
                    continue;
                }
                break;
            }
            own.Add(line);
        }
        return string.Join('\n', own).Trim();
    }

    // Mail programs wrap long attributions over up to three lines.
    private static int AttributionLength(string[] lines, int at)
    {
        if (lines[at].Length == 0) return 0;
        var joined = "";
        for (var length = 1; length <= 3 && at + length <= lines.Length; length++)
        {
            var line = lines[at + length - 1].Trim();
            if (line.Length is 0 or > 300) return 0;
            joined = (joined + " " + line).Trim();
            if (Attribution.IsMatch(joined)) return length;
            if (length == 1 && !joined.StartsWith("On ", StringComparison.OrdinalIgnoreCase) && !joined.StartsWith("Am ", StringComparison.OrdinalIgnoreCase)) return 0;
        }
        return 0;
    }

    private static string? NextWords(string[] lines, int from) => lines.Skip(from).FirstOrDefault(l => l.Trim().Length > 0);
}
