using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="Token">For <see cref="ReschedulePlan"/>: it then moves what was seen here, or nothing.</param>
/// <param name="Move">Null where no date changes.</param>
public sealed record PlanDatesPreview(string Token, PlanMove? Move);

/// <summary>
/// Which tasks new dates of a plan take along, and which stay and why. Changes nothing. Failures: <c>plans.unknown</c>, <c>plans.ended</c>,
/// <c>plans.unknown-anchor</c>, <c>plans.date-required</c>, <c>plans.date-out-of-range</c>.
/// </summary>
public sealed class PreviewPlanDates(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public async Task<Result<PlanDatesPreview>> RunAsync(PlanDates wanted, DateOnly today, CancellationToken cancel = default)
    {
        var loaded = await wanted.LoadAsync(db, practices, law, today, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var token = await wanted.FingerprintAsync(db, cancel);
        if (loaded.Value is not { } shift)
            return new PlanDatesPreview(token, null);
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == shift.Plan.Id).OrderBy(t => t.Order).ToListAsync(cancel);
        return new PlanDatesPreview(token, await PlanMoves.OfAsync(db, law, shift, tasks, cancel));
    }
}
