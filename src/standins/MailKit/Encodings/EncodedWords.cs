using System.Buffers;
using System.Text;

namespace MimeKit;

/// <summary>Encoded words in header text (RFC 2047), always written as UTF-8.</summary>
internal static class EncodedWords
{
    private const string Prefix = "=?utf-8?";
    private const int Overhead = 12; // =?utf-8?b? and ?=
    private const int MostOfOne = 75; // RFC 2047, section 2

    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"u8);

    /// <summary>Writes text as encoded words, none above 75 characters, none splitting a character.</summary>
    public static void Write(FoldedLine line, string separator, string text)
    {
        var bytes = Charsets.Utf8.GetBytes(text);
        var asBase64 = (bytes.Length + 2) / 3 * 4 <= bytes.Sum(b => Cost(b));
        var at = 0;
        while (at < bytes.Length)
        {
            var room = Math.Min(MostOfOne, line.Room - separator.Length);
            if (room < 40)
            {
                line.Fold(separator);
                room = Math.Min(MostOfOne, line.Room);
            }
            else
            {
                line.Append(separator);
            }

            var length = Fits(bytes.AsSpan(at), room - Overhead, asBase64);
            line.Append(asBase64 ? Base64(bytes.AsSpan(at, length)) : Quoted(bytes.AsSpan(at, length)));
            at += length;
            separator = " ";
        }
    }

    /// <summary>Decodes text, tolerantly: whitespace between encoded words goes, a character split over two words is whole again.</summary>
    public static string Decode(string text)
    {
        var next = text.IndexOf("=?", StringComparison.Ordinal);
        if (next < 0) return text;

        var result = new StringBuilder(text.Length);
        var pending = new ArrayBufferWriter<byte>();
        string? charset = null;
        var at = 0;
        while (next >= 0)
        {
            if (!TryRead(text, next, out var end, out var wordCharset, out var bytes))
            {
                next = text.IndexOf("=?", next + 2, StringComparison.Ordinal);
                continue;
            }

            var between = text.AsSpan(at, next - at);
            if (charset is null || !between.IsWhiteSpace())
            {
                Flush();
                result.Append(between);
            }

            if (charset is not null && !charset.Equals(wordCharset, StringComparison.OrdinalIgnoreCase)) Flush();
            charset = wordCharset;
            pending.Write(bytes);
            at = end;
            next = text.IndexOf("=?", at, StringComparison.Ordinal);
        }

        Flush();
        return result.Append(text, at, text.Length - at).ToString();

        void Flush()
        {
            if (charset is not null) result.Append(Charsets.Decode(pending.WrittenSpan, charset));
            charset = null;
            pending.ResetWrittenCount();
        }
    }

    private static bool TryRead(string text, int start, out int end, out string charset, out byte[] bytes)
    {
        (end, charset, bytes) = (0, "", []);
        var afterCharset = text.IndexOf('?', start + 2, Math.Min(text.Length - start - 2, 64));
        if (afterCharset < start + 3 || afterCharset + 3 >= text.Length || text[afterCharset + 2] != '?') return false;

        // An encoded text has no question mark: looking for the next one keeps the whole linear.
        var close = text.IndexOf('?', afterCharset + 3);
        if (close < 0 || close + 1 == text.Length || text[close + 1] != '=') return false;

        var body = text.AsSpan(afterCharset + 3, close - afterCharset - 3);
        charset = text[(start + 2)..afterCharset];
        var language = charset.IndexOf('*'); // RFC 2231, section 5
        if (language >= 0) charset = charset[..language];
        end = close + 2;
        switch (text[afterCharset + 1])
        {
            case 'b' or 'B':
                bytes = TransferEncodings.DecodeBase64(Encoding.Latin1.GetBytes(body.ToArray()));
                return true;
            case 'q' or 'Q':
                var quoted = Charsets.Utf8.GetBytes(body.ToArray());
                quoted.AsSpan().Replace((byte)'_', (byte)' ');
                bytes = TransferEncodings.DecodeQuotedPrintable(quoted);
                return true;
            default:
                return false;
        }
    }

    private static int Fits(ReadOnlySpan<byte> bytes, int room, bool asBase64)
    {
        var length = 0;
        var cost = 0;
        while (length < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes[length..], out _, out var size);
            if (asBase64)
            {
                cost = (length + size + 2) / 3 * 4;
            }
            else
            {
                foreach (var b in bytes.Slice(length, size)) cost += Cost(b);
            }

            if (cost > room) break;
            length += size;
        }

        return length;
    }

    private static int Cost(byte b) => b == ' ' || Plain.Contains(b) ? 1 : 3;

    private static string Base64(ReadOnlySpan<byte> bytes) => $"{Prefix}b?{Convert.ToBase64String(bytes)}?=";

    private static string Quoted(ReadOnlySpan<byte> bytes)
    {
        var word = new StringBuilder(Prefix).Append("q?");
        foreach (var b in bytes)
        {
            if (b == ' ') word.Append('_');
            else if (Plain.Contains(b)) word.Append((char)b);
            else word.Append('=').Append(b.ToString("X2"));
        }

        return word.Append("?=").ToString();
    }
}
