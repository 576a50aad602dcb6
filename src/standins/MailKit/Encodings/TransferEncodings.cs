using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MimeKit;

/// <summary>Content transfer encodings (RFC 2045, section 6). Decoding takes what it can from damaged input.</summary>
internal static class TransferEncodings
{
    private const int LineBytes = 57; // 76 characters of base64

    public static byte[] Decode(ReadOnlySpan<byte> bytes, ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.Base64 => DecodeBase64(bytes),
        ContentEncoding.QuotedPrintable => DecodeQuotedPrintable(bytes),
        _ => bytes.ToArray()
    };

    public static byte[] DecodeBase64(ReadOnlySpan<byte> text)
    {
        var result = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3];
        if (Base64.DecodeFromUtf8(text, result, out _, out var written) == OperationStatus.Done) return result[..written];

        written = 0;
        var bits = 0;
        var held = 0;
        foreach (var c in text)
        {
            var value = Value(c);
            if (value < 0)
            {
                if (c == '=') (bits, held) = (0, 0); // padding ends a quantum: another text may follow
                continue;
            }

            held = (held << 6) | value;
            bits += 6;
            if (bits < 8) continue;
            bits -= 8;
            result[written++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }

        return result[..written];

        static int Value(byte c) => c switch
        {
            >= (byte)'A' and <= (byte)'Z' => c - 'A',
            >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => -1
        };
    }

    public static byte[] DecodeQuotedPrintable(ReadOnlySpan<byte> text)
    {
        var result = new byte[text.Length];
        var written = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf((byte)'=');
            if (length < 0) length = text.Length - at;
            text.Slice(at, length).CopyTo(result.AsSpan(written));
            (at, written) = (at + length, written + length);
            if (at == text.Length) break;

            if (at + 2 < text.Length && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]))
            {
                result[written++] = (byte)(Hex(text[at + 1]) << 4 | Hex(text[at + 2]));
                at += 3;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && text[end] is (byte)' ' or (byte)'\t' or (byte)'\r') end++;
            if (end == text.Length || text[end] == '\n')
            {
                at = Math.Min(end + 1, text.Length); // soft line break
            }
            else
            {
                result[written++] = text[at++]; // not an escape: what it says
            }
        }

        return result[..written];
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    public static void EncodeBase64(ReadOnlySpan<byte> bytes, Stream target, ReadOnlySpan<byte> newLine)
    {
        Span<byte> line = stackalloc byte[80];
        while (bytes.Length > 0)
        {
            var length = Math.Min(LineBytes, bytes.Length);
            Base64.EncodeToUtf8(bytes[..length], line, out _, out var written);
            target.Write(line[..written]);
            target.Write(newLine);
            bytes = bytes[length..];
        }
    }

    public static void EncodeQuotedPrintable(ReadOnlySpan<byte> bytes, Stream target, ReadOnlySpan<byte> newLine)
    {
        Span<byte> line = stackalloc byte[80];
        var column = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var b = bytes[at];
            var endsLine = EndsLine(bytes, at, out var newLineLength);
            if (newLineLength > 0)
            {
                target.Write(line[..column]);
                target.Write(newLine);
                column = 0;
                at += newLineLength - 1;
                continue;
            }

            var literal = b is >= 33 and <= 126 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !endsLine);
            if (column + (literal ? 1 : 3) > 75)
            {
                line[column++] = (byte)'=';
                target.Write(line[..column]);
                target.Write(newLine);
                column = 0;
            }

            if (literal) line[column++] = b;
            else column += Encoding.ASCII.GetBytes($"={b:X2}", line[column..]);
        }

        target.Write(line[..column]);
        if (column == 0) return;

        // A soft break: the encoding ends a line without adding one to the content.
        target.WriteByte((byte)'=');
        target.Write(newLine);

        static bool EndsLine(ReadOnlySpan<byte> bytes, int at, out int newLineLength)
        {
            newLineLength = NewLineAt(bytes, at);
            return at + 1 == bytes.Length || NewLineAt(bytes, at + 1) > 0;
        }
    }

    private static int NewLineAt(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] == '\n' ? 1 : bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n' ? 2 : 0;

    /// <summary>Line ends as asked; a lone CR stays what it is.</summary>
    public static void WriteLines(ReadOnlySpan<byte> bytes, Stream target, ReadOnlySpan<byte> newLine)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                target.Write(bytes);
                return;
            }

            target.Write(bytes[..(end > 0 && bytes[end - 1] == '\r' ? end - 1 : end)]);
            target.Write(newLine);
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>The plainest encoding that carries the bytes through what the constraint allows.</summary>
    public static ContentEncoding Best(ReadOnlySpan<byte> bytes, bool isText, EncodingConstraint constraint, int maxLineLength)
    {
        if (!isText && constraint != EncodingConstraint.None) return ContentEncoding.Base64;

        int eightBit = 0, line = 0, longest = 0;
        var odd = false;
        for (var at = 0; at < bytes.Length; at++)
        {
            var b = bytes[at];
            if (b == 0) return constraint == EncodingConstraint.None ? ContentEncoding.Binary : ContentEncoding.Base64;
            if (b > 127) eightBit++;
            if (b == '\r' && NewLineAt(bytes, at) == 0) odd = true;
            line = b == '\n' ? 0 : line + 1;
            longest = Math.Max(longest, line);
        }

        if (!isText) return ContentEncoding.Binary;
        if (longest <= maxLineLength && !odd)
        {
            if (eightBit == 0) return ContentEncoding.SevenBit;
            if (constraint != EncodingConstraint.SevenBit) return ContentEncoding.EightBit;
        }

        return eightBit * 6 > bytes.Length ? ContentEncoding.Base64 : ContentEncoding.QuotedPrintable;
    }
}
