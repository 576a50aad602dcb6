using System.ComponentModel.DataAnnotations;

namespace PartnerCrm.Mail;

/// <summary>How the contact, or their mail server, answers a kept mail.</summary>
public enum SandboxAnswerKind
{
    Reply, OutOfOffice, Bounce, Object, Unsubscribe, ChooseTime, AcceptMeeting, DeclineMeeting,
}

public record SandboxAnswerInput
{
    /// <summary>A mail that was kept, or any id of the same contact's for calendar answers: the last invitation counts.</summary>
    [Required]
    public required Guid MailId { get; init; }

    public required SandboxAnswerKind Kind { get; init; }

    /// <summary>Their words. A fitting sentence when absent.</summary>
    [StringLength(10_000)]
    public string? Text { get; init; }

    /// <summary>Of ChooseTime: which of the three, from 0.</summary>
    [Range(0, 9)]
    public int? Choice { get; init; }
}

/// <summary>What arrived, as the receiving side saw it. Both null where the answer was no mail (Unsubscribe, ChooseTime).</summary>
public record SandboxAnswerDto(Guid? IncomingMailId, IncomingKind? Kind);
