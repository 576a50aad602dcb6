using System.Globalization;

namespace MimeKit;

/// <summary>A mailbox or a group of them.</summary>
public abstract class InternetAddress : IComparable<InternetAddress>, IEquatable<InternetAddress>
{
    private string name;

    private protected InternetAddress(string? name) => this.name = name ?? "";

    internal event Action? Changed;

    /// <summary>The display name; empty if there is none.</summary>
    public string Name
    {
        get => name;
        set
        {
            name = value ?? "";
            OnChanged();
        }
    }

    public static InternetAddress Parse(string text) => TryParse(text, out var address) ? address : throw Malformed(text);

    public static bool TryParse(string text, out InternetAddress address)
    {
        var parsed = new AddressReader(text).ReadAll(out var complete);
        address = parsed.Count == 1 && complete ? parsed[0] : null!;
        return address is not null;
    }

    public abstract InternetAddress Clone();

    public abstract bool Equals(InternetAddress? other);

    public override bool Equals(object? obj) => Equals(obj as InternetAddress);

    public override int GetHashCode() => ToString().ToLowerInvariant().GetHashCode(StringComparison.Ordinal);

    public int CompareTo(InternetAddress? other) => string.Compare(ToString(), other?.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>For people to read: nothing encoded.</summary>
    public override string ToString() => ToString(false);

    /// <summary>As in a header if <paramref name="encode"/>, else for people to read.</summary>
    public string ToString(bool encode) => ToString(FormatOptions.Default, encode);

    public abstract string ToString(FormatOptions options, bool encode);

    internal abstract void Write(FoldedLine line, string separator, string after);

    protected virtual void OnChanged() => Changed?.Invoke();

    private protected string Encoded(FormatOptions options)
    {
        var line = new FoldedLine("", options);
        Write(line, "", "");
        return Header.Unfold(line.ToString());
    }

    private protected string ReadableName => Name.AsSpan().ContainsAny("\"(),.:;<>@[\\]") ? FoldedLine.Quote(Name) : Name;

    internal static ParseException Malformed(string text) => new($"Invalid address: '{text}'.", 0, 0);
}

/// <summary>A person's or machine's mailbox.</summary>
public class MailboxAddress : InternetAddress
{
    private string address = "";

    /// <exception cref="ParseException">The address isn't local-part@domain.</exception>
    public MailboxAddress(string? name, string address) : base(name) => Address = address;

    internal MailboxAddress(string? name, string address, bool asParsed) : base(name) => this.address = address;

    /// <summary>The address without brackets. Empty is the null sender.</summary>
    public string Address
    {
        get => address;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length > 0 && !AddressReader.IsAddress(value)) throw Malformed(value);
            address = value;
            OnChanged();
        }
    }

    public string LocalPart => address.LastIndexOf('@') is var at && at >= 0 ? address[..at] : address;

    public string Domain => address.LastIndexOf('@') is var at && at >= 0 ? address[(at + 1)..] : "";

    /// <summary>Whether the address has characters beyond ASCII.</summary>
    public bool IsInternational => !address.All(char.IsAscii);

    public static new MailboxAddress Parse(string text) => TryParse(text, out var mailbox) ? mailbox : throw Malformed(text);

    public static bool TryParse(string text, out MailboxAddress mailbox)
    {
        mailbox = InternetAddress.TryParse(text, out InternetAddress address) ? (address as MailboxAddress)! : null!;
        return mailbox is not null;
    }

    /// <summary>The address, its domain as punycode if asked and needed.</summary>
    public string GetAddress(bool idnEncode)
    {
        if (!idnEncode || Domain.All(char.IsAscii)) return address;
        try
        {
            return $"{LocalPart}@{new IdnMapping().GetAscii(Domain)}";
        }
        catch (ArgumentException)
        {
            return address; // not a domain name: better written as it is than lost
        }
    }

    public override InternetAddress Clone() => new MailboxAddress(Name, address, true);

    public override bool Equals(InternetAddress? other) =>
        other is MailboxAddress mailbox && Name == mailbox.Name && address.Equals(mailbox.address, StringComparison.OrdinalIgnoreCase);

    public override string ToString(FormatOptions options, bool encode) =>
        encode ? Encoded(options) : Name.Length > 0 ? $"{ReadableName} <{address}>" : address;

    internal override void Write(FoldedLine line, string separator, string after)
    {
        var spec = GetAddress(!line.International);
        if (Name.Length == 0)
        {
            line.Append(separator, spec + after);
            return;
        }

        line.AppendPhrase(separator, Name);
        line.Append(" ", $"<{spec}>{after}");
    }
}

/// <summary>A named group of addresses, such as <c>undisclosed-recipients:;</c>.</summary>
public class GroupAddress : InternetAddress
{
    public GroupAddress(string name) : this(name, [])
    {
    }

    public GroupAddress(string name, IEnumerable<InternetAddress> addresses) : base(name)
    {
        Members = new InternetAddressList(addresses);
        Members.Changed += OnChanged;
    }

    public InternetAddressList Members { get; }

    public override InternetAddress Clone() => new GroupAddress(Name, Members.Select(m => m.Clone()));

    public override bool Equals(InternetAddress? other) => other is GroupAddress group && Name == group.Name && Members.Equals(group.Members);

    public override string ToString(FormatOptions options, bool encode) => encode ? Encoded(options) : $"{ReadableName}: {Members};";

    internal override void Write(FoldedLine line, string separator, string after)
    {
        if (Name.Length > 0) line.AppendPhrase(separator, Name);
        else line.Append(separator, "\"\"");
        line.Append(":");
        for (var i = 0; i < Members.Count; i++) Members[i].Write(line, " ", i + 1 < Members.Count ? "," : "");
        line.Append(";" + after);
    }
}
