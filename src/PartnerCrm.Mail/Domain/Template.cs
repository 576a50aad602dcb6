using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>Words for a mail, in one language. What it may say is settled when it is saved, not when it is sent.</summary>
public class Template : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 64;
    public const int MaxLanguageLength = 16;
    public const int MaxSubjectLength = 200;
    public const int MaxBodyLength = 20_000;
    public const int MaxKeyLength = 128;

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; }
    public string Language { get; private set; }
    public TemplateKind Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Null: made from the text of each mail.</summary>
    public string? Html { get; private set; }

    /// <summary>Tenant, name and language in one column, so that both databases keep it unique when there is no tenant.</summary>
    public string Key { get; private set; }

    public Template(Guid id, Guid? tenantId, string name, string language, TemplateKind kind, string subject, string? text, string? html)
        : base(id)
    {
        TenantId = tenantId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), MaxNameLength).Trim().ToLowerInvariant();
        Language = Check.NotNullOrWhiteSpace(language, nameof(language), MaxLanguageLength).Trim().ToLowerInvariant();
        Kind = kind;
        Key = KeyOf(tenantId, Name, Language);
        Rewrite(subject, text, html);
    }

    public static string KeyOf(Guid? tenantId, string name, string language) => $"{tenantId:N}/{name}/{language}";

    /// <summary>Either of text and html may be absent: the text is then made from the html, the html from the text of each mail.</summary>
    public void Rewrite(string subject, string? text, string? html)
    {
        subject = CleanText.OneLine(subject);
        html = CleanText.Of(html).Trim() is { Length: > 0 } givenHtml ? givenHtml : null;
        text = CleanText.Of(text).Trim() is { Length: > 0 } givenText ? givenText : null;
        if (text is null && html is null) throw new BusinessException(MailErrors.TemplateEmpty);

        var used = new HashSet<string>(UsedIn(subject, isHtml: false));
        if (text is not null) EnsureNeeded(UsedIn(text, isHtml: false), used);
        if (html is not null) EnsureNeeded(UsedIn(html, isHtml: true), used);

        Subject = Check.NotNullOrWhiteSpace(subject, nameof(subject), MaxSubjectLength);
        Html = html is null ? null : Check.Length(html, nameof(html), MaxBodyLength);
        Text = Check.Length(text ?? HtmlText.ToText(html!), nameof(text), MaxBodyLength)!;
    }

    /// <summary>The mail in this person's name. Refuses, naming it, when a variable that must have a value has none.</summary>
    public RenderedMail Render(IReadOnlyDictionary<string, string> variables)
    {
        var complete = new Dictionary<string, string>(variables);
        foreach (var variable in TemplateText.VariablesOf(Subject + Text + Html, isHtml: false).Where(v => !complete.ContainsKey(v)))
        {
            if (!TemplateVariables.MayBeMissing(variable))
                throw new BusinessException(MailErrors.VariableMissing).WithData("What", variable).WithData("Template", Name);
            complete[variable] = "";
        }
        var text = TemplateText.Render(Text, complete, isHtml: false).Trim();
        var html = Html is null ? HtmlText.FromText(text) : TemplateText.Render(Html, complete, isHtml: true);
        return new RenderedMail(SubjectOf(TemplateText.Render(Subject, complete, isHtml: false)), text, html);
    }

    private IReadOnlySet<string> UsedIn(string text, bool isHtml)
    {
        var variables = TemplateText.VariablesOf(text, isHtml);
        var known = TemplateVariables.KnownFor(Kind);
        if (variables.FirstOrDefault(v => !known.Contains(v)) is { } unknown)
            throw new BusinessException(MailErrors.UnknownVariable).WithData("What", unknown).WithData("Known", string.Join(", ", known));
        TemplateText.EnsureCompiles(text, isHtml);
        return variables;
    }

    private void EnsureNeeded(IReadOnlySet<string> inBody, IReadOnlySet<string> inSubject)
    {
        if (TemplateVariables.NeededFor(Kind).FirstOrDefault(v => !inBody.Contains(v) && !inSubject.Contains(v)) is { } missing)
            throw new BusinessException(MailErrors.VariableNeeded).WithData("What", missing);
    }

    // A line break in a name must not become a header of its own.
    private static string SubjectOf(string rendered) => CleanText.Fit(CleanText.OneLine(rendered), MailMessage.MaxSubjectLength)!;

#pragma warning disable CS8618 // EF Core fills these in.
    private Template() { }
#pragma warning restore CS8618
}

public record RenderedMail(string Subject, string Text, string Html);
