using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Reception;

/// <summary>Which households the board shows.</summary>
public enum ArrivalsShown
{
    /// <summary>Not arrived, with a day to expect them.</summary>
    Coming = 0,

    /// <summary>Arrived in the last <see cref="ReadArrivals.LookBackDays"/> days.</summary>
    Arrived,

    /// <summary>Not arrived, and the arrival or the takeover has no date yet.</summary>
    Undated,
}

/// <param name="Centre">The asylum centre, as written.</param>
/// <param name="CaseWorkerId">The household's case worker.</param>
/// <param name="Language">Somebody's mother tongue, BCP 47.</param>
/// <param name="Page">From 1.</param>
public sealed record ArrivalsFilter(ArrivalsShown Shown, string? Centre = null, Guid? CaseWorkerId = null, string? Language = null, int Page = 1, int PageSize = 25);

/// <summary>How many households stand under each heading, whatever the other filters say.</summary>
public sealed record ArrivalCounts(int Coming, int Arrived, int Undated)
{
    public int Of(ArrivalsShown shown) => shown switch { ArrivalsShown.Coming => Coming, ArrivalsShown.Arrived => Arrived, _ => Undated };
}

/// <param name="Total">Households on all pages.</param>
public sealed record Arrivals(IReadOnlyList<Arrival> Rows, int Total, ArrivalCounts Counts);

/// <summary>
/// The arrivals board: a page of households with their people in one query, their tasks before arrival in two more, however
/// many households there are.
/// </summary>
public static class ReadArrivals
{
    public const int LookBackDays = 14;

    /// <param name="missing">So many of a household's missing tasks are read with their owner; all by default.</param>
    public static async Task<Arrivals> RunAsync(VejviserDb db, Reader who, ArrivalsFilter filter, DateOnly today, DateTime now, CancellationToken cancel, int missing = int.MaxValue)
    {
        var visible = db.Households.AsNoTracking().VisibleTo(db, who, now);
        var since = today.AddDays(-LookBackDays);
        // One look at those on the way: whether the reader may see a household costs more than counting it.
        var ahead = await visible.Where(h => !h.HasArrived).GroupBy(_ => 1)
            .Select(g => new { Coming = g.Count(h => (h.ArrivalDate ?? h.TakeoverDate) != null), Undated = g.Count(h => h.ArrivalDate == null || h.TakeoverDate == null) }).SingleOrDefaultAsync(cancel);
        var counts = new ArrivalCounts(ahead?.Coming ?? 0, await Shown(visible, ArrivalsShown.Arrived, since).CountAsync(cancel), ahead?.Undated ?? 0);

        var shown = Narrow(db, Shown(visible, filter.Shown, since), filter);
        var total = filter is { Centre: null, CaseWorkerId: null, Language: null } ? counts.Of(filter.Shown) : await shown.CountAsync(cancel);
        var rows = await Rows(db, Sorted(shown, filter.Shown).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize), filter.Shown).ToListAsync(cancel);
        return new Arrivals(await WithTasks(db, rows, missing, cancel), total, counts);
    }

    private static IQueryable<Household> Shown(IQueryable<Household> households, ArrivalsShown shown, DateOnly since) => shown switch
    {
        ArrivalsShown.Coming => households.Where(h => !h.HasArrived && (h.ArrivalDate ?? h.TakeoverDate) != null),
        ArrivalsShown.Arrived => households.Where(h => h.HasArrived && h.ArrivalDate >= since),
        _ => households.Where(h => !h.HasArrived && (h.ArrivalDate == null || h.TakeoverDate == null)),
    };

    private static IQueryable<Household> Narrow(VejviserDb db, IQueryable<Household> households, ArrivalsFilter filter)
    {
        if (filter.Centre is { } centre)
            households = households.Where(h => h.Centre == centre);
        if (filter.CaseWorkerId is { } caseWorker)
            households = households.Where(h => h.CaseWorkerId == caseWorker);
        if (filter.Language is { } language)
            households = households.Where(h => db.People.Any(p => p.HouseholdId == h.Id && p.MergedIntoId == null && p.Language == language));
        return households;
    }

    private static IQueryable<Household> Sorted(IQueryable<Household> households, ArrivalsShown shown) => shown switch
    {
        ArrivalsShown.Coming => households.OrderBy(h => h.ArrivalDate ?? h.TakeoverDate).ThenBy(h => h.Id),
        ArrivalsShown.Arrived => households.OrderByDescending(h => h.ArrivalDate).ThenBy(h => h.Id),
        _ => households.OrderBy(h => h.AllocationDate).ThenBy(h => h.Id),
    };

    private static IQueryable<Arrival> Rows(VejviserDb db, IQueryable<Household> page, ArrivalsShown shown)
    {
        var rows = page.Select(h => new Arrival(
            h.Id, h.Reference, h.Name, h.Basis, h.AllocationDate, h.TakeoverDate, h.ArrivalDate, h.ArrivalDate ?? h.TakeoverDate, h.HasArrived, h.Centre,
            h.Address != null,
            db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(),
            db.Users.Where(a => a.Id == h.ContactPersonId).Select(a => a.DisplayName).FirstOrDefault(),
            db.People.Where(p => p.HouseholdId == h.Id && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.BirthYear).ThenBy(p => p.Id)
                .Select(p => new ArrivingPerson(p.Role, p.BirthDate, p.BirthYear, p.Language, p.NeedsInterpreter, p.IsUnaccompanied, p.HasProtectedAddress)).ToList()));
        return rows.AsSingleQuery();
    }

    private static async Task<IReadOnlyList<Arrival>> WithTasks(VejviserDb db, List<Arrival> rows, int missing, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.HouseholdId).ToList();
        var plans = db.Plans.AsNoTracking().Where(p => ids.Contains(p.HouseholdId) && p.Practice == ReceptionPlan.Id && p.EndedAt == null);
        var ofBefore = plans.Join(db.PlanTasks.Where(t => t.Phase == ReceptionPlan.BeforeArrival), p => p.Id, t => t.PlanId, (_, t) => t);
        // Where an address is written, that is the answer.
        var homeless = rows.Where(r => !r.HasAddress).Select(r => r.HouseholdId).ToList();
        var ofHome = await ofBefore.Where(t => homeless.Contains(t.HouseholdId)).SelectMany(t => t.Blocks).Where(b => b.Goal == ReceptionPlan.HomeReady).Select(b => b.TaskId).ToHashSetAsync(cancel);
        var tasks = (await ofBefore.Select(t => new { t.Id, t.HouseholdId, t.State, t.Due, t.Order }).ToListAsync(cancel))
            .ConvertAll(t => new BeforeTask(t.Id, t.HouseholdId, t.State, t.Due, t.Order, ofHome.Contains(t.Id)));
        var before = tasks.OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Order).ToLookup(t => t.HouseholdId);
        var wanted = rows.ToDictionary(r => r.HouseholdId, r => before[r.HouseholdId].Where(t => t.IsToDo).Take(missing).Select(t => t.Id).ToList());
        var all = wanted.Values.SelectMany(t => t).ToList();
        var lines = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => all.Contains(t.Id))).ToDictionaryAsync(t => t.Id, cancel);
        return rows.ConvertAll(r => r with
        {
            Before = [.. before[r.HouseholdId]],
            Missing = [.. wanted[r.HouseholdId].Where(lines.ContainsKey).Select(id => lines[id])],
        });
    }
}
