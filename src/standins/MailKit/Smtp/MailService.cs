using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Security;
using MimeKit;

namespace MailKit;

/// <summary>A connection to a mail server. Not for use by several callers at once.</summary>
public abstract class MailService : IDisposable
{
    /// <summary>Decides about the server's certificate; without it only valid ones are trusted.</summary>
    public RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; }

    /// <summary>Whether revocation is looked up. Default true.</summary>
    public bool CheckCertificateRevocation { get; set; } = true;

    /// <summary>TLS versions; default: what the system allows.</summary>
    public SslProtocols SslProtocols { get; set; } = SslProtocols.None;

    public X509CertificateCollection? ClientCertificates { get; set; }

    /// <summary>How long a server may stay silent, in milliseconds. Default two minutes.</summary>
    public abstract int Timeout { get; set; }

    public abstract bool IsConnected { get; }

    public abstract bool IsSecure { get; }

    public abstract bool IsAuthenticated { get; }

    /// <summary>Mechanisms the server offers, in upper case.</summary>
    public abstract HashSet<string> AuthenticationMechanisms { get; }

    public Task ConnectAsync(string host, int port, bool useSsl, CancellationToken cancellationToken = default) =>
        ConnectAsync(host, port, useSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, cancellationToken);

    public abstract Task ConnectAsync(string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default);

    public abstract Task AuthenticateAsync(Encoding encoding, ICredentials credentials, CancellationToken cancellationToken = default);

    public Task AuthenticateAsync(ICredentials credentials, CancellationToken cancellationToken = default) =>
        AuthenticateAsync(Encoding.UTF8, credentials, cancellationToken);

    public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) =>
        AuthenticateAsync(Encoding.UTF8, new NetworkCredential(userName, password), cancellationToken);

    public abstract Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default);

    public abstract Task NoOpAsync(CancellationToken cancellationToken = default);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>A service that sends mail.</summary>
public abstract class MailTransport : MailService
{
    private protected MailTransport()
    {
    }

    /// <summary>Sends to all of To, Cc and Bcc, as Sender or From.</summary>
    /// <returns>The server's last reply.</returns>
    public virtual Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null) =>
        SendAsync(FormatOptions.Default, message, cancellationToken, progress);

    /// <summary>Sends with an envelope of its own.</summary>
    /// <returns>The server's last reply.</returns>
    public virtual Task<string> SendAsync(MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients, CancellationToken cancellationToken = default, ITransferProgress? progress = null) =>
        SendAsync(FormatOptions.Default, message, sender, recipients, cancellationToken, progress);

    /// <inheritdoc cref="SendAsync(MimeMessage, CancellationToken, ITransferProgress)"/>
    public abstract Task<string> SendAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null);

    /// <inheritdoc cref="SendAsync(MimeMessage, MailboxAddress, IEnumerable{MailboxAddress}, CancellationToken, ITransferProgress)"/>
    public abstract Task<string> SendAsync(FormatOptions options, MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients, CancellationToken cancellationToken = default, ITransferProgress? progress = null);
}
