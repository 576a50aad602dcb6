namespace PartnerCrm.Mail;

public enum TransportMode
{
    /// <summary>No mail server is set up: mail waits in the queue, and a banner says so.</summary>
    None,

    /// <summary>Mail is kept instead of sent.</summary>
    Practice,

    Smtp,
}

/// <summary>One mail for the wire. <paramref name="Mime"/> is exactly what is stored.</summary>
public record OutgoingMail(Guid MailId, string MessageId, string From, string To, byte[] Mime);

/// <summary>Takes a mail and says what became of it; never throws for what a mail server does.</summary>
public interface IMailTransport
{
    TransportMode Mode { get; }

    /// <summary>It can tell afterwards what became of a mail: then doubts end by themselves.</summary>
    bool Remembers { get; }

    Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default);

    /// <summary>What became of a mail whose sending was interrupted. Null when the transport can't tell.</summary>
    Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default);
}
