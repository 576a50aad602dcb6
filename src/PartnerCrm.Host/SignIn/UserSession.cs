using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>One sign-in of one person in one browser. The cookie and every token that came of it live as long as it does.</summary>
public class UserSession : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int DeviceLength = 100;
    public const int IpAddressLength = 64;

    private static readonly TimeSpan IdleForThisSitting = TimeSpan.FromHours(12);
    private static readonly TimeSpan IdleWhenRemembered = TimeSpan.FromDays(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>The user's at the sign-in: a new password or second factor gives the user another one, and ends this.</summary>
    public string SecurityStamp { get; private set; } = null!;

    public string Device { get; private set; } = null!;
    public string IpAddress { get; private set; } = null!;
    public DateTime SignedInAt { get; private set; }
    public DateTime LastSeenAt { get; private set; }
    public bool IsRemembered { get; private set; }
    public DateTime? EndedAt { get; private set; }

    private UserSession()
    {
    }

    public UserSession(Guid id, Guid? tenantId, Guid userId, string securityStamp, Visitor visitor, bool isRemembered, DateTime now)
        : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        SecurityStamp = securityStamp;
        Device = visitor.Device.Truncate(DeviceLength)!;
        IpAddress = visitor.IpAddress.Truncate(IpAddressLength)!;
        IsRemembered = isRemembered;
        SignedInAt = LastSeenAt = now;
    }

    public bool IsAlive(DateTime now) =>
        EndedAt == null && now < SignedInAt + Longest && now < LastSeenAt + (IsRemembered ? IdleWhenRemembered : IdleForThisSitting);

    public void Seen(DateTime now) => LastSeenAt = now > LastSeenAt ? now : LastSeenAt;

    /// <summary>The person changed their own password or second factor here: this session goes on, the others end.</summary>
    public void GoOnWith(string securityStamp) => SecurityStamp = securityStamp;

    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>Where a request comes from, in words for the list of sessions.</summary>
public record Visitor(string Device, string IpAddress)
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static Visitor Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        var names = new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>();
        return new Visitor(string.Join(" · ", names), http.Connection.RemoteIpAddress?.ToString() ?? "");
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
