using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>Reads one task. Whether the reader may see it is decided by <see cref="PlaceAsync"/> and the household's need-to-know.</summary>
public static class ReadTask
{
    private const string HealthArea = "health";
    private const int MostHistory = 200;

    /// <summary>Whose a task is and of whom: what need-to-know asks; null where there is no such task.</summary>
    public static Task<TaskPlace?> PlaceAsync(VejviserDb db, Guid taskId, CancellationToken cancel) => db.PlanTasks.AsNoTracking().Where(t => t.Id == taskId)
        .Select(t => new TaskPlace(t.Id, t.HouseholdId, t.PersonId, t.OwnerUnitId, t.OwnerAccountId, t.Area)).SingleOrDefaultAsync(cancel);

    /// <summary>What a task is called; null where there is no such task.</summary>
    public static Task<StepName?> NameAsync(VejviserDb db, Guid taskId, CancellationToken cancel) => (
        from t in db.PlanTasks.AsNoTracking()
        where t.Id == taskId
        join p in db.Plans on t.PlanId equals p.Id
        select (StepName?)new StepName(t.Practice, p.PracticeVersionId, t.Step, p.LawDate, t.OwnTitle)).SingleOrDefaultAsync(cancel);

    /// <summary>True where the task is the reader's own or that of a unit the reader belongs to: seen by definition of need-to-know.</summary>
    public static bool IsTheirs(this TaskPlace place, Reader reader) =>
        place.OwnerAccountId == reader.AccountId || (place.OwnerUnitId is { } unit && reader.UnitIds.Contains(unit));

    /// <summary>Comments and evidence of a health task stand in the health compartment; whose task it is wrote them.</summary>
    public static bool MaySeeNotes(this TaskPlace place, Reader reader) => place.Area != HealthArea || reader.MaySeeHealth() || place.IsTheirs(reader);

    public static async Task<TaskView> RunAsync(VejviserDb db, TaskPlace place, bool withNotes, CancellationToken cancel)
    {
        var head = await HeadAsync(db, place.Id, cancel);
        var plan = await (
            from t in db.PlanTasks.AsNoTracking()
            where t.PlanId == head.PlanId
            join p in db.People on t.PersonId equals (Guid?)p.Id into people
            from p in people.DefaultIfEmpty()
            orderby t.Order
            select new TaskNeighbour(t.Id, t.Step, t.OwnTitle, t.PersonId, p == null ? null : p.GivenName + " " + p.FamilyName, t.State, t.Due)).ToListAsync(cancel);
        var anchors = await db.PlanAnchors.AsNoTracking().Where(a => a.PlanId == head.PlanId).ToDictionaryAsync(a => a.Name, a => a.Date, StringComparer.Ordinal, cancel);
        var ticks = await (
            from t in db.TaskTicks.AsNoTracking()
            where t.TaskId == place.Id
            join a in db.Users on t.AccountId equals a.Id
            select new TaskMark(t.Item, a.DisplayName, t.At)).ToListAsync(cancel);
        return new TaskView(head, plan, anchors)
        {
            Ticks = ticks,
            Comments = withNotes ? await CommentsAsync(db, place.Id, cancel) : [],
            Evidence = withNotes ? await EvidenceAsync(db, place.Id, cancel) : [],
            History = await HistoryAsync(db, place, cancel),
        };
    }

    private static async Task<TaskHead> HeadAsync(VejviserDb db, Guid id, CancellationToken cancel) => await (
        from t in db.PlanTasks.AsNoTracking()
        where t.Id == id
        join plan in db.Plans on t.PlanId equals plan.Id
        join h in db.Households on t.HouseholdId equals h.Id
        join p in db.People on t.PersonId equals (Guid?)p.Id into people
        from p in people.DefaultIfEmpty()
        join u in db.Units on t.OwnerUnitId equals (Guid?)u.Id into units
        from u in units.DefaultIfEmpty()
        join o in db.Users on t.OwnerAccountId equals (Guid?)o.Id into owners
        from o in owners.DefaultIfEmpty()
        join c in db.Users on t.ClosedBy equals (Guid?)c.Id into closers
        from c in closers.DefaultIfEmpty()
        select new TaskHead(
            t.Id, t.Version, new StepName(t.Practice, plan.PracticeVersionId, t.Step, plan.LawDate, t.OwnTitle), t.Area, t.Phase, t.PlanId,
            h.Id, h.Name, h.Reference, t.PersonId, p == null ? null : p.GivenName + " " + p.FamilyName,
            t.OwnerRole, t.OwnerUnitId, u == null ? null : u.Name, t.OwnerAccountId, o == null ? null : o.DisplayName,
            t.Due, t.IsPinned, t.State, t.ClosedAt, t.ClosedBy, c == null ? null : c.DisplayName, t.SkipReason,
            db.PlanTaskBlocks.Where(b => b.TaskId == t.Id).OrderBy(b => b.Goal).Select(b => b.Goal).ToList())).SingleAsync(cancel);

    private static async Task<IReadOnlyList<TaskMark>> CommentsAsync(VejviserDb db, Guid id, CancellationToken cancel) => await (
        from c in db.TaskComments.AsNoTracking()
        where c.TaskId == id
        join a in db.Users on c.AccountId equals a.Id
        orderby c.At, c.Id
        select new TaskMark(c.Text, a.DisplayName, c.At)).ToListAsync(cancel);

    private static async Task<IReadOnlyList<TaskProof>> EvidenceAsync(VejviserDb db, Guid id, CancellationToken cancel) => await (
        from e in db.TaskEvidence.AsNoTracking()
        where e.TaskId == id
        join a in db.Users on e.AccountId equals a.Id
        orderby e.At, e.Id
        select new TaskProof(e.Id, e.Note, e.FileName, a.DisplayName, e.At)).ToListAsync(cancel);

    // The audit is found by household: its index holds a few hundred rows, and no index more has to be kept for every write.
    private static async Task<IReadOnlyList<TaskEvent>> HistoryAsync(VejviserDb db, TaskPlace place, CancellationToken cancel) => await (
        from e in db.AuditEntries.AsNoTracking()
        where e.HouseholdId == place.HouseholdId && e.EntityId == place.Id && !e.Action.EndsWith(".read")
        join a in db.Users on e.ActorId equals (Guid?)a.Id into actors
        from a in actors.DefaultIfEmpty()
        orderby e.Seq descending
        select new TaskEvent(e.Action, a == null ? null : a.DisplayName, e.At, e.Details)).Take(MostHistory).ToListAsync(cancel);
}

/// <summary>Whose a task is, of whom, and in which area.</summary>
public sealed record TaskPlace(Guid Id, Guid HouseholdId, Guid? PersonId, Guid? OwnerUnitId, Guid? OwnerAccountId, string Area);
