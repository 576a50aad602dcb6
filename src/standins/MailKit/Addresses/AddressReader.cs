using System.Text;

namespace MimeKit;

/// <summary>Reads addresses (RFC 5322, 3.4 and 4.4) the way they really come; what can't be read is skipped.</summary>
internal sealed class AddressReader(string text)
{
    private readonly List<InternetAddress> result = [];
    private string? comment;
    private int at;

    /// <summary>Whether this is local-part@domain and nothing else.</summary>
    public static bool IsAddress(string value)
    {
        if (value.Length > 1000 || value.Any(char.IsControl)) return false;
        var parsed = new AddressReader(value).ReadAll(out var complete);
        return complete && parsed is [MailboxAddress { Name.Length: 0 } mailbox] && mailbox.Address == value && value.AsSpan(1).Contains('@');
    }

    /// <summary>All addresses, and whether there was nothing but addresses.</summary>
    public List<InternetAddress> ReadAll(out bool complete)
    {
        complete = true;
        GroupAddress? group = null;
        List<InternetAddress> members = [];
        var pendingName = "";
        var groupName = "";
        var inGroup = false;
        while (true)
        {
            comment = null;
            SkipBlank();
            if (at >= text.Length) break;
            if (text[at] is ',' or ';')
            {
                if (text[at++] == ';' && inGroup) EndGroup();
                continue;
            }

            var phrase = ReadPhrase(out var bare);
            var next = at < text.Length ? text[at] : '\0';
            if (next == ':' && !inGroup)
            {
                (groupName, inGroup) = (phrase, true);
                at++;
            }
            else if (next == '<')
            {
                at++;
                var address = ReadAngled();
                SkipBlank();
                if (pendingName.Length > 0) phrase = $"{pendingName}, {phrase}";
                pendingName = "";
                if (address is not null) Take(new MailboxAddress(phrase.Length > 0 ? phrase : comment, address, true));
                else complete = false;
                complete &= Skip();
            }
            else if (next == '@' && bare is not null)
            {
                at++;
                var domain = ReadDomain();
                SkipBlank();
                if (domain.Length > 0) Take(new MailboxAddress(comment, $"{bare}@{domain}", true));
                else complete = false;
                complete &= Skip();
            }
            else if (next == ',' && phrase.Length > 0 && NamesWhatFollows())
            {
                pendingName = pendingName.Length > 0 ? $"{pendingName}, {phrase}" : phrase;
            }
            else
            {
                if (phrase.Length > 0 && bare is not null && next is '\0' or ',' or ';') Take(new MailboxAddress(comment, bare!, true));
                else complete = false;
                Skip();
            }
        }

        if (inGroup) EndGroup();
        return result;

        void Take(MailboxAddress mailbox) => (inGroup ? members : result).Add(mailbox);

        void EndGroup()
        {
            group = new GroupAddress(groupName, members);
            result.Add(group);
            (members, inGroup) = ([], false);
        }
    }

    /// <summary>"Doe, Jane &lt;jane@example.org&gt;": the comma belongs to the name.</summary>
    private bool NamesWhatFollows()
    {
        for (var i = at + 1; i < text.Length && i < at + 100; i++)
        {
            if (text[i] == '<') return i > at + 1 && text.AsSpan(at + 1, i - at - 1).ContainsAnyExcept(" \t");
            if (text[i] is ',' or ';' or ':' or '@' or '"' or '(') return false;
        }

        return false;
    }

    /// <summary>Words up to what ends them. <paramref name="bare"/> is the same as a local part, if it can be one.</summary>
    private string ReadPhrase(out string? bare)
    {
        var phrase = new StringBuilder();
        var local = new StringBuilder();
        var words = 0;
        var blank = false;
        while (at < text.Length && text[at] is not ('<' or '>' or ':' or ',' or ';' or '@'))
        {
            if (text[at] is ' ' or '\t' or '(' or '\r' or '\n')
            {
                SkipBlank();
                blank = true;
                continue;
            }

            // "john . doe@example.org" is one local part (RFC 5322, 4.4).
            var dotted = text[at] == '.' || (local.Length > 0 && local[^1] == '.');
            if (blank && phrase.Length > 0) phrase.Append(' ');
            if (blank && !dotted || words == 0) words++;
            blank = false;
            var start = at;
            if (text[at] == '"')
            {
                phrase.Append(ReadQuoted());
            }
            else
            {
                at = EndOfEncodedWord();
                while (at < text.Length && !IsSpecial(text[at])) at++;
                if (at == start) at++; // a stray bracket or backslash
                phrase.Append(text, start, at - start);
            }

            local.Append(text, start, at - start);
        }

        bare = words == 1 ? local.ToString() : null;
        return EncodedWords.Decode(phrase.ToString());
    }

