using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A newcomer whom other weights would have paired otherwise.</summary>
/// <param name="Before">Null where they wait.</param>
public sealed record PairMove(PairSeekerFacts Seeker, VolunteerFacts? Before, VolunteerFacts? After);

/// <summary>What other weights do with those who look now and with the last decision, before anything is published. Choices by hand are left out on both sides: what is told is what the weights do.</summary>
/// <param name="On">The day of the decision; null for those who look now.</param>
public sealed record PairEffect(DateOnly? On, int Seekers, int PairedBefore, int PairedAfter, IReadOnlyList<PairMove> Moves)
{
    public static async Task<IReadOnlyList<PairEffect>> ReadAsync(VejviserDb db, PairPractice practice, SeenPairs seen, IReadOnlyDictionary<string, int> figures, CancellationToken cancel)
    {
        var last = await db.PairRounds.AsNoTracking().Where(r => r.Practice == practice.Id).OrderByDescending(r => r.DecidedAt).Select(r => r.Facts).FirstOrDefaultAsync(cancel);
        return [Of(practice, seen, figures, seen.Facts, null), .. last is null ? [] : new[] { PairFacts.FromJson(last) }.Select(f => Of(practice, seen, figures, f, f.Day))];
    }

    private static PairEffect Of(PairPractice practice, SeenPairs seen, IReadOnlyDictionary<string, int> figures, PairFacts facts, DateOnly? on)
    {
        var (before, after) = (PairSolving.Propose(practice, seen.Policy, facts, []), PairSolving.Propose(practice, seen.Policy.With(figures), facts, []));
        return new PairEffect(on, facts.Seekers.Count, before.Paired, after.Paired, [.. before.Lines.Zip(after.Lines).Where(p => p.First.Volunteer?.Id != p.Second.Volunteer?.Id).Select(p => new PairMove(p.First.Seeker, p.First.Volunteer, p.Second.Volunteer))]);
    }
}
