using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A match with all it rests on.</summary>
/// <param name="Definition">As the municipality runs the practice.</param>
/// <param name="Number">The version in force; null where the practice is not adopted.</param>
public sealed record SeenPairs(PracticeDefinition Definition, int? Number, PairPolicy Policy, IReadOnlyList<Seeking> Seekers, PairFacts Facts, IReadOnlyList<HandPair> Chosen, PairProposal Proposal);

/// <summary>Makes the proposal as it stands now.</summary>
public sealed class SeePairs(EffectivePractices practices)
{
    public async Task<SeenPairs> RunAsync(VejviserDb db, PairPractice practice, DateOnly day, CancellationToken cancel)
    {
        var adopted = await EffectivePractices.NewestAsync(db, practice.Id, cancel);
        var definition = (await practices.InUseAsync(db, practice.Id, cancel))!;
        var policy = PairPolicy.Of(definition);
        var seekers = await ReadPairs.SeekersAsync(db, practice, practices, day, cancel);
        var facts = new PairFacts(day, [.. seekers.Select(s => s.Facts)], await ReadPairs.VolunteersAsync(db, practice, policy, cancel), await ReadPairs.TriedAsync(db, practice.Id, cancel));
        IReadOnlyList<HandPair> chosen = [.. (await db.PairChoices.AsNoTracking().Where(c => c.Practice == practice.Id).OrderBy(c => c.At).ThenBy(c => c.PlanId).ToListAsync(cancel)).Select(c => new HandPair(c.PlanId, c.VolunteerId, c.Reason))];
        return new SeenPairs(definition, adopted?.Number, policy, seekers, facts, chosen, PairSolving.Propose(practice, policy, facts, chosen));
    }
}
