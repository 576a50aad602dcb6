using PartnerCrm.Contracts;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class TestTransport : IMailTransport
{
    public List<OutgoingMail> Sent { get; } = [];
    public Func<OutgoingMail, Delivery> Answer { get; set; } = _ => Delivery.Kept;
    public Delivery? Found { get; set; }
    public TransportMode Mode { get; set; } = TransportMode.Smtp;
    public bool Remembers => Found is not null;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken = default)
    {
        Sent.Add(mail);
        return Task.FromResult(Answer(mail));
    }

    public Task<Delivery?> FindAsync(string messageId, CancellationToken cancellationToken = default) => Task.FromResult(Found);
}

public class TestClearance : IClearance
{
    public static readonly ClearanceAnswer Allowed = Answer(Verdict.Allowed, "Nothing stands in the way.");

    public ClearanceAnswer OnCheck { get; set; } = Allowed;
    public ClearanceAnswer OnClaim { get; set; } = Allowed;
    public List<string> Claims { get; } = [];

    public static ClearanceAnswer Answer(Verdict verdict, string sentence, DateTime? notBefore = null)
        => new(verdict, [new ClearanceReason("test", sentence, new Dictionary<string, string>())], "1", DateTime.MaxValue, NotBefore: notBefore);

    public Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) => Task.FromResult(OnCheck);

    public Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, ClearanceAnswer>>(contactIds.ToDictionary(id => id, _ => OnCheck));

    public Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default)
    {
        Claims.Add(effectKey);
        return Task.FromResult(OnClaim);
    }
}

public class TestPeople : IContactLookup, IContactOrigins, IColleagueLookup, IRelationshipLookup
{
    public Task<IReadOnlyDictionary<Guid, RelationshipCard>> OfContactsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, RelationshipCard>>(new Dictionary<Guid, RelationshipCard>());

    public List<OriginFact> Origins { get; } = [];

    public List<ContactCard> Contacts { get; } = [MailSamples.Ada];

    public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(Contacts.Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id));

    public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(Contacts.Where(c => c.Email is not null && emails.Contains(c.Email)).ToDictionary(c => c.Email!));

    Task<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>> IContactOrigins.GetAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>>(contactIds.ToDictionary(id => id, _ => (IReadOnlyList<OriginFact>)Origins));

    Task<IReadOnlyDictionary<Guid, ColleagueCard>> IColleagueLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, ColleagueCard>>(((ColleagueCard[])[MailSamples.Sam, MailSamples.Kim]).Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id));
}
