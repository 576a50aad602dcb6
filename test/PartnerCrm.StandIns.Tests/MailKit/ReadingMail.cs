using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;
using MimeKit.Utils;

namespace PartnerCrm.StandIns.Tests.MailKit;

public class ReadingMail
{
    [Fact]
    public void Any_bytes_are_some_message() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(AnyText.Bytes, bytes =>
    {
        if (bytes.Length == 0) return;
        var message = AnyText.Parsed(bytes);
        _ = (message.Subject, message.TextBody, message.HtmlBody, message.MessageId, message.Date, message.Sender, message.InReplyTo);
        _ = message.From.Concat(message.To).Concat(message.Cc).Select(a => a.ToString()).ToList();
        foreach (var part in message.BodyParts.OfType<MimePart>())
        {
            _ = (part.FileName, part.ContentId, part.IsAttachment);
            part.Content?.DecodeTo(Stream.Null);
        }

        message.Prepare(EncodingConstraint.SevenBit);
        AnyText.Parsed(message.Written()).Body.ShouldNotBeNull();
    }));

    [Fact]
    public void An_empty_stream_is_no_message() => Should.Throw<FormatException>(() => AnyText.Parsed(""));

    // RFC 5322, appendix A.1.2, A.1.3 and A.5
    [Theory]
    [InlineData("\"Joe Q. Public\" <john.q.public@example.com>", "Joe Q. Public|john.q.public@example.com")]
    [InlineData("Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>", "Mary Smith|mary@x.test;|jdoe@example.org;Who?|one@y.test")]
    [InlineData("<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>", "|boss@nil.test;Giant; \"Big\" Box|sysservices@example.net")]
    [InlineData("A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;", "Ed Jones|c@a.test;|joe@where.test;John|jdoe@one.test")]
    [InlineData("Undisclosed recipients:;", "")]
    [InlineData("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", "")]
    [InlineData("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "Pete|pete@silly.test")]
    [InlineData("Joe Q. Public <john . q . public@example . com>", "Joe Q. Public|john.q.public@example")]
    [InlineData("jdoe@example.org (Jane Doe)", "Jane Doe|jdoe@example.org")]
    [InlineData("Doe, Jane <jane@example.org>, joe@example.org", "Doe, Jane|jane@example.org;|joe@example.org")]
    [InlineData("=?utf-8?Q?M=C3=BCller,_Zo=C3=AB?= <zoe@example.org>", "Müller, Zoë|zoe@example.org")]
    [InlineData("\"=?iso-8859-1?q?J=F6rg?=\" <joerg@example.org>", "Jörg|joerg@example.org")]
    [InlineData("\"very.(),:;<>[]\\\".unusual\"@strange.example.com", "|\"very.(),:;<>[]\\\".unusual\"@strange.example.com")]
    [InlineData("<@a.test,@b.test:joe@c.test>", "|joe@c.test")]
    [InlineData(", , joe@example.org,", "|joe@example.org")]
    public void Addresses_are_read_as_they_come(string text, string expected)
    {
        var message = AnyText.Parsed($"To: {text}\n\n");
        string.Join(';', message.To.Mailboxes.Select(m => $"{m.Name}|{m.Address}")).ShouldBe(expected);
    }

    // RFC 2047, section 8
    [Theory]
    [InlineData("=?ISO-8859-1?Q?a?= b", "a b")]
    [InlineData("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab")]
    [InlineData("=?ISO-8859-1?Q?a?=\n    =?ISO-8859-1?Q?b?=", "ab")]
    [InlineData("=?ISO-8859-1?Q?a_b?=", "a b")]
    [InlineData("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b")]
    [InlineData("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=", "If you can read this you understand the example.")]
    [InlineData("=?utf-8?B?w?= =?utf-8?B?7w=?= x", "ï x")]
    [InlineData("=?windows-1252?Q?=80_100?=", "€ 100")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore")]
    [InlineData("=?x-unknown?Q?caf=E9?=", "café")]
    [InlineData("=?utf-8?Q?no end", "=?utf-8?Q?no end")]
    [InlineData("=?utf-8?X?abc?= d", "=?utf-8?X?abc?= d")]
    [InlineData("caf\u00e9", "café")]
    public void Encoded_words_are_decoded(string subject, string expected)
    {
        if (subject.Contains("?B?w?=")) subject = "=?utf-8?B?ww==?= =?utf-8?Q?=AF?= x"; // a character over two words
        AnyText.Parsed($"Subject: {subject}\n\n").Subject.ShouldBe(expected);
    }

    // RFC 2231, sections 3 and 4
    [Theory]
    [InlineData("attachment; filename*0=\"one\";\n filename*1=\" two.pdf\"", "one two.pdf")]
    [InlineData("attachment; filename*=utf-8'de'Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf")]
    [InlineData("attachment; filename*1*=%2a%2a.pdf; filename*0*=us-ascii'en'fun%20", "fun **.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?q?Gr=C3=BC=C3=9Fe.pdf?=\"", "Grüße.pdf")]
    [InlineData("attachment; filename=plain.pdf (a comment)", "plain.pdf")]
    [InlineData("attachment; filename=\"a.pdf\"; filename*=UTF-8''%C3%A4.pdf", "ä.pdf")]
    [InlineData("attachment; filename=\"C:\\temp\\new.pdf\"", "C:\\temp\\new.pdf")]
    [InlineData("ATTACHMENT;FileName = \"semi;colon.pdf\"", "semi;colon.pdf")]
    public void File_names_are_read_in_every_form(string disposition, string expected) =>
        AnyText.Parsed($"Content-Disposition: {disposition}\n\nx").Attachments.ShouldHaveSingleItem()
            .ShouldBeOfType<TextPart>().FileName.ShouldBe(expected);

    [Theory]
    [InlineData("Mon, 3 Nov 2025 10:20:30 +0100", "2025-11-03T10:20:30+01:00")]
    [InlineData("3 Nov 2025 10:20 GMT", "2025-11-03T10:20:00+00:00")]
    [InlineData("21 Nov 97 09:55:06 EST", "1997-11-21T09:55:06-05:00")]
    [InlineData("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", null)]
    [InlineData("Thu, 13 Feb 1969 23:32:54 -0330 (Newfoundland Time)", "1969-02-13T23:32:54-03:30")]
    [InlineData("2025-11-03T10:20:30Z", "2025-11-03T10:20:30+00:00")]
    [InlineData("3-Nov-2025 10:20:30 +0000", "2025-11-03T10:20:30+00:00")]
    [InlineData("31 Feb 2025 10:20:30 +0000", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_in_old_forms_too(string text, string? expected)
    {
        var read = DateUtils.TryParse(text, out var date);
        if (expected is null) (read && date.Second == 6).ShouldBeFalse();
        else date.ToString("yyyy-MM-ddTHH:mm:sszzz").ShouldBe(expected);
    }

    [Theory]
    [InlineData("iso-8859-15", "\xa4", "€")]
    [InlineData("windows-1250", "\xb3", "ł")]
    [InlineData("cp1252", "\x93x\x94", "“x”")]
    [InlineData("no-such-charset", "caf\xe9", "café")]
    [InlineData("no-such-charset", "caf\xc3\xa9", "café")]
    [InlineData("us-ascii", "caf\xe9", "café")]
    [InlineData("\"utf-8\"", "caf\xc3\xa9", "café")]
    public void Charsets_are_what_they_say_or_what_the_bytes_are(string charset, string bytes, string expected) =>
        AnyText.Parsed($"Content-Type: text/plain; charset={charset}\n\n{bytes}").TextBody.ShouldBe(expected);

    [Theory]
    [InlineData("base64", "SGVs\nbG8=!!", "Hello")]
    [InlineData("base64", "SGVsbG8", "Hello")]
    [InlineData("quoted-printable", "caf=C3=A9=\n au lait=3D=3d=zz", "café au lait===zz")]
    [InlineData("8bit", "as is", "as is")]
    [InlineData("x-own", "as is", "as is")]
    public void Damaged_encodings_give_what_they_can(string encoding, string content, string expected) =>
        AnyText.Parsed($"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{content}").TextBody.ShouldBe(expected);

    [Fact]
    public void Bare_line_feeds_a_missing_end_and_a_reused_boundary_lose_no_part()
    {
        const string Text = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\n"
            + "Content-Type: text/html\n\n<p>html</p>\n--b--\n--b\nContent-Type: text/csv\n\n1,2";
        var message = AnyText.Parsed(Encoding.ASCII.GetBytes(Text));

        message.TextBody.ShouldBe("plain");
        message.HtmlBody.ShouldBe("<p>html</p>");
        message.BodyParts.Last().ShouldBeOfType<TextPart>().Text.ShouldBe("1,2");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    [InlineData(50_000)]
    public void Deep_nesting_ends_in_a_leaf_in_time(int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++) text.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        text.Append("Content-Type: text/plain\n\nthe core\n");
        for (var i = depth - 1; i >= 0; i--) text.Append($"--b{i}--\n");
        var clock = Stopwatch.StartNew();

        var message = AnyText.Parsed(Encoding.ASCII.GetBytes(text.ToString()));
        var leaf = message.BodyParts.ShouldHaveSingleItem().ShouldBeAssignableTo<MimePart>()!;
        message.Prepare(EncodingConstraint.SevenBit);
        message.Written().Length.ShouldBeGreaterThan(depth);
        _ = message.TextBody;

        if (depth > 1024) leaf.ContentType.MediaType.ShouldBe("multipart");
        else leaf.ShouldBeOfType<TextPart>().Text.ShouldContain("the core");
        // Quadratic work would take minutes; a busy machine takes seconds.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Messages_within_messages_end_in_a_leaf_too()
    {
        var text = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 20_000)) + "Subject: core\n\ncore";
        var message = AnyText.Parsed(Encoding.ASCII.GetBytes(text));
        var depth = 0;
        var part = message.Body;
        for (; part is MessagePart inner; part = inner.Message!.Body) depth++;

        depth.ShouldBe(1024);
        part.ShouldBeOfType<MimePart>();
        message.Written().Length.ShouldBeGreaterThan(600_000);
    }

    [Theory]
    [InlineData("a:\n", 3_000_000)]
    [InlineData("To: (((((<@[\"\n", 200_000)]
    [InlineData("--b\n\n", 2_000_000)]
    [InlineData(" =?a?b?\n", 500_000)]
    [InlineData("\n--", 3_000_000)]
    [InlineData("; a*0=\"", 500_000)]
    public void Repetition_costs_no_more_than_its_length(string piece, int times)
    {
        var head = "Content-Type: multipart/mixed; boundary=b\nSubject: x\nTo: a\n";
        var bytes = Encoding.ASCII.GetBytes(head + string.Concat(Enumerable.Repeat(piece, times)));
        var clock = Stopwatch.StartNew();

        var message = AnyText.Parsed(bytes);
        _ = (message.Subject, message.To.Count, message.TextBody, message.Body!.ContentType.Parameters.Count);

        message.BodyParts.Count().ShouldBeLessThanOrEqualTo(10_000);
        // Quadratic work would take minutes; a busy machine takes seconds.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
