using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// Sets the day of a pair's first meeting; the plan's own date follows where the practice counts from it. It can be set anew. Failures: <c>pairs.unknown</c>, <c>pairs.not-agreed</c>, <c>pairs.begin-day</c>,
/// <c>pairs.changed-meanwhile</c>, and those of <see cref="ReschedulePlan"/>.
/// </summary>
public sealed class BeginPair(VejviserDb db, EffectivePractices practices, ReschedulePlan reschedule, PairSteps steps)
{
    private const int MostDaysAway = 366;

    public async Task<Result<Done>> RunAsync(Guid pairId, DateOnly? day, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.unknown");
        var found = await PairChange.FindAsync(db, pairId, who, audit.Day, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (pair, plan) = found.Value;
        if (pair.State != PairState.Agreed)
            return Failure.Of("pairs.not-agreed");
        if (day is not { } start || Math.Abs(start.DayNumber - audit.Day.DayNumber) > MostDaysAway)
            return Failure.Of("pairs.begin-day");
        if (pair.StartOn == start)
            return Done.Result;
        pair.StartOn = start;
        pair.Version++;
        await using var both = await db.Database.BeginTransactionAsync(cancel);
        var saved = await PairChange.SaveAsync(db, pair, plan, audit, cancel, ("start", start));
        if (!saved.IsSuccess)
            return saved;
        if ((await practices.OfAsync(db, plan.PracticeVersionId, cancel)).FindAnchor(PairSteps.FirstMeeting) is not null)
        {
            var moved = await reschedule.RunAsync(
                new ReschedulePlanInput(new PlanDates(plan.Id, new Dictionary<string, DateOnly?> { [PairSteps.FirstMeeting] = start })), audit with { Action = "plans.reschedule", CommandId = null }, cancel);
            if (!moved.IsSuccess)
                return moved.Failure;
        }

        if (start <= audit.Day)
            await steps.FinishAsync(plan.Id, PairSteps.FirstMeeting, note: null, audit, cancel);
        await both.CommitAsync(cancel);
        return Done.Result;
    }
}
