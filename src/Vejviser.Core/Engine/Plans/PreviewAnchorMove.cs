using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public enum StayReason
{
    /// <summary>It was done.</summary>
    Done = 1,

    /// <summary>It was skipped.</summary>
    Skipped,

    /// <summary>A person set its date.</summary>
    Pinned,

    /// <summary>Its plan pauses: it gets its date when the plan goes on.</summary>
    Resting,

    /// <summary>It counts from another date, or comes to the same day.</summary>
    Unaffected,
}

public sealed record TaskMove(Guid TaskId, string Step, Guid? PersonId, DateOnly? From, DateOnly? To);

public sealed record TaskStay(Guid TaskId, string Step, Guid? PersonId, DateOnly? Due, StayReason Why);

/// <summary>A step that comes to a plan, or goes.</summary>
/// <param name="TaskId">Set where it goes.</param>
public sealed record TaskChangeOfPlan(Guid? TaskId, string Step, Guid? PersonId, DateOnly? Due, string OwnerRole);

/// <param name="Added">Steps that the law of the new date adds.</param>
/// <param name="Removed">Open steps that it takes away.</param>
public sealed record PlanMove(
    Guid PlanId, Guid HouseholdId, string Practice, IReadOnlyList<AnchorChange> Anchors, IReadOnlyList<TaskMove> Moves, IReadOnlyList<TaskStay> Stays,
    IReadOnlyList<TaskChangeOfPlan> Added, IReadOnlyList<TaskChangeOfPlan> Removed);

/// <param name="Token">For <see cref="MoveAnchor"/>: it then moves what was seen here, or nothing.</param>
public sealed record AnchorMovePreview(string Token, IReadOnlyList<PlanMove> Plans);

/// <summary>
/// Which tasks an anchor takes along, from when to when, and which stay and why. Changes nothing.
/// Failures: <c>plans.unknown-anchor</c>, <c>plans.date-out-of-range</c>, <c>households.unknown</c>.
/// </summary>
public sealed class PreviewAnchorMove(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public async Task<Result<AnchorMovePreview>> RunAsync(AnchorMove move, CancellationToken cancel = default)
    {
        var loaded = await AnchorMoves.LoadAsync(db, practices, law, move, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var token = await PlanFingerprint.OfAsync(db, move, loaded.Value, cancel);
        var ids = loaded.Value.Plans.Select(p => p.Plan.Id).ToList();
        var tasks = (await db.PlanTasks.AsNoTracking().Where(t => ids.Contains(t.PlanId)).OrderBy(t => t.Order).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var plans = new List<PlanMove>();
        foreach (var shift in loaded.Value.Plans)
            plans.Add(await PlanMoves.OfAsync(db, law, shift, [.. tasks[shift.Plan.Id]], cancel));
        return new AnchorMovePreview(token, plans);
    }
}
