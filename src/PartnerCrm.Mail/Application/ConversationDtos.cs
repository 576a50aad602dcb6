using System.ComponentModel.DataAnnotations;
using PartnerCrm.Contracts;

namespace PartnerCrm.Mail;

/// <summary>Where a conversation stands, what needs a person first.</summary>
public enum ConversationState
{
    InDoubt, NotSent, DraftWaits, TheyWrote, Queued, WeWrote,
}

/// <summary>What went back and forth with one contact, as a line. Excerpt is of the last mail in either direction.</summary>
public record ConversationRow(
    Guid ContactId, string ContactName, string? OrganisationName, ConversationState State, DateTime LastAt, Direction LastDirection, string Subject, string Excerpt,
    int Drafts);

/// <summary>Those with something new last first. Before is LastAt of the last line of the page before. Mine: with mails of the caller's.</summary>
public class ConversationListInput
{
    public DateTime? Before { get; set; }
    public bool Mine { get; set; }

    [Range(1, 100)]
    public int MaxResultCount { get; set; } = 50;
}

public record ConversationPageDto(IReadOnlyList<ConversationRow> Items, DateTime? NextBefore);

/// <summary>A draft in its conversation. They wrote after it was made: read that first.</summary>
public record ConversationDraft(Guid Id, string Subject, string Text, Guid SenderId, string FromName, DateTime CreatedAt, bool WasWrittenBeforeTheirReply, string ConcurrencyStamp);

/// <summary>The whole conversation with a contact: the last 200 mails oldest first, the drafts, and what waits or did not go out.</summary>
public record ConversationDto(
    Guid ContactId, string ContactName, string? Email, ConversationState State, IReadOnlyList<ConversationLine> Lines, IReadOnlyList<ConversationDraft> Drafts,
    IReadOnlyList<MailRow> Waiting);
