using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Volo.Abp;

namespace PartnerCrm.Mail;

/// <summary>
/// A text with Handlebars variables, and only those: <c>{{name}}</c>, <c>{{#if name}} … {{else}} … {{/if}}</c> and <c>{{#unless name}}</c>.
/// A branch that no sample takes is checked as well, so a misspelt name never waits for the one contact who meets it.
/// </summary>
public static partial class TemplateText
{
    private static readonly IHandlebars Plain = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
    private static readonly IHandlebars Escaped = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new HtmlEncoder() });

    // Compiling is far dearer than rendering. Templates are few; where somebody writes and previews all day, start over.
    private static readonly ConcurrentDictionary<(string Text, bool IsHtml), HandlebarsTemplate<object, object>> Compiled = new();
    private const int MaxCompiled = 500;

    [GeneratedRegex(@"\{\{(?<raw>\{|&)?~?\s*(?<inside>!--.*?--|[^}]*?)\s*~?\}?\}\}", RegexOptions.Singleline)]
    private static partial Regex Expressions { get; }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")]
    private static partial Regex Name { get; }

    /// <summary>The variables that the text uses. Refuses anything that isn't a variable, a condition or a comment.</summary>
    public static IReadOnlySet<string> VariablesOf(string text, bool isHtml)
    {
        var found = new HashSet<string>();
        foreach (Match expression in Expressions.Matches(text))
        {
            var inside = expression.Groups["inside"].Value;
            if (inside.StartsWith('!') || inside is "else" or "^" or "/if" or "/unless") continue;
            if (isHtml && expression.Groups["raw"].Success) throw Refuse(MailErrors.UnescapedVariable, inside);

            var words = inside.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var variable = words switch
            {
                [var name] => name,
                ["#if" or "#unless", var name] => name,
                ["else", "if", var name] => name,
                _ => throw Refuse(MailErrors.UnknownBlock, inside),
            };
            if (variable[0] is '#' or '/' or '>' or '^' or '@' || variable.Contains("..")) throw Refuse(MailErrors.UnknownBlock, inside);
            found.Add(Name.IsMatch(variable) ? variable : throw Refuse(MailErrors.TemplateSyntax, inside));
        }
        return found;
    }

    /// <summary>Throws a sentence that names the place when the text doesn't compile.</summary>
    public static void EnsureCompiles(string text, bool isHtml)
    {
        try
        {
            Render(text, new Dictionary<string, string>(), isHtml);
        }
        catch (HandlebarsException broken)
        {
            throw Refuse(MailErrors.TemplateSyntax, broken.Message.Truncate(200), broken);
        }
    }

    /// <summary>HTML-escapes values in HTML, and leaves them as they are in text.</summary>
    public static string Render(string text, IReadOnlyDictionary<string, string> variables, bool isHtml)
    {
        if (Compiled.Count >= MaxCompiled) Compiled.Clear();
        return Compiled.GetOrAdd((text, isHtml), static t => (t.IsHtml ? Escaped : Plain).Compile(t.Text))(Nested(variables));
    }

    // "contact.firstName" is a path to Handlebars: contact, and in it firstName.
    private static Dictionary<string, object> Nested(IReadOnlyDictionary<string, string> variables)
    {
        var root = new Dictionary<string, object>();
        foreach (var (name, value) in variables)
        {
            var level = root;
            var path = name.Split('.');
            foreach (var step in path[..^1])
            {
                if (!level.TryGetValue(step, out var next) || next is not Dictionary<string, object>) level[step] = next = new Dictionary<string, object>();
                level = (Dictionary<string, object>)next;
            }
            level.TryAdd(path[^1], value);
        }
        return root;
    }

    private static BusinessException Refuse(string code, string what, Exception? inner = null)
        => new BusinessException(code, innerException: inner).WithData("What", what);

    private static string Truncate(this string text, int length) => text.Length <= length ? text : text[..length];
}
