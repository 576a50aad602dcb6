using PartnerCrm.Contracts;

namespace PartnerCrm.Engagement;

/// <summary>
/// Who reaches out, and who answers. Every touch counts its weight and halves every 90 days.
/// <para>
/// The sums are kept as of one fixed day. Fading then is one factor common to all relationships: adding a touch needs no history,
/// and ordering by <see cref="TheirsAtEpoch"/> is ordering by reciprocity at any time.
/// </para>
/// </summary>
public readonly record struct Reciprocity(double TheirsAtEpoch, double OursAtEpoch, int Unanswered)
{
    public const double HalfLifeInDays = 90;

    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public Reciprocity With(Direction direction, TouchKind kind, double weight, DateTime at)
    {
        var counted = weight * Math.Pow(2, (at - Epoch).TotalDays / HalfLifeInDays);
        return direction == Direction.FromThem
            ? this with { TheirsAtEpoch = TheirsAtEpoch + counted, Unanswered = weight > 0 ? 0 : Unanswered }
            : this with { OursAtEpoch = OursAtEpoch + counted, Unanswered = Unanswered + (kind.OpensConversation(direction) ? 1 : 0) };
    }

    /// <summary>What was touched before <paramref name="since"/> counts like any other, but nobody waits for an answer to it any more.</summary>
    public Reciprocity With(Touchpoint touchpoint, DateTime? since)
    {
        var sum = With(touchpoint.Direction, touchpoint.Kind, touchpoint.Weight, touchpoint.At);
        return touchpoint.At < since ? sum with { Unanswered = Unanswered } : sum;
    }

    public double TheirsAt(DateTime now) => TheirsAtEpoch * Faded(now);

    public double OursAt(DateTime now) => OursAtEpoch * Faded(now);

    /// <summary>As the screen shows it, "They 3 : we 4". Gates read the same whole number: what is shown is what decides.</summary>
    public int They(DateTime now) => Whole(TheirsAt(now));

    public int We(DateTime now) => Whole(OursAt(now));

    /// <summary>The same from a whole history, in any order.</summary>
    public static Reciprocity Of(IEnumerable<Touchpoint> touchpoints, DateTime? since = null) => touchpoints
        .OrderBy(t => t.At)
        .Aggregate(default(Reciprocity), (sum, t) => sum.With(t, since));

    private static double Faded(DateTime now) => Math.Pow(2, -(now - Epoch).TotalDays / HalfLifeInDays);

    private static int Whole(double value) => (int)Math.Min(Math.Round(value, MidpointRounding.AwayFromZero), int.MaxValue);
}
