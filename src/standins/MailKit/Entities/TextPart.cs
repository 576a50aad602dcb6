using System.Text;
using MimeKit.Text;

namespace MimeKit
{
    /// <summary>A part of text.</summary>
    public class TextPart : MimePart
    {
        public TextPart() : this("plain")
        {
        }

        public TextPart(string subtype) : base("text", subtype)
        {
        }

        public TextPart(TextFormat format) : this(format == TextFormat.Html ? "html" : "plain")
        {
            if (format == TextFormat.Flowed) ContentType.Format = "flowed";
        }

        /// <param name="subtype">E.g. plain, html, calendar.</param>
        /// <param name="args">Strings are text, an <see cref="Encoding"/> its charset, the rest headers.</param>
        public TextPart(string subtype, params object[] args) : this(subtype)
        {
            ArgumentNullException.ThrowIfNull(args);
            var encoding = args.OfType<Encoding>().FirstOrDefault() ?? Charsets.Utf8;
            var text = args.OfType<string>().ToList();
            foreach (var other in args)
                if (other is not (string or Encoding) && !Take(other)) throw new ArgumentException($"Unknown argument: {other}.", nameof(args));
            if (text.Count > 0) SetText(encoding, string.Concat(text));
        }

        internal TextPart(ParsedHeaders parsed) : base(parsed)
        {
        }

        public TextFormat Format => IsHtml ? TextFormat.Html : IsFlowed ? TextFormat.Flowed : TextFormat.Plain;

        public bool IsPlain => ContentType.IsMimeType("text", "plain");

        public bool IsHtml => ContentType.IsMimeType("text", "html");

        public bool IsFlowed => IsPlain && "flowed".Equals(ContentType.Format?.Trim(), StringComparison.OrdinalIgnoreCase);

        /// <summary>The decoded text. Setting it writes UTF-8.</summary>
        public string Text
        {
            get => GetText(out _);
            set => SetText(Charsets.Utf8, value);
        }

        /// <summary>The text, in the declared charset or, where that is unknown, in what the bytes are.</summary>
        public string GetText(out Encoding encoding)
        {
            var bytes = Content is null ? default : MimeContent.DecodedBytesOf(Content).Span;
            if (bytes.StartsWith("\uFEFF"u8))
            {
                encoding = Charsets.Utf8;
                return encoding.GetString(bytes[3..]);
            }

            var declared = ContentType.CharsetEncoding;
            if (declared is not null && declared.CodePage != 20127)
            {
                encoding = declared;
                return encoding.GetString(bytes);
            }

            encoding = System.Text.Unicode.Utf8.IsValid(bytes) ? Charsets.Utf8 : Encoding.Latin1;
            return encoding.GetString(bytes);
        }

        public string GetText(Encoding encoding) => Content is null ? "" : encoding.GetString(MimeContent.DecodedBytesOf(Content).Span);

        public void SetText(Encoding encoding, string text)
        {
            ArgumentNullException.ThrowIfNull(encoding);
            ArgumentNullException.ThrowIfNull(text);
            ContentType.CharsetEncoding = encoding;
            Content = new MimeContent(encoding.GetBytes(text), ContentEncoding.Default);
        }

        public void SetText(string charset, string text) =>
            SetText(Charsets.Find(charset) ?? throw new NotSupportedException($"The charset isn't known: {charset}."), text);

        internal bool Is(TextFormat format) => format switch
        {
            TextFormat.Html => IsHtml,
            TextFormat.Flowed => IsFlowed,
            _ => IsPlain
        };
    }
}

namespace MimeKit.Text
{
    /// <summary>Kinds of text.</summary>
    public enum TextFormat
    {
        Plain = 0,
        Text = 0,
        Flowed = 1,
        Html = 2
    }
}
