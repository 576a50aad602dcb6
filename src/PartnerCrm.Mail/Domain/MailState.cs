namespace PartnerCrm.Mail;

public enum MailState
{
    /// <summary>Waits for its sender's approval.</summary>
    Draft,

    /// <summary>Waits for its time, its mailbox's capacity and the outbox.</summary>
    Queued,

    /// <summary>Handed to the transport; the answer is not known yet.</summary>
    Sending,

    Sent,

    /// <summary>Practice mode: kept where a real one would have been sent.</summary>
    Kept,

    /// <summary>The process or the connection died while it was being sent: it may have left. Never sent again by itself.</summary>
    InDoubt,

    /// <summary>May not go out.</summary>
    Refused,

    /// <summary>No longer wanted, or thrown away by its sender.</summary>
    Withdrawn,

    /// <summary>Could not be made, or the mail server refused it for good.</summary>
    Failed,
}
