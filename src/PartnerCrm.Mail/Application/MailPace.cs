using PartnerCrm.Contracts;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

/// <summary>When a mailbox may send its next mail. What belongs to a meeting or contract goes at once, and still counts.</summary>
public class MailPace(IRepository<MailMessage, Guid> mails, ISettingProvider settings) : DomainService
{
    public virtual async Task<DateTime> NextSlotAsync(MailMessage mail, ContactCard contact, ColleagueCard sender, CancellationToken cancellationToken = default)
    {
        var now = Clock.Now;
        if (mail.Purpose == Purpose.Service) return now;
        var cap = await settings.GetAsync(MailSettings.MailboxCap, 40);
        var spread = await settings.IsTrueAsync(MailSettings.SpreadOverWorkingHours);

        var since = now - SendingPace.CapWindow;
        var sent = await AsyncExecuter.ToListAsync(
            (await mails.GetQueryableAsync()).Where(m => m.SenderId == mail.SenderId && m.SendingAt > since && m.Id != mail.Id).Select(m => m.SendingAt!.Value),
            cancellationToken);

        // The owner's hours, by the clock on the contact's wall.
        var day = spread ? new WorkingTime(WorkingTime.ZoneOf(contact.TimeZone ?? sender.TimeZone), sender.WorkdayStart, sender.WorkdayEnd, sender.WorkingDays) : null;
        return SendingPace.NextSlot(now, sent, cap, day);
    }
}
