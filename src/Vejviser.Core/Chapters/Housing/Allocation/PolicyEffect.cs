using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>A household whom another policy would have placed elsewhere at the last meeting.</summary>
/// <param name="Before">Null where it waits.</param>
public sealed record PolicyMove(SeekerFacts Seeker, HomeFacts? Before, HomeFacts? After);

/// <summary>
/// What a policy would have done with the last meeting's households and homes, beside what the policy in force does with them. Choices by hand are left out on both sides, and
/// the sums of what households can pay and the rooms they need stand as they were on the day: what is told is what the weights and demands do.
/// </summary>
/// <param name="Day">The meeting's; null where none has been decided yet.</param>
public sealed record PolicyEffect(DateOnly? Day, int PlacedBefore, int PlacedAfter, IReadOnlyList<PolicyMove> Moves, double WorkBefore, double WorkAfter)
{
    public static async Task<PolicyEffect> ReadAsync(VejviserDb db, AllocationSolving solving, HousingPolicy now, PolicyFigures figures, CancellationToken cancel)
    {
        if (await db.AllocationMeetings.AsNoTracking().Where(m => m.Facts != null).OrderByDescending(m => m.Day).FirstOrDefaultAsync(cancel) is not { } last)
            return new PolicyEffect(null, 0, 0, [], 0, 0);
        var facts = AllocationFacts.FromJson(last.Facts!);
        var before = solving.Propose(facts, now, [], cancel);
        var after = solving.Propose(facts, figures.AsPolicy(-1), [], cancel);
        var moves = before.Lines.Zip(after.Lines).Where(p => p.First.Home?.Id != p.Second.Home?.Id).Select(p => new PolicyMove(p.First.Seeker, p.First.Home, p.Second.Home));
        return new PolicyEffect(last.Day, before.Placed, after.Placed, [.. moves], Work(before), Work(after));
    }

    /// <summary>Mean share of neighbours in work, per cent.</summary>
    private static double Work(AllocationProposal proposal) => proposal.Lines.Where(l => l.Home is not null).Select(l => (double)l.Home!.WorkPercent).DefaultIfEmpty(0).Average();
}
