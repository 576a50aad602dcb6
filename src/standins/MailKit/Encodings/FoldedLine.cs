using System.Text;

namespace MimeKit;

/// <summary>A header field being written: folded at whitespace, before the 78th column where that is possible (RFC 5322, 2.2.3).</summary>
internal sealed class FoldedLine(string field, FormatOptions options)
{
    /// <summary>A word longer than this can't stay on a line of at most 998 characters.</summary>
    public const int LongestWord = 900;

    private readonly StringBuilder text = new(" ");
    private int column = field.Length + 2;

    public bool International => options.International;

    public int Room => options.MaxLineLength - column;

    /// <summary>Goes on without a break.</summary>
    public void Append(string part)
    {
        text.Append(part);
        column += part.Length;
    }

    /// <summary>Breaks the line; the whitespace begins the next one.</summary>
    public void Fold(string whitespace)
    {
        if (whitespace.Length == 0) whitespace = " ";
        if (text.Length == 1)
        {
            text.Clear(); // the first word doesn't fit behind the field name
        }

        text.Append("\r\n").Append(whitespace);
        column = whitespace.Length;
    }

    /// <summary>Whitespace and a word: on this line if there is room.</summary>
    public void Append(string whitespace, string word)
    {
        if (whitespace.Length > 0 && word.Length + whitespace.Length > Room)
        {
            Fold(whitespace);
            Append(word);
        }
        else
        {
            Append(whitespace);
            Append(word);
        }
    }

    /// <summary>Unstructured text: words that can't travel as they are become encoded words.</summary>
    public void AppendText(string value)
    {
        var at = 0;
        while (at < value.Length)
        {
            var (blank, end) = Next(value, at);
            var whitespace = value[at..blank];
            if (!MustEncode(value, at, blank, end))
            {
                Append(whitespace, value[blank..end]);
                at = end;
                continue;
            }

            // A run of such words is one encoded text: the whitespace inside a run would otherwise be lost.
            var start = whitespace.Length == 0 ? at : at + 1;
            var separator = whitespace.Length == 0 ? "" : whitespace[..1];
            for (var more = Next(value, end); MustEncode(value, end, more.Blank, more.End); more = Next(value, end)) end = more.End;

            EncodedWords.Write(this, separator, value[start..end]);
            at = end;
        }
    }

    /// <summary>A display name: atoms, a quoted string, or encoded words.</summary>
    public void AppendPhrase(string separator, string phrase)
    {
        if (phrase.Length > 60 || MustEncode(phrase))
        {
            EncodedWords.Write(this, separator, phrase);
            return;
        }

        var plain = phrase.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ' || c >= 0x80 || "!#$%&'*+-/=?^_`{|}~".Contains(c));
        plain = plain && phrase[0] != ' ' && phrase[^1] != ' ' && !phrase.Contains("  ", StringComparison.Ordinal);
        Append(separator, plain ? phrase : Quote(phrase));
    }

    public static string Quote(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    public override string ToString() => text.Append("\r\n").ToString();

    private bool MustEncode(string value, int start, int blank, int end) =>
        blank - start > 60 || MustEncode(value.AsSpan(blank, end - blank));

    private bool MustEncode(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || word.IndexOf("=?", StringComparison.Ordinal) >= 0) return true;
        foreach (var c in word)
        {
            if ((c < ' ' && c != '\t') || c == 0x7f) return true;
            if (c > 0x7f && !International) return true;
        }

        return false;
    }

    private static (int Blank, int End) Next(string value, int at)
    {
        while (at < value.Length && value[at] is ' ' or '\t') at++;
        var blank = at;
        while (at < value.Length && value[at] is not (' ' or '\t')) at++;
        return (blank, at);
    }
}
