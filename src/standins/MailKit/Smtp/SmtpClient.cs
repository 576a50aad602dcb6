using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using MimeKit;

namespace MailKit.Net.Smtp;

/// <summary>Sends mail (RFC 5321), with STARTTLS (RFC 3207), TLS at once (RFC 8314) and AUTH (RFC 4954).</summary>
public class SmtpClient : MailTransport
{
    private const int LongestLine = 998;

    private SmtpConnection? connection;
    private string host = "";
    private bool authenticated;
    private bool disposed;

    /// <summary>The name this client says hello with; default: its address.</summary>
    public string? LocalDomain { get; set; }

    /// <summary>What the server offers. Can be narrowed.</summary>
    public SmtpCapabilities Capabilities { get; set; }

    /// <summary>The largest message the server takes, in bytes; 0 if it doesn't say.</summary>
    public uint MaxSize { get; private set; }

    public override int Timeout { get; set; } = 2 * 60 * 1000;

    public override bool IsConnected => connection is not null;

    public override bool IsSecure => connection?.IsSecure ?? false;

    public override bool IsAuthenticated => authenticated;

    public override HashSet<string> AuthenticationMechanisms { get; } = new(StringComparer.Ordinal);

    internal bool StartedTls { get; private set; }

    /// <exception cref="SocketException">No server there.</exception>
    /// <exception cref="SslHandshakeException">No trusted TLS.</exception>
    /// <exception cref="NotSupportedException">STARTTLS is asked for and not offered.</exception>
    /// <exception cref="SmtpCommandException">The server sends the client away.</exception>
    public override async Task ConnectAsync(string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (IsConnected) throw new InvalidOperationException("The SmtpClient is already connected.");
        if (port == 0) port = options == SecureSocketOptions.SslOnConnect ? 465 : 25;
        if (options == SecureSocketOptions.Auto)
            options = port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;

        (this.host, StartedTls) = (host, false);
        connection = await SmtpConnection.OpenAsync(this, host, port, cancellationToken);
        try
        {
            if (options == SecureSocketOptions.SslOnConnect) await connection.SecureAsync(host, cancellationToken);
            Expect(await connection.ReadAsync(cancellationToken), SmtpStatusCode.ServiceReady);
            await HelloAsync(cancellationToken);
            if (options is SecureSocketOptions.StartTls or SecureSocketOptions.StartTlsWhenAvailable)
                await StartTlsAsync(options == SecureSocketOptions.StartTls, cancellationToken);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <exception cref="AuthenticationException">The server didn't accept the credentials.</exception>
    /// <exception cref="NotSupportedException">The server has no mechanism that this client has.</exception>
    public override async Task AuthenticateAsync(Encoding encoding, ICredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(credentials);
        var server = Connected();
        if (authenticated) throw new InvalidOperationException("The SmtpClient is already authenticated.");
        if (!Capabilities.HasFlag(SmtpCapabilities.Authentication)) throw new NotSupportedException("The SMTP server does not support authentication.");

        var plain = AuthenticationMechanisms.Contains("PLAIN");
        if (!plain && !AuthenticationMechanisms.Contains("LOGIN")) throw new NotSupportedException("No compatible authentication mechanisms found.");
        var secret = credentials.GetCredential(new Uri($"smtp://{host}"), plain ? "PLAIN" : "LOGIN")
            ?? throw new AuthenticationException("There are no credentials for this server.");
        try
        {
            var response = plain
                ? await server.CommandAsync($"AUTH PLAIN {Base64($"\0{secret.UserName}\0{secret.Password}")}", cancellationToken)
                : await LoginAsync(server, cancellationToken);
            if (response.StatusCode != SmtpStatusCode.AuthenticationSuccessful)
                throw new AuthenticationException($"{(int)response.StatusCode}: {response.Response}");

            authenticated = true;
        }
        catch (Exception e) when (e is not AuthenticationException)
        {
            Close();
            throw;
        }

        async Task<SmtpResponse> LoginAsync(SmtpConnection server, CancellationToken cancellationToken)
        {
            var response = await server.CommandAsync("AUTH LOGIN", cancellationToken);
            foreach (var answer in new[] { secret.UserName, secret.Password })
                if (response.StatusCode == SmtpStatusCode.AuthenticationChallenge)
                    response = await server.CommandAsync(Base64(answer), cancellationToken);
            return response;
        }

        string Base64(string text) => Convert.ToBase64String(encoding.GetBytes(text));
    }

    /// <inheritdoc/>
    public override Task<string> SendAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var sender = message.Sender ?? message.From.Mailboxes.FirstOrDefault() ?? throw new InvalidOperationException("No sender has been specified.");
        return SendAsync(options, message, sender, message.GetRecipients(true), cancellationToken, progress);
    }

    /// <inheritdoc/>
    /// <exception cref="SmtpCommandException">Sender, a recipient or the message was refused; nothing is sent to anybody.</exception>
    /// <exception cref="SmtpProtocolException">The connection broke; if that was after the content, it may have been sent.</exception>
    public override async Task<string> SendAsync(FormatOptions options, MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(sender);
        var all = recipients.DistinctBy(r => r.Address, StringComparer.OrdinalIgnoreCase).ToList();
        if (all.Count == 0) throw new InvalidOperationException("No recipients have been specified.");

        var server = Connected();
        var format = FormatFor(options, [sender, .. all]);
        var eightBit = Capabilities.HasFlag(SmtpCapabilities.EightBitMime);
        message.Prepare(eightBit ? EncodingConstraint.EightBit : EncodingConstraint.SevenBit, LongestLine);
        var content = SmtpContent.From(message, format);
        try
        {
            try
            {
                await EnvelopeAsync(server, sender, all, format, content, cancellationToken);
                return await DataAsync(server, content, progress, cancellationToken);
            }
            catch (Exception e) when (e is SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable } or ServiceNotAuthenticatedException)
            {
                await server.CommandAsync("RSET", cancellationToken); // the connection stays good for the next message
                throw;
            }
        }
        catch (Exception e) when (e is not (SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable } or ServiceNotAuthenticatedException))
        {
            Close();
            throw;
        }
    }

    public override async Task NoOpAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            Expect(await Connected().CommandAsync("NOOP", cancellationToken), SmtpStatusCode.Ok);
        }
        catch (Exception e) when (e is not ServiceNotConnectedException)
        {
            Close();
            throw;
        }
    }

    /// <param name="quit">Whether to say goodbye first.</param>
    /// <param name="cancellationToken">Stops waiting for the server's goodbye.</param>
    public override async Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default)
    {
        if (connection is null) return;
        try
        {
            if (quit) await connection.CommandAsync("QUIT", cancellationToken);
        }
        catch (Exception e) when (e is SmtpProtocolException or TimeoutException)
        {
            // It is gone either way.
        }
        finally
        {
            Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        disposed = true;
        base.Dispose(disposing);
    }

    private async Task HelloAsync(CancellationToken cancellationToken)
    {
        var name = LocalDomain ?? connection!.LocalAddress switch
        {
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } v6 => $"[IPv6:{v6}]",
            { } address => $"[{address.MapToIPv4()}]",
            null => "localhost"
        };
        AuthenticationMechanisms.Clear();
        (Capabilities, MaxSize) = (SmtpCapabilities.None, 0);
        var response = await connection!.CommandAsync($"EHLO {name}", cancellationToken);
        if (response.StatusCode == SmtpStatusCode.Ok)
        {
            foreach (var line in response.Response.Split('\n').Skip(1)) Learn(line.Trim());
            return;
        }

        Expect(await connection.CommandAsync($"HELO {name}", cancellationToken), SmtpStatusCode.Ok);
    }

    private void Learn(string line)
    {
        var words = line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return;
        Capabilities |= words[0] switch
        {
            "SIZE" => SmtpCapabilities.Size,
            "DSN" => SmtpCapabilities.Dsn,
            "ENHANCEDSTATUSCODES" => SmtpCapabilities.EnhancedStatusCodes,
            "AUTH" => SmtpCapabilities.Authentication,
            "8BITMIME" => SmtpCapabilities.EightBitMime,
            "PIPELINING" => SmtpCapabilities.Pipelining,
            "BINARYMIME" => SmtpCapabilities.BinaryMime,
            "CHUNKING" => SmtpCapabilities.Chunking,
            "STARTTLS" => SmtpCapabilities.StartTLS,
            "SMTPUTF8" => SmtpCapabilities.UTF8,
            "REQUIRETLS" => SmtpCapabilities.RequireTLS,
            _ => SmtpCapabilities.None
        };
        if (words[0] == "AUTH") AuthenticationMechanisms.UnionWith(words.Skip(1));
        if (words[0] == "SIZE" && words.Length > 1 && uint.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) MaxSize = size;
    }

    private async Task StartTlsAsync(bool required, CancellationToken cancellationToken)
    {
        if (!Capabilities.HasFlag(SmtpCapabilities.StartTLS))
        {
            if (required) throw new NotSupportedException("The SMTP server does not support the STARTTLS extension.");
            return;
        }

        Expect(await connection!.CommandAsync("STARTTLS", cancellationToken), SmtpStatusCode.ServiceReady);
        StartedTls = true;
        await connection.SecureAsync(host, cancellationToken);
        await HelloAsync(cancellationToken); // what was said in the clear doesn't count (RFC 3207, 4.2)
    }

    private FormatOptions FormatFor(FormatOptions options, IEnumerable<MailboxAddress> envelope)
    {
        var format = options.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.HiddenHeaders.UnionWith([HeaderId.Bcc, HeaderId.ResentBcc, HeaderId.ContentLength]);
        var needed = format.International || envelope.Any(m => !m.LocalPart.All(char.IsAscii));
        if (needed && !Capabilities.HasFlag(SmtpCapabilities.UTF8)) throw new NotSupportedException("The SMTP server does not support the SMTPUTF8 extension.");
        format.International = needed;
        return format;
    }

    private async Task EnvelopeAsync(SmtpConnection server, MailboxAddress sender, List<MailboxAddress> recipients, FormatOptions format, SmtpContent content, CancellationToken cancellationToken)
    {
        var from = new StringBuilder($"MAIL FROM:<{sender.GetAddress(!format.International)}>");
        if (Capabilities.HasFlag(SmtpCapabilities.Size)) from.Append($" SIZE={content.Bytes.Length}");
        if (Capabilities.HasFlag(SmtpCapabilities.EightBitMime)) from.Append(content.IsEightBit ? " BODY=8BITMIME" : " BODY=7BIT");
        if (format.International) from.Append(" SMTPUTF8");
        if (MaxSize > 0 && content.Bytes.Length > MaxSize)
            throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, SmtpStatusCode.ExceededStorageAllocation, $"The message has {content.Bytes.Length} bytes, the server takes {MaxSize}.");

        var response = await server.CommandAsync(from.ToString(), cancellationToken);
        if (response.StatusCode != SmtpStatusCode.Ok)
            throw Refused(response, SmtpErrorCode.SenderNotAccepted, sender, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.MailboxUnavailable);

        foreach (var recipient in recipients)
        {
            response = await server.CommandAsync($"RCPT TO:<{recipient.GetAddress(!format.International)}>", cancellationToken);
            if (response.StatusCode is SmtpStatusCode.Ok or SmtpStatusCode.UserNotLocalWillForward) continue;
            throw Refused(response, SmtpErrorCode.RecipientNotAccepted, recipient, SmtpStatusCode.MailboxNameNotAllowed,
                SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxBusy, SmtpStatusCode.UserNotLocalTryAlternatePath);
        }
    }

    private static async Task<string> DataAsync(SmtpConnection server, SmtpContent content, ITransferProgress? progress, CancellationToken cancellationToken)
    {
        Expect(await server.CommandAsync("DATA", cancellationToken), SmtpStatusCode.StartMailInput);
        const int Piece = 64 * 1024;
        for (var at = 0; at < content.Stuffed.Length; at += Piece)
        {
            await server.WriteAsync(content.Stuffed[at..Math.Min(at + Piece, content.Stuffed.Length)], cancellationToken);
            progress?.Report(Math.Min(at + Piece, content.Stuffed.Length), content.Stuffed.Length);
        }

        var response = await server.ReadAsync(cancellationToken);
        return response.StatusCode switch
        {
            SmtpStatusCode.Ok => response.Response,
            SmtpStatusCode.AuthenticationRequired => throw new ServiceNotAuthenticatedException(response.Response),
            _ => throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, response.StatusCode, response.Response)
        };
    }

    private static Exception Refused(SmtpResponse response, SmtpErrorCode code, MailboxAddress mailbox, params SmtpStatusCode[] expected)
    {
        if (response.StatusCode == SmtpStatusCode.AuthenticationRequired) return new ServiceNotAuthenticatedException(response.Response);
        return expected.Contains(response.StatusCode)
            ? new SmtpCommandException(code, response.StatusCode, mailbox, response.Response)
            : new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, response.StatusCode, response.Response);
    }

    private static void Expect(SmtpResponse response, SmtpStatusCode expected)
    {
        if (response.StatusCode == SmtpStatusCode.AuthenticationRequired) throw new ServiceNotAuthenticatedException(response.Response);
        if (response.StatusCode != expected) throw new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, response.StatusCode, response.Response);
    }

    private SmtpConnection Connected()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return connection ?? throw new ServiceNotConnectedException("The SmtpClient is not connected.");
    }

    private void Close()
    {
        connection?.Dispose();
        connection = null;
        authenticated = false;
        Capabilities = SmtpCapabilities.None;
        AuthenticationMechanisms.Clear();
    }
}
