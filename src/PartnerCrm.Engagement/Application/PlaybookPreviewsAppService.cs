using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>Tries a playbook, saved or not, on a real contact: nothing is stored and nothing begins.</summary>
[Authorize(EngagementPermissions.Playbooks.Default)]
public class PlaybookPreviewsAppService(
    IRepository<Playbook, Guid> playbooks, IRepository<Relationship, Guid> relationships, IContactLookup contacts, IClearance clearance,
    PlaybookShelf shelf, OwnersTime ownersTime, EngagementPolicy policy, StepWords stepWords, Words words) : EngagementAppService
{
    [HttpPost("/api/crm/playbooks/preview")]
    public virtual async Task<PlaybookPreviewDto> PreviewAsync(PreviewPlaybookInput input)
    {
        var contact = (await contacts.GetAsync([input.ContactId])).GetValueOrDefault(input.ContactId) ?? throw new BusinessException(EngagementErrors.ContactUnknown);
        var ownerId = input.OwnerId ?? CurrentUser.Id ?? throw new BusinessException(EngagementErrors.OwnerMissing);
        var steps = await StepsAsync(input);
        var working = await ownersTime.OfAsync(ownerId);
        var problems = PlaybookRules.Broken(steps).Select(words.Of).ToList();
        var relationship = await relationships.FindAsync(r => r.ContactId == contact.Id);
        if (problems.Count > 0) return new PlaybookPreviewDto(contact.Id, contact.DisplayName, working.Zone.Id, [], 0, problems, relationship?.Id);

        var (touch, mail) = (await RefusalAsync(contact, Channel.LinkedIn, ownerId, relationship), await RefusalAsync(contact, Channel.Email, ownerId, relationship));
        var start = await StartAsync(input, relationship);
        var cases = Enum.GetValues<ForecastCase>().Select(how => CaseOf(how, Forecast.Of(steps, how, working, start), steps, touch, mail)).ToList();
        return new PlaybookPreviewDto(contact.Id, contact.DisplayName, working.Zone.Id, cases, Math.Round(cases.Max(c => c.Minutes) / 60.0, 1), [], relationship?.Id);
    }

    private async Task<IReadOnlyList<PlaybookStep>> StepsAsync(PreviewPlaybookInput input)
    {
        if (input.Steps is { } unsaved) return unsaved;
        if (input.VersionId is { } version) return await shelf.StepsAsync(version);
        var playbook = input.PlaybookId is { } id ? await playbooks.FindAsync(id, includeDetails: false) : null;
        return await shelf.StepsAsync((playbook ?? throw new BusinessException(EngagementErrors.PlaybookUnknown)).LatestVersionId);
    }

    private async Task<ForecastStart> StartAsync(PreviewPlaybookInput input, Relationship? relationship)
    {
        var now = Clock.Now;
        var from = input.From is { } day && Clock.Normalize(day) > now ? Clock.Normalize(day) : now;
        return new ForecastStart(
            from, 0, relationship?.Reciprocity.They(from) >= Gates.SignalsBeforeMail, relationship?.Unanswered ?? 0, relationship?.Rung > Stage.Social,
            AwayDays: await policy.OutOfOfficeDaysAsync(), RestDays: await policy.RestDaysAsync());
    }

    private async Task<string?> RefusalAsync(ContactCard contact, Channel channel, Guid ownerId, Relationship? relationship)
    {
        var answer = await clearance.CheckAsync(new ClearanceQuestion(contact.Id, channel, Purpose.Marketing, ownerId, relationship?.WroteAt is null));
        return answer.IsAllowed ? null : answer.Reasons[0].Sentence;
    }

    private PreviewCaseDto CaseOf(ForecastCase how, IReadOnlyList<Foreseen> foreseen, IReadOnlyList<PlaybookStep> steps, string? touch, string? mail)
    {
        var shown = foreseen.Select(f => new PreviewStepDto(f.Step + 1, f.Event, stepWords.Of(f, steps), f.At, f.Until, f.Minutes, f.Event switch
        {
            ForecastEvent.SocialTouch => touch,
            ForecastEvent.Mail or ForecastEvent.Reminder or ForecastEvent.Offer => mail,
            _ => null,
        })).ToList();
        return new PreviewCaseDto(how, shown, shown[^1].Until is { } until && shown[^1].Event == ForecastEvent.Meeting ? until : shown[^1].At, shown.Sum(s => s.Minutes));
    }
}
