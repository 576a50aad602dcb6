using MimeKit;

namespace MailKit.Net.Smtp;

/// <summary>A message as DATA carries it.</summary>
/// <param name="Bytes">The message with CRLF line ends.</param>
/// <param name="Stuffed">The same with leading dots doubled, and the line that ends it (RFC 5321, 4.5.2).</param>
/// <param name="IsEightBit">Whether any byte is above 127.</param>
internal sealed record SmtpContent(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Stuffed, bool IsEightBit)
{
    public static SmtpContent From(MimeMessage message, FormatOptions format)
    {
        var written = new MemoryStream();
        message.WriteTo(format, written);
        var bytes = written.GetBuffer().AsMemory(0, (int)written.Length);
        return new SmtpContent(bytes, Stuff(bytes.Span), bytes.Span.ContainsAnyExceptInRange((byte)0, (byte)127));
    }

    /// <summary>A lone CR or LF becomes CRLF: servers disagree on what else ends a line, and a dot on it would end the message.</summary>
    internal static ReadOnlyMemory<byte> Stuff(ReadOnlySpan<byte> bytes)
    {
        var result = new MemoryStream(bytes.Length + bytes.Length / 64 + 16);
        while (bytes.Length > 0)
        {
            if (bytes[0] == '.') result.WriteByte((byte)'.');
            var length = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            result.Write(length < 0 ? bytes : bytes[..length]);
            result.Write("\r\n"u8);
            if (length < 0) break;
            var end = bytes[length] == '\r' && length + 1 < bytes.Length && bytes[length + 1] == '\n' ? 2 : 1;
            bytes = bytes[(length + end)..];
        }

        result.Write(".\r\n"u8);
        return result.GetBuffer().AsMemory(0, (int)result.Length);
    }
}
