namespace PartnerCrm.Mail;

/// <summary>No mail server and no practice mode: the outbox never asks it, and mail waits.</summary>
public class NoTransport : IMailTransport
{
    public TransportMode Mode => TransportMode.None;

    public bool Remembers => false;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default)
        => Task.FromResult(Delivery.NotTried("No mail server is set up."));

    public Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default) => Task.FromResult<Delivery?>(null);
}
