using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PartnerCrm.StandIns.Tests.MailKit;

/// <summary>A mail server as small as the tests need: it answers as told and keeps what it hears.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmtpServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public static X509Certificate2 Certificate { get; } = MakeCertificate();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Extensions { get; } = ["8BITMIME", "SIZE 100000"];

    public bool TlsAtOnce { get; init; }

    /// <summary>Replies by how a command begins, instead of the usual ones. Null closes the connection; empty stays silent.</summary>
    public Dictionary<string, string?> Replies { get; } = [];

    /// <summary>What each further line of AUTH is answered with.</summary>
    public Queue<string> Challenges { get; } = new();

    public List<string> Commands { get; } = [];

    /// <summary>What came between DATA and the final dot, as sent.</summary>
    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        if (TlsAtOnce) stream = await SecureAsync(stream);
        if (!await SayAsync(stream, Reply("", "220 mx.example.net ESMTP"))) return;
        while (await ReadLineAsync(stream) is { } line)
        {
            lock (Commands) Commands.Add(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var usual = verb switch
            {
                "EHLO" => string.Concat(Extensions.Select(e => $"250-{e}\r\n").Prepend("250-mx.example.net\r\n")) + "250 HELP",
                "STARTTLS" => "220 Go ahead",
                "AUTH" => Challenges.Count > 0 ? Challenges.Dequeue() : "235 2.7.0 OK",
                "DATA" => "354 Go on",
                "QUIT" => "221 Bye",
                "MAIL" or "RCPT" or "RSET" or "NOOP" or "HELO" => "250 2.1.0 OK",
                _ => Challenges.Count > 0 ? Challenges.Dequeue() : "500 What?"
            };
            if (!await SayAsync(stream, Reply(line, usual)) || verb == "QUIT") return;
            if (verb == "STARTTLS") stream = await SecureAsync(stream);
            if (verb == "DATA" && Reply(line, usual) == usual && !await ReceiveAsync(stream)) return;
        }
    }

    private async Task<bool> ReceiveAsync(Stream stream)
    {
        if (Replies.ContainsKey("CONTENT") && Replies["CONTENT"] is null) return false;
        var content = new StringBuilder();
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line == ".")
            {
                lock (Messages) Messages.Add(content.ToString());
                return await SayAsync(stream, Replies.GetValueOrDefault("CONTENT", "250 2.0.0 Queued as 42"));
            }

            content.Append(line).Append("\r\n");
        }

        return false;
    }

    private string? Reply(string line, string usual)
    {
        foreach (var (start, reply) in Replies)
            if (start.Length == 0 ? line.Length == 0 : line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return reply;
        return usual;
    }

    private static async Task<bool> SayAsync(Stream stream, string? reply)
    {
        if (reply is null) return false;
        if (reply.Length > 0) await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"));
        return true;
    }

    private static async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(Certificate);
        return secure;
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            line.Add(one[0]);
            if (line is [.., (byte)'\r', (byte)'\n']) return Encoding.UTF8.GetString([.. line[..^2]]);
        }

        return null;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
