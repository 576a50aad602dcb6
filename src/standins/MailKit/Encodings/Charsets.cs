using System.Collections.Concurrent;
using System.Text;

namespace MimeKit;

/// <summary>Charset names as mail uses them, and bytes to text without ever failing.</summary>
internal static class Charsets
{
    private const int MostRemembered = 512;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private static readonly ConcurrentDictionary<string, Encoding?> Known = new(StringComparer.OrdinalIgnoreCase);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(false);

    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name) || name.Length > 64) return null;
        if (Known.TryGetValue(name, out var encoding)) return encoding;

        // Unknown names come from strangers: what is remembered about them stays bounded.
        if (Known.Count > MostRemembered) Known.Clear();
        return Known[name] = Look(name);
    }

    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "utf-8",
        28591 => "iso-8859-1",
        20127 => "us-ascii",
        _ => encoding.WebName
    };

    /// <summary>What a charset's name says or, failing that, UTF-8 if the bytes are, else the fallback (Latin-1).</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, Encoding? fallback = null)
    {
        var encoding = Find(charset);
        return encoding is null || encoding.CodePage == 20127 ? Guess(bytes, fallback) : encoding.GetString(bytes);
    }

    public static string Guess(ReadOnlySpan<byte> bytes, Encoding? fallback = null)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return StrictUtf8.GetString(bytes);
        if (fallback is null || fallback.CodePage == 65001) fallback = Encoding.Latin1;
        return fallback.GetString(bytes);
    }

    private static Encoding? Look(string name)
    {
        var alias = name.ToLowerInvariant() switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "latin1" or "iso8859-1" or "iso_8859_1" => "iso-8859-1",
            "ascii" or "ansi_x3.4-1968" or "646" => "us-ascii",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "ks_c_5601" or "ksc5601" => "ks_c_5601-1987",
            var other when other.StartsWith("cp", StringComparison.Ordinal) => "windows-" + other[2..].TrimStart('-'),
            var other when other.StartsWith("win-", StringComparison.Ordinal) => "windows-" + other[4..],
            var other => other
        };

        try
        {
            return alias == "utf-8" ? Utf8 : Encoding.GetEncoding(alias);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
