using System.Linq.Expressions;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Mail;

public record MailRow(
    Guid Id, Guid ContactId, string ToName, string ToAddress, Guid SenderId, string FromName, Guid? RelationshipId, Guid? EscalationId,
    Purpose Purpose, string Template, string Subject, MailState State, DateTime CreatedAt, DateTime? NotBefore, DateTime? SentAt, string? Problem)
{
    public static readonly Expression<Func<MailMessage, MailRow>> FromMail = m => new MailRow(
        m.Id, m.ContactId, m.ToName, m.ToAddress, m.SenderId, m.FromName, m.RelationshipId, m.EscalationId,
        m.Purpose, m.Template, m.Subject, m.State, m.CreationTime, m.NotBefore, m.SentAt, m.Problem);
}

public record MailDto(
    Guid Id, Guid ContactId, string ToName, string ToAddress, Guid SenderId, string FromName, string FromAddress, Guid? RelationshipId, Guid? EscalationId,
    Purpose Purpose, bool IsCold, string Template, string Language, string Subject, string Text, string Html, string? CalendarMethod, MailState State,
    DateTime CreatedAt, DateTime? NotBefore, DateTime? SendingAt, DateTime? SentAt, string? MessageId, bool CarriesNotice, string? Decision, string? Problem)
{
    public static MailDto Of(MailMessage m) => new(
        m.Id, m.ContactId, m.ToName, m.ToAddress, m.SenderId, m.FromName, m.FromAddress, m.RelationshipId, m.EscalationId,
        m.Purpose, m.IsCold, m.Template, m.Language, m.Subject, m.Text, m.Html, m.CalendarMethod, m.State,
        m.CreationTime, m.NotBefore, m.SendingAt, m.SentAt, m.MessageId, m.CarriesNotice, m.Decision, m.Problem);
}

/// <summary>sorting: createdAt, sentAt or subject, each with "desc" if wanted; newest first by default.</summary>
public class GetMailsInput : PagedAndSortedResultRequestDto
{
    public Guid? ContactId { get; set; }
    public Guid? RelationshipId { get; set; }
    public Guid? EscalationId { get; set; }
    public Guid? SenderId { get; set; }
    public MailState? State { get; set; }
}

public record IncomingMailRow(
    Guid Id, string? From, string FromName, string Subject, string Excerpt, IncomingKind Kind, Guid? MailId, Guid? ContactId, Guid? RelationshipId,
    Guid? EscalationId, DateTime? BackOn, string? Status, string? Objection, string? Problem, DateTime ReceivedAt)
{
    public static readonly Expression<Func<IncomingMail, IncomingMailRow>> FromMail = m => new IncomingMailRow(
        m.Id, m.From, m.FromName, m.Subject, m.Excerpt, m.Kind, m.MailMessageId, m.ContactId, m.RelationshipId,
        m.EscalationId, m.BackOn, m.Status, m.Objection, m.Problem, m.ReceivedAt);
}

/// <summary>Newest first.</summary>
public class GetIncomingMailsInput : PagedResultRequestDto
{
    public Guid? ContactId { get; set; }
    public Guid? RelationshipId { get; set; }
    public IncomingKind? Kind { get; set; }
}

/// <summary>One line of what went back and forth with a contact. Kind is the state of ours, or what theirs is.</summary>
public record ConversationLine(Guid Id, Direction Direction, string Subject, string Text, string Kind, string Who, DateTime At);

/// <summary>For the banner: whether mail can leave at all, what waits, and what a person must look at.</summary>
public record MailStatusDto(TransportMode Mode, int Queued, int InDoubt, int Failed);

/// <summary>A person looked, in the Sent folder or by asking: did it leave?</summary>
public record ResolveMailInput(bool WasSent);
