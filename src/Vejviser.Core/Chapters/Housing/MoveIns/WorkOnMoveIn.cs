using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.MoveIns;

/// <summary>
/// Ticks lines and finishes tasks of a move-in. The association's user does the tasks the association has; staff do the others, and see both. Failures: <c>tasks.unknown</c> where the task is not theirs,
/// and those of <see cref="TickChecklistItem"/> and <see cref="CompleteTask"/>.
/// </summary>
public sealed class WorkOnMoveIn(VejviserDb db, TickChecklistItem tick, CompleteTask complete, ReassignTask reassign)
{
    public async Task<Result<Done>> TickAsync(Guid plan, Guid task, string item, bool isTicked, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!await IsTheirsAsync(plan, task, who, audit.At, cancel))
            return Failure.Of("tasks.unknown", ("task", task));
        var ticked = await tick.RunAsync(new TickChecklistItemInput(task, item, isTicked), audit, cancel);
        return ticked.IsSuccess ? Done.Result : ticked.Failure;
    }

    public async Task<Result<Done>> FinishAsync(Guid plan, CompleteTaskInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!await IsTheirsAsync(plan, input.TaskId, who, audit.At, cancel))
            return Failure.Of("tasks.unknown", ("task", input.TaskId));
        var done = await complete.RunAsync(input, audit, cancel);
        return done.IsSuccess ? Done.Result : done.Failure;
    }

    /// <summary>Gives the association's tasks to a user of it: the move-in then stands on the association's own page. Failures: <c>housing.forbidden</c>, <c>housing.unknown-contact</c>, and those of <see cref="ReassignTask"/>.</summary>
    public async Task<Result<int>> ShareAsync(Guid plan, Guid? contact, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit) || await ReadMoveIn.FindAsync(db, who, plan, audit.At, cancel) is not { } found)
            return Failure.Of("housing.forbidden");
        if (contact is not { } account || !await db.Users.AnyAsync(a => a.Id == account && a.PartnerId != null && !a.IsClosed, cancel))
            return Failure.Of("housing.unknown-contact");
        var theirs = await db.PlanTasks.Where(t => t.PlanId == found.PlanId && t.OwnerRole == GoodMoveIn.AssociationRole && t.State == TaskState.Open).Select(t => t.Id).ToListAsync(cancel);
        // All of them or none: half a list shared is a list nobody has.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var task in theirs)
        {
            db.ChangeTracker.Clear();
            // Each task is a line of the audit; the form's command id would let only the first through.
            var given = await reassign.RunAsync(new ReassignTaskInput(task, null, account), audit with { CommandId = null }, cancel);
            if (!given.IsSuccess)
                return given.Failure;
        }

        await transaction.CommitAsync(cancel);
        return theirs.Count;
    }

    private async Task<bool> IsTheirsAsync(Guid plan, Guid task, Reader who, DateTime now, CancellationToken cancel)
    {
        if (await ReadMoveIn.FindAsync(db, who, plan, now, cancel) is not { } found || found.Tasks.All(t => t.Id != task))
            return false;
        var isPartners = await db.PlanTasks.AnyAsync(t => t.Id == task && db.Users.Any(a => a.Id == t.OwnerAccountId && a.PartnerId != null), cancel);
        if (who.PartnerId is { } partner)
            return await db.PlanTasks.AnyAsync(t => t.Id == task && db.Users.Any(a => a.Id == t.OwnerAccountId && a.PartnerId == partner), cancel);
        return !isPartners && who.May(Permissions.PlansWork);
    }
}
