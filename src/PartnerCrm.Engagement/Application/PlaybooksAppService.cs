using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>
/// A playbook with its latest version. Kinds of steps: SocialTouch (text), AwaitAnswer (wait), SendMail and Reminder (template, needsApproval),
/// OfferMeeting (template, duration, wait), Rest (days). Waits and durations are ISO 8601: P3D, PT5S, P1Y.
/// </summary>
public record PlaybookDto(Guid Id, string Name, string? Description, int Version, Guid VersionId, IReadOnlyList<PlaybookStep> Steps);

public record PlaybookRow(Guid Id, string Name, string? Description, int Version, Guid VersionId)
{
    internal static readonly Expression<Func<Playbook, PlaybookRow>> FromPlaybook = p => new PlaybookRow(p.Id, p.Name, p.Description, p.LatestVersion, p.LatestVersionId);
}

public record PlaybookInput(
    [Required, StringLength(Playbook.MaxNameLength, MinimumLength = 1)] string Name,
    [StringLength(Playbook.MaxDescriptionLength)] string? Description,
    [Required] IReadOnlyList<PlaybookStep> Steps);

/// <summary>BaseId: the version that the steps were made from. Where another one came since, the new one is refused; none: it isn't asked.</summary>
public record PlaybookVersionInput([Required] IReadOnlyList<PlaybookStep> Steps, Guid? BaseId = null);

/// <summary>What a playbook said at one time. It never changes.</summary>
public record PlaybookVersionDto(Guid Id, int Number, DateTime PublishedAt, IReadOnlyList<PlaybookStep> Steps);

/// <summary>What is wrong with the steps, a sentence each; in Problems with its step, from 1, or none where it is about all of them.</summary>
public record PlaybookCheckDto(bool IsValid, IReadOnlyList<string> Sentences, IReadOnlyList<PlaybookProblemDto> Problems);

public record PlaybookProblemDto(int? Step, string Sentence);

[Authorize(EngagementPermissions.Playbooks.Default)]
public class PlaybooksAppService(
    IRepository<Playbook, Guid> playbooks, IRepository<PlaybookVersion, Guid> versions, IOneAtATime oneAtATime, Words words) : EngagementAppService
{
    private const int VersionsShown = 50;

    public virtual async Task<PagedResultDto<PlaybookRow>> GetListAsync(PagedResultRequestDto input)
    {
        var all = await playbooks.GetQueryableAsync();
        return new PagedResultDto<PlaybookRow>(
            await AsyncExecuter.CountBoundedAsync(all), await AsyncExecuter.ToListAsync(all.OrderBy(p => p.Name).ThenBy(p => p.Id).PageBy(input).Select(PlaybookRow.FromPlaybook)));
    }

    public virtual async Task<PlaybookDto> GetAsync(Guid id)
    {
        var playbook = await playbooks.GetAsync(id);
        return Read(playbook, await versions.GetAsync(playbook.LatestVersionId));
    }

    /// <summary>The last fifty, newest first.</summary>
    public virtual async Task<ListResultDto<PlaybookVersionDto>> GetVersionsAsync(Guid id)
    {
        var all = await AsyncExecuter.ToListAsync(
            (await versions.GetQueryableAsync()).Where(v => v.PlaybookId == id).OrderByDescending(v => v.Number).Take(VersionsShown));
        return new ListResultDto<PlaybookVersionDto>(all.ConvertAll(v => new PlaybookVersionDto(v.Id, v.Number, v.PublishedAt, v.Steps)));
    }

    [Authorize(EngagementPermissions.Playbooks.Edit)]
    public virtual async Task<PlaybookDto> CreateAsync(PlaybookInput input)
    {
        var name = input.Name.Trim();
        await oneAtATime.EnterAsync($"playbook:{name}");
        if (await playbooks.FindAsync(p => p.Name == name) is not null) throw new BusinessException(EngagementErrors.PlaybookNameTaken).WithData("Name", name);
        var playbook = new Playbook(GuidGenerator.Create(), CurrentTenant.Id, name, input.Description);
        var version = await PublishAsync(playbook, input.Steps);
        await playbooks.InsertAsync(playbook);
        return Read(playbook, version);
    }

    /// <summary>Escalations that run keep their version; those that start from now on take this one.</summary>
    [Authorize(EngagementPermissions.Playbooks.Edit)]
    public virtual async Task<PlaybookDto> AddVersionAsync(Guid id, PlaybookVersionInput input)
    {
        var playbook = await playbooks.GetAsync(id);
        if (input.BaseId is { } seen && seen != playbook.LatestVersionId) throw new BusinessException(EngagementErrors.PlaybookStale).WithData("Version", playbook.LatestVersion);
        return Read(playbook, await PublishAsync(playbook, input.Steps));
    }

    public virtual Task<PlaybookCheckDto> CheckAsync(PlaybookVersionInput input)
    {
        var problems = PlaybookRules.Broken(input.Steps).Select(b => new PlaybookProblemDto(StepOf(b), words.Of(b))).ToList();
        return Task.FromResult(new PlaybookCheckDto(problems.Count == 0, problems.ConvertAll(p => p.Sentence), problems));
    }

    private async Task<PlaybookVersion> PublishAsync(Playbook playbook, IReadOnlyList<PlaybookStep> steps)
    {
        try
        {
            return await versions.InsertAsync(playbook.Publish(GuidGenerator.Create(), steps, Clock.Now));
        }
        catch (PlaybookRefused refused)
        {
            throw new BusinessException(EngagementErrors.PlaybookRefused).WithData("Sentences", string.Join(' ', refused.Broken.Select(words.Of)));
        }
    }

    private static int? StepOf(Sentence broken) =>
        broken.Data.TryGetValue("Step", out var step) ? int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static PlaybookDto Read(Playbook playbook, PlaybookVersion version) =>
        new(playbook.Id, playbook.Name, playbook.Description, version.Number, version.Id, version.Steps);
}
