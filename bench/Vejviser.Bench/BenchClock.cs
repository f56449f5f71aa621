namespace Vejviser.Bench;

/// <summary>A clock that runs, from a fixed day: what is late today is late in every run.</summary>
internal sealed class BenchClock : TimeProvider
{
    private readonly TimeSpan ahead = Start - System.GetUtcNow();

    /// <summary>Monday 2 March 2026, 09.00 in Denmark.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
