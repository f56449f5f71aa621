using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A match with all it rests on.</summary>
/// <param name="Definition">As the municipality runs the practice.</param>
/// <param name="Number">The version in force; null where the practice is not adopted.</param>
public sealed record SeenPairs(PracticeDefinition Definition, int? Number, PairPolicy Policy, IReadOnlyList<Seeking> Seekers, PairFacts Facts, IReadOnlyList<HandPair> Chosen, PairProposal Proposal)
{
    /// <summary>Volunteers whom a newcomer could have by hand: no rule of either refuses and they were not tried before; best first, with the score.</summary>
    public IReadOnlyList<(VolunteerFacts Volunteer, double Score)> ChoicesFor(PairPractice practice, PairSeekerFacts seeker)
    {
        var (asks, answers) = (practice.AsksOfVolunteer(Policy), practice.AsksOfNewcomer(Policy, Facts.Day));
        var tried = Facts.Tried.Where(t => t.PlanId == seeker.PlanId).Select(t => t.VolunteerId).ToHashSet();
        return [.. Facts.Volunteers.Where(v => !tried.Contains(v.Id)).Select(v => (Volunteer: v, One: asks.Judge(seeker, v), Other: answers.Judge(v, seeker))).Where(v => v.One.Accepted && v.Other.Accepted)
            .Select(v => (v.Volunteer, Score: v.One.Score + v.Other.Score)).OrderByDescending(v => v.Score).ThenBy(v => v.Volunteer.Name, StringComparer.CurrentCulture)];
    }
}

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
