using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Clearance says what the test says; Allowed unless told otherwise.</summary>
public sealed class SaidClearance : IClearance
{
    public Dictionary<Guid, ClearanceAnswer> Answers { get; } = [];

    public static ClearanceAnswer Answer(Verdict verdict, string sentence = "So the test says.", DateTime? notBefore = null) =>
        new(verdict, [new ClearanceReason("test", sentence, new Dictionary<string, string>())], "1", DateTime.MaxValue, NotBefore: notBefore);

    public Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) =>
        Task.FromResult(Answers.GetValueOrDefault(question.ContactId) ?? Answer(Verdict.Allowed));

    public Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Engagement asks for one at a time.");

    public Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default) =>
        CheckAsync(question, cancellationToken);
}
