using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="PreviewToken">Of <see cref="PlanDatesPreview"/>: where the plan changed since, nothing moves. Null moves what is there.</param>
public sealed record ReschedulePlanInput(PlanDates Dates, string? PreviewToken = null);

/// <param name="Tasks">Tasks that got another date.</param>
public sealed record Rescheduled(int Tasks);

/// <summary>
/// Gives a plan other dates of its own; open tasks follow, but for those whose date a person set. Dates that change nothing save nothing.
/// Failures: those of <see cref="PreviewPlanDates"/> and <c>plans.changed-since-preview</c>.
/// </summary>
public sealed class ReschedulePlan(VejviserDb db, EffectivePractices practices, PlanLaw law, IEnumerable<IPlanFollower>? followers = null)
{
    public async Task<Result<Rescheduled>> RunAsync(ReschedulePlanInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using var _ = own;
        if (await db.IsHandledAsync(audit, cancel))
            return new Rescheduled(0);
        var statements = new MoveStatements(db, cancel);
        await statements.LockPlanAsync(input.Dates.PlanId);
        var loaded = await input.Dates.LoadAsync(db, practices, law, audit.Day, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        if (input.PreviewToken is { } token && token != await input.Dates.FingerprintAsync(db, cancel))
            return Failure.Of("plans.changed-since-preview");
        if (loaded.Value is not { } shift)
            return new Rescheduled(0);

        var tasks = await statements.MoveTasksAsync([shift]);
        await statements.MovePlansAsync([shift]);
        if (shift.CrossesLaw)
            await PlanReviser.ReviseAsync(db, practices, law, shift, cancel);
        var details = shift.Changes.Select(c => (c.Anchor, (object?)new[] { c.From, c.To })).ToArray();
        if (await db.SaveAsync(audit, PlanChange.Subject(shift.Plan, details), cancel) != SaveOutcome.Saved)
            return new Rescheduled(0);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
            await followers.TellAsync([shift.Plan.Practice], audit, cancel);
        }

        return new Rescheduled(tasks);
    }
}
