using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>Other university systems that call the API: who they are, their secrets, and what they may do.</summary>
[Authorize(HostPermissions.ApiClients)]
public class ApiClientsAppService(
    IRepository<ApiClient, Guid> clients, ClientGrants grants, IPermissionDefinitionManager definitions, IPermissionChecker permissions, IStringLocalizerFactory texts)
    : ApplicationService
{
    public virtual async Task<PagedResultDto<ApiClientRow>> GetListAsync(PagedResultRequestDto input)
    {
        var query = await clients.GetQueryableAsync();
        return new PagedResultDto<ApiClientRow>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderBy(c => c.DisplayName).ThenBy(c => c.Id).PageBy(input).Select(ApiClientRow.FromClient)));
    }

    public virtual async Task<ApiClientDto> GetAsync(Guid id)
    {
        var client = await clients.GetAsync(id);
        return ApiClientDto.Of(client, await grants.OfAsync(client.ClientId));
    }

    /// <summary>What the caller may let a system do.</summary>
    [HttpGet("/api/crm/api-clients/choices")]
    public virtual async Task<ListResultDto<PermissionChoices>> GetChoicesAsync()
    {
        var mine = await MineAsync();
        return new ListResultDto<PermissionChoices>([.. (await definitions.GetGroupsAsync())
            .Select(g => new PermissionChoices(g.DisplayName.Localize(texts), [.. g.GetPermissionsWithChildren().Where(p => mine.Contains(p.Name))
                .Select(p => new PermissionChoice(p.Name, p.DisplayName.Localize(texts), p.Parent?.Name))]))
            .Where(g => g.Permissions.Count > 0)]);
    }

    /// <summary>Nobody knows its secret yet: ask for one.</summary>
    public virtual async Task<ApiClientDto> CreateAsync(ApiClientInput input)
    {
        var permitted = input.Permissions.ToHashSet();
        await EnsureMineAsync(permitted);
        var client = new ApiClient(GuidGenerator.Create(), CurrentTenant.Id, ApiClient.NewClientId(input.DisplayName), input.DisplayName, ApiClient.NewSecret(), TokenEndpoints.Scope);
        await clients.InsertAsync(client, autoSave: true);
        await grants.SetAsync(client.ClientId, permitted);
        return ApiClientDto.Of(client, permitted);
    }

    /// <summary>What it could do before, it may keep: only what is new has to be the caller's to give, and all of it where it was switched off.</summary>
    public virtual async Task<ApiClientDto> UpdateAsync(Guid id, UpdateApiClientInput input)
    {
        var client = await clients.GetAsync(id);
        var (before, permitted) = (await grants.OfAsync(client.ClientId), input.Permissions.ToHashSet());
        await EnsureMineAsync(client.IsActive ? [.. permitted.Except(before)] : permitted);
        client.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        client.Rename(input.DisplayName);
        if (input.IsActive) client.Activate();
        else client.Deactivate();
        // Grants are rows of their own; what it may do is a change of the client all the same, and its version says so.
        if (!permitted.SetEquals(before)) client.LastModificationTime = Clock.Now;
        await clients.UpdateAsync(client, autoSave: true);
        await grants.SetAsync(client.ClientId, permitted);
        return ApiClientDto.Of(client, permitted);
    }

    /// <summary>
    /// A new secret, said this once; the one before, and tokens had with it, are worth nothing within half a minute. Only for those who may do all that the
    /// client may: whoever has its secret is the client.
    /// </summary>
    // Not POST: an answer to that may be kept for its Idempotency-Key, and a secret may not.
    [HttpPut("/api/crm/api-clients/{id}/secret")]
    public virtual async Task<ApiClientSecretDto> RenewSecretAsync(Guid id, RenewSecretInput input)
    {
        var client = await clients.GetAsync(id);
        await EnsureMineAsync(await grants.OfAsync(client.ClientId));
        client.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        var secret = ApiClient.NewSecret();
        client.ChangeSecret(secret);
        await clients.UpdateAsync(client);
        return new ApiClientSecretDto(client.ClientId, secret);
    }

    public virtual async Task DeleteAsync(Guid id)
    {
        var client = await clients.GetAsync(id);
        await grants.SetAsync(client.ClientId, []);
        await clients.DeleteAsync(client);
    }

    private async Task EnsureMineAsync(IReadOnlyCollection<string> wanted)
    {
        if (wanted.Count == 0) return;
        var mine = await MineAsync();
        if (wanted.FirstOrDefault(name => !mine.Contains(name)) is { } foreign)
            throw new BusinessException(HostErrors.NotYoursToGive).WithData("Permission", foreign);
    }

    // Nobody lets a system do what they may not do themselves.
    private async Task<HashSet<string>> MineAsync()
    {
        var side = CurrentTenant.GetMultiTenancySide();
        var forClients = (await definitions.GetPermissionsAsync())
            .Where(p => p.IsEnabled && p.MultiTenancySide.HasFlag(side) && (p.Providers.Count == 0 || p.Providers.Contains(ClientPermissionValueProvider.ProviderName)))
            .Select(p => p.Name).ToArray();
        return [.. (await permissions.IsGrantedAsync(forClients)).Result.Where(r => r.Value == PermissionGrantResult.Granted).Select(r => r.Key)];
    }
}
