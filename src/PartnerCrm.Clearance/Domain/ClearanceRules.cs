using System.Globalization;
using PartnerCrm.Contracts;

namespace PartnerCrm.Clearance;

/// <summary>What the rules decided, before anybody put it into sentences.</summary>
public record Ruling(Verdict Verdict, IReadOnlyList<RulingReason> Reasons, DateTime ValidUntil, Guid? OwnerId = null, DateTime? NotBefore = null, Guid? HeldBy = null);

/// <summary>The rule that spoke, and the facts for its sentence.</summary>
public record RulingReason(string Rule, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// May we? A pure function: the same facts and moment give the same ruling. All rules are read, so that a person sees every obstacle at once;
/// the strictest verdict wins and its reasons come first.
/// </summary>
public static class ClearanceRules
{
    /// <summary>Changes whenever a rule does; stored with every decision.</summary>
    public const string Version = "2026-11";

    public static readonly TimeSpan ColleagueActivityCounts = TimeSpan.FromDays(30);

    // Re-asked at queueing and at send anyway; an hour keeps a screen honest.
    private static readonly TimeSpan LongestValidity = TimeSpan.FromHours(1);

    /// <summary>
    /// Where marketing e-mail to a company's own address needs no consent: the e-mail rule of UK PECR (reg. 22) and of Ireland's
    /// S.I. 336/2011 (reg. 13) protect individual subscribers; Germany's UWG § 7, for one, protects everybody.
    /// </summary>
    private static readonly HashSet<string> CompaniesNeedNoConsent = ["GB", "IE"];

    public static Ruling Decide(ClearanceQuestion question, ClearanceFacts facts, DateTime now)
    {
        var findings = Blocks(question, facts, now).Concat(OwnersWord(question, facts, now)).ToList();
        if (findings.Count == 0) findings.Add(NothingAgainst(question, facts));

        var verdict = findings.Max(f => f.Verdict);
        var deciding = findings.OrderByDescending(f => f.Verdict).ToList();
        var blocks = findings.Where(f => f.Verdict == Verdict.Blocked).ToList();

        return new Ruling(
            verdict,
            [.. deciding.Select(f => new RulingReason(f.Rule, f.Facts))],
            ValidUntil(findings, now),
            verdict == Verdict.AskOwner ? deciding[0].OwnerId : null,
            // Waiting helps only if time is all that stands in the way.
            blocks.Count > 0 && blocks.All(f => f.NotBefore != null) ? blocks.Max(f => f.NotBefore) : null,
            // Somebody lifts it, or its day comes: then ask again, unless more than time is left.
            blocks.All(f => f.NotBefore != null || f.HeldBy != null) ? blocks.Find(f => f.HeldBy != null)?.HeldBy : null);
    }

    private static IEnumerable<Finding> Blocks(ClearanceQuestion question, ClearanceFacts facts, DateTime now)
    {
        if (IsSuppressed(question, facts.Suppression))
            yield return Block(facts.Suppression!.IsPendingReview ? "ObjectionPending" : $"Suppressed:{facts.Suppression.Reason}", ("At", Date(facts.Suppression.At)));

        if (facts.Hold is { } hold)
            yield return Block($"Hold:{hold.Scope}", ("Reason", hold.Reason), ("Until", hold.Until is { } until ? Date(until) : "–")) with { NotBefore = hold.Until, HeldBy = hold.HoldId };

        if (facts.Contact.Basis == null && question.Purpose == Purpose.Marketing)
            yield return Block("NoBasis");

        if (question.Channel != Channel.Email) yield break;

        if (!facts.Contact.HasEmail) yield return Block("NoEmail");
        if (question.Purpose == Purpose.Service) yield break;

        if (ConsentIsMissing(facts) is { } missing) yield return missing;
        foreach (var cap in Caps(question, facts, now)) yield return cap;
    }

    // An objection to marketing doesn't stop the invitation to a meeting they accepted; an address that bounced stops every mail.
    private static bool IsSuppressed(ClearanceQuestion question, SuppressionFact? suppression) => suppression?.Reason switch
    {
        null => false,
        SuppressionReason.Bounced => question.Channel == Channel.Email,
        _ => question.Purpose == Purpose.Marketing,
    };

    private static Finding? ConsentIsMissing(ClearanceFacts facts)
    {
        if (facts.Contact.Basis is BasisKind.Consent or BasisKind.Contract) return null;
        if (facts.Contact.Country is not { } country) return Block("CountryUnknown");
        if (!CompaniesNeedNoConsent.Contains(country)) return Block("CountryNeedsConsent", ("Country", country));
        return facts.Organisation?.SubscriberType switch
        {
            SubscriberType.Corporate => null,
            SubscriberType.Individual => Block("IndividualNeedsConsent", ("Organisation", facts.Organisation.Name)),
            _ => Block("SubscriberUnknown", ("Organisation", facts.Organisation?.Name ?? "–")),
        };
    }

    private static IEnumerable<Finding> Caps(ClearanceQuestion question, ClearanceFacts facts, DateTime now)
    {
        if (facts.Caps.MailsToday >= facts.Caps.MailsADay)
            yield return Block("MailboxCap", ("Count", facts.Caps.MailsToday.ToString(CultureInfo.InvariantCulture)), ("Cap", facts.Caps.MailsADay.ToString(CultureInfo.InvariantCulture)))
                with { NotBefore = now.Date.AddDays(1) };

        if (question.IsCold && facts.Activity.LastColdMailAt is { } last && last + facts.Caps.BetweenColdMails > now)
            yield return Block("OrganisationCap", ("Organisation", facts.Organisation?.Name ?? "–"), ("At", Date(last)))
                with { NotBefore = last + facts.Caps.BetweenColdMails };
    }

    private static IEnumerable<Finding> OwnersWord(ClearanceQuestion question, ClearanceFacts facts, DateTime now)
    {
        if (question.Purpose == Purpose.Service || facts.Organisation is not { } organisation) yield break;
        if (facts.Activity.PermittedUntil > now) yield break;

        if (organisation.ClaimedBy is { } claimant && claimant != question.AskedBy && organisation.ClaimedUntil > now)
            yield return Ask("ColleagueDealsWithThem", claimant, organisation);
        else if (organisation.LeadOwnerId is { } lead && lead != question.AskedBy)
            yield return Ask("ColleagueOwnsThem", lead, organisation);
        else if (organisation.LeadOwnerId != question.AskedBy
            && facts.Activity is { ColleagueId: { } colleague, ColleagueTouchedAt: { } at }
            && at + ColleagueActivityCounts > now)
            yield return Ask("ColleagueWasInTouch", colleague, organisation, ("At", Date(at)));
    }

    private static Finding NothingAgainst(ClearanceQuestion question, ClearanceFacts facts) =>
        facts.Contact is { NoticeGivenAt: null, NoticeDueAt: { } due } && question.Channel == Channel.Email
            ? new Finding(Verdict.Allowed, "AllowedWithNotice", Pairs(("Due", Date(due)), ("Source", facts.Contact.Source ?? "–")))
            : new Finding(Verdict.Allowed, "Allowed", Pairs(("Source", facts.Contact.Source ?? "–")));

    private static DateTime ValidUntil(IEnumerable<Finding> findings, DateTime now) =>
        findings.Select(f => f.NotBefore).Where(t => t > now).Append(now + LongestValidity).Min()!.Value;

    private static Finding Block(string rule, params (string, string)[] facts) => new(Verdict.Blocked, rule, Pairs(facts));

    private static Finding Ask(string rule, Guid owner, OrganisationFacts organisation, params (string, string)[] facts) =>
        new(Verdict.AskOwner, rule, Pairs([("Organisation", organisation.Name), ("OwnerId", owner.ToString()), .. facts]), owner);

    private static Dictionary<string, string> Pairs(params (string Key, string Value)[] facts) => facts.ToDictionary(f => f.Key, f => f.Value);

    private static string Date(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private record Finding(Verdict Verdict, string Rule, IReadOnlyDictionary<string, string> Facts, Guid? OwnerId = null, DateTime? NotBefore = null, Guid? HeldBy = null);
}
