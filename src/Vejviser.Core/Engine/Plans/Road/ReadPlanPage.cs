using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>One plan with all that its page shows.</summary>
/// <param name="Person">Whom it runs for; null where it is the household's.</param>
/// <param name="ContactPerson">The household's own contact person.</param>
/// <param name="From">What led here: the practice or the partner organisation, by the plan's source; null where that is said by the source alone.</param>
/// <param name="PlaceInLine">From 1, while it waits for a seat.</param>
public sealed record PlanPage(
    PlanLine Line, Plan Plan, Household Household, Person? Person, bool IsProtected, string? CaseWorker, string? ContactPerson, string? From, int? PlaceInLine,
    IReadOnlyList<MemberLine> Members, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<PlanOutcome> Outcomes, IReadOnlyList<TaskEvent> History);

/// <summary>Reads one plan of a household the reader may see.</summary>
public static class ReadPlanPage
{
    private const int MostHistory = 200;

    /// <returns>Null where there is none, or none the reader may see.</returns>
    public static async Task<PlanPage?> RunAsync(VejviserDb db, Reader who, Guid planId, DateTime now, CancellationToken cancel)
    {
        if (await db.Plans.AsNoTracking().Include(p => p.Anchors).SingleOrDefaultAsync(p => p.Id == planId, cancel) is not { } plan
            || await ReadHousehold.HeadAsync(db, who, plan.HouseholdId, now, cancel) is not { } head)
            return null;
        var line = await ReadHousehold.Plans(db, db.Plans.AsNoTracking().Where(p => p.Id == planId)).SingleAsync(cancel);
        var members = await ReadHousehold.MembersAsync(db, plan.HouseholdId, cancel);
        var person = plan.PersonId is null ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == plan.PersonId, cancel);
        var tasks = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => t.PlanId == planId)).ToListAsync(cancel);
        var outcomes = await db.PlanOutcomes.AsNoTracking().Where(o => o.PlanId == planId).ToListAsync(cancel);
        return new PlanPage(
            line, plan, head.Household, person, members.Any(m => m.IsProtected), head.CaseWorker, head.ContactPerson, await FromAsync(db, plan, cancel), await PlaceAsync(db, plan, cancel),
            members, tasks, outcomes, await HistoryAsync(db, plan, cancel));
    }

    private static Task<string?> FromAsync(VejviserDb db, Plan plan, CancellationToken cancel) => (plan.Source, plan.SourceId) switch
    {
        (PlanSource.Practice, { } id) => db.Plans.Where(p => p.Id == id).Select(p => p.Practice).SingleOrDefaultAsync(cancel),
        (PlanSource.Partner, { } id) => db.PartnerOrganisations.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancel),
        _ => Task.FromResult<string?>(null),
    };

    private static async Task<int?> PlaceAsync(VejviserDb db, Plan plan, CancellationToken cancel) => plan.State != PlanState.Waiting
        ? null
        : 1 + await db.Plans.CountAsync(
            p => p.Practice == plan.Practice && p.State == PlanState.Waiting && (p.StartedAt < plan.StartedAt || (p.StartedAt == plan.StartedAt && p.Id.CompareTo(plan.Id) < 0)), cancel);

    // The audit is found by household: its index holds a few hundred rows, and no index more has to be kept for every write.
    private static async Task<IReadOnlyList<TaskEvent>> HistoryAsync(VejviserDb db, Plan plan, CancellationToken cancel) => await (
        from e in db.AuditEntries.AsNoTracking().Where(ReadActions.IsChange)
        where e.HouseholdId == plan.HouseholdId && e.EntityId == plan.Id
        join a in db.Users on e.ActorId equals (Guid?)a.Id into actors
        from a in actors.DefaultIfEmpty()
        orderby e.Seq descending
        select new TaskEvent(e.Action, a == null ? null : a.DisplayName, e.At, e.Details) { Reason = e.Reason }).Take(MostHistory).ToListAsync(cancel);
}
