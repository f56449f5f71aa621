namespace Vejviser.Bench.Seeding;

/// <summary>How big the municipality is.</summary>
/// <param name="PeopleIn">People in the households, one after the other and again from the start.</param>
/// <param name="OpenTasks">Exactly so many are open, and all others of the plans are done; null leaves all open.</param>
/// <param name="ArrivalDays">Households arrive evenly over so many days, the last <paramref name="AheadDays"/> of them still ahead.</param>
/// <param name="TasksEach">Plans are cut to so many tasks; null leaves them whole.</param>
internal sealed record Size(int Households, IReadOnlyList<int> PeopleIn, int Employees, int Teams, int? OpenTasks, int ArrivalDays, int AheadDays, int? TasksEach = null)
{
    private static readonly int[] Mixed = [1, 4, 2, 3, 1, 4, 2, 3];

    /// <summary>What the goals are set for: 20,000 people, 200,000 open tasks.</summary>
    public static readonly Size Full = new(8000, Mixed, 500, 40, 200_000, 660, 120);

    /// <summary>A large municipality as it runs all practices: 200 employees, 20,000 people.</summary>
    public static readonly Size DemoLarge = new(8000, Mixed, 200, 40, 60_000, 660, 120);

    /// <summary>A tenth, to try things out.</summary>
    public static readonly Size Quick = new(800, Mixed, 500, 40, 20_000, 660, 120);

    /// <summary>A thousand plans of a hundred open tasks, arriving over two months ahead.</summary>
    public static readonly Size ToMove = new(1000, [4], 500, 40, null, 60, 90, TasksEach: 100);

    /// <summary>Staff and no newcomers: what an import comes to.</summary>
    public static readonly Size Empty = new(0, Mixed, 500, 40, null, 1, 0);
}