    /// <summary>Some clients leave commas and colons as they are in encoded words.</summary>
    private int EndOfEncodedWord()
    {
        if (at + 2 >= text.Length || text[at] != '=' || text[at + 1] != '?') return at;
        var rest = text.AsSpan(at, Math.Min(text.Length - at, 400));
        var marks = 0;
        for (var i = 2; i < rest.Length && rest[i] is not (' ' or '"'); i++)
            if (rest[i] == '?' && ++marks == 3) return i + 1 < rest.Length && rest[i + 1] == '=' ? at + i + 2 : at;

        return at;
    }

    private string ReadQuoted()
    {
        var content = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            content.Append(text[at]);
        }

        at++;
        if (at > text.Length) at = text.Length;
        return content.ToString();
    }

    private string? ReadAngled()
    {
        SkipBlank();
        if (at < text.Length && text[at] == '@') // an obsolete route: @a,@b:joe@c
        {
            var colon = text.IndexOf(':', at, Math.Min(text.Length - at, 500));
            if (colon < 0) return null;
            at = colon + 1;
        }

        var local = new StringBuilder();
        var domain = "";
        while (at < text.Length && text[at] is not ('>' or ','))
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\r' or '\n' or '(')
            {
                SkipBlank();
            }
            else if (c == '"')
            {
                var start = at;
                ReadQuoted();
                local.Append(text, start, at - start);
            }
            else if (c == '@' && local.Length > 0)
            {
                at++;
                domain = ReadDomain();
                SkipBlank();
                break;
            }
            else
            {
                local.Append(c);
                at++;
            }
        }

        // Whatever else stands before the bracket, say a second @, makes it no address.
        var closed = at < text.Length && text[at] == '>';
        while (at < text.Length && text[at] is not ('>' or ',')) at++;
        if (at < text.Length && text[at] == '>') at++;
        if (local.Length == 0) return closed && domain.Length == 0 ? "" : null;
        if (!closed && at < text.Length) return null;
        return domain.Length > 0 ? $"{local}@{domain}" : local.ToString();
    }

    private string ReadDomain()
    {
        var domain = new StringBuilder();
        SkipBlank();
        if (at < text.Length && text[at] == '[')
        {
            var close = text.IndexOf(']', at, Math.Min(text.Length - at, 100));
            if (close < 0) return "";
            domain.Append(text, at, close + 1 - at);
            at = close + 1;
            return domain.ToString();
        }

        while (at < text.Length && !(IsSpecial(text[at]) && text[at] != '.') && text[at] is not (' ' or '\t'))
            domain.Append(text[at++]);
        return domain.ToString().TrimEnd('.');
    }

    /// <summary>To the next comma or the group's end; true if nothing stood before it.</summary>
    private bool Skip()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ';'))
        {
            if (text[at] == '"') ReadQuoted();
            else at++;
        }

        return at == start;
    }

    private void SkipBlank()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n') at++;
            else if (text[at] == '(') SkipComment();
            else break;
        }
    }

    private void SkipComment()
    {
        var content = new StringBuilder();
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == ')' && --depth == 0) break;
            if (c == '\\' && at + 1 < text.Length) c = text[++at];
            else if (c == '(' && depth++ == 0) continue;
            content.Append(c);
        }

        at = Math.Min(at + 1, text.Length);
        comment = EncodedWords.Decode(content.ToString().Trim());
    }

    private static bool IsSpecial(char c) => c is '(' or ')' or '<' or '>' or '[' or ']' or ':' or ';' or '@' or '\\' or ',' or '"' or ' ' or '\t' or '\r' or '\n';
}
