using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Gatherings;

/// <param name="At">When it was looked for, UTC.</param>
public sealed record MissingMeetings(IReadOnlyList<WantedMeeting> Meetings, DateTime At);

/// <summary>
/// What a practice wants to hold and has not booked, since nobody's week had room for it. It is found by all of the practice's running plans, and shared for a short while (ADR 0022).
/// </summary>
public sealed class ReadMissingMeetings(EffectivePractices practices, PlanLaw law, DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(string Practice, DateOnly Day), MissingMeetings> found = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    public Task<MissingMeetings> RunAsync(string practice, CancellationToken cancel)
    {
        var today = clock.Today();
        return found.ReadAsync((practice, today), () => FindAsync(practice, today), cancel);
    }

    /// <summary>Whoever asks next sees what has changed.</summary>
    public void Forget(string practice) => found.Forget(key => key.Practice == practice);

    private async Task<MissingMeetings> FindAsync(string practice, DateOnly today)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        return new MissingMeetings(await GatheredMeetings.LoadAsync(db, practices, law, practice, today, CancellationToken.None) is { } gathered ? [.. gathered.Wanted.Where(w => gathered.Find(w) is null)] : [], now);
    }
}
