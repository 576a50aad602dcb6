using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>
/// A person's page on a network. The slug is what identifies it, however the address was written: lower-cased, percent-decoded, without scheme,
/// host, query, fragment, language suffix and trailing slash.
/// </summary>
public readonly record struct ProfileUrl
{
    public const int MaxSlugLength = 200;

    private ProfileUrl(Channel channel, string slug) => (Channel, Slug) = (channel, slug);

    public Channel Channel { get; }

    /// <summary>On LinkedIn the part after /in/.</summary>
    public string Slug { get; }

    public string Value => Channel switch
    {
        Channel.LinkedIn => $"https://www.linkedin.com/in/{Uri.EscapeDataString(Slug)}",
        Channel.X => $"https://x.com/{Uri.EscapeDataString(Slug)}",
        _ => $"https://www.facebook.com/{Uri.EscapeDataString(Slug)}",
    };

    public static bool TryParse(string? text, out ProfileUrl profile)
    {
        profile = default;
        if (string.IsNullOrWhiteSpace(text) || !TryTakeApart(text.Trim(), out var host, out var segments)) return false;
        return host switch
        {
            "linkedin.com" or "" => TryLinkedIn(segments, out profile),
            "x.com" or "twitter.com" => TryFirst(Channel.X, segments, out profile),
            "facebook.com" or "fb.com" => TryFirst(Channel.Facebook, segments, out profile),
            _ => false,
        };
    }

    /// <summary>The LinkedIn page with this slug.</summary>
    public static ProfileUrl LinkedIn(string slug) => new(Channel.LinkedIn, slug.ToLowerInvariant());

    /// <summary>The slug of a LinkedIn address, or null when it is none.</summary>
    public static string? LinkedInSlugOf(string? text) =>
        TryParse(text, out var profile) && profile.Channel == Channel.LinkedIn ? profile.Slug : null;

    public override string ToString() => Value;

    // /in/slug, /in/slug/de (the page in another language), /mwlite/in/slug (an old mobile address).
    private static bool TryLinkedIn(string[] segments, out ProfileUrl profile)
    {
        profile = default;
        var marker = Array.FindIndex(segments, s => s.Equals("in", StringComparison.OrdinalIgnoreCase));
        return marker is 0 or 1 && marker + 1 < segments.Length && TrySlug(Channel.LinkedIn, segments[marker + 1], out profile);
    }

    private static bool TryFirst(Channel channel, string[] segments, out ProfileUrl profile)
    {
        profile = default;
        return segments.Length > 0 && !segments[0].EndsWith(".php", StringComparison.OrdinalIgnoreCase) && TrySlug(channel, segments[0].TrimStart('@'), out profile);
    }

    private static bool TrySlug(Channel channel, string segment, out ProfileUrl profile)
    {
        profile = default;
        var slug = Sound(Uri.UnescapeDataString(segment)).ToLowerInvariant().Trim();
        if (slug.Length is 0 or > MaxSlugLength || slug.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\' or '?' or '#')) return false;
        profile = new ProfileUrl(channel, slug);
        return true;
    }

    private static bool TryTakeApart(string text, out string host, out string[] segments)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var hasScheme = scheme is > 0 and < 6;
        if (hasScheme) text = text[(scheme + 3)..];
        var end = text.IndexOfAny(['?', '#']);
        if (end >= 0) text = text[..end];
        var parts = text.Split('/');
        host = Host(parts[0]);
        segments = parts.Skip(1).Where(p => p.Length > 0).ToArray();
        return host.Length > 0 || (!hasScheme && parts[0].Length == 0);
    }

    private static string Host(string text)
    {
        var host = text.ToLowerInvariant();
        foreach (var known in (string[])["linkedin.com", "x.com", "twitter.com", "facebook.com", "fb.com"])
        {
            if (host == known || host.EndsWith("." + known, StringComparison.Ordinal)) return known;
        }
        return host;
    }

    // One spelling for a letter with an accent; half a surrogate pair would make Normalize throw.
    private static string Sound(string text) =>
        Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value is not (0xFFFD or 0xFFFE))).Normalize(NormalizationForm.FormC);
}
