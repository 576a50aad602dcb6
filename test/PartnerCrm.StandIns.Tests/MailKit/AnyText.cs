using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;

namespace PartnerCrm.StandIns.Tests.MailKit;

/// <summary>Texts as people and attackers write them, and messages there and back again.</summary>
internal static class AnyText
{
    private static readonly Gen<int> Rune = Gen.Frequency(
        (8, Gen.Choose(0x20, 0x7e)),
        (3, Gen.Elements(' ', '\t', '"', '\\', '=', '?', '_', ',', ';', '<', '>', '@', '(', ')', '%', '\'', '*').Select(c => (int)c)),
        (3, Gen.Choose(0xa1, 0x24f)),
        (2, Gen.Choose(0x4e00, 0x9fff)),
        (2, Gen.Choose(0x1f300, 0x1faff)),
        (1, Gen.Choose(0, 0x1f)),
        (1, Gen.Choose(0xe000, 0x10ffff)));

    public static readonly Arbitrary<string> Texts = Rune.ArrayOf()
        .Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString())))
        .ToArbitrary();

    public static readonly Arbitrary<byte[]> Bytes = Gen.Frequency(
            (3, Gen.Choose(0, 255).Select(b => new[] { (byte)b })),
            (4, Gen.Elements("\r\n", "\n", "--b", "--b--\n", "--", ":", "From: ", "Content-Type: multipart/mixed; boundary=b\n\n",
                "Content-Type: message/rfc822\n\n", "Content-Transfer-Encoding: base64\n", "=?utf-8?q?", "?=", "=\r\n", "; filename*0*=", "<", "(", "\"", " ")
                .Select(s => Encoding.Latin1.GetBytes(s))))
        .ArrayOf().Select(parts => parts.SelectMany(p => p).ToArray())
        .ToArbitrary();

    public static void Holds(Action<string> claim) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Texts, claim));

    public static FormatOptions Mail
    {
        get
        {
            var options = FormatOptions.Default.Clone();
            options.NewLineFormat = NewLineFormat.Dos;
            return options;
        }
    }

    public static byte[] Written(this MimeMessage message, FormatOptions? options = null)
    {
        var stream = new MemoryStream();
        message.WriteTo(options ?? Mail, stream);
        return stream.ToArray();
    }

    public static MimeMessage Sent(this MimeMessage message, EncodingConstraint constraint = EncodingConstraint.SevenBit)
    {
        message.Prepare(constraint);
        return Parsed(message.Written());
    }

    public static MimeMessage Parsed(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));

    public static MimeMessage Parsed(string text) => Parsed(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));
}
