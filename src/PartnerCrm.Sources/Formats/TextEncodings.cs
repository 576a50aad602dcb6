using System.Text;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>Which characters the bytes are: by byte-order mark, by the zeros of UTF-16, by whether they are valid UTF-8; else Windows-1252.</summary>
internal static class TextEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8;
        return Utf16WithoutMark(head) ?? (IsUtf8(head) ? Encoding.UTF8 : Encoding.GetEncoding(1252));
    }

    /// <summary>Refuses what is plainly no table of text: a web page, a document, a picture.</summary>
    public static void EnsureTable(ReadOnlySpan<byte> head, Encoding encoding)
    {
        var text = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0) throw new BusinessException(SourcesErrors.FileIsEmpty);
        if (((string[])["<!doctype", "<html", "<head", "<body", "<?xml", "<!--"]).Any(t => text.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            throw new BusinessException(SourcesErrors.PageInsteadOfFile);
        // NUL bytes turn up in real reports; other control characters in number mean that this isn't text.
        var controls = text.Count(c => char.IsControl(c) && c is not ('\0' or '\t' or '\r' or '\n'));
        if (text.StartsWith("%PDF", StringComparison.Ordinal) || controls > text.Length / 20) throw new BusinessException(SourcesErrors.FileUnreadable);
    }

    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        var many = head.Length / 2 * 4 / 10;
        var few = head.Length / 20;
        if (odd > many && even <= few) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even > many && odd <= few ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        // The head may end within a character: at most three bytes of one are missing.
        for (var cut = 0; cut <= Math.Min(3, head.Length); cut++)
        {
            try
            {
                StrictUtf8.GetCharCount(head[..^cut]);
                return true;
            }
            catch (DecoderFallbackException)
            {
            }
        }
        return false;
    }
}
