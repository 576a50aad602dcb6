namespace PartnerCrm.Mail;

/// <summary>What a received mail says, read as far as it can be. Message ids are without angle brackets. All text is free of control characters.</summary>
public record ReadMail
{
    public string? MessageId { get; init; }

    /// <summary>In-Reply-To and References, nearest first.</summary>
    public IReadOnlyList<string> AnswersTo { get; init; } = [];
    public string? From { get; init; }
    public string FromName { get; init; } = "";
    public string To { get; init; } = "";
    public string Subject { get; init; } = "";
    public DateTime? Date { get; init; }

    /// <summary>The plain text, or the HTML's words; with quoted history.</summary>
    public string Text { get; init; } = "";

    /// <summary>Headers of RFC 3834 and its relatives, or the empty return path.</summary>
    public bool SaysAutomatic { get; init; }

    /// <summary>The VCALENDAR of an iTIP REPLY.</summary>
    public string? CalendarReply { get; init; }
    public DeliveryReport? Report { get; init; }
    public bool IsReadReceipt { get; init; }

    /// <summary>What could not be read, and why; null when all could.</summary>
    public string? Problem { get; init; }
}

/// <summary>RFC 3464, or what a mail server's own words amount to. Status is x.y.z.</summary>
public record DeliveryReport(string Action, string Status, string? Recipient, string? ReturnedMessageId)
{
    public bool IsFailure => Action is "failed" or "delayed";

    public bool IsPermanent => Action == "failed" && Status.StartsWith('5');
}

/// <summary>What a received mail is. It is one of these, decided in this order: from the certain to the guessed.</summary>
public enum IncomingKind
{
    /// <summary>Unreadable, or from nobody we know.</summary>
    Unknown,

    /// <summary>"Your message was read", or "delivered": no news.</summary>
    Receipt,

    CalendarReply, Bounce, AutoReply, Objection, Reply,
}
