using System.Text;

namespace MimeKit;

/// <summary>How content travels (RFC 2045, section 6).</summary>
public enum ContentEncoding
{
    Default = 0,
    SevenBit = 1,
    EightBit = 2,
    Binary = 3,
    Base64 = 4,
    QuotedPrintable = 5
}

/// <summary>What the path to the recipient can carry.</summary>
public enum EncodingConstraint
{
    None = 0,
    EightBit = 1,
    SevenBit = 2
}

/// <summary>Line ends on writing.</summary>
public enum NewLineFormat
{
    Unix = 0,
    Dos = 1
}

/// <summary>Options for parsing.</summary>
public class ParserOptions
{
    /// <summary>The options used where none are given.</summary>
    public static readonly ParserOptions Default = new();

    /// <summary>The charset of undeclared 8-bit text that isn't UTF-8. Default: UTF-8, which then means Latin-1.</summary>
    public Encoding CharsetEncoding { get; set; } = Charsets.Utf8;

    /// <summary>Parts nested deeper stay unread, as one leaf. Default 1024.</summary>
    public int MaxMimeDepth { get; set; } = 1024;

    /// <summary>Whether a bare name counts as an address. Default true.</summary>
    public bool AllowAddressesWithoutDomain { get; set; } = true;

    public ParserOptions Clone() => (ParserOptions)MemberwiseClone();
}

/// <summary>Options for writing.</summary>
public class FormatOptions
{
    /// <summary>The options used where none are given: line ends are the platform's, so mail needs a clone with <see cref="NewLineFormat.Dos"/>.</summary>
    public static readonly FormatOptions Default = new();

    /// <summary>Where lines fold, in characters. Default 78.</summary>
    public int MaxLineLength { get; set; } = 78;

    public NewLineFormat NewLineFormat { get; set; } = Environment.NewLine.Length == 1 ? NewLineFormat.Unix : NewLineFormat.Dos;

    /// <summary>Headers as UTF-8 (RFC 6532), for servers with SMTPUTF8.</summary>
    public bool International { get; set; }

    /// <summary>Message headers left out on writing.</summary>
    public HashSet<HeaderId> HiddenHeaders { get; private set; } = [];

    public FormatOptions Clone()
    {
        var clone = (FormatOptions)MemberwiseClone();
        clone.HiddenHeaders = [.. HiddenHeaders];
        return clone;
    }

    internal byte[] NewLine => NewLineFormat == NewLineFormat.Dos ? "\r\n"u8.ToArray() : "\n"u8.ToArray();
}

/// <summary>Text that doesn't follow its grammar.</summary>
public class ParseException : FormatException
{
    public ParseException(string message, int tokenIndex, int errorIndex) : base(message) =>
        (TokenIndex, ErrorIndex) = (tokenIndex, errorIndex);

    /// <summary>Where the offending token begins.</summary>
    public int TokenIndex { get; }

    /// <summary>Where it goes wrong.</summary>
    public int ErrorIndex { get; }
}
