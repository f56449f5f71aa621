using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Insight;

/// <summary>Open work in numbers, all counts of tasks.</summary>
/// <param name="Next14">Due from today to the 14th day from now.</param>
/// <param name="OldestDue">The due day of what is latest; null where nothing is late.</param>
public sealed record Load(Guid? Id, string? Name, int Open, int Late, int Next14, DateOnly? OldestDue);

/// <summary>A step of a practice that is late somewhere; <paramref name="Step"/> is <c>own</c> for tasks written by hand.</summary>
public sealed record LateStep(string Practice, string Step, int Late, DateOnly OldestDue);

/// <summary>
/// How much is open and late, by team, by employee and by step. It counts tasks, not hours: a call and a home to find weigh the same.
/// </summary>
public sealed record OpenLoad(IReadOnlyList<Load> Teams, IReadOnlyList<Load> Employees, IReadOnlyList<LateStep> Steps)
{
    private const int DaysAhead = 14;

    public int Open => Teams.Sum(t => t.Open);

    public int Late => Teams.Sum(t => t.Late);

    public static async Task<OpenLoad> ReadAsync(VejviserDb db, Reader reader, DateOnly today, CancellationToken cancel)
    {
        var horizon = today.AddDays(DaysAhead);
        var open = db.PlanTasks.AsNoTracking().ManagedBy(db, reader).Where(t => t.State == TaskState.Open);
        var cells = await open.GroupBy(t => new { t.OwnerUnitId, t.OwnerAccountId }).Select(g => new Cell(
            g.Key.OwnerUnitId, g.Key.OwnerAccountId, g.Count(), g.Count(t => t.Due < today), g.Count(t => t.Due >= today && t.Due <= horizon), g.Min(t => t.Due))).ToListAsync(cancel);
        var steps = await open.Where(t => t.Due < today).GroupBy(t => new { t.Practice, t.Step })
            .Select(g => new { g.Key.Practice, g.Key.Step, Late = g.Count(), Oldest = g.Min(t => t.Due) })
            .OrderByDescending(s => s.Late).ThenBy(s => s.Step).ToListAsync(cancel);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        var employees = await db.Users.AsNoTracking().Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
        return new OpenLoad(
            Sum(cells, c => c.Unit, units, today),
            Sum(cells.Where(c => c.Account is not null), c => c.Account, employees, today),
            [.. steps.Select(s => new LateStep(s.Practice, s.Step, s.Late, s.Oldest!.Value))]);
    }

    private static List<Load> Sum(IEnumerable<Cell> cells, Func<Cell, Guid?> key, Dictionary<Guid, string> names, DateOnly today) =>
    [
        .. cells.GroupBy(key).Select(g => new Load(
            g.Key, g.Key is { } id ? names.GetValueOrDefault(id) : null, g.Sum(c => c.Open), g.Sum(c => c.Late), g.Sum(c => c.Next14),
            g.Min(c => c.FirstDue) is { } first && first < today ? first : null))
        .OrderByDescending(l => l.Late).ThenByDescending(l => l.Open).ThenBy(l => l.Name, StringComparer.CurrentCulture),
    ];

    private sealed record Cell(Guid? Unit, Guid? Account, int Open, int Late, int Next14, DateOnly? FirstDue);
}
