using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>A meeting with all that is shared out at it and the proposal.</summary>
public sealed record SeenAllocation(HousingPolicy Policy, AllocationFacts Facts, AllocationProposal Proposal);

/// <summary>Makes the proposal for a meeting as it stands now.</summary>
public static class SeeAllocation
{
    public static async Task<SeenAllocation> RunAsync(VejviserDb db, EffectivePractices practices, LawBook law, AllocationSolving solving, AllocationMeeting meeting, DateOnly today, CancellationToken cancel) =>
        await RunAsync(db, practices, law, solving, meeting.Day, await ChosenAsync(db, meeting.Id, cancel), today, cancel);

    /// <summary>Without a meeting: what would be proposed on a day.</summary>
    public static async Task<SeenAllocation> RunAsync(
        VejviserDb db, EffectivePractices practices, LawBook law, AllocationSolving solving, DateOnly day, IReadOnlyList<HandChoice> chosen, DateOnly today, CancellationToken cancel)
    {
        var policy = await ReadPolicy.InForceAsync(db, cancel);
        var facts = await ReadAllocation.FactsAsync(db, practices, law, policy, day, today, cancel);
        return new SeenAllocation(policy, facts, solving.Propose(facts, policy, chosen, cancel));
    }

    private static async Task<IReadOnlyList<HandChoice>> ChosenAsync(VejviserDb db, Guid meeting, CancellationToken cancel) =>
        [.. (await db.AllocationPins.AsNoTracking().Where(p => p.MeetingId == meeting).OrderBy(p => p.At).ThenBy(p => p.HouseholdId).ToListAsync(cancel)).Select(p => new HandChoice(p.HouseholdId, p.DwellingId, p.Reason))];
}
