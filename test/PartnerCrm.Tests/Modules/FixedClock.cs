namespace PartnerCrm.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock : TimeProvider
{
    /// <summary>A Monday.</summary>
    public DateTime Now { get; set; } = new(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
