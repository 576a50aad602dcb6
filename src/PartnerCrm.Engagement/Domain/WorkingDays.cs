namespace PartnerCrm.Engagement;

public static class WorkingDays
{
    /// <summary>The first time on the next Monday to Friday after this day.</summary>
    public static DateTime After(DateTime day)
    {
        var next = day.AddDays(1);
        while (next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) next = next.AddDays(1);
        return next;
    }
}
