namespace PartnerCrm.Mail;

public enum DeliveryOutcome
{
    Sent,

    /// <summary>Practice mode.</summary>
    Kept,

    /// <summary>Certainly not accepted, for good.</summary>
    Refused,

    /// <summary>Certainly not accepted, but may be next time.</summary>
    Later,

    /// <summary>The answer was lost: it may have been accepted.</summary>
    Unknown,
}

/// <summary>
/// What a transport says of one mail. Detail is for the screen: the server's own words, or what went wrong. <paramref name="WasTried"/>: false when no
/// server ever saw the mail, since nobody answered or they wouldn't let us in.
/// </summary>
public record Delivery(DeliveryOutcome Outcome, string? Detail = null, bool WasTried = true)
{
    public static readonly Delivery Sent = new(DeliveryOutcome.Sent);
    public static readonly Delivery Kept = new(DeliveryOutcome.Kept);

    public static Delivery NotTried(string detail) => new(DeliveryOutcome.Later, detail, WasTried: false);
}
