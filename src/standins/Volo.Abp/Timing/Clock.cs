using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Timing;

/// <summary>Which kind of time the application uses.</summary>
public class AbpClockOptions
{
    public DateTimeKind Kind { get; set; } = DateTimeKind.Unspecified;
}

/// <summary>The application's time; its source is the <see cref="TimeProvider"/> in the container.</summary>
public interface IClock
{
    DateTime Now { get; }
    DateTimeKind Kind { get; }
    bool SupportsMultipleTimezone { get; }

    /// <summary>The same moment, or the same reading, as <see cref="Kind"/> asks for.</summary>
    DateTime Normalize(DateTime dateTime);
}

/// <summary>A property or class whose times are left as they are.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public class DisableDateTimeNormalizationAttribute : Attribute;

internal sealed class Clock(IOptions<AbpClockOptions> options, TimeProvider time) : IClock, ITransientDependency
{
    public DateTime Now => Kind == DateTimeKind.Utc ? time.GetUtcNow().UtcDateTime : DateTime.SpecifyKind(time.GetLocalNow().DateTime, DateTimeKind.Local);
    public DateTimeKind Kind => options.Value.Kind;
    public bool SupportsMultipleTimezone => Kind == DateTimeKind.Utc;

    public DateTime Normalize(DateTime dateTime) => (Kind, dateTime.Kind) switch
    {
        (DateTimeKind.Unspecified, _) => dateTime,
        (DateTimeKind.Utc, DateTimeKind.Local) => dateTime.ToUniversalTime(),
        (DateTimeKind.Local, DateTimeKind.Utc) => dateTime.ToLocalTime(),
        var (kind, given) => given == kind ? dateTime : DateTime.SpecifyKind(dateTime, kind)
    };
}

/// <summary>Time.</summary>
public class AbpTimingModule : AbpModule;

/// <summary>Names of settings about time.</summary>
public static class TimingSettingNames
{
    /// <summary>An IANA time zone; empty: that of everybody's own machine.</summary>
    public const string TimeZone = "Abp.Timing.TimeZone";
}
