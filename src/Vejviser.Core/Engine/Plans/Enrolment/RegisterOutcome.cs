using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="IsYes">Null takes what was registered back.</param>
/// <param name="On">The day it was so.</param>
public sealed record RegisterOutcomeInput(Guid PlanId, string Outcome, bool? IsYes, DateOnly On);

/// <summary>
/// Registers a yes-or-no fact about somebody in a practice, running or ended; the newest word counts. Failures: <c>plans.unknown</c>,
/// <c>plans.unknown-outcome</c>, <c>plans.outcome-in-future</c>.
/// </summary>
public sealed class RegisterOutcome(VejviserDb db, EffectivePractices practices)
{
    public Task<Result<Done>> RunAsync(RegisterOutcomeInput input, AuditContext audit, CancellationToken cancel = default) =>
        PlanChange.RunAsync(db, input.PlanId, audit, p => DecideAsync(p, input, audit, cancel), cancel: cancel);

    private async Task<Result<IReadOnlyCollection<AuditSubject>>> DecideAsync(Plan plan, RegisterOutcomeInput input, AuditContext audit, CancellationToken cancel)
    {
        if (!(await practices.OfAsync(db, plan.PracticeVersionId, cancel)).Outcomes.Contains(input.Outcome))
            return Failure.Of("plans.unknown-outcome");
        if (input.On > audit.Day)
            return Failure.Of("plans.outcome-in-future");
        return await PutAsync(db, plan, input, audit, cancel) is { } subject ? (AuditSubject[])[subject] : Array.Empty<AuditSubject>();
    }

    /// <summary>Puts the word in the context; the caller has asked whether it may be said, and saves.</summary>
    /// <returns>What the audit notes; null where it was so already.</returns>
    /// <exception cref="InvalidOperationException">Nobody says it: a word about somebody has initials.</exception>
    public static async Task<AuditSubject?> PutAsync(VejviserDb db, Plan plan, RegisterOutcomeInput input, AuditContext audit, CancellationToken cancel)
    {
        var known = await db.PlanOutcomes.SingleOrDefaultAsync(o => o.PlanId == plan.Id && o.Outcome == input.Outcome, cancel);
        if (known?.IsYes == input.IsYes && (known is null || known.On == input.On))
            return null;
        var before = known?.IsYes;
        if (input.IsYes is not { } isYes)
            db.PlanOutcomes.Remove(known!);
        else if (known is null)
            db.PlanOutcomes.Add(new PlanOutcome { PlanId = plan.Id, Outcome = input.Outcome, IsYes = isYes, On = input.On, ByAccountId = TaskChange.ActorOf(audit) });
        else
            (known.IsYes, known.On, known.ByAccountId) = (isYes, input.On, TaskChange.ActorOf(audit));
        return PlanChange.Subject(plan, ("outcome", input.Outcome), ("yes", new[] { before, input.IsYes }), ("on", input.On));
    }
}
