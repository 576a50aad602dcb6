using System.Globalization;
using System.Net.NetworkInformation;
using System.Security.Cryptography;

namespace MimeKit.Utils;

/// <summary>Message ids and small pieces of MIME grammar.</summary>
public static class MimeUtils
{
    private const int LongestId = 900;

    /// <summary>A new id at this machine's host name.</summary>
    public static string GenerateMessageId()
    {
        var host = IPGlobalProperties.GetIPGlobalProperties().HostName;
        return GenerateMessageId(string.IsNullOrEmpty(host) ? "localhost.localdomain" : host);
    }

    /// <summary>A new id: 128 random bits at the domain.</summary>
    public static string GenerateMessageId(string domain)
    {
        ArgumentException.ThrowIfNullOrEmpty(domain);
        var ascii = domain.All(char.IsAscii) ? domain : new IdnMapping().GetAscii(domain);
        var id = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{ascii}";
        return ParseMessageId(id) ?? throw new ArgumentException("Not a domain.", nameof(domain));
    }

    /// <summary>The first message id in the text, without brackets, or null.</summary>
    public static string? ParseMessageId(string text) => EnumerateReferences(text).FirstOrDefault();

    /// <summary>All message ids in the text, without brackets.</summary>
    public static IEnumerable<string> EnumerateReferences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ids(text);

        static IEnumerable<string> Ids(string text)
        {
            var at = 0;
            while (at < text.Length)
            {
                var open = text.IndexOf('<', at);
                if (open < 0) break;
                var close = text.IndexOf('>', open);
                if (close < 0) break;
                var inner = text.LastIndexOf('<', close);
                var id = string.Concat(text[(inner + 1)..close].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                if (Valid(id)) yield return id;
                at = close + 1;
            }

            // Some write bare ids; then the words are the ids.
            if (text.Contains('<')) yield break;
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                if (Valid(word) && word.Contains('@')) yield return word;
        }
    }

    private static bool Valid(string id) =>
        id.Length is > 0 and <= LongestId && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>');
}

/// <summary>Dates in mail (RFC 5322, 3.3 and 4.3).</summary>
public static class DateUtils
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string FormatDate(DateTimeOffset date)
    {
        var text = date.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return text.Remove(text.Length - 3, 1);
    }

    /// <summary>Reads a date, obsolete forms included: two-digit years, named zones, no day name, no seconds.</summary>
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        if (text.Length > 200) return false;

        int? day = null, month = null, year = null;
        TimeSpan? time = null;
        var zone = TimeSpan.Zero;
        var comment = text.IndexOf('(');
        var words = (comment < 0 ? text : text[..comment]).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.SelectMany(Parts))
        {
            var named = word.Length >= 3 ? Array.IndexOf(Months, word[..3].ToLowerInvariant()) : -1;
            if (word.Contains(':') && TryTime(word, out var parsed)) time = parsed;
            else if (named >= 0) month = named + 1;
            else if (word[0] is '+' or '-' && TryOffset(word, out var offset)) zone = offset;
            else if (word.All(char.IsAsciiDigit) && word.Length <= 4)
            {
                if (day is null && word.Length <= 2) day = int.Parse(word, CultureInfo.InvariantCulture);
                else year ??= FullYear(int.Parse(word, CultureInfo.InvariantCulture), word.Length);
            }
            else if (time is not null) zone = Named(word);
        }

        try
        {
            if (day is null || month is null || year is null)
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

            date = new DateTimeOffset(new DateTime(year.Value, month.Value, day.Value) + (time ?? TimeSpan.Zero), zone);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }

        // "21-Nov-2025" is three words.
        static IEnumerable<string> Parts(string word) => word.IndexOf('-') > 0 && !word.Contains(':') ? word.Split('-', StringSplitOptions.RemoveEmptyEntries) : [word];
    }

    // RFC 5322, 4.3
    private static int FullYear(int year, int digits) => digits switch
    {
        2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year
    };

    private static bool TryTime(string word, out TimeSpan time)
    {
        time = default;
        var parts = word.Split(':', '.');
        var numbers = new int[3];
        if (parts.Length > 4) return false;
        for (var i = 0; i < Math.Min(parts.Length, 3); i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;

        if (numbers[0] > 23 || numbers[1] > 59 || numbers[2] > 60) return false;
        time = new TimeSpan(numbers[0], numbers[1], Math.Min(numbers[2], 59)); // a leap second has no DateTime
        return true;
    }

    private static bool TryOffset(string word, out TimeSpan offset)
    {
        offset = default;
        var digits = word[1..].Replace(":", "");
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        offset = new TimeSpan(value / 100, value % 100, 0);
        if (offset > TimeSpan.FromHours(14)) offset = TimeSpan.Zero;
        if (word[0] == '-') offset = -offset;
        return true;
    }

    private static TimeSpan Named(string zone) => TimeSpan.FromHours(zone.ToUpperInvariant() switch
    {
        "EDT" => -4,
        "EST" or "CDT" => -5,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" => -8,
        "BST" or "CET" or "MEZ" => 1,
        "CEST" or "MESZ" => 2,
        _ => 0 // UT, GMT, and military letters, which RFC 822 got wrong
    });
}
