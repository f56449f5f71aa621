using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Plans;

/// <summary>
/// A preview's token: what was asked, and how the plans and their tasks stood. A version only ever rises, so the number of a plan's
/// tasks and the sum of their versions tell any change.
/// </summary>
internal static class PlanFingerprint
{
    public static async Task<string> OfAsync(VejviserDb db, string asked, IReadOnlyCollection<Guid> plans, CancellationToken cancel)
    {
        var versions = await db.Plans.Where(p => plans.Contains(p.Id)).Select(p => new { p.Id, p.Version, p.PracticeVersionId }).ToListAsync(cancel);
        var tasks = await db.PlanTasks.Where(t => plans.Contains(t.PlanId)).GroupBy(t => t.PlanId)
            .Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(t => (long)t.Version) }).ToDictionaryAsync(g => g.Key, cancel);
        var lines = versions.OrderBy(v => v.Id).Select(v => tasks.TryGetValue(v.Id, out var t)
            ? $"{v.Id} {v.Version} {v.PracticeVersionId} {t.Count} {t.Sum}"
            : $"{v.Id} {v.Version} {v.PracticeVersionId}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{asked}\n{string.Join('\n', lines)}")));
    }

    public static Task<string> OfAsync(VejviserDb db, AnchorMove move, AnchorMoves moves, CancellationToken cancel) => OfAsync(
        db,
        $"{move.Anchor} {string.Join(' ', move.Households.OrderBy(h => h.HouseholdId).Select(h => $"{h.HouseholdId}={h.Date?.DayNumber}"))}",
        [.. moves.Plans.Select(p => p.Plan.Id)],
        cancel);
}
