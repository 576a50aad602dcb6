using System.Globalization;
using System.Text;

namespace MimeKit;

/// <summary>Reads <c>value; name=value; …</c> with RFC 2231 continuations and charsets, and what clients do instead.</summary>
internal static class ParameterReader
{
    private const int Most = 200;

    /// <summary>The value before the parameters; these go into the list.</summary>
    public static string Read(string text, ParameterList list)
    {
        var at = text.IndexOf(';');
        var value = Clean(at < 0 ? text : text[..at]);
        var pieces = new Dictionary<string, List<(int Number, bool Encoded, string Value)>>(StringComparer.OrdinalIgnoreCase);
        while (at >= 0 && at < text.Length && pieces.Count < Most)
        {
            var equals = text.AsSpan(at).IndexOfAny('=', ';', '"');
            if (equals < 0) break;
            equals += at;
            if (text[equals] != '=')
            {
                at = equals + 1;
                continue;
            }

            var name = Clean(text[at..equals].TrimStart(';'));
            at = equals + 1;
            Add(pieces, name, ReadValue(text, ref at));
        }

        foreach (var (name, parts) in pieces)
        {
            if (name.Length is 0 or > 100 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && !"-_.!#$&+^`{}~|".Contains(c))) continue;
            list.Add(name, Join(parts));
        }

        return value;
    }

    private static void Add(Dictionary<string, List<(int, bool, string)>> pieces, string name, string value)
    {
        var number = -1; // not a piece
        var encoded = name.EndsWith('*');
        if (encoded) name = name[..^1];
        var star = name.IndexOf('*');
        if (star > 0 && int.TryParse(name.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            (number, name) = (n, name[..star]);

        if (!pieces.TryGetValue(name, out var parts)) pieces[name] = parts = [];
        parts.Add((number, encoded, value));
    }

    private static string Join(List<(int Number, bool Encoded, string Value)> parts)
    {
        // Where a client gives both, the RFC 2231 form is the better one.
        var best = parts.Find(p => p.Number < 0 && p.Encoded);
        if (best.Value is not null) return Decode([best]);
        var numbered = parts.Where(p => p.Number >= 0).OrderBy(p => p.Number).ToList();
        return numbered.Count > 0 ? Decode(numbered) : EncodedWords.Decode(parts[0].Value);
    }

    private static string Decode(List<(int Number, bool Encoded, string Value)> parts)
    {
        string? charset = null;
        var bytes = new MemoryStream();
        for (var i = 0; i < parts.Count; i++)
        {
            var value = parts[i].Value;
            if (!parts[i].Encoded)
            {
                bytes.Write(Charsets.Utf8.GetBytes(value));
                continue;
            }

            if (i == 0 && value.Split('\'', 3) is [var name, _, var rest]) (charset, value) = (name, rest);
            Unescape(value, bytes);
        }

        return Charsets.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), charset);
    }

    private static void Unescape(string value, MemoryStream bytes)
    {
        var raw = Charsets.Utf8.GetBytes(value);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '%' && i + 2 < raw.Length && byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.WriteByte(b);
                i += 2;
            }
            else
            {
                bytes.WriteByte(raw[i]);
            }
        }
    }

    private static string ReadValue(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at < text.Length && text[at] == '"')
        {
            var value = new StringBuilder();
            for (at++; at < text.Length && text[at] != '"'; at++)
            {
                // A path of Windows has backslashes that escape nothing.
                if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\') at++;
                value.Append(text[at]);
            }

            var end = at < text.Length ? text.IndexOf(';', at) : -1;
            at = end < 0 ? text.Length : end;
            return value.ToString();
        }

        var stop = text.IndexOf(';', at);
        if (stop < 0) stop = text.Length;
        var bare = Clean(text[at..stop]);
        at = stop;
        return bare;
    }

    private static string Clean(string text)
    {
        text = text.Trim();
        var comment = text.IndexOf(" (", StringComparison.Ordinal);
        return comment > 0 && text.EndsWith(')') ? text[..comment].TrimEnd() : text;
    }
}
