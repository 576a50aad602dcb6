using System.Text;

namespace MimeKit;

/// <summary>A parameter of Content-Type or Content-Disposition.</summary>
public class Parameter
{
    private static readonly string TokenSpecials = "()<>@,;:\\\"/[]?= ";

    private string value = "";

    public Parameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Any(c => c is <= ' ' or >= '\x7f' || TokenSpecials.Contains(c) || c is '*' or '\'' or '%'))
            throw new ArgumentException("Illegal characters in parameter name.", nameof(name));
        (Name, Value) = (name, value);
    }

    internal event Action? Changed;

    public string Name { get; }

    /// <summary>Any text; what doesn't fit is written as RFC 2231 says.</summary>
    public string Value
    {
        get => value;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            this.value = value;
            Changed?.Invoke();
        }
    }

    public Parameter Clone() => new(Name, Value);

    public override string ToString() => $"{Name}={FoldedLine.Quote(Value)}";

    internal void Write(FoldedLine line)
    {
        line.Append(";");
        var plain = value.All(c => c is >= ' ' and < '\x7f') && !value.Contains("=?", StringComparison.Ordinal);
        var room = Math.Max(20, 66 - Name.Length);
        if (plain && value.Length <= room)
        {
            var isToken = value.Length > 0 && !value.Any(c => TokenSpecials.Contains(c));
            line.Append(" ", $"{Name}={(isToken ? value : FoldedLine.Quote(value))}");
            return;
        }

        var encoded = Encoded(plain);
        if (!plain && encoded.Sum(p => p.Length) + 7 <= room)
        {
            line.Append(" ", $"{Name}*=utf-8''{string.Concat(encoded)}");
            return;
        }

        // RFC 2231, section 3: one piece a line
        var piece = new StringBuilder();
        var number = 0;
        for (var i = 0; i < encoded.Count; i++)
        {
            piece.Append(encoded[i]);
            if (i + 1 < encoded.Count && piece.Length + encoded[i + 1].Length + 10 <= room) continue;
            if (number > 0) line.Append(";");
            line.Append(" ", plain
                ? $"{Name}*{number}=\"{piece}\""
                : $"{Name}*{number}*={(number == 0 ? "utf-8''" : "")}{piece}");
            piece.Clear();
            number++;
        }
    }

    /// <summary>The value character by character, escaped.</summary>
    private List<string> Encoded(bool plain)
    {
        var pieces = new List<string>(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (plain) pieces.Add(rune.Value is '"' or '\\' ? $"\\{rune}" : rune.ToString());
            else if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '.' or '_') pieces.Add(rune.ToString());
            else pieces.Add(string.Concat(Charsets.Utf8.GetBytes(rune.ToString()).Select(b => $"%{b:X2}")));
        }

        return pieces;
    }
}
