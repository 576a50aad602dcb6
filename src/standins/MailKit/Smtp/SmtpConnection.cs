using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Security;

namespace MailKit.Net.Smtp;

/// <summary>Lines and replies over a socket, with a limit to how long and how much a server may answer.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly Socket socket;
    private readonly byte[] buffer = new byte[4096];
    private readonly SmtpClient client;
    private Stream stream;
    private int start;
    private int end;

    private SmtpConnection(Socket socket, SmtpClient client)
    {
        (this.socket, this.client) = (socket, client);
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    public bool IsSecure => stream is SslStream;

    public IPAddress? LocalAddress => (socket.LocalEndPoint as IPEndPoint)?.Address;

    public static async Task<SmtpConnection> OpenAsync(SmtpClient client, string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await Timed(client, token => socket.ConnectAsync(host, port, token).AsTask(), cancellationToken);
            return new SmtpConnection(socket, client);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="SslHandshakeException">No agreement, or a certificate that isn't trusted.</exception>
    public async Task SecureAsync(string host, CancellationToken cancellationToken)
    {
        // What came before the handshake wasn't from the server for certain (RFC 3207, section 6): it must not be read after it.
        if (end > start || socket.Available > 0 && stream is not SslStream && client.StartedTls)
            throw new SmtpProtocolException("The server sent data between its STARTTLS reply and the TLS handshake.");

        X509Certificate? certificate = null;
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        var settings = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = client.SslProtocols,
            ClientCertificates = client.ClientCertificates,
            CertificateRevocationCheckMode = client.CheckCertificateRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            {
                certificate = shown is null ? null : X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
                return client.ServerCertificateValidationCallback?.Invoke(client, shown, chain, errors) ?? errors == SslPolicyErrors.None;
            }
        };
        try
        {
            await Timed(client, token => secure.AuthenticateAsClientAsync(settings, token), cancellationToken);
            stream = secure;
        }
        catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or IOException)
        {
            throw new SslHandshakeException($"No TLS with {host}: {e.Message}", e) { ServerCertificate = certificate };
        }
    }

    public async Task<SmtpResponse> CommandAsync(string command, CancellationToken cancellationToken)
    {
        // A line break in an address would be a command of its own.
        if (command.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException("A command is one line.", nameof(command));
        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await Timed(client, token => stream.WriteAsync(bytes, token).AsTask(), cancellationToken);
        }
        catch (IOException e)
        {
            throw new SmtpProtocolException("The server closed the connection.", e);
        }
    }

    public async Task<SmtpResponse> ReadAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var code = 0;
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 100 || (code != 0 && code != number) || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new SmtpProtocolException($"Not an SMTP reply: '{(line.Length > 80 ? line[..80] : line)}'.");

            code = number;
            if (text.Length > 0) text.Append('\n');
            if (line.Length > 4) text.Append(line, 4, line.Length - 4);
            if (text.Length > LongestReply) throw new SmtpProtocolException("The server's reply doesn't end.");
            if (line.Length == 3 || line[3] == ' ') return new SmtpResponse((SmtpStatusCode)code, text.ToString());
        }
    }

    public void Dispose() => stream.Dispose();

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new MemoryStream();
        while (true)
        {
            if (start == end)
            {
                start = 0;
                end = await FillAsync(cancellationToken);
                if (end == 0) throw new SmtpProtocolException("The server closed the connection.");
            }

            var available = buffer.AsSpan(start, end - start);
            var length = available.IndexOf((byte)'\n');
            line.Write(length < 0 ? available : available[..length]);
            start += length < 0 ? available.Length : length + 1;
            if (line.Length > LongestReply) throw new SmtpProtocolException("The server's reply doesn't end.");
            if (length >= 0) return MimeKit.Charsets.Guess(line.GetBuffer().AsSpan(0, (int)line.Length)).TrimEnd('\r');
        }
    }

    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        var read = 0;
        try
        {
            await Timed(client, async token => read = await stream.ReadAsync(buffer, token), cancellationToken);
            return read;
        }
        catch (IOException e)
        {
            throw new SmtpProtocolException("The connection to the server broke.", e);
        }
    }

    /// <exception cref="TimeoutException">The server stayed silent for longer than the client's timeout.</exception>
    private static async Task Timed(SmtpClient client, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (client.Timeout > 0) limit.CancelAfter(client.Timeout);
        try
        {
            await work(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server didn't answer within {client.Timeout} ms.");
        }
    }
}
