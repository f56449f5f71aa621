using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>An effect that has come about.</summary>
/// <param name="Plan">The plan it comes from.</param>
public sealed record PlanEvent(Plan Plan, PracticeEffect Effect)
{
    /// <summary>All effects: a plan that begins because of this one has its own.</summary>
    public required PlanEffects All { get; init; }
}

/// <summary>
/// Carries one kind of effect out. It adds to the context what changes elsewhere and names it for the audit; the plan's own transaction
/// saves it, so that both happen or neither.
/// </summary>
public interface IPlanEffect
{
    EffectKind Kind { get; }

    Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel);
}

/// <summary>What a practice changes elsewhere, as its definition says.</summary>
public sealed class PlanEffects(EffectivePractices practices, IEnumerable<IPlanEffect> kinds)
{
    private readonly Dictionary<EffectKind, IPlanEffect> byKind = kinds.ToDictionary(k => k.Kind);

    /// <summary>The engine's own kinds, for a host without a container.</summary>
    /// <param name="beside">Kinds of higher rooms.</param>
    public static PlanEffects Of(EffectivePractices practices, PlanLaw law, params ReadOnlySpan<IPlanEffect> beside) =>
        new(practices, [new SkipSteps(), new StartPractice(practices, law), new EndPractice(), .. beside]);

    public async Task<IReadOnlyList<AuditSubject>> ApplyAsync(VejviserDb db, Plan plan, PracticeDefinition definition, EffectOn on, AuditContext audit, CancellationToken cancel)
    {
        var subjects = new List<AuditSubject>();
        foreach (var effect in definition.Effects.Where(e => e.On == on))
            subjects.AddRange(await ApplyAsync(db, plan, effect, audit, cancel));
        return subjects;
    }

    public Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, Plan plan, PracticeEffect effect, AuditContext audit, CancellationToken cancel) =>
        byKind[effect.Do].ApplyAsync(db, new PlanEvent(plan, effect) { All = this }, audit, cancel);

    /// <summary>Skips, in a plan that begins, the steps that an earlier practice of the same people made needless.</summary>
    public async Task SkipWhatOthersGaveAsync(VejviserDb db, Plan plan, IReadOnlyList<PlanTask> tasks, AuditContext audit, CancellationToken cancel)
    {
        var earlier = await db.Plans.AsNoTracking()
            .Where(p => p.HouseholdId == plan.HouseholdId && p.Id != plan.Id && p.State != PlanState.Waiting && (plan.PersonId == null || p.PersonId == null || p.PersonId == plan.PersonId))
            .ToListAsync(cancel);
        foreach (var other in earlier)
        {
            var effects = (await practices.OfAsync(db, other.PracticeVersionId, cancel)).Effects;
            foreach (var effect in effects.Where(e => e.Do == EffectKind.SkipSteps && e.Practice == plan.Practice && Happened(other, e.On)))
                SkipSteps.Skip(tasks.Where(t => effect.Steps.Contains(t.Step)), other.Practice, audit);
        }
    }

    private static bool Happened(Plan plan, EffectOn on) => on switch
    {
        EffectOn.Started => true,
        EffectOn.Completed => plan.State == PlanState.Completed,
        EffectOn.BrokenOff => plan.State == PlanState.BrokenOff,
        EffectOn.MovedOn => plan.State == PlanState.MovedOn,
        _ => false,
    };
}
