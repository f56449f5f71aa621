using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>What a practice wants to hold and has not booked, since nobody's week had room for it.</summary>
public static class ReadMissingMeetings
{
    public static async Task<IReadOnlyList<WantedMeeting>> RunAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, string practice, DateOnly today, CancellationToken cancel) =>
        await GatheredMeetings.LoadAsync(db, practices, law, practice, today, cancel) is { } found ? [.. found.Wanted.Where(w => found.Find(w) is null)] : [];
}
