using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="How">Completed, broken off or moved on.</param>
/// <param name="Reason">A reason's id in the definition, where it is broken off.</param>
/// <param name="Practice">Where it moves on to.</param>
public sealed record EndPlanInput(Guid PlanId, PlanState How, string? Reason = null, string? Note = null, string? Practice = null);

/// <summary>
/// Ends a plan. Its open tasks are closed as not done, a seat goes to who waited longest, the person leaves the practice's courses, and what the practice changes elsewhere happens.
/// Ending twice changes nothing. Failures: <c>plans.unknown</c>, <c>plans.not-completed</c> (steps still open), <c>plans.unknown-reason</c>,
/// <c>plans.unknown-next</c>, <c>tasks.note-too-long</c>.
/// </summary>
public sealed class EndPlan(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanEffects effects, EvidenceRules rules, IEnumerable<IPlanEnding>? endings = null)
{
    public Task<Result<Done>> RunAsync(EndPlanInput input, AuditContext audit, CancellationToken cancel = default) =>
        PlanChange.RunAsync(db, input.PlanId, audit, p => DecideAsync(p, input, audit, cancel), p => FollowAsync(p, input.How, audit, cancel), cancel);

    private async Task FollowAsync(Plan plan, PlanState how, AuditContext audit, CancellationToken cancel)
    {
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        await new AfterEnding(db, practices, law, effects, endings).RunAsync([plan.Practice, .. definition.EndedOn(Happens(how))], audit, cancel);
    }

    private static EffectOn Happens(PlanState how) => how switch { PlanState.Completed => EffectOn.Completed, PlanState.BrokenOff => EffectOn.BrokenOff, _ => EffectOn.MovedOn };

    private async Task<Result<IReadOnlyCollection<AuditSubject>>> DecideAsync(Plan plan, EndPlanInput input, AuditContext audit, CancellationToken cancel)
    {
        if (plan.EndedAt is not null)
            return Array.Empty<AuditSubject>();
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        var tasks = await db.PlanTasks.Where(t => t.PlanId == plan.Id).ToListAsync(cancel);
        if (Refuse(plan, definition, tasks, input) is { } refused)
            return refused;

        var before = plan.State;
        Close(plan, tasks, input.How, audit);
        (plan.EndReason, plan.EndNote, plan.MovedOnTo) = (input.Reason, input.Note.OrNull(), input.Practice);
        var others = before == PlanState.Waiting ? [] : await effects.ApplyAsync(db, plan, definition, Happens(input.How), audit, cancel);
        return (AuditSubject[])[PlanChange.Subject(plan, PlanChange.States(before, plan.State), ("reason", input.Reason), ("to", input.Practice)), .. others];
    }

    internal static void Close(Plan plan, IEnumerable<PlanTask> tasks, PlanState how, AuditContext audit)
    {
        foreach (var task in tasks.Where(t => t.State is TaskState.Open or TaskState.Resting))
        {
            (task.State, task.ClosedAt, task.ClosedBy, task.SkipReason) = (TaskState.Skipped, audit.At, audit.Actor, SkipReasons.PlanEnded);
            task.Version++;
        }

        (plan.State, plan.EndedAt, plan.PausedOn, plan.PausedUntil) = (how, audit.At, null, null);
    }

    private Failure? Refuse(Plan plan, PracticeDefinition definition, List<PlanTask> tasks, EndPlanInput input)
    {
        if (rules.Refuse(input.Note, file: null) is { } refused)
            return refused;
        switch (input.How)
        {
            case PlanState.Completed:
                var open = tasks.Where(t => definition.Ending.Completed.Contains(t.Step) && t.State is (TaskState.Open or TaskState.Resting)).Select(t => t.Step).Distinct().ToList();
                string Titles(string language) => string.Join(", ", open.Select(s => $"“{law.Title(definition, s, plan.LawDate, language)}”"));
                return plan.State == PlanState.Waiting || open.Count > 0
                    ? Failure.Of("plans.not-completed", ("count", open.Count), ("titles-da", Titles("da")), ("titles-en", Titles("en")))
                    : null;
            case PlanState.BrokenOff:
                return definition.Ending.BrokenOff.Contains(input.Reason) ? null : Failure.Of("plans.unknown-reason");
            case PlanState.MovedOn:
                return definition.Ending.MovesOnTo.Contains(input.Practice) ? null : Failure.Of("plans.unknown-next");
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.How, "A plan ends completed, broken off or moved on.");
        }
    }
}
