using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.AuditLogging;
using Volo.Abp.Domain.Entities;

namespace PartnerCrm.Host;

/// <summary>Who did what.</summary>
[Authorize(HostPermissions.AuditLogs)]
public class AuditLogsAppService(IAuditLogRepository logs) : ApplicationService
{
    /// <summary>The latest first; <c>totalCount</c> is exact to 10,000, and 10,001 means more.</summary>
    public virtual async Task<PagedResultDto<AuditLogRow>> GetListAsync(AuditLogListInput input)
    {
        var query = (await logs.GetQueryableAsync())
            .WhereIf(input.UserId != null, l => l.UserId == input.UserId)
            .WhereIf(input.ClientId != null, l => l.ClientId == input.ClientId)
            .WhereIf(input.HttpMethod != null, l => l.HttpMethod == input.HttpMethod)
            .WhereIf(input.Url != null, l => l.Url!.Contains(input.Url!))
            .WhereIf(input.HasFailed == true, l => l.HttpStatusCode >= 400 || (l.Exceptions != null && l.Exceptions != ""))
            .WhereIf(input.HasFailed == false, l => (l.HttpStatusCode == null || l.HttpStatusCode < 400) && (l.Exceptions == null || l.Exceptions == ""))
            .WhereIf(input.From != null, l => l.ExecutionTime >= input.From)
            .WhereIf(input.Until != null, l => l.ExecutionTime < input.Until);
        return new PagedResultDto<AuditLogRow>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderByDescending(l => l.ExecutionTime).ThenBy(l => l.Id).PageBy(input).Select(AuditLogRow.FromLog)));
    }

    public virtual async Task<AuditLogDto> GetAsync(Guid id) =>
        AuditLogDto.Of(await logs.FindAsync(id) ?? throw new EntityNotFoundException(typeof(AuditLog), id));
}
