using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Insight;

/// <summary>The managers' numbers as they stood at one instant.</summary>
/// <param name="At">UTC; shown beside the numbers.</param>
public sealed record CountedWork(OpenLoad Load, LateTrend Trend, DateTime At);

/// <summary>
/// Counts for the managers' page. All open tasks of the municipality go into it, so those who look within the same half minute, at the
/// same units, share one count, and the page says when it was taken (ADR 0022); the one before stands while the next is counted. The lists behind the numbers are read anew each time.
/// </summary>
public sealed class CountWork(DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<string, CountedWork> counts = new(Sharing.Standing, clock, patience: Sharing.Patience);

    public Task<CountedWork> ReadAsync(Reader reader, CancellationToken cancel) => counts.ReadAsync(UnitsOf(reader), () => RunAsync(reader), cancel);

    private async Task<CountedWork> RunAsync(Reader reader)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        var load = await OpenLoad.ReadAsync(db, reader, clock.Today(), CancellationToken.None);
        return new CountedWork(load, await LateTrend.ReadAsync(db, reader, now, CancellationToken.None), now);
    }

    /// <summary>All that the numbers depend on of who asks.</summary>
    private static string UnitsOf(Reader reader) =>
        reader.MayEverywhere(Permissions.Managers) ? "everywhere" : string.Join(' ', reader.Grants.GetValueOrDefault(Permissions.Managers, new HashSet<Guid>()).Order());
}
