using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Auditing;
using Volo.Abp.AuditLogging;

namespace PartnerCrm.Host;

/// <summary>Which part of the audit log: what is left out doesn't matter.</summary>
public class AuditLogListInput : PagedResultRequestDto
{
    public Guid? UserId { get; set; }

    /// <summary>An API client.</summary>
    [StringLength(ApiClient.ClientIdLength)]
    public string? ClientId { get; set; }

    [StringLength(16)]
    public string? HttpMethod { get; set; }

    /// <summary>A part of the address.</summary>
    [StringLength(256)]
    public string? Url { get; set; }

    /// <summary>Only what failed, or only what didn't.</summary>
    public bool? HasFailed { get; set; }

    /// <summary>The first moment, UTC.</summary>
    public DateTime? From { get; set; }

    /// <summary>The first moment that is too late, UTC.</summary>
    public DateTime? Until { get; set; }
}

/// <summary>A request: who asked for what, when, and how it ended. Milliseconds.</summary>
public record AuditLogRow(
    Guid Id, DateTime At, Guid? UserId, string? UserName, string? ClientId, string? HttpMethod, string? Url, int? Status, int Milliseconds, bool HasFailed, string? IpAddress)
{
    public static readonly Expression<Func<AuditLog, AuditLogRow>> FromLog = l => new AuditLogRow(
        l.Id, l.ExecutionTime, l.UserId, l.UserName, l.ClientId, l.HttpMethod, l.Url, l.HttpStatusCode, l.ExecutionDuration,
        l.HttpStatusCode >= 400 || (l.Exceptions != null && l.Exceptions != ""), l.ClientIpAddress);

    internal static readonly Func<AuditLog, AuditLogRow> Of = FromLog.Compile();
}

/// <summary>A request with all it did.</summary>
public record AuditLogDto(
    AuditLogRow Log, string? CorrelationId, string? Browser, string? Errors, IReadOnlyList<AuditLogActionDto> Actions, IReadOnlyList<EntityChangeDto> Changes)
{
    public static AuditLogDto Of(AuditLog l) => new(
        AuditLogRow.Of(l), l.CorrelationId, l.BrowserInfo, l.Exceptions,
        [.. l.Actions.OrderBy(a => a.ExecutionTime).Select(a => new AuditLogActionDto(a.ServiceName, a.MethodName, a.Parameters, a.ExecutionDuration))],
        [.. l.EntityChanges.OrderBy(c => c.ChangeTime).Select(c => new EntityChangeDto(
            c.EntityTypeFullName, c.EntityId, c.ChangeType, [.. c.PropertyChanges.Select(p => new PropertyChangeDto(p.PropertyName, p.OriginalValue, p.NewValue))]))]);
}

/// <summary>A method that ran; its parameters as JSON.</summary>
public record AuditLogActionDto(string? Service, string? Method, string? Parameters, int Milliseconds);

public record EntityChangeDto(string? Entity, string? EntityId, EntityChangeType Change, IReadOnlyList<PropertyChangeDto> Properties);

/// <summary>Values as JSON.</summary>
public record PropertyChangeDto(string? Property, string? Before, string? After);
