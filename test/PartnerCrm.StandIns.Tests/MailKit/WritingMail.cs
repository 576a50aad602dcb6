using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace PartnerCrm.StandIns.Tests.MailKit;

public class WritingMail
{
    [Fact]
    public void Any_subject_survives_in_seven_bits_on_short_lines() => AnyText.Holds(text =>
    {
        var message = new MimeMessage { Subject = text };
        var written = message.Written();

        written.ShouldAllBe(b => b < 128);
        Lines(written).ShouldAllBe(l => l.Length <= 998);
        AnyText.Parsed(written).Subject.ShouldBe(message.Subject);
    });

    [Fact]
    public void Any_name_survives_in_an_address() => AnyText.Holds(text =>
    {
        var message = new MimeMessage();
        message.To.Add(new MailboxAddress(text, "jane@example.org"));
        message.To.Add(new GroupAddress(text, [new MailboxAddress(text, "joe@example.org"), new MailboxAddress("", "jim@example.org")]));
        message.To.Add(new MailboxAddress("Last One", "last@example.org"));

        var written = message.Written();
        var to = AnyText.Parsed(written).To;

        Lines(written).ShouldAllBe(l => l.Length <= 998);
        to.Count.ShouldBe(3);
        to[0].ShouldBe(message.To[0]);
        to[1].ShouldBe(message.To[1]);
        to[2].ShouldBe(message.To[2]);
    });

    [Fact]
    public void Any_text_survives_in_a_body() => AnyText.Holds(text =>
    {
        foreach (var constraint in new[] { EncodingConstraint.SevenBit, EncodingConstraint.EightBit })
        {
            var message = new MimeMessage { Body = new Multipart("mixed", new TextPart("plain", text), new TextPart("html", text)) };
            var sent = message.Sent(constraint);
            ((TextPart)((Multipart)sent.Body!)[0]).Text.ShouldBe(AsLines(text));
            sent.HtmlBody.ShouldBe(AsLines(text));
        }
    });

    [Fact]
    public void Any_file_name_survives() => AnyText.Holds(text =>
    {
        var name = text.Replace("/", "").Replace("\\", "").Trim();
        if (name.Length == 0) return;
        var builder = new BodyBuilder { TextBody = "See the file." };
        var data = Encoding.UTF8.GetBytes(text);
        builder.Attachments.Add(name, data, new ContentType("application", "pdf"));

        var written = new MimeMessage { Body = builder.ToMessageBody() }.Written();
        var attachment = AnyText.Parsed(written).Attachments.ShouldHaveSingleItem().ShouldBeOfType<MimePart>();

        Lines(written).ShouldAllBe(l => l.Length <= 998);
        attachment.FileName.ShouldBe(name);
        attachment.ContentType.Name.ShouldBe(name);
        var content = new MemoryStream();
        attachment.Content!.DecodeTo(content);
        content.ToArray().ShouldBe(data);
    });

    [Fact]
    public void No_value_begins_another_header() => AnyText.Holds(text =>
    {
        var message = new MimeMessage { Subject = text + "\r\nBcc: eve@example.net\r\n\r\nBody" };
        message.Headers.Add("X-Note", text + "\nX-Evil: yes");
        message.From.Add(new MailboxAddress(text + "\r\nX-Evil: yes", "jane@example.org"));
        message.Body = new TextPart("plain") { Text = "Hello", FileName = text + "\r\nX-Evil: yes" };

        var parsed = AnyText.Parsed(message.Written());

        parsed.Headers.Contains("X-Evil").ShouldBeFalse();
        parsed.Body!.Headers.Contains("X-Evil").ShouldBeFalse();
        parsed.Bcc.ShouldBeEmpty();
    });

    [Theory]
    [InlineData("jane@example.org\r\nBcc: eve@example.net")]
    [InlineData("jane")]
    [InlineData("jane@example.org, eve@example.net")]
    [InlineData("Jane <jane@example.org>")]
    [InlineData("jane@")]
    [InlineData("jane@exam ple.org")]
    public void What_is_no_address_is_refused(string address) =>
        Should.Throw<ParseException>(() => new MailboxAddress("Jane", address));

    [Theory]
    [InlineData("<a@b>\r\nBcc: eve@example.net>")]
    [InlineData("<a b\r\nX: y")]
    [InlineData("")]
    public void What_is_no_message_id_is_refused_or_cut_to_one(string id)
    {
        var message = new MimeMessage();
        try
        {
            message.MessageId = id;
        }
        catch (ArgumentException)
        {
            return;
        }

        message.MessageId.ShouldBe("a@b");
    }

