using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.MoveIns;

/// <summary>A tick with whose initials it is and when.</summary>
public sealed record MoveInTick(Guid TaskId, string Item, string By, DateTime At);

/// <summary>A note to a task: what was found.</summary>
public sealed record MoveInNote(Guid TaskId, string? Note, string By, DateTime At);

/// <summary>A household's move-in: the tasks of both parts with their ticks.</summary>
/// <param name="Label">The household's number: the association sees no name here.</param>
/// <param name="Parts">The phases shown: what staff prepare is no concern of the association's.</param>
public sealed record MoveIn(Guid PlanId, Guid VersionId, Guid HouseholdId, string Label, string? Address, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<MoveInTick> Ticks, IReadOnlyList<MoveInNote> Notes, IReadOnlyList<string> Parts)
{
    public IEnumerable<TaskLine> Of(string part) => Tasks.Where(t => t.Phase == part);

    public bool IsDone(string part) => !Of(part).Any(t => t.IsToDo);

    /// <summary>A task of the part is open and its day is passed: part 1 on day 15.</summary>
    public bool IsLate(string part, DateOnly today) => Of(part).Any(t => t.IsLateOn(today));
}

/// <param name="Part1Late">See <see cref="MoveIn.IsLate"/>.</param>
public sealed record MoveInSummary(Guid PlanId, string Label, string? Address, DateOnly? Start, int Part1Open, int Part2Open, bool Part1Late, bool Part2Late);

/// <summary>Reads move-ins: staff those of households they work with, a partner's user those that its organisation has a task in.</summary>
public static class ReadMoveIn
{
    private const int Most = 200;

    private static IQueryable<Plan> Visible(VejviserDb db, Reader who, DateTime now)
    {
        var plans = db.Plans.AsNoTracking().Where(p => p.Practice == GoodMoveIn.Practice);
        if (who.PartnerId is { } partner)
            return plans.Where(p => db.PlanTasks.Any(t => t.PlanId == p.Id && db.Users.Any(a => a.Id == t.OwnerAccountId && a.PartnerId == partner)));
        var households = db.Households.VisibleTo(db, who, now);
        return plans.Where(p => households.Any(h => h.Id == p.HouseholdId));
    }

    public static async Task<IReadOnlyList<MoveInSummary>> RunningAsync(VejviserDb db, Reader who, DateOnly today, DateTime now, CancellationToken cancel) =>
        [.. (await Visible(db, who, now).Where(p => p.State == PlanState.Running).OrderByDescending(p => p.StartedAt).Take(Most).Select(p => new
        {
            p.Id, p.HouseholdId, Reference = db.Households.Where(h => h.Id == p.HouseholdId).Select(h => h.Reference).FirstOrDefault(),
            Address = db.Leases.Where(l => l.HouseholdId == p.HouseholdId && l.EndedOn == null).OrderByDescending(l => l.From).Join(db.Dwellings, l => l.DwellingId, d => d.Id, (_, d) => d.Address).FirstOrDefault(),
            Start = p.Anchors.Where(a => a.Name == "start").Select(a => (DateOnly?)a.Date).FirstOrDefault(),
            Open1 = db.PlanTasks.Count(t => t.PlanId == p.Id && t.Phase == GoodMoveIn.Part1 && t.State == TaskState.Open), Open2 = db.PlanTasks.Count(t => t.PlanId == p.Id && t.Phase == GoodMoveIn.Part2 && t.State == TaskState.Open),
            Late1 = db.PlanTasks.Any(t => t.PlanId == p.Id && t.Phase == GoodMoveIn.Part1 && t.State == TaskState.Open && t.Due < today), Late2 = db.PlanTasks.Any(t => t.PlanId == p.Id && t.Phase == GoodMoveIn.Part2 && t.State == TaskState.Open && t.Due < today),
        }).ToListAsync(cancel)).Select(p => new MoveInSummary(p.Id, CaseLabels.OfHousehold(p.HouseholdId, p.Reference), p.Address, p.Start, p.Open1, p.Open2, p.Late1, p.Late2))];

    /// <returns>Null where there is none, or the reader may not see it.</returns>
    public static async Task<MoveIn?> FindAsync(VejviserDb db, Reader who, Guid plan, DateTime now, CancellationToken cancel)
    {
        if (await Visible(db, who, now).Where(p => p.Id == plan).Select(p => new { p.PracticeVersionId, p.HouseholdId }).SingleOrDefaultAsync(cancel) is not { } found)
            return null;
        IReadOnlyList<string> parts = who.PartnerId is null ? [GoodMoveIn.Before, GoodMoveIn.Part1, GoodMoveIn.Part2] : [GoodMoveIn.Part1, GoodMoveIn.Part2];
        var tasks = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan && parts.Contains(t.Phase) && t.State != TaskState.Skipped)).ToListAsync(cancel);
        var ids = tasks.ConvertAll(t => t.Id);
        var ticks = await (from t in db.TaskTicks.AsNoTracking() where ids.Contains(t.TaskId) join a in db.Users on t.AccountId equals a.Id select new MoveInTick(t.TaskId, t.Item, a.DisplayName, t.At)).ToListAsync(cancel);
        var notes = await (from e in db.TaskEvidence.AsNoTracking() where ids.Contains(e.TaskId) join a in db.Users on e.AccountId equals a.Id orderby e.At select new MoveInNote(e.TaskId, e.Note, a.DisplayName, e.At)).ToListAsync(cancel);
        var reference = await db.Households.Where(h => h.Id == found.HouseholdId).Select(h => h.Reference).SingleAsync(cancel);
        var address = await db.Leases.Where(l => l.HouseholdId == found.HouseholdId && l.EndedOn == null).OrderByDescending(l => l.From).Join(db.Dwellings, l => l.DwellingId, d => d.Id, (_, d) => d.Address).FirstOrDefaultAsync(cancel);
        return new MoveIn(plan, found.PracticeVersionId, found.HouseholdId, CaseLabels.OfHousehold(found.HouseholdId, reference), address, tasks, ticks, notes, parts);
    }
}
