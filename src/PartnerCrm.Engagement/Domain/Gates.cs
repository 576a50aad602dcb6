namespace PartnerCrm.Engagement;

/// <summary>
/// What a relationship must show before it climbs. Each gate answers null when open, else the sentence that says what is missing.
/// </summary>
public static class Gates
{
    public const int SignalsBeforeMail = 2;
    public const int UnansweredBeforeMail = 1;
    public const int DaysOfInterest = 60;

    /// <summary>After so many unanswered the relationship rests: silence never climbs.</summary>
    public const int UnansweredBeforeRest = 2;

    public static Sentence? SocialToEmail(Reciprocity reciprocity, DateTime now) =>
        reciprocity.They(now) < SignalsBeforeMail
            ? Sentence.Of("Gate:TooFewSignals", ("Theirs", reciprocity.They(now)), ("Ours", reciprocity.We(now)), ("Needed", SignalsBeforeMail))
            : reciprocity.Unanswered > UnansweredBeforeMail
                ? Sentence.Of("Gate:TooManyUnanswered", ("Unanswered", reciprocity.Unanswered), ("Allowed", UnansweredBeforeMail))
                : null;

    public static Sentence? EmailToMeeting(DateTime? interestedAt, DateTime now) =>
        interestedAt is null ? Sentence.Of("Gate:NoInterest", ("Days", DaysOfInterest))
        : now - interestedAt > TimeSpan.FromDays(DaysOfInterest) ? Sentence.Of("Gate:InterestTooOld", ("At", interestedAt), ("Days", DaysOfInterest))
        : null;

    public static Sentence? MeetingToPartnership(DateTime? metAt) =>
        metAt is null ? Sentence.Of("Gate:NoMeetingHeld") : null;
}
