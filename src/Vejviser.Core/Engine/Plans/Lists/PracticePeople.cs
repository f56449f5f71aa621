using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>Which people of a practice a list shows.</summary>
public enum PracticePeopleShown
{
    Running = 0,
    Waiting,
    Paused,
    Ended,
}

/// <param name="How">Of those who ended: completed, broken off or moved on; null for all.</param>
/// <param name="ContactId">Only households with this contact person or case worker.</param>
/// <param name="Page">From 1.</param>
public sealed record PracticePeopleFilter(string Practice, PracticePeopleShown Shown, PlanState? How = null, Guid? ContactId = null, int Page = 1, int PageSize = 50);

/// <summary>Somebody in a practice: a person, or a household where it runs for households.</summary>
/// <param name="Start">The plan's own start, else the day it began or came in line.</param>
public sealed record PracticePerson(
    Guid PlanId, Guid VersionId, Guid HouseholdId, Guid? PersonId, string Name, string? Reference, bool IsProtected, PlanState State, PlanSource Source, DateTime StartedAt, DateOnly? Start,
    DateOnly? PausedUntil, DateTime? EndedAt, string? EndReason, string? MovedOnTo, string? ContactPerson)
{
    public int Open { get; init; }

    public int Closed { get; init; }

    /// <summary>The first date of an open task.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>From 1, while it waits.</summary>
    public int? PlaceInLine { get; init; }
}

/// <param name="Total">Those the filter means, on all pages.</param>
/// <param name="Counts">How many stand under each heading, whatever the other filters say.</param>
public sealed record PracticePeoplePage(IReadOnlyList<PracticePerson> Rows, int Total, IReadOnlyDictionary<PracticePeopleShown, int> Counts);

