using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class HostileMailTests
{
    [Fact]
    public async Task Ten_thousand_nested_parts_are_read_as_far_as_anybody_would()
    {
        var mail = new StringBuilder("From: ada@example.org\nMessage-ID: <deep@example.org>\nMIME-Version: 1.0\n");
        for (var i = 0; i < 10_000; i++) mail.Append($"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n");
        mail.Append("Content-Type: text/plain\n\ndeep\n");

        var read = await MailSamples.ReadAsync(mail.ToString());

        read.From.ShouldBe("ada@example.org");
        read.Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task Ten_thousand_parts_side_by_side_are_read_as_far_as_anybody_would()
    {
        var mail = new StringBuilder("From: ada@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (var i = 0; i < 10_000; i++) mail.Append("--b\nContent-Type: text/plain\n\nhello\n");
        mail.Append("--b--\n");

        var read = await MailSamples.ReadAsync(mail.ToString());

        read.Text.ShouldBe("hello");
        read.Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("From: a@b.example\nSubject: x\0y\n\nz\0z")]
    [InlineData("From: a@b.example\nContent-Type: text/plain; charset=no-such-charset\n\nGr\u00fc\u00dfe")]
    [InlineData("From: a@b.example\nContent-Type: text/plain; charset=\"\"\nContent-Transfer-Encoding: base64\n\n!!!!not base64!!!!")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed\n\n--none\n\nno boundary anywhere")]
    [InlineData("From: <<<>>>;;;@@@\nTo: undisclosed-recipients:;\nDate: yesterday\nMessage-ID: <<x y>>\nReferences: <<<\n\nx")]
    [InlineData("From: =?utf-8?B?////?= <a@b.example>\nSubject: =?utf-16?Q?=ZZ?=\n\nx")]
    [InlineData("<!DOCTYPE html><html><body>not a mail</body></html>")]
    public async Task Broken_mail_is_read_without_a_fall(string mail)
    {
        var read = await MailSamples.ReadAsync(mail);

        read.Text.ShouldNotContain('\0');
        read.Subject.ShouldNotContain('\0');
        Classification.Of(read, out _).ShouldBeOneOf(Enum.GetValues<IncomingKind>());
    }

    [Fact]
    public async Task Deeply_nested_html_is_read_without_a_fall()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 5_000)) + "hello";

        (await MailSamples.ReadAsync($"From: a@b.example\nContent-Type: text/html\n\n{html}")).Text.ShouldBe("hello");
    }

    [Fact]
    public void No_bytes_make_reading_fail()
        => Prop.ForAll<byte[]>(bytes =>
        {
            byte[] headers = [.. MailSamples.Raw("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"), .. bytes ?? []];
            foreach (var mime in new[] { bytes ?? [], headers })
            {
                var read = MailReader.ReadAsync(mime).GetAwaiter().GetResult();
                Classification.Of(read, out _);
                AwayUntil.Find(read.Text, DateTime.UtcNow);
                _ = new IncomingMail(Guid.NewGuid(), null, IncomingMail.KeyOf(null, read.MessageId, mime), read, DateTime.UtcNow);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_reading_fail_and_none_comes_back_unfit_for_a_database()
        => Prop.ForAll<string, string>((subject, text) =>
        {
            var mail = $"From: a@b.example\nSubject: {subject}\nContent-Type: text/html; charset=utf-8\n\n{text}";
            var read = MailSamples.ReadAsync(mail).GetAwaiter().GetResult();
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            strict.GetByteCount(read.Subject + read.Text); // throws on half a surrogate pair, as PostgreSQL does
            return (read.Subject + read.Text).EnumerateRunes().All(r => r.Value is '\n' or '\t' || !Rune.IsControl(r));
        }).QuickCheckThrowOnFailure();
}
