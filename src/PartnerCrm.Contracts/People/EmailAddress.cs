using System.Globalization;

namespace PartnerCrm.Contracts;

/// <summary>One address, as written and as compared. Source: RFC 5321 section 4.5.3 for lengths; quoted local parts are not taken.</summary>
public readonly record struct EmailAddress
{
    public const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    private static readonly HashSet<string> Roles =
    [
        "info", "office", "contact", "hello", "hi", "mail", "admin", "enquiries", "enquiry", "inquiries", "sales", "support", "help", "team", "reception",
        "marketing", "press", "media", "hr", "jobs", "careers", "recruitment", "accounts", "billing", "finance", "events", "noreply", "no-reply", "webmaster",
        "postmaster", "kontakt", "buero", "sekretariat", "vertrieb", "service", "zentrale", "post", "bewerbung", "presse",
    ];

    private static readonly IdnMapping Idn = new();

    private EmailAddress(string value, string key) => (Value, Key) = (value, key);

    /// <summary>As written, without blanks around it.</summary>
    public string Value { get; }

    /// <summary>Lower-cased, the domain in its ASCII form: what addresses are compared by.</summary>
    public string Key { get; }

    public string Domain => Key[(Key.IndexOf('@') + 1)..];

    /// <summary>An address of a desk, not of a person: info@, office@ … Several people may share it.</summary>
    public bool IsRole => Roles.Contains(Key[..Key.IndexOf('@')]);

    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var value = text.Trim();
        if (value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) value = value[7..];
        var at = value.LastIndexOf('@');
        if (at is <= 0 or > MaxLocalLength || value.IndexOf('@') != at || value.Length > MaxLength) return false;
        var local = value[..at];
        if (!local.All(IsLocal) || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        if (!TryDomain(value[(at + 1)..], out var domain)) return false;
        var key = $"{local.ToLowerInvariant()}@{domain}";
        if (key.Length > MaxLength) return false;
        address = new EmailAddress(value, key);
        return true;
    }

    /// <summary>The address, or null when the text is empty or none.</summary>
    public static EmailAddress? Of(string? text) => TryParse(text, out var address) ? address : null;

    public override string ToString() => Value;

    public bool Equals(EmailAddress other) => Key == other.Key;

    public override int GetHashCode() => Key?.GetHashCode(StringComparison.Ordinal) ?? 0;

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c);

    private static bool TryDomain(string text, out string domain)
    {
        domain = "";
        if (!text.Contains('.') || text.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '.'))) return false;
        try
        {
            domain = Idn.GetAscii(text.ToLowerInvariant());
            return domain.Split('.').All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-');
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
