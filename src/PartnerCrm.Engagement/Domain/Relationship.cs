using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>The bond between a contact and the university, held by its owner. It climbs one rung at a time, through gates.</summary>
public class Relationship : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 256;
    public const int MaxReasonLength = 512;

    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public string ContactName { get; private set; } = "";
    public string FirstName { get; private set; } = "";
    public string? Position { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public string? OrganisationName { get; private set; }
    public Guid OwnerId { get; private set; }

    public Stage Stage { get; private set; }

    /// <summary>The rung reached so far, kept while resting or closed: waking goes back to it.</summary>
    public Stage Rung { get; private set; }

    public DateTime? RestingUntil { get; private set; }
    public string? ClosedBecause { get; private set; }

    /// <summary>The rung whose gate was passed, or overridden with <see cref="OverrideReason"/>, and which is not climbed yet.</summary>
    public Stage? OpenGate { get; private set; }

    public string? OverrideReason { get; private set; }

    public double TheirsAtEpoch { get; private set; }
    public double OursAtEpoch { get; private set; }
    public int Unanswered { get; private set; }

    /// <summary>What went unanswered before is past: it was woken or reopened then.</summary>
    public DateTime? UnansweredSince { get; private set; }

    public DateTime? LastTouchpointAt { get; private set; }
    public DateTime? InterestedAt { get; private set; }

    /// <summary>When they last reached us with words of their own. Before that, whatever we send is cold.</summary>
    public DateTime? WroteAt { get; private set; }

    public DateTime? MetAt { get; private set; }

    public Reciprocity Reciprocity => new(TheirsAtEpoch, OursAtEpoch, Unanswered);

    protected Relationship()
    {
    }

    public Relationship(Guid id, Guid? tenantId, ContactCard contact, Guid ownerId) : base(id)
    {
        TenantId = tenantId;
        ContactId = contact.Id;
        OwnerId = ownerId;
        Stage = Rung = Stage.Social;
        Copy(contact);
        SayHowItStands();
    }

    /// <summary>Why the next rung can't be climbed yet, or null when its gate is open.</summary>
    public Sentence? WhyNot(Stage next, DateTime now) => OpenGate == next ? null : next switch
    {
        Stage.Email => Gates.SocialToEmail(Reciprocity, now),
        Stage.Meeting => Gates.EmailToMeeting(InterestedAt, now),
        _ => Gates.MeetingToPartnership(MetAt),
    };

    /// <summary>The gate was found open when the step was taken; the climb follows when the other side can have noticed it.</summary>
    public void PassGate(Stage next, DateTime now)
    {
        EnsureOpen();
        EnsureOneStepUp(next);
        EnsureGateOpen(next, now);
        OpenGate = next;
    }

    /// <summary>A person answers for opening the gate to the next rung. The head of engagement sees the sentence.</summary>
    public Stage OverrideGate(string reason)
    {
        EnsureOpen();
        if (Stage.Next() is not { } next) throw new BusinessException(EngagementErrors.NothingToOverride);
        OpenGate = next;
        OverrideReason = Required(reason);
        return next;
    }

    public void Escalate(Stage next, string reason, DateTime at)
    {
        EnsureOpen();
        EnsureOneStepUp(next);
        EnsureGateOpen(next, at);
        Rung = next;
        OpenGate = null;
        OverrideReason = null;
        MoveTo(next, reason, at);
    }

    /// <summary>It had climbed too early, as a person says: one rung down.</summary>
    public void StepBack(string reason, DateTime at)
    {
        EnsureOpen();
        if (Stage == Stage.Social) throw new BusinessException(EngagementErrors.StageSkipped).WithData("From", Stage).WithData("To", Stage);
        var said = Required(reason);
        Rung = Stage - 1;
        OpenGate = null;
        OverrideReason = null;
        MoveTo(Rung, said, at);
    }

    public void Rest(DateTime until, string reason, DateTime at)
    {
        EnsureNotClosed();
        if (until <= at) throw new BusinessException(EngagementErrors.RestInThePast).WithData("Until", until);
        RestingUntil = until;
        OpenGate = null;
        OverrideReason = null;
        if (Stage != Stage.Resting) MoveTo(Stage.Resting, reason, at);
    }

    /// <summary>There are news, and a person decided to try again: what went unanswered before is past.</summary>
    public void Wake(string reason, DateTime at)
    {
        if (Stage != Stage.Resting) throw new BusinessException(EngagementErrors.RelationshipNotResting).WithData("Name", ContactName);
        RestingUntil = null;
        (Unanswered, UnansweredSince) = (0, at);
        MoveTo(Rung, reason, at);
    }

    public void Close(string reason, DateTime at)
    {
        EnsureNotClosed();
        ClosedBecause = Required(reason);
        RestingUntil = null;
        OpenGate = null;
        OverrideReason = null;
        MoveTo(Stage.Closed, ClosedBecause, at);
    }

    public void Reopen(string reason, DateTime at)
    {
        if (Stage != Stage.Closed) throw new BusinessException(EngagementErrors.RelationshipNotClosed).WithData("Name", ContactName);
        ClosedBecause = null;
        (Unanswered, UnansweredSince) = (0, at);
        MoveTo(Rung, Required(reason), at);
    }

    public void HandOver(Guid ownerId)
    {
        EnsureNotClosed();
        OwnerId = ownerId;
        SayHowItStands();
    }

    /// <summary>
    /// Both were bonds with one person: the higher rung counts, and where no plan is under way, the more careful of the two states. What happened
    /// is counted anew afterwards.
    /// </summary>
    public void Absorb(Relationship other, bool isClimbing, DateTime at)
    {
        if (other.Rung > Rung) Rung = other.Rung;
        if (UnansweredSince is null || other.UnansweredSince > UnansweredSince) UnansweredSince = other.UnansweredSince;
        if (Stage != Stage.Closed && other.Stage == Stage.Closed) ClosedBecause = other.ClosedBecause;
        RestingUntil = isClimbing ? null : RestingUntil > other.RestingUntil ? RestingUntil : other.RestingUntil ?? RestingUntil;
        var next = ClosedBecause is not null ? Stage.Closed : RestingUntil is not null ? Stage.Resting : Rung;
        if (next == Stage.Closed) RestingUntil = null;
        if (next == Stage) return;
        OpenGate = null;
        OverrideReason = null;
        MoveTo(next, "Merged", at);
    }

    /// <summary>Their contact was one of two, and is the other now.</summary>
    public void GoOnWith(ContactCard contact)
    {
        ContactId = contact.Id;
        Copy(contact);
        SayHowItStands();
    }

    /// <summary>Counts a touch. One older than the last can change what is unanswered: then <see cref="Recount"/> over the history.</summary>
    public void Count(Touchpoint touchpoint)
    {
        Set(Reciprocity.With(touchpoint, UnansweredSince));
        Remember(touchpoint);
        SayHowItStands();
    }

    public void Recount(IReadOnlyCollection<Touchpoint> all)
    {
        Set(Reciprocity.Of(all, UnansweredSince));
        foreach (var touchpoint in all) Remember(touchpoint);
        SayHowItStands();
    }

    /// <summary>Something recorded was taken back: what is known of them is told anew from the history that is left.</summary>
    public void CountAnew(IReadOnlyCollection<Touchpoint> all)
    {
        (LastTouchpointAt, InterestedAt, WroteAt, MetAt) = (null, null, null, null);
        Recount(all);
    }

    /// <summary>The owner read their reply and says they want to hear more.</summary>
    public void MarkInterested(DateTime repliedAt) => InterestedAt = Later(InterestedAt, repliedAt);

    /// <summary>Copies what lists show and sort by. True when they changed job: news worth a word.</summary>
    public bool Copy(ContactCard contact)
    {
        var changedJob = OrganisationId is not null && OrganisationId != contact.OrganisationId
            || Position is not null && Position != Cut(contact.Position);
        ContactName = Cut(contact.DisplayName) ?? "";
        FirstName = Cut(contact.FirstName) ?? "";
        Position = Cut(contact.Position);
        OrganisationId = contact.OrganisationId;
        OrganisationName = Cut(contact.OrganisationName);
        return changedJob;
    }

    public void RenameOrganisation(OrganisationCard organisation)
    {
        if (organisation.Id == OrganisationId) OrganisationName = Cut(organisation.Name);
    }

    public void EnsureOpen()
    {
        EnsureNotClosed();
        if (Stage == Stage.Resting)
            throw new BusinessException(EngagementErrors.RelationshipResting).WithData("Name", ContactName).WithData("Until", $"{RestingUntil:yyyy-MM-dd}");
    }

    private void EnsureNotClosed()
    {
        if (Stage == Stage.Closed)
            throw new BusinessException(EngagementErrors.RelationshipClosed).WithData("Name", ContactName).WithData("Reason", ClosedBecause ?? "");
    }

    private void EnsureOneStepUp(Stage next)
    {
        if (next != Stage.Next()) throw new BusinessException(EngagementErrors.StageSkipped).WithData("From", Stage).WithData("To", next);
    }

    private void EnsureGateOpen(Stage next, DateTime now)
    {
        if (WhyNot(next, now) is { } why) throw new BusinessException(EngagementErrors.GateClosed).WithData("To", next).WithData("Why", why.Key);
    }

    private void MoveTo(Stage to, string reason, DateTime at)
    {
        var from = Stage;
        Stage = to;
        AddLocalEvent(new RelationshipStageChanged(Id, ContactId, from.ToString(), to.ToString(), reason, at));
        SayHowItStands();
    }

    private void SayHowItStands() => AddLocalEvent(new RelationshipChanged(new RelationshipCard(Id, ContactId, OrganisationId, OwnerId, Stage.ToString(), LastTouchpointAt)));

    private void Remember(Touchpoint touchpoint)
    {
        LastTouchpointAt = Later(LastTouchpointAt, touchpoint.At);
        if (touchpoint.IsInterested) InterestedAt = Later(InterestedAt, touchpoint.At);
        if (touchpoint.IsTheirWords) WroteAt = Later(WroteAt, touchpoint.At);
        // Without what came of it, a meeting is a date in the calendar.
        if (touchpoint is { Kind: TouchKind.MeetingHeld, Summary.Length: > 0 }) MetAt = Later(MetAt, touchpoint.At);
    }

    private void Set(Reciprocity reciprocity) =>
        (TheirsAtEpoch, OursAtEpoch, Unanswered) = (reciprocity.TheirsAtEpoch, reciprocity.OursAtEpoch, reciprocity.Unanswered);

    private static DateTime Later(DateTime? known, DateTime at) => known > at ? known.Value : at;

    private static string Required(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new BusinessException(EngagementErrors.ReasonMissing) : reason.Trim()[..Math.Min(reason.Trim().Length, MaxReasonLength)];

    private static string? Cut(string? text) => text is { Length: > MaxNameLength } ? text[..MaxNameLength] : text;
}