/// <summary>Who runs, waits, rests in and has left a practice; only those the reader may see, also in the counts.</summary>
public static class PracticePeople
{
    public static async Task<PracticePeoplePage> ReadAsync(VejviserDb db, Reader who, PracticePeopleFilter filter, DateTime now, CancellationToken cancel)
    {
        var visible = db.Plans.AsNoTracking().Where(p => p.Practice == filter.Practice);
        if (!who.MayEverywhere(Permissions.PeopleAll))
        {
            var households = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
            visible = visible.Where(p => households.Contains(p.HouseholdId));
        }

        var states = await visible.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var counts = Enum.GetValues<PracticePeopleShown>().ToDictionary(s => s, s => states.Where(c => ShownOf(c.Key) == s).Sum(c => c.Count));
        var meant = Narrow(db, visible, filter);
        var isNarrowed = filter.ContactId is not null || (filter.How is not null && filter.Shown == PracticePeopleShown.Ended);
        var total = isNarrowed ? await meant.CountAsync(cancel) : counts[filter.Shown];
        var skipped = (filter.Page - 1) * filter.PageSize;
        var rows = await Rows(db, InOrder(meant, filter.Shown).Skip(skipped).Take(filter.PageSize)).ToListAsync(cancel);
        var inOrder = filter.Shown switch
        {
            PracticePeopleShown.Waiting => rows.OrderBy(r => r.StartedAt).ThenBy(r => r.PlanId),
            PracticePeopleShown.Ended => rows.OrderByDescending(r => r.EndedAt).ThenBy(r => r.PlanId),
            _ => rows.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.PlanId),
        };
        return new PracticePeoplePage(await WithPlacesAsync(db, filter, await WithTasksAsync(db, [.. inOrder], cancel), cancel), total, counts);
    }

    public static PracticePeopleShown ShownOf(PlanState state) => state switch
    {
        PlanState.Running => PracticePeopleShown.Running,
        PlanState.Waiting => PracticePeopleShown.Waiting,
        PlanState.Paused => PracticePeopleShown.Paused,
        _ => PracticePeopleShown.Ended,
    };

    private static IQueryable<Plan> Narrow(VejviserDb db, IQueryable<Plan> plans, PracticePeopleFilter filter)
    {
        plans = filter.Shown switch
        {
            PracticePeopleShown.Running => plans.Where(p => p.State == PlanState.Running),
            PracticePeopleShown.Waiting => plans.Where(p => p.State == PlanState.Waiting),
            PracticePeopleShown.Paused => plans.Where(p => p.State == PlanState.Paused),
            _ when filter.How is { } how => plans.Where(p => p.State == how),
            _ => plans.Where(p => p.State == PlanState.Completed || p.State == PlanState.BrokenOff || p.State == PlanState.MovedOn),
        };
        return filter.ContactId is { } contact
            ? plans.Where(p => db.Households.Any(h => h.Id == p.HouseholdId && (h.ContactPersonId == contact || h.CaseWorkerId == contact)))
            : plans;
    }

    private static IQueryable<Plan> InOrder(IQueryable<Plan> plans, PracticePeopleShown shown) => shown switch
    {
        PracticePeopleShown.Waiting => plans.OrderBy(p => p.StartedAt).ThenBy(p => p.Id),
        PracticePeopleShown.Ended => plans.OrderByDescending(p => p.EndedAt).ThenBy(p => p.Id),
        _ => plans.OrderByDescending(p => p.StartedAt).ThenByDescending(p => p.Id),
    };

    /// <summary>The page is cut before anything is joined or counted.</summary>
    private static IQueryable<PracticePerson> Rows(VejviserDb db, IQueryable<Plan> page) =>
        from p in page
        join h in db.Households on p.HouseholdId equals h.Id
        join x in db.People on p.PersonId equals (Guid?)x.Id into people
        from x in people.DefaultIfEmpty()
        select new PracticePerson(
            p.Id, p.PracticeVersionId, h.Id, p.PersonId, x == null ? h.Name : x.GivenName + " " + x.FamilyName, h.Reference,
            x == null ? db.People.Any(m => m.HouseholdId == h.Id && m.HasProtectedAddress) : x.HasProtectedAddress,
            p.State, p.Source, p.StartedAt,
            db.PlanAnchors.Where(a => a.PlanId == p.Id && a.Name == "start").Select(a => (DateOnly?)a.Date).FirstOrDefault(),
            p.PausedUntil, p.EndedAt, p.EndReason, p.MovedOnTo,
            db.Users.Where(a => a.Id == h.ContactPersonId).Select(a => a.DisplayName).FirstOrDefault());

    /// <summary>The tasks of all on the page are read once.</summary>
    private static async Task<IReadOnlyList<PracticePerson>> WithTasksAsync(VejviserDb db, IReadOnlyList<PracticePerson> rows, CancellationToken cancel)
    {
        var plans = rows.Select(r => r.PlanId).ToList();
        var tasks = (await db.PlanTasks.AsNoTracking().Where(t => plans.Contains(t.PlanId)).GroupBy(t => new { t.PlanId, t.State })
            .Select(g => new { g.Key.PlanId, g.Key.State, Count = g.Count(), First = g.Min(t => t.Due) }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        return [.. rows.Select(r => r with
        {
            Open = tasks[r.PlanId].Where(t => t.State is TaskState.Open or TaskState.Resting).Sum(t => t.Count),
            Closed = tasks[r.PlanId].Where(t => t.State is TaskState.Done or TaskState.Skipped).Sum(t => t.Count),
            NextDue = tasks[r.PlanId].FirstOrDefault(t => t.State == TaskState.Open)?.First,
        })];
    }

    /// <summary>The line counts everybody in it, also those whom this reader may not see.</summary>
    private static async Task<IReadOnlyList<PracticePerson>> WithPlacesAsync(VejviserDb db, PracticePeopleFilter filter, IReadOnlyList<PracticePerson> rows, CancellationToken cancel)
    {
        if (filter.Shown != PracticePeopleShown.Waiting || rows.Count == 0)
            return rows;
        var line = await db.Plans.AsNoTracking().Where(p => p.Practice == filter.Practice && p.State == PlanState.Waiting).OrderBy(p => p.StartedAt).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel);
        var places = line.Index().ToDictionary(l => l.Item, l => l.Index + 1);
        return [.. rows.Select(r => r with { PlaceInLine = places.GetValueOrDefault(r.PlanId) })];
    }
}
