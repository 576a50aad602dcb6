using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace PartnerCrm.StandIns.Tests.MailKit;

public class SendingMail
{
    [Fact]
    public async Task A_message_arrives_with_its_envelope_and_without_bcc()
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);
        var message = Message("Grüße\r\n.\r\n..dots\r\n.x");
        message.Cc.Add(new MailboxAddress("Joe", "joe@example.com"));
        message.Bcc.Add(new MailboxAddress("Eve", "eve@example.com"));

        var reply = await client.SendAsync(message);
        await client.DisconnectAsync(true);

        reply.ShouldBe("2.0.0 Queued as 42");
        server.Commands[1].ShouldStartWith("MAIL FROM:<owner@example.org> SIZE=");
        server.Commands[1].ShouldEndWith(" BODY=8BITMIME");
        server.Commands[2..].ShouldBe(["RCPT TO:<zoe@example.com>", "RCPT TO:<joe@example.com>", "RCPT TO:<eve@example.com>", "DATA", "QUIT"]);
        var received = Received(server);
        received.TextBody!.TrimEnd().ShouldBe("Grüße\r\n.\r\n..dots\r\n.x");
        received.Bcc.ShouldBeEmpty();
        received.MessageId.ShouldBe(message.MessageId);
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task The_envelope_can_differ_from_the_headers()
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);

        await client.SendAsync(Message("Hello"), new MailboxAddress("", "bounces+42@example.org"), [new MailboxAddress("", "zoe@bücher.example")]);

        server.Commands.ShouldContain(c => c.StartsWith("MAIL FROM:<bounces+42@example.org>", StringComparison.Ordinal));
        server.Commands.ShouldContain("RCPT TO:<zoe@xn--bcher-kva.example>");
    }

    [Fact]
    public async Task Without_8bitmime_everything_is_seven_bits()
    {
        await using var server = new SmtpServer();
        server.Extensions.Clear();
        using var client = await Connected(server);

        await client.SendAsync(Message("Grüße 😀"));

        server.Messages[0].ShouldAllBe(c => c < 128);
        Received(server).TextBody!.TrimEnd().ShouldBe("Grüße 😀");
    }

    [Theory]
    [InlineData(SecureSocketOptions.StartTls)]
    [InlineData(SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData(SecureSocketOptions.Auto)]
    public async Task Starttls_comes_before_anything_secret(SecureSocketOptions options)
    {
        await using var server = new SmtpServer();
        server.Extensions.AddRange(["STARTTLS", "AUTH PLAIN LOGIN"]);
        using var client = await Connected(server, options);

        client.IsSecure.ShouldBeTrue();
        await client.AuthenticateAsync("owner", "geheim ß");
        await client.SendAsync(Message("Hello"));

        client.IsAuthenticated.ShouldBeTrue();
        server.Commands[1].ShouldBe("STARTTLS");
        server.Commands[2].ShouldStartWith("EHLO ");
        server.Commands[3].ShouldBe("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0owner\0geheim ß")));
    }

    [Fact]
    public async Task Tls_at_once_and_auth_login()
    {
        await using var server = new SmtpServer { TlsAtOnce = true };
        server.Extensions.Add("AUTH LOGIN");
        server.Challenges.Enqueue("334 VXNlcm5hbWU6");
        server.Challenges.Enqueue("334 UGFzc3dvcmQ6");
        server.Challenges.Enqueue("235 OK");
        using var client = await Connected(server, SecureSocketOptions.SslOnConnect);

        await client.AuthenticateAsync("owner", "secret");

        client.IsSecure.ShouldBeTrue();
        client.AuthenticationMechanisms.ShouldBe(["LOGIN"]);
        server.Commands[1..].ShouldBe(["AUTH LOGIN", "b3duZXI=", "c2VjcmV0"]);
    }

    [Fact]
    public async Task A_wrong_password_is_said()
    {
        await using var server = new SmtpServer();
        server.Extensions.Add("AUTH PLAIN");
        server.Replies["AUTH"] = "535 5.7.8 Wrong";
        using var client = await Connected(server);

        (await Should.ThrowAsync<AuthenticationException>(() => client.AuthenticateAsync("owner", "wrong"))).Message.ShouldContain("535");
        client.IsAuthenticated.ShouldBeFalse();
        client.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task No_mechanism_in_common_is_said()
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);
        await Should.ThrowAsync<NotSupportedException>(() => client.AuthenticateAsync("owner", "secret"));
    }

    [Fact]
    public async Task An_untrusted_certificate_ends_the_connection()
    {
        await using var server = new SmtpServer { TlsAtOnce = true };
        using var client = new SmtpClient { CheckCertificateRevocation = false };

        var refused = await Should.ThrowAsync<SslHandshakeException>(() => client.ConnectAsync("localhost", server.Port, SecureSocketOptions.SslOnConnect));

        refused.ServerCertificate!.Subject.ShouldBe("CN=localhost");
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task Required_starttls_that_is_not_offered_ends_the_connection()
    {
        await using var server = new SmtpServer();
        using var client = Client();
        await Should.ThrowAsync<NotSupportedException>(() => client.ConnectAsync("localhost", server.Port, SecureSocketOptions.StartTls));
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_injected_behind_the_starttls_reply_ends_the_connection()
    {
        await using var server = new SmtpServer();
        server.Extensions.Add("STARTTLS");
        server.Replies["STARTTLS"] = "220 Go ahead\r\n250-evil.example.net\r\n250 AUTH PLAIN";
        using var client = Client();
        await Should.ThrowAsync<SmtpProtocolException>(() => client.ConnectAsync("localhost", server.Port, SecureSocketOptions.StartTls));
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_without_ehlo_is_greeted_the_old_way()
    {
        await using var server = new SmtpServer();
        server.Replies["EHLO"] = "502 5.5.1 Not here";
        using var client = await Connected(server);

        await client.SendAsync(Message("Hello"));

        client.Capabilities.ShouldBe(SmtpCapabilities.None);
        server.Commands.ShouldContain("MAIL FROM:<owner@example.org>");
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", SmtpStatusCode.MailboxUnavailable, SmtpErrorCode.RecipientNotAccepted)]
    [InlineData("450 4.2.1 Greylisted", SmtpStatusCode.MailboxBusy, SmtpErrorCode.RecipientNotAccepted)]
    [InlineData("452 4.5.3 Too many", SmtpStatusCode.InsufficientStorage, SmtpErrorCode.UnexpectedStatusCode)]
    public async Task A_refused_recipient_is_named_and_the_connection_stays(string reply, SmtpStatusCode status, SmtpErrorCode code)
    {
        await using var server = new SmtpServer();
        server.Replies["RCPT TO:<zoe@"] = reply;
        using var client = await Connected(server);

        var refused = await Should.ThrowAsync<SmtpCommandException>(() => client.SendAsync(Message("Hello")));

        (refused.StatusCode, refused.ErrorCode).ShouldBe((status, code));
        if (code == SmtpErrorCode.RecipientNotAccepted) refused.Mailbox!.Address.ShouldBe("zoe@example.com");
        server.Commands.ShouldNotContain("DATA");
        server.Replies.Clear();
        await client.SendAsync(Message("Hello again"));
        server.Messages.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("554 5.7.1 Spam", SmtpStatusCode.TransactionFailed)]
    [InlineData("451 4.3.0 Later", SmtpStatusCode.ErrorInProcessing)]
    public async Task A_refused_message_is_said(string reply, SmtpStatusCode status)
    {
        await using var server = new SmtpServer();
        server.Replies["CONTENT"] = reply;
        using var client = await Connected(server);

        var refused = await Should.ThrowAsync<SmtpCommandException>(() => client.SendAsync(Message("Hello")));

        (refused.StatusCode, refused.ErrorCode).ShouldBe((status, SmtpErrorCode.MessageNotAccepted));
        client.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_wants_a_login_says_so()
    {
        await using var server = new SmtpServer();
        server.Replies["MAIL"] = "530 5.7.0 Authentication required";
        using var client = await Connected(server);
        await Should.ThrowAsync<ServiceNotAuthenticatedException>(() => client.SendAsync(Message("Hello")));
    }

    [Theory]
    [InlineData("DATA")]
    [InlineData("CONTENT")]
    [InlineData("MAIL")]
    public async Task A_connection_lost_while_sending_is_a_protocol_error(string at)
    {
        await using var server = new SmtpServer();
        server.Replies[at] = null;
        using var client = await Connected(server);

        await Should.ThrowAsync<SmtpProtocolException>(() => client.SendAsync(Message(new string('x', 3_000_000 / 50).Insert(0, "Hello\r\n"))));

        client.IsConnected.ShouldBeFalse();
        await Should.ThrowAsync<ServiceNotConnectedException>(() => client.NoOpAsync());
    }

    [Fact]
    public async Task A_silent_server_is_left_after_the_timeout()
    {
        await using var server = new SmtpServer();
        server.Replies["DATA"] = "";
        using var client = await Connected(server);
        client.Timeout = 200;

        await Should.ThrowAsync<TimeoutException>(() => client.SendAsync(Message("Hello")));
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_the_connection()
    {
        await using var server = new SmtpServer();
        server.Replies["DATA"] = "";
        using var client = await Connected(server);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => client.SendAsync(Message("Hello"), cancel.Token));
        client.IsConnected.ShouldBeFalse();
    }

    [Theory]
    [InlineData("554 5.3.2 Not today")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData(null)]
    public async Task What_is_no_willing_mail_server_is_left(string? greeting)
    {
        await using var server = new SmtpServer();
        server.Replies[""] = greeting;
        using var client = Client();

        var failure = await Should.ThrowAsync<Exception>(() => client.ConnectAsync("localhost", server.Port, SecureSocketOptions.None));

        (failure is SmtpCommandException or SmtpProtocolException).ShouldBeTrue();
        client.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_socket_error()
    {
        var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = Client();
        await Should.ThrowAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", port));
    }

    [Fact]
    public async Task A_message_above_the_servers_limit_is_not_tried()
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);
        var refused = await Should.ThrowAsync<SmtpCommandException>(() => client.SendAsync(Message(string.Concat(Enumerable.Repeat("0123456789\r\n", 10_000)))));
        refused.StatusCode.ShouldBe(SmtpStatusCode.ExceededStorageAllocation);
        server.Commands.ShouldNotContain("DATA");
    }

    [Fact]
    public async Task A_message_to_or_from_nobody_is_refused_here()
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);
        await Should.ThrowAsync<InvalidOperationException>(() => client.SendAsync(new MimeMessage()));
        var message = Message("Hello");
        message.To.Clear();
        await Should.ThrowAsync<InvalidOperationException>(() => client.SendAsync(message));
        server.Commands.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a\n.\nb")]
    [InlineData("a\r.\rb")]
    [InlineData("a\n.\r\nMAIL FROM:<eve@example.net>\r\n")]
    public async Task No_line_end_smuggles_a_second_message(string text)
    {
        await using var server = new SmtpServer();
        using var client = await Connected(server);
        var message = AnyText.Parsed("From: owner@example.org\nTo: zoe@example.com\nSubject: x\n\n");
        message.Body = new TextPart("plain") { Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes(text))), ContentTransferEncoding = ContentEncoding.Binary };
        await client.SendAsync(message);

        server.Messages.Count.ShouldBe(1);
        Received(server).TextBody!.ReplaceLineEndings().TrimEnd().ShouldBe(text.ReplaceLineEndings().TrimEnd());
        server.Commands.ShouldNotContain(c => c.Contains("eve"));
    }

    [Fact]
    public async Task Postfixs_sink_takes_it()
    {
        const string Sink = "/usr/sbin/smtp-sink";
        Assert.SkipUnless(File.Exists(Sink), "smtp-sink is part of Debian's postfix package.");
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory();
        using var sink = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Sink, ["-u", Environment.UserName, "-d", Path.Combine(folder.FullName, "m."), $"127.0.0.1:{port}", "10"]))!;
        try
        {
            using var client = Client();
            await Eventually(() => client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None));
            var builder = new BodyBuilder { TextBody = "Grüße\r\n.\r\nEnde", HtmlBody = "<p>Grüße</p>" };
            builder.Attachments.Add("Grüße.pdf", new byte[200_000]);
            var message = Message("");
            message.Body = builder.ToMessageBody();
            await client.SendAsync(message);
            await client.NoOpAsync();
            await client.DisconnectAsync(true);

            var kept = await File.ReadAllBytesAsync(Directory.GetFiles(folder.FullName).ShouldHaveSingleItem());
            var parsed = AnyText.Parsed(kept);
            parsed.MessageId.ShouldBe(message.MessageId);
            parsed.TextBody!.ReplaceLineEndings("\r\n").ShouldBe("Grüße\r\n.\r\nEnde");
            parsed.Attachments.ShouldHaveSingleItem().ContentDisposition!.FileName.ShouldBe("Grüße.pdf");
        }
        finally
        {
            sink.Kill();
            await sink.WaitForExitAsync();
            folder.Delete(true);
        }
    }

    private static async Task Eventually(Func<Task> connect)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await connect();
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private static SmtpClient Client() => new()
    {
        Timeout = 10_000,
        ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == SmtpServer.Certificate.GetCertHashString()
    };

    private static async Task<SmtpClient> Connected(SmtpServer server, SecureSocketOptions options = SecureSocketOptions.None)
    {
        var client = Client();
        await client.ConnectAsync("localhost", server.Port, options);
        return client;
    }

    private static MimeMessage Message(string text) => new(
        [new MailboxAddress("The Owner", "owner@example.org")],
        [new MailboxAddress("Zoë", "zoe@example.com")],
        "Hallo Zoë",
        new TextPart("plain") { Text = text });

    private static MimeMessage Received(SmtpServer server) =>
        AnyText.Parsed(Encoding.UTF8.GetBytes(server.Messages[^1].Replace("\r\n..", "\r\n.")));
}
