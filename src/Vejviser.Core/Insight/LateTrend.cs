using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Insight;

/// <summary>How many tasks were late when a week ended.</summary>
/// <param name="Day">The week's Sunday; today for the last point.</param>
public sealed record LatePoint(DateOnly Day, int Late);

/// <summary>Of the tasks of a phase that had a due day and were finished in the window, how many were so by that day.</summary>
public sealed record PhaseOnTime(string Practice, string Phase, int Done, int OnTime);

/// <summary>
/// What became late and what was done in time, over the last 26 weeks. Calculated from today's due day and the day a task was last
/// closed. It does not know due days that were changed since, nor an earlier closing of a task that was opened again; a task without
/// a date is never late; a skipped one is closed, and counts in no share.
/// </summary>
public sealed record LateTrend(IReadOnlyList<LatePoint> Points, IReadOnlyList<PhaseOnTime> Phases)
{
    public const int Weeks = 26;

    public static async Task<LateTrend> ReadAsync(VejviserDb db, Reader reader, DateTime now, CancellationToken cancel)
    {
        var today = TimeZones.DayOf(now);
        var sundays = Enumerable.Range(0, Weeks).Select(w => today.AddDays(-DaysSinceSunday(today) - 7 * (Weeks - 1 - w))).ToList();
        var (from, hours) = (DanishHours.StartOf(sundays[0]), DanishHours.Between(sundays[0], today));
        var (changeFrom, changeTo, within, outside) = (hours.From, hours.To, hours.Within, hours.Outside);
        var dated = db.PlanTasks.AsNoTracking().ManagedBy(db, reader).Where(t => t.Due != null);
        var closed = dated.Where(t => t.State != TaskState.Open && t.ClosedAt >= from).Select(t => new
        {
            t.Practice, t.Phase, t.State, t.Due,
            Closed = DateOnly.FromDateTime(t.ClosedAt >= changeFrom && t.ClosedAt < changeTo ? t.ClosedAt!.Value.AddHours(within) : t.ClosedAt!.Value.AddHours(outside)),
        });
        var left = await closed.GroupBy(t => new { t.Due, t.Closed }).Select(g => new { g.Key.Due, g.Key.Closed, Tasks = g.Count() }).ToListAsync(cancel);
        var late = await dated.Where(t => t.State == TaskState.Open && t.Due < today).GroupBy(t => t.Due).Select(g => new { Due = g.Key, Tasks = g.Count() }).ToListAsync(cancel);
        var phases = await closed.Where(t => t.State == TaskState.Done).GroupBy(t => new { t.Practice, t.Phase })
            .Select(g => new PhaseOnTime(g.Key.Practice, g.Key.Phase, g.Count(), g.Count(t => t.Closed <= t.Due))).ToListAsync(cancel);

        var points = sundays.Select(day => new LatePoint(
            day, late.Where(t => t.Due <= day).Sum(t => t.Tasks) + left.Where(t => t.Due <= day && t.Closed > day).Sum(t => t.Tasks)));
        return new LateTrend([.. points, new LatePoint(today, late.Sum(t => t.Tasks))], phases);
    }

    /// <summary>0 on a Monday's yesterday: the Sunday that ended the last whole week is never today itself.</summary>
    private static int DaysSinceSunday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
