using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

public enum FollowUpState
{
    Open, Done, Dropped,
}

/// <summary>Something a person must do. On screen: a task.</summary>
public class FollowUp : AggregateRoot<Guid>, IMultiTenant
{
    public const int MaxSuggestedTextLength = 4000;
    public const int MaxAnswerLength = 32;
    public const int MaxNoteLength = 2000;
    public const int MaxEffectKeyLength = 128;
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    public Guid? TenantId { get; private set; }
    public Guid OwnerId { get; private set; }
    public FollowUpKind Kind { get; private set; }
    public FollowUpState State { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid? EscalationId { get; private set; }

    /// <summary>What it is about: the draft, the reply, the meeting.</summary>
    public Guid? AboutId { get; private set; }

    public string TitleKey { get; private set; } = "";
    public string TitleData { get; private set; } = "";

    /// <summary>To be copied and sent by hand: LinkedIn forbids automatic messages.</summary>
    public string? SuggestedText { get; private set; }

    public DateTime DueAt { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public string? Answer { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The same thing is asked once. Globally unique: prefixed with the id of what asks.</summary>
    public string EffectKey { get; private set; } = "";

    public Sentence Title => Sentence.FromJson(TitleKey, TitleData);

    protected FollowUp()
    {
    }

    public FollowUp(Guid id, Relationship relationship, Asked asked, DateTime now) : base(id)
    {
        TenantId = relationship.TenantId;
        OwnerId = asked.OwnerId ?? relationship.OwnerId;
        RelationshipId = relationship.Id;
        ContactId = relationship.ContactId;
        Kind = asked.Kind;
        EscalationId = asked.EscalationId;
        AboutId = asked.AboutId;
        (TitleKey, TitleData) = (asked.Title.Key, asked.Title.DataAsJson());
        SuggestedText = asked.SuggestedText;
        DueAt = asked.DueAt ?? now;
        AskedAt = now;
        EffectKey = asked.EffectKey;
    }

    /// <summary>Done by a person who says so. Without an answer it is the kind's first.</summary>
    public void Done(string? answer, string? note, DateTime at)
    {
        EnsureOpen();
        var answers = FollowUpAnswers.Of(Kind);
        if (answers.Count == 0) throw new BusinessException(EngagementErrors.FollowUpElsewhere).WithData("Kind", Kind);
        if (string.IsNullOrWhiteSpace(answer) && answers.Count > 1 && Kind != FollowUpKind.SocialTouch) throw Unknown(answer, answers);
        var given = string.IsNullOrWhiteSpace(answer) ? answers[0] : answer.Trim();
        Answer = answers.FirstOrDefault(a => a.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(answer, answers);
        Note = note;
        (State, DoneAt) = (FollowUpState.Done, at);
    }

    /// <summary>Done by what happened: the draft was approved, the reply triaged, the answer came.</summary>
    public void Settle(string answer, DateTime at)
    {
        if (State != FollowUpState.Open) return;
        Answer = answer;
        (State, DoneAt) = (FollowUpState.Done, at);
    }

    /// <summary>Nobody needs to do it any more.</summary>
    public void Drop(DateTime at)
    {
        if (State == FollowUpState.Open) (State, DoneAt) = (FollowUpState.Dropped, at);
    }

    public void Snooze(DateTime until, DateTime now)
    {
        EnsureOpen();
        if (until <= now || until > now + LongestSnooze) throw new BusinessException(EngagementErrors.SnoozeOutOfRange);
        DueAt = until;
    }

    /// <summary>It was done by a slip; what followed has been taken back.</summary>
    public void Reopen()
    {
        if (State != FollowUpState.Done) throw new BusinessException(EngagementErrors.FollowUpNotDone);
        (State, DoneAt, Answer, Note) = (FollowUpState.Open, null, null, null);
    }

    public void HandOver(Guid ownerId) => OwnerId = ownerId;

    private void EnsureOpen()
    {
        if (State != FollowUpState.Open) throw new BusinessException(EngagementErrors.FollowUpDone).WithData("At", $"{DoneAt:yyyy-MM-dd HH:mm}");
    }

    private static BusinessException Unknown(string? answer, IReadOnlyList<string> answers) =>
        (BusinessException)new BusinessException(EngagementErrors.AnswerUnknown).WithData("Answer", answer ?? "").WithData("Answers", string.Join(", ", answers));
}

/// <summary>What is asked of whom. Of the relationship's owner, and now, unless it says otherwise.</summary>
public record Asked(
    FollowUpKind Kind, Sentence Title, string EffectKey, Guid? EscalationId = null, Guid? AboutId = null,
    string? SuggestedText = null, DateTime? DueAt = null, Guid? OwnerId = null);
