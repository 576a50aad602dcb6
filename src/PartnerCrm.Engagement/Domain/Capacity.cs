namespace PartnerCrm.Engagement;

/// <summary>How many relationships a person can take forward with care: new ones in seven days, and all at once.</summary>
public record Capacity(int StartsInSevenDays = 5, int Active = 15)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public int Free(int startedInWindow, int active) => Math.Max(0, Math.Min(StartsInSevenDays - startedInWindow, Active - active));
}
