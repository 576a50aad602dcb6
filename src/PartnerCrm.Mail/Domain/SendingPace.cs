using PartnerCrm.Contracts;

namespace PartnerCrm.Mail;

/// <summary>How fast one mailbox writes: as fast as a person, in a person's hours.</summary>
public static class SendingPace
{
    public static readonly TimeSpan CapWindow = TimeSpan.FromHours(24);

    /// <summary>The earliest moment, from now on, at which the mailbox's next mail may go. All times UTC.</summary>
    /// <param name="sentInWindow">When this mailbox's mails of the last 24 hours went.</param>
    public static DateTime NextSlot(DateTime now, IReadOnlyCollection<DateTime> sentInWindow, int cap, WorkingTime? spreadOver)
    {
        var earliest = now;
        if (cap > 0 && sentInWindow.Count >= cap) earliest = Later(earliest, sentInWindow.Order().ElementAt(sentInWindow.Count - cap) + CapWindow);
        if (spreadOver is null || spreadOver.End <= spreadOver.Start) return earliest;

        if (cap > 0 && sentInWindow.Count > 0)
            earliest = Later(earliest, sentInWindow.Max() + (spreadOver.End - spreadOver.Start) / cap);
        return spreadOver.From(earliest);
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
