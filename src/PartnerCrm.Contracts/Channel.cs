namespace PartnerCrm.Contracts;

/// <summary>The way in which two people touch.</summary>
public enum Channel
{
    LinkedIn, X, Facebook, Event, Email, Phone, Meeting, Website, Referral, Internal,
}

/// <summary>Who reached out.</summary>
public enum Direction
{
    FromThem, FromUs,
}

/// <summary>
/// Why we write. Marketing unless the message is tied to an accepted meeting, an event they signed up for, or a contract:
/// then it is Service, and an objection to marketing does not stop it.
/// </summary>
public enum Purpose
{
    Marketing, Service,
}
