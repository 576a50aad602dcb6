namespace PartnerCrm.Mail;

/// <summary>
/// The catcher of practice mode: the mail is in our own store already, and that is where it stays. Opens no socket. Since nothing leaves,
/// an interrupted mail is simply kept.
/// </summary>
public class PracticeTransport : IMailTransport
{
    public TransportMode Mode => TransportMode.Practice;

    public bool Remembers => true;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default) => Task.FromResult(Delivery.Kept);

    public Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default) => Task.FromResult<Delivery?>(Delivery.Kept);
}
