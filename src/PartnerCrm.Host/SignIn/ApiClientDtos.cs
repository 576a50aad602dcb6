using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace PartnerCrm.Host;

public record ApiClientRow(Guid Id, string ClientId, string DisplayName, bool IsActive, DateTime CreationTime, string ConcurrencyStamp)
{
    public static readonly Expression<Func<ApiClient, ApiClientRow>> FromClient = c =>
        new ApiClientRow(c.Id, c.ClientId, c.DisplayName, c.IsActive, c.CreationTime, c.ConcurrencyStamp);
}

/// <summary>ClientId is what the system asks for tokens with; Permissions are names of ABP's permissions.</summary>
public record ApiClientDto(
    Guid Id, string ClientId, string DisplayName, bool IsActive, DateTime CreationTime, IReadOnlyList<string> Permissions, string ConcurrencyStamp)
{
    public static ApiClientDto Of(ApiClient c, IEnumerable<string> permissions) =>
        new(c.Id, c.ClientId, c.DisplayName, c.IsActive, c.CreationTime, [.. permissions.Order(StringComparer.Ordinal)], c.ConcurrencyStamp);
}

public record ApiClientInput
{
    [Required]
    [StringLength(ApiClient.DisplayNameLength)]
    public string DisplayName { get; init; } = "";

    /// <summary>What it may do: nothing that whoever asks for it may not do.</summary>
    [MaxLength(500)]
    public required IReadOnlyList<string> Permissions { get; init; }
}

public record UpdateApiClientInput : ApiClientInput
{
    /// <summary>One that isn't gets no token any more; those it has end within half a minute.</summary>
    public required bool IsActive { get; init; }

    public string? ConcurrencyStamp { get; init; }
}

public record RenewSecretInput(string? ConcurrencyStamp);

/// <summary>Shown this once; only a hash of it is kept.</summary>
public record ApiClientSecretDto(string ClientId, string Secret);

/// <summary>What the caller may let a system do, as ABP groups it, in the caller's language.</summary>
public record PermissionChoices(string Group, IReadOnlyList<PermissionChoice> Permissions);

/// <summary>Parent is the permission without which this one is of no use.</summary>
public record PermissionChoice(string Name, string DisplayName, string? Parent);
