namespace PartnerCrm.Contracts;

public enum Verdict
{
    Allowed, AskOwner, Blocked,
}

/// <summary>
/// May we contact this person, now, this way, for this? <paramref name="AskedBy"/> is the colleague who would do it.
/// <paramref name="IsCold"/>: they have not written to us before, so the caps on cold mail apply.
/// </summary>
public record ClearanceQuestion(Guid ContactId, Channel Channel, Purpose Purpose, Guid AskedBy, bool IsCold = true);

/// <summary>Why: the rule's name, a sentence for the screen in the reader's language, and the facts it was decided on.</summary>
public record ClearanceReason(string Rule, string Sentence, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// The answer. Reasons are never empty, the deciding one first. <see cref="OwnerId"/> is whom to ask when the verdict is AskOwner.
/// <see cref="NotBefore"/> is set when only time stands in the way (a cap): try again then. <see cref="HeldBy"/> when waiting helps and a hold is part of it:
/// try again when that is lifted.
/// </summary>
public record ClearanceAnswer(
    Verdict Verdict, IReadOnlyList<ClearanceReason> Reasons, string RuleSet, DateTime ValidUntil, Guid? OwnerId = null, DateTime? NotBefore = null,
    Guid? HeldBy = null)
{
    public bool IsAllowed => Verdict == Verdict.Allowed;
}

/// <summary>Answered by Clearance.</summary>
public interface IClearance
{
    /// <summary>Asks without consequence: for the screen, and at queueing.</summary>
    Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Asks for many contacts at once, keyed by contact id, in a fixed number of queries.</summary>
    Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks and acts on it, inside the caller's transaction: stores the decision under <paramref name="effectKey"/> and, when allowed, claims the
    /// contact's organisation for <see cref="ClearanceQuestion.AskedBy"/> unless a colleague holds it, so that of two simultaneous starts exactly one is Allowed.
    /// When the answer is AskOwner, the request to the owner is made (once per asker and organisation while it is open).
    /// </summary>
    Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default);
}

/// <summary>Answered by Clearance: which of these people asked not to be contacted? Used before they are contacts at all.</summary>
public interface ISuppressionLookup
{
    /// <summary>The addresses and profile slugs among the given ones that are suppressed, as given.</summary>
    Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> emailsAndSlugs, CancellationToken cancellationToken = default);
}
