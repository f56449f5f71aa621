using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Date">Null where the date is no longer known.</param>
public sealed record HouseholdMove(Guid HouseholdId, DateOnly? Date);

/// <summary>One anchor, moved for one household or for a thousand.</summary>
/// <param name="Anchor"><c>arrival</c>, <c>takeover</c>, <c>allocation</c> or <c>registered</c>.</param>
public sealed record AnchorMove(string Anchor, IReadOnlyList<HouseholdMove> Households)
{
    public static AnchorMove Of(Guid household, string anchor, DateOnly? date) => new(anchor, [new(household, date)]);
}

/// <summary>The households and running plans that a move touches, with what it does to them; no task is loaded.</summary>
internal sealed record AnchorMoves(IReadOnlyList<HouseholdShift> Households, IReadOnlyList<PlanShift> Plans)
{
    private static readonly string[] Movable = [PlanAnchors.Allocation, PlanAnchors.Takeover, PlanAnchors.Arrival, PlanAnchors.Registered];

    /// <summary>The longest offset is some three hundred years of months: dates this far from the calendar's ends can be counted from.</summary>
    private const int YearsFromEnd = 400;

    public static async Task<Result<AnchorMoves>> LoadAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, AnchorMove move, CancellationToken cancel)
    {
        if (!Movable.Contains(move.Anchor))
            return Failure.Of("plans.unknown-anchor", ("anchor", move.Anchor), ("known", string.Join(", ", Movable)));
        if (move.Households.Any(m => m.Date is { } d && (d < DateOnly.MinValue.AddYears(YearsFromEnd) || d > DateOnly.MaxValue.AddYears(-YearsFromEnd))))
            return Failure.Of("plans.date-out-of-range");
        var dates = move.Households.ToDictionary(m => m.HouseholdId, m => m.Date);
        var ids = dates.Keys.ToList();
        var households = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(cancel);
        if (households.Count < ids.Count)
            return Failure.Of("households.unknown", ("household", ids.Except(households.Select(h => h.Id)).First()));

        var shifted = households.Select(h => HouseholdShift.Of(h, move.Anchor, dates[h.Id], law.Anchor)).ToDictionary(s => s.Household.Id);
        var plans = await db.Plans.AsNoTracking().Include(p => p.Anchors).Where(p => ids.Contains(p.HouseholdId) && p.EndedAt == null).OrderBy(p => p.Id).ToListAsync(cancel);
        var shifts = new PlanShifts(law.Anchor, await law.CalendarAsync(db, cancel));
        var result = new List<PlanShift>();
        foreach (var plan in plans)
            if (shifts.Of(plan, await practices.OfAsync(db, plan.PracticeVersionId, cancel), shifted[plan.HouseholdId]) is { } shift)
                result.Add(shift);
        return new AnchorMoves([.. shifted.Values], result);
    }
}
