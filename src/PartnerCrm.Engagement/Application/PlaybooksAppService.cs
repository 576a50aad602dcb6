using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
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

public record PlaybookVersionInput([Required] IReadOnlyList<PlaybookStep> Steps);

/// <summary>What is wrong with the steps, a sentence each. None: they can be followed.</summary>
public record PlaybookCheckDto(bool IsValid, IReadOnlyList<string> Sentences);

[Authorize(EngagementPermissions.Playbooks.Default)]
public class PlaybooksAppService(
    IRepository<Playbook, Guid> playbooks, IRepository<PlaybookVersion, Guid> versions, Words words) : EngagementAppService
{
    public virtual async Task<PagedResultDto<PlaybookRow>> GetListAsync(PagedResultRequestDto input)
    {
        var all = await playbooks.GetQueryableAsync();
        return new PagedResultDto<PlaybookRow>(
            await CountAsync(all), await AsyncExecuter.ToListAsync(all.OrderBy(p => p.Name).ThenBy(p => p.Id).PageBy(input).Select(PlaybookRow.FromPlaybook)));
    }

    public virtual async Task<PlaybookDto> GetAsync(Guid id)
    {
        var playbook = await playbooks.GetAsync(id);
        return Read(playbook, await versions.GetAsync(playbook.LatestVersionId));
    }

    [Authorize(EngagementPermissions.Playbooks.Edit)]
    public virtual async Task<PlaybookDto> CreateAsync(PlaybookInput input)
    {
        var name = input.Name.Trim();
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
        return Read(playbook, await PublishAsync(playbook, input.Steps));
    }

    public virtual Task<PlaybookCheckDto> CheckAsync(PlaybookVersionInput input)
    {
        var broken = PlaybookRules.Broken(input.Steps).Select(words.Of).ToList();
        return Task.FromResult(new PlaybookCheckDto(broken.Count == 0, broken));
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

    private static PlaybookDto Read(Playbook playbook, PlaybookVersion version) =>
        new(playbook.Id, playbook.Name, playbook.Description, version.Number, version.Id, version.Steps);
}
