using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>Asks Mail to send what meetings need sent: the offer, the invitation, its update, the cancellation.</summary>
public class MeetingMails(
    IContactLookup contacts, IColleagueLookup colleagues, ILocalEventBus events, IConfiguration configuration, IStringLocalizer<MeetingsResource> localizer, IClock clock)
    : ITransientDependency
{
    public virtual async Task OfferAsync(Offer offer, string token, string template)
    {
        var contact = (await contacts.GetAsync([offer.ContactId])).GetValueOrDefault(offer.ContactId);
        var owner = (await colleagues.GetAsync([offer.OwnerId])).GetValueOrDefault(offer.OwnerId);
        var times = offer.Times.Select(t => Say(t, contact, owner)).ToList();
        await events.PublishAsync(new MailRequested(
            $"offer:{offer.Id:N}", offer.ContactId, offer.OwnerId, Purpose.Marketing, template,
            new Dictionary<string, string>
            {
                ["offerLink"] = Link($"o/{token}"),
                ["time1"] = times[0],
                ["time2"] = times[1],
                ["time3"] = times[2],
                ["duration"] = Minutes(offer.Duration),
            },
            NeedsApproval: false, offer.RelationshipId, offer.EscalationId, IsCold: false, About: new MailAbout(MailMatter.Offer, offer.Id)));
    }

    /// <summary>The invitation, or its update. It belongs to a meeting they chose: service, not marketing.</summary>
    public virtual async Task InviteAsync(Meeting meeting) => await SendAsync(meeting, "REQUEST", "meeting-invitation", MailMatter.Invitation);

    public virtual async Task CancelAsync(Meeting meeting) => await SendAsync(meeting, "CANCEL", "meeting-cancelled", MailMatter.Cancellation);

    private async Task SendAsync(Meeting meeting, string method, string template, MailMatter matter)
    {
        // Without these two there is nobody to invite, or nobody who invites: whoever deleted them ended the meeting too.
        if ((await contacts.GetAsync([meeting.ContactId])).GetValueOrDefault(meeting.ContactId) is not { Email: { } email } contact) return;
        if ((await colleagues.GetAsync([meeting.OrganiserId])).GetValueOrDefault(meeting.OrganiserId) is not { } owner) return;

        var calendar = Calendar.Write(
            method, meeting, new CalendarPerson(owner.DisplayName, owner.Email), new CalendarPerson(contact.DisplayName, email), "", clock.Now);
        await events.PublishAsync(new MailRequested(
            $"{template}:{meeting.Id:N}:{meeting.Sequence}", meeting.ContactId, meeting.OrganiserId, Purpose.Service, template,
            new Dictionary<string, string>
            {
                ["meetingTime"] = Say(meeting.Start, contact, owner),
                ["duration"] = Minutes(meeting.End - meeting.Start),
                ["location"] = meeting.Location ?? localizer["LocationFollows"].Value,
            },
            NeedsApproval: false, meeting.RelationshipId, meeting.EscalationId, new CalendarPart(method, calendar), IsCold: false,
            About: new MailAbout(matter, meeting.Id)));
    }

    public virtual string Link(string path) => $"{configuration["App:SelfUrl"]?.TrimEnd('/')}/{path}";

    /// <summary>A time as the contact reads it: their zone, else the owner's, and always named.</summary>
    public virtual string Say(DateTime utc, ContactCard? contact, ColleagueCard? owner)
    {
        var (local, zone, culture) = Local(utc, contact, owner);
        return $"{local.ToString("dddd, d MMMM yyyy, HH:mm", culture)} ({zone.Id})";
    }

    /// <summary>The same in its parts: "Tuesday, 1 December 2026", "10:00", "Europe/London (UTC+00:00)".</summary>
    public virtual (string Day, string Clock, string Zone) SayApart(DateTime utc, ContactCard? contact, ColleagueCard? owner)
    {
        var (local, zone, culture) = Local(utc, contact, owner);
        var ahead = zone.GetUtcOffset(utc);
        return (local.ToString("dddd, d MMMM yyyy", culture), local.ToString("HH:mm", culture),
            $"{zone.Id.Replace('_', ' ')} (UTC{(ahead < TimeSpan.Zero ? '-' : '+')}{ahead:hh\\:mm})");
    }

    private static (DateTime Local, TimeZoneInfo Zone, CultureInfo Culture) Local(DateTime utc, ContactCard? contact, ColleagueCard? owner)
    {
        var zone = new[] { contact?.TimeZone, owner?.TimeZone }
            .Select(id => id != null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : null)
            .FirstOrDefault(z => z != null) ?? TimeZoneInfo.Utc;
        return (TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone), zone, CultureOf(contact?.Language));
    }

    private static CultureInfo CultureOf(string? language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language ?? "en-GB");
        }
        catch (CultureNotFoundException)
        {
            // Whatever somebody once wrote there: a mail is worth more than its weekday's language.
            return CultureInfo.GetCultureInfo("en-GB");
        }
    }

    private static string Minutes(TimeSpan duration) => ((int)duration.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
