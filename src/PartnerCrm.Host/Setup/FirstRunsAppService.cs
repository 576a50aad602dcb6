using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Engagement;
using PartnerCrm.Sources;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;

namespace PartnerCrm.Host;

/// <summary>The first steps of somebody new, in this order.</summary>
public enum FirstStep
{
    Practice, Import, Pick, Plan, Colleague,
}

/// <summary>Done when the thing itself was done, whoever looks; Practice when it was read.</summary>
public record FirstStepDto(FirstStep Step, bool IsDone);

/// <summary>IsPractice: mail is kept, never sent. HasDemoData: there are made-up people to remove.</summary>
public record FirstRunDto(bool IsDismissed, bool IsPractice, bool HasDemoData, IReadOnlyList<FirstStepDto> Steps);

/// <summary>What a person has read and put away, as words side by side; each user's own. The UI leads there until it is put away.</summary>
public class FirstRunSettings : SettingDefinitionProvider
{
    public const string Seen = "PartnerCrm.FirstRun.Seen";

    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(Seen, "", LocalizableString.Create<PartnerCrmResource>("Setting:FirstRunSeen"), isVisibleToClients: true));
}

/// <summary>How far somebody new has come.</summary>
[Authorize]
public class FirstRunsAppService(
    IRepository<Import, Guid> imports, IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations,
    IRepository<IdentityUser, Guid> users, ISettingManager settings, IConfiguration configuration) : ApplicationService
{
    private const string Dismissed = "Dismissed";

    [HttpGet("/api/crm/first-run")]
    public virtual async Task<FirstRunDto> GetAsync()
    {
        var me = Me;
        var seen = await SeenAsync(me);
        return new FirstRunDto(
            seen.Contains(Dismissed), configuration.IsDemo(), configuration.IsDemo() && await relationships.AnyAsync(r => true),
            [
                new FirstStepDto(FirstStep.Practice, seen.Contains(nameof(FirstStep.Practice)) || !configuration.IsDemo()),
                new FirstStepDto(FirstStep.Import, await imports.AnyAsync(i => i.CreatorId == me)),
                new FirstStepDto(FirstStep.Pick, await relationships.AnyAsync(r => r.OwnerId == me)),
                new FirstStepDto(FirstStep.Plan, await escalations.AnyAsync(e => e.OwnerId == me && e.StartedAt != null)),
                new FirstStepDto(FirstStep.Colleague, await users.AnyAsync(u => u.Id != me && u.IsActive)),
            ]);
    }

    /// <summary>Read and understood: practice mode explained.</summary>
    [HttpPost("/api/crm/first-run/read")]
    public virtual Task ReadAsync() => RememberAsync(nameof(FirstStep.Practice));

    /// <summary>Not shown any more.</summary>
    [HttpPost("/api/crm/first-run/dismiss")]
    public virtual Task DismissAsync() => RememberAsync(Dismissed);

    private Guid Me => CurrentUser.Id ?? throw new AbpAuthorizationException("First steps are a person's; a system has none.");

    private async Task RememberAsync(string word)
    {
        var me = Me;
        var seen = await SeenAsync(me);
        if (seen.Add(word)) await settings.SetForUserAsync(me, FirstRunSettings.Seen, string.Join(' ', seen));
    }

    private async Task<HashSet<string>> SeenAsync(Guid me) =>
        [.. (await settings.GetOrNullForUserAsync(FirstRunSettings.Seen, me) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
