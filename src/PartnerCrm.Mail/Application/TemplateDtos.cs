using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Mail;

public record TemplateDto(
    Guid Id, string Name, string Language, TemplateKind Kind, string Subject, string Text, string? Html, DateTime? ChangedAt, string ConcurrencyStamp)
{
    public static readonly Expression<Func<Template, TemplateDto>> FromTemplate = t => new TemplateDto(
        t.Id, t.Name, t.Language, t.Kind, t.Subject, t.Text, t.Html, t.LastModificationTime ?? t.CreationTime, t.ConcurrencyStamp);

    public static readonly Func<Template, TemplateDto> Of = FromTemplate.Compile();
}

/// <summary>sorting: name, language or kind, each with "desc" if wanted.</summary>
public class GetTemplatesInput : PagedAndSortedResultRequestDto
{
    [StringLength(Template.MaxNameLength)]
    public string? Name { get; set; }

    [StringLength(Template.MaxLanguageLength)]
    public string? Language { get; set; }
}

public record CreateTemplateInput
{
    [Required, StringLength(Template.MaxNameLength), RegularExpression("^[A-Za-z0-9][A-Za-z0-9-]*$")]
    public required string Name { get; init; }

    [Required, StringLength(Template.MaxLanguageLength), RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]
    public required string Language { get; init; }

    public TemplateKind Kind { get; init; } = TemplateKind.Message;

    [Required, StringLength(Template.MaxSubjectLength)]
    public required string Subject { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Text { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Html { get; init; }
}

public record UpdateTemplateInput
{
    [Required, StringLength(Template.MaxSubjectLength)]
    public required string Subject { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Text { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Html { get; init; }

    public string? ConcurrencyStamp { get; init; }
}

/// <summary>A template as it is being written, to be seen with sample values.</summary>
public record PreviewTemplateInput
{
    public TemplateKind Kind { get; init; } = TemplateKind.Message;

    [Required, StringLength(Template.MaxSubjectLength)]
    public required string Subject { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Text { get; init; }

    [StringLength(Template.MaxBodyLength)]
    public string? Html { get; init; }
}

/// <summary>As a contact would get it from the caller: what is known of them is filled in, the rest by samples. Footer included.</summary>
public record PreviewTemplateForContactInput : PreviewTemplateInput
{
    public required Guid ContactId { get; init; }
}

/// <summary>What became of a test mail to the caller's own address. Sentence says it; in practice mode it is kept and goes nowhere.</summary>
public record TestSendDto(string To, DeliveryOutcome? Outcome, string Sentence);

/// <summary>The rendered sample, and the variables that a template of this kind may use.</summary>
public record TemplatePreviewDto(string Subject, string Text, string Html, IReadOnlyCollection<string> Variables);
