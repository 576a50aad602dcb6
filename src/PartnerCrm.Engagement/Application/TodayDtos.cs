namespace PartnerCrm.Engagement;

/// <summary>
/// A person's day: what the other side answered, what is theirs to do, and what to look at before anything goes on. Tomorrow counts what falls due then.
/// Day is the day in the person's own time zone.
/// </summary>
public record TodayDto(DateOnly Day, TodayGroup TheyAnswered, TodayGroup YourTurn, TodayGroup CheckFirst, int Tomorrow);

/// <summary>Items are those due longest, 50 at most; Count is all there are.</summary>
public record TodayGroup(int Count, IReadOnlyList<TodayItem> Items);

/// <summary>
/// One thing, as one row. Id is the follow-up's: done, snooze and reopen take it; where Answers is empty it is done by doing AboutId's thing: triage the
/// reply, approve the draft, answer the request. Title says what, Why says why it is here. Subject and Preview are what they wrote, MailId the mail it is
/// in or the draft; Text is to be copied to ProfileUrl by hand.
/// </summary>
public record TodayItem(
    Guid Id, FollowUpKind Kind, string Title, string Why, DateTime DueAt, bool IsOverdue, Guid ContactId, string ContactName, string? Position,
    string? OrganisationName, Guid RelationshipId, Guid? EscalationId, Guid? AboutId, Guid? MailId, string? Subject, string? Preview, string? Text,
    string? ProfileUrl, IReadOnlyList<string> Answers);

/// <summary>The caller's day unless an owner is given, which needs the permission to see everybody's.</summary>
public record TodayInput(Guid? OwnerId);
