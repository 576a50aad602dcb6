using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace PartnerCrm.Mail;

/// <summary>Configuration section Mail:Smtp. Security is one of MailKit's SecureSocketOptions: None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
public record SmtpOptions(string Host, int Port, SecureSocketOptions Security, string? UserName, string? Password, TimeSpan Timeout)
{
    public static SmtpOptions From(IConfigurationSection section) => new(
        section["Host"] ?? "",
        section.GetValue("Port", 587),
        section.GetValue("Security", SecureSocketOptions.StartTls),
        section["UserName"],
        section["Password"],
        TimeSpan.FromSeconds(section.GetValue("TimeoutSeconds", 60)));
}

/// <summary>
/// A mail server. The whole of its care is to tell "certainly not accepted" (try again, or never) from "perhaps accepted" (in doubt): once the
/// message is on its way, only the server's own negative reply counts as a no.
/// </summary>
public class SmtpTransport(SmtpOptions options) : IMailTransport
{
    public TransportMode Mode => TransportMode.Smtp;

    public bool Remembers => false;

    public async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default)
    {
        using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Mime, writable: false), CancellationToken.None);
        using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.Security, cancellationToken);
            if (options.UserName is not null) await client.AuthenticateAsync(options.UserName, options.Password ?? "", cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            return Delivery.NotTried("The host stopped before it was sent.");
        }
        catch (Exception unreachable) when (IsOfServer(unreachable))
        {
            return Delivery.NotTried($"The mail server can't be reached: {unreachable.Message}");
        }

        try
        {
            await client.SendAsync(message, MailboxAddress.Parse(mail.From), [MailboxAddress.Parse(mail.To)], cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            var isPermanent = (int)refused.StatusCode is >= 500 and < 600;
            return new Delivery(isPermanent ? DeliveryOutcome.Refused : DeliveryOutcome.Later, $"The mail server answered {(int)refused.StatusCode} {refused.Message}");
        }
        catch (Exception lost) when (IsOfServer(lost) || lost is OperationCanceledException)
        {
            return new Delivery(DeliveryOutcome.Unknown, $"The connection broke before the mail server answered: {lost.Message}");
        }

        try
        {
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception rude) when (IsOfServer(rude))
        {
            // It has the mail; how it says goodbye changes nothing.
        }
        return Delivery.Sent;
    }

    /// <summary>SMTP has no memory to ask.</summary>
    public Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default) => Task.FromResult<Delivery?>(null);

    private static bool IsOfServer(Exception exception) => exception
        is IOException or SocketException or TimeoutException or ProtocolException or CommandException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException
        or SslHandshakeException or NotSupportedException;
}
