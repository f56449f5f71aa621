using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>An effect that came about because somebody joined the household.</summary>
/// <param name="VersionId">The version of the practice that says so, and names the effect.</param>
public sealed record ArrivalEffect(Guid PlanId, string Practice, Guid VersionId, string Effect);

/// <summary>
/// Somebody joins a household that runs practices: what those change elsewhere when family arrives happens. Works in the transaction in
/// which the person is added, so that both happen or neither.
/// </summary>
public sealed class FamilyArrival(EffectivePractices practices, PlanLaw law, PlanEffects effects, IEnumerable<IPlanEnding>? endings = null)
{
    /// <param name="arrived">Who joined; their own practices are not affected by their own coming.</param>
    /// <returns>What came about, for the page to tell; none where no practice of the household asks for anything.</returns>
    public async Task<IReadOnlyList<ArrivalEffect>> RunAsync(
        VejviserDb db, Guid householdId, IReadOnlyCollection<Guid> arrived, AuditContext audit, CancellationToken cancel)
    {
        var plans = await db.Plans
            .Where(p => p.HouseholdId == householdId && p.EndedAt == null && p.State != PlanState.Waiting && (p.PersonId == null || !arrived.Contains(p.PersonId.Value)))
            .OrderBy(p => p.StartedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        var (happened, subjects, ended) = (new List<ArrivalEffect>(), new List<AuditSubject>(), new HashSet<string>());
        foreach (var plan in plans)
        {
            foreach (var effect in (await practices.OfAsync(db, plan.PracticeVersionId, cancel)).Effects.Where(e => e.On == EffectOn.FamilyArrived))
            {
                var touched = await effects.ApplyAsync(db, plan, effect, audit, cancel);
                subjects.AddRange(touched);
                // What could not begin because the municipality does not run it stands in the audit, and is told to nobody as done.
                if (touched.Count > 0 && (effect.Do != EffectKind.StartPractice || await EffectivePractices.NewestAsync(db, effect.Practice, cancel) is not null))
                    happened.Add(new ArrivalEffect(plan.Id, plan.Practice, plan.PracticeVersionId, effect.Id));
                if (effect.Do == EffectKind.EndPractice)
                    ended.Add(effect.Practice);
            }
        }

        if (subjects.Count == 0)
            return [];
        await db.SaveAsync(audit with { Action = "plans.family-arrived", CommandId = null }, subjects, cancel);
        await new AfterEnding(db, practices, law, effects, endings).RunAsync(ended, audit, cancel);
        return happened;
    }
}
