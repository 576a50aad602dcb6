using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Mail;

public record DraftRow(
    Guid Id, Guid ContactId, string ToName, string ToAddress, Guid SenderId, string FromName, Guid? RelationshipId, Guid? EscalationId,
    Purpose Purpose, string Template, string Subject, DateTime CreatedAt, string ConcurrencyStamp)
{
    public static readonly Expression<Func<MailMessage, DraftRow>> FromMail = m => new DraftRow(
        m.Id, m.ContactId, m.ToName, m.ToAddress, m.SenderId, m.FromName, m.RelationshipId, m.EscalationId,
        m.Purpose, m.Template, m.Subject, m.CreationTime, m.ConcurrencyStamp);
}

/// <summary>A draft with all that will stand in the mail. The footer is the same in every mail and isn't part of what can be edited.</summary>
public record DraftDto(
    Guid Id, Guid ContactId, string ToName, string ToAddress, Guid SenderId, string FromName, string FromAddress, Guid? RelationshipId, Guid? EscalationId,
    Purpose Purpose, string Template, string Language, string Subject, string Text, string Html, string Footer, string ConcurrencyStamp);

/// <summary>A user sees their own; a system sees all, or those of one sender. sorting: createdAt or subject, each with "desc" if wanted.</summary>
public class GetDraftsInput : PagedAndSortedResultRequestDto
{
    public Guid? SenderId { get; set; }
    public Guid? ContactId { get; set; }
    public Guid? RelationshipId { get; set; }
}

/// <summary>Subject and text may still be empty: a draft may be unfinished, what is approved may not.</summary>
public record UpdateDraftInput
{
    [Required(AllowEmptyStrings = true), StringLength(MailMessage.MaxSubjectLength)]
    public required string Subject { get; init; }

    [Required(AllowEmptyStrings = true), StringLength(Template.MaxBodyLength)]
    public required string Text { get; init; }

    /// <summary>Made from the text when absent.</summary>
    [StringLength(Template.MaxBodyLength)]
    public string? Html { get; init; }

    /// <summary>Of the draft as it was read: somebody else's change in between is a conflict.</summary>
    public string? ConcurrencyStamp { get; init; }
}

/// <summary>As in <see cref="UpdateDraftInput"/>.</summary>
public record CreateDraftInput
{
    public required Guid ContactId { get; init; }

    [Required(AllowEmptyStrings = true), StringLength(MailMessage.MaxSubjectLength)]
    public required string Subject { get; init; }

    [Required(AllowEmptyStrings = true), StringLength(Template.MaxBodyLength)]
    public required string Text { get; init; }

    /// <summary>Made from the text when absent.</summary>
    [StringLength(Template.MaxBodyLength)]
    public string? Html { get; init; }
}

/// <summary>NotBefore, or in UndoSeconds; clearance or the mailbox's pace may make it later.</summary>
public record ScheduleDraftInput
{
    public string? ConcurrencyStamp { get; init; }
    public DateTime? NotBefore { get; init; }

    [Range(0, 120)]
    public int UndoSeconds { get; init; } = 10;
}

public record ScheduledDraftDto(Guid Id, DateTime NotBefore);
