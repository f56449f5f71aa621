using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="Number">A free seat, from 1; null where the practice does not count seats, or all are taken.</param>
/// <param name="IsFull">Every seat is taken, or others wait before: who comes now waits in line.</param>
internal readonly record struct SeatFound(int? Number, bool IsFull);

/// <summary>The seats of a practice that has so many. A seat is claimed by its unique key, so that no two ever hold one.</summary>
internal static class Seats
{
    /// <param name="claimer">Spreads those who ask at the same time over the free seats.</param>
    public static async Task<SeatFound> FreeAsync(VejviserDb db, PracticeDefinition definition, Guid claimer, CancellationToken cancel)
    {
        if (definition.Capacity is not { Per: CapacityPer.Municipality } capacity)
            return new SeatFound(null, IsFull: false);
        var taken = await db.Plans.Where(p => p.Practice == definition.Id && p.EndedAt == null && p.Seat != null).Select(p => p.Seat!.Value).ToHashSetAsync(cancel);
        var isSomebodyBefore = await db.Plans.AnyAsync(p => p.Practice == definition.Id && p.State == PlanState.Waiting, cancel);
        return isSomebodyBefore || Pick(taken, capacity.Seats.Value, claimer) is not { } seat ? new SeatFound(null, IsFull: true) : new SeatFound(seat, IsFull: false);
    }

    /// <summary>One of the seats that are free, from 1; null where all are taken. A course's seats are picked like a practice's.</summary>
    /// <param name="claimer">Spreads those who ask at the same time over the free seats.</param>
    public static int? Pick(IReadOnlySet<int> taken, int seats, Guid claimer)
    {
        var free = Enumerable.Range(1, Math.Max(0, seats)).Where(s => !taken.Contains(s)).ToList();
        return free.Count == 0 ? null : free[(claimer.GetHashCode() & int.MaxValue) % free.Count];
    }

    /// <summary>The plan that has waited longest, where a seat is free for it; null where nobody waits or no seat is free.</summary>
    public static async Task<(Plan Next, int Seat)?> NextAsync(VejviserDb db, PracticeDefinition definition, CancellationToken cancel)
    {
        if (definition.Capacity is not { Per: CapacityPer.Municipality } capacity)
            return null;
        var taken = await db.Plans.Where(p => p.Practice == definition.Id && p.EndedAt == null && p.Seat != null).Select(p => p.Seat!.Value).ToHashSetAsync(cancel);
        var free = Enumerable.Range(1, Math.Max(0, capacity.Seats.Value)).FirstOrDefault(s => !taken.Contains(s));
        if (free == 0)
            return null;
        var next = await db.Plans.Include(p => p.Anchors).Where(p => p.Practice == definition.Id && p.State == PlanState.Waiting).OrderBy(p => p.StartedAt).ThenBy(p => p.Id).FirstOrDefaultAsync(cancel);
        return next is null ? null : (next, free);
    }
}
