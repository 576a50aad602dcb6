using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PartnerCrm.Mail;

/// <summary>Between the two halves of a mail: what its HTML says in plain words, and plain words as modest HTML.</summary>
public static partial class HtmlText
{
    // A mail's HTML above this is no letter: what comes after isn't read.
    private const int MaxLength = 1_000_000;

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]")]
    private static partial Regex Links { get; }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines { get; }

    public static string FromText(string text)
    {
        var html = new StringBuilder();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append("<p>").Append(WithLinks(paragraph).Replace("\n", "<br>\n")).Append("</p>\n");
        return html.ToString();
    }

    private static string WithLinks(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Links.Matches(text))
        {
            html.Append(WebUtility.HtmlEncode(text[at..link.Index]));
            var address = WebUtility.HtmlEncode(link.Value);
            html.Append($"<a href=\"{address}\">{address}</a>");
            at = link.Index + link.Length;
        }
        return html.Append(WebUtility.HtmlEncode(text[at..])).ToString();
    }

    /// <summary>Leaves out what the mail quotes (blockquote and the marks of the big mail programs), scripts and styles.</summary>
    public static string ToText(string html)
    {
        var document = new HtmlParser().ParseDocument(html.Length <= MaxLength ? html : html[..MaxLength]);
        if (document.Body is null) return "";
        var text = new StringBuilder();

        // A stack of our own: a mail may nest deeper than the thread's stack.
        var open = new Stack<(INode Node, bool Leaving)>();
        open.Push((document.Body, false));
        while (open.TryPop(out var step))
        {
            if (step.Leaving)
            {
                Leave((IElement)step.Node, text);
                continue;
            }
            if (step.Node is IText words) AppendWords(text, words.Data);
            if (step.Node is not IElement element || IsLeftOut(element)) continue;
            if (element.LocalName == "br") text.Append('\n');
            else if (IsBlock(element)) BreakLine(text);
            if (element.LocalName == "li") text.Append("- ");
            open.Push((element, true));
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling) open.Push((child, false));
        }
        return ManyLines.Replace(string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim())), "\n\n").Trim();
    }

    private static void Leave(IElement element, StringBuilder text)
    {
        if (element.LocalName == "a" && element.GetAttribute("href") is { } address && address.Length > 0 && !address.StartsWith('#')
            && !address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !EndsWith(text, address))
            text.Append(": ").Append(address);
        if (element.LocalName == "p" || element.LocalName is ['h', >= '1' and <= '6'])
        {
            BreakLine(text);
            text.Append('\n');
        }
        else if (IsBlock(element)) BreakLine(text);
    }

    private static bool IsLeftOut(IElement element)
        => element.LocalName is "script" or "style" or "head" or "title" or "blockquote" or "template"
            || element.ClassList.Any(c => c is "gmail_quote" or "yahoo_quoted" or "moz-cite-prefix" or "protonmail_quote")
            || element.Id is "divRplyFwdMsg" or "appendonsend";

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div" or "tr" or "table" or "ul" or "ol" or "li" or "hr"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "header" or "footer" or "body" or "pre" or "address";

    private static void AppendWords(StringBuilder text, string words)
    {
        foreach (var letter in words)
        {
            if (!char.IsWhiteSpace(letter)) text.Append(letter);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private static void BreakLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    private static bool EndsWith(StringBuilder text, string ending)
        => text.Length >= ending.Length && text.ToString(text.Length - ending.Length, ending.Length) == ending;
}
