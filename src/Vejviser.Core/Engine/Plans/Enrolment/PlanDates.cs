using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>New days for a plan's own dates: those that staff gave when somebody was enrolled.</summary>
/// <param name="Dates">By anchor; null gives one back to the date that stands in for it. What is left out stays.</param>
public sealed record PlanDates(Guid PlanId, IReadOnlyDictionary<string, DateOnly?> Dates)
{
    private const int YearsAway = 10;

    /// <summary>The plan's shift; null where no date changes.</summary>
    internal async Task<Result<PlanShift?>> LoadAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, DateOnly today, CancellationToken cancel)
    {
        if (await db.Plans.AsNoTracking().Include(p => p.Anchors).SingleOrDefaultAsync(p => p.Id == PlanId, cancel) is not { } plan)
            return Failure.Of("plans.unknown", ("plan", PlanId));
        if (plan.EndedAt is not null)
            return Failure.Of("plans.ended");
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        var own = Of(definition).ToDictionary(a => a.Id);
        if (Dates.Keys.FirstOrDefault(d => !own.ContainsKey(d)) is { } stranger)
            return Failure.Of("plans.unknown-anchor", ("anchor", stranger), ("known", string.Join(", ", own.Keys)));
        if (Dates.Any(d => d.Value is null && own[d.Key].Or is null && plan.Anchors.Exists(a => a.Name == d.Key)))
            return Failure.Of("plans.date-required");
        if (Dates.Values.Any(d => d < today.AddYears(-YearsAway) || d > today.AddYears(YearsAway)))
            return Failure.Of("plans.date-out-of-range");
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == plan.HouseholdId, cancel);
        return new PlanShifts(law.Anchor, await law.CalendarAsync(db, cancel)).Of(plan, definition, HouseholdShift.None(household), Dates);
    }

    /// <summary>What a preview showed, in one word.</summary>
    internal Task<string> FingerprintAsync(VejviserDb db, CancellationToken cancel) => PlanFingerprint.OfAsync(
        db, string.Join(' ', Dates.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value?.DayNumber}")), [PlanId], cancel);

    /// <summary>The dates of a practice that staff give.</summary>
    public static IEnumerable<Anchor> Of(PracticeDefinition definition) => definition.Anchors.Where(a => a.Source == AnchorSource.Enrolment);
}
