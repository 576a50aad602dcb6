using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

/// <summary>What a mail server does decides between "try again", "never" and "in doubt": the whole of what keeps a mail from going twice.</summary>
public class SmtpTransportTests
{
    [Fact]
    public async Task A_mail_the_server_takes_is_sent()
    {
        await using var server = new ScriptedServer();

        (await SendAsync(server.Port)).Outcome.ShouldBe(DeliveryOutcome.Sent);
        server.Received.ShouldContain("Subject: Hello");
        server.Received.ShouldContain("MAIL FROM:<sam.sample@university.example.org>");
        server.Received.ShouldContain("RCPT TO:<ada@example.org>");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user", DeliveryOutcome.Refused)]
    [InlineData("RCPT", "451 4.7.1 greylisted", DeliveryOutcome.Later)]
    [InlineData("MAIL", "452 too busy", DeliveryOutcome.Later)]
    [InlineData("DATA", "554 no mail today", DeliveryOutcome.Refused)]
    [InlineData(".", "554 5.7.1 looks like spam", DeliveryOutcome.Refused)]
    [InlineData(".", "451 disk full", DeliveryOutcome.Later)]
    [InlineData(".", null, DeliveryOutcome.Unknown)] // hangs up after the whole mail: it may have it
    public async Task What_the_server_answers_decides(string command, string? answer, DeliveryOutcome outcome)
    {
        await using var server = new ScriptedServer { [command] = answer };

        (await SendAsync(server.Port)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task Where_nobody_answers_the_mail_waits()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var delivery = await SendAsync(port);
        (delivery.Outcome, delivery.WasTried).ShouldBe((DeliveryOutcome.Later, false));
    }

    [Fact]
    public async Task A_host_that_stops_before_it_was_let_in_leaves_no_doubt()
    {
        await using var server = new ScriptedServer();

        var delivery = await SendAsync(server.Port, new CancellationToken(canceled: true));

        (delivery.Outcome, delivery.WasTried).ShouldBe((DeliveryOutcome.Later, false));
    }

    [Fact]
    public async Task A_greylisting_server_has_seen_the_mail()
    {
        await using var server = new ScriptedServer { ["RCPT"] = "451 4.7.1 greylisted" };

        (await SendAsync(server.Port)).WasTried.ShouldBeTrue();
    }

    private static Task<Delivery> SendAsync(int port, CancellationToken cancellationToken = default)
        => new SmtpTransport(new SmtpOptions("127.0.0.1", port, SecureSocketOptions.None, null, null, TimeSpan.FromSeconds(10))).SendAsync(new OutgoingMail(
            Guid.NewGuid(), "m@university.example.org", "sam.sample@university.example.org", "ada@example.org",
            MailSamples.Raw("From: sam.sample@university.example.org\nTo: ada@example.org\nSubject: Hello\nMessage-ID: <m@university.example.org>\n\nHello\n")), cancellationToken);

    /// <summary>Speaks just enough SMTP; answers a command as told, and hangs up where told null.</summary>
    private sealed class ScriptedServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Dictionary<string, string?> answers = [];
        private readonly StringBuilder received = new();
        private readonly Task serving;

        public ScriptedServer()
        {
            listener.Start();
            serving = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public string Received => received.ToString();

        public string? this[string command]
        {
            set => answers[command] = value;
        }

        private async Task ServeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 ready");
            var inData = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                received.AppendLine(line);
                if (inData && line != ".") continue;
                inData = false;
                var command = line == "." ? "." : line.Split(' ')[0].ToUpperInvariant();
                var answer = answers.TryGetValue(command, out var told) ? told : command switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" };
                if (answer is null) return;
                await writer.WriteLineAsync(answer);
                inData = answer.StartsWith("354");
                if (command == "QUIT") return;
            }
        }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