    [Fact]
    public void A_long_header_folds_at_its_spaces()
    {
        var subject = string.Join(' ', Enumerable.Repeat("partnership", 40));
        var written = new MimeMessage { Subject = subject }.Written();

        Lines(written).ShouldAllBe(l => l.Length <= 78);
        AnyText.Parsed(written).Subject.ShouldBe(subject);
    }

    [Fact]
    public void Encoded_words_are_short_and_split_no_character()
    {
        var written = new MimeMessage { Subject = string.Concat(Enumerable.Repeat("Grüße 😀 an Zoë, ", 20)) }.Written();

        foreach (var word in Encoding.ASCII.GetString(written).Split([' ', '\r', '\n']).Where(w => w.StartsWith("=?", StringComparison.Ordinal)))
        {
            word.Length.ShouldBeLessThanOrEqualTo(75);
            AnyText.Parsed($"Subject: {word}\n\n").Subject!.ShouldNotContain('\uFFFD');
        }
    }

    [Theory]
    [InlineData("Hello", ContentEncoding.SevenBit)]
    [InlineData("Grüße aus Wien, wo die Straßen breit und die Wege kurz sind, wie man so sagt.", ContentEncoding.QuotedPrintable)]
    [InlineData("こんにちは", ContentEncoding.Base64)]
    [InlineData("nul \0 inside", ContentEncoding.Base64)]
    public void The_plainest_encoding_that_passes_is_chosen(string text, ContentEncoding encoding)
    {
        var part = new TextPart("plain") { Text = text };
        part.Prepare(EncodingConstraint.SevenBit);
        part.ContentTransferEncoding.ShouldBe(encoding);
    }

    [Fact]
    public void Text_and_html_are_alternatives_and_files_are_attached()
    {
        var builder = new BodyBuilder { TextBody = "Hello", HtmlBody = "<p>Hello <img src=\"cid:x\"></p>" };
        builder.LinkedResources.Add("logo.png", [1, 2, 3]).ContentId = "logo@example.org";
        builder.Attachments.Add("guests.csv", "name\r\nJane"u8.ToArray());
        var sent = new MimeMessage { Body = builder.ToMessageBody() }.Sent();

        sent.TextBody.ShouldBe("Hello");
        sent.HtmlBody.ShouldBe("<p>Hello <img src=\"cid:x\"></p>");
        sent.BodyParts.Select(p => p.ContentType.MimeType).ShouldBe(["text/plain", "text/html", "image/png", "text/csv"]);
        sent.Attachments.ShouldHaveSingleItem().ContentDisposition!.FileName.ShouldBe("guests.csv");
    }

    [Fact]
    public void The_sender_the_thread_and_the_date_survive()
    {
        var message = new MimeMessage { Date = new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)), InReplyTo = "first@example.org" };
        message.References.AddRange(Enumerable.Range(0, 40).Select(i => $"{i}.aaaaaaaaaaaaaaaaaaaaaaaaa@example.org"));
        message.Sender = new MailboxAddress("Zoë", "zoe@example.org");
        var written = message.Written();
        var parsed = AnyText.Parsed(written);

        Lines(written).ShouldAllBe(l => l.Length <= 78);
        parsed.Date.ShouldBe(message.Date);
        parsed.InReplyTo.ShouldBe("first@example.org");
        parsed.References.ShouldBe(message.References);
        parsed.MessageId.ShouldBe(message.MessageId);
        parsed.Sender!.Name.ShouldBe("Zoë");
        MimeUtils.GenerateMessageId("bücher.example").ShouldEndWith("@xn--bcher-kva.example");
    }

    [Fact]
    public void A_message_that_was_read_is_written_as_it_came()
    {
        const string Text = "Received: from a\r\n\tby b; Mon, 3 Nov 2025 10:00:00 +0100\r\nsubject:  Odd   spacing\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\npreamble\r\n--x\r\n\r\none\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>two\r\n--x--\r\nepilogue\r\n";
        Encoding.Latin1.GetString(AnyText.Parsed(Text).Written()).ShouldBe(Text);
    }

    private static string[] Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).Split("\r\n");

    // Text travels in lines: every line end arrives as CRLF (RFC 2046, 4.1.1).
    private static string AsLines(string text) => text.Replace("\r\n", "\n").Replace("\n", "\r\n");
}
