using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Core.Tests.Engine.Pairs;

public sealed class PairSolvingTests
{
    private static readonly string[] Industries = ["It", "Byggeri", "Sundhed", "Regnskab", "Transport"];
    private static readonly string[] Towns = ["Havneby", "Strandby", "Skovby"];
    private static readonly string[] Tongues = ["ar", "fa", "ti"];
    private static readonly MentorPairs Practice = new();

    private static readonly PairPolicy Policy = PairPolicy.Of(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find(MentorPairs.Practice)!);

    [Fact]
    public void Propose_TwelvePeopleAndEightMentors_IsWhatTryingEverythingFinds()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var facts = Random(seed, 12, 8);
            var proposal = PairSolving.Propose(Practice, Policy, facts, []);
            Assert.Equal(Best(facts), (proposal.Paired, Math.Round(Score(proposal), 6)));
            Assert.All(proposal.Lines.Where(l => l.Volunteer is not null), l => Assert.True(l.Seeker is { IsEligible: true, HasConsent: true }));
            Assert.All(proposal.Lines.Where(l => l.Volunteer is not null).GroupBy(l => l.Volunteer!.Id), g => Assert.Single(g));
        }
    }

    [Fact]
    public void Propose_ChosenByHand_KeepsItAndSaysExactlyWhatItCosts()
    {
        var facts = Random(7, 12, 8);
        var free = PairSolving.Propose(Practice, Policy, facts, []);
        var line = free.Lines.First(l => l is { RunnerUp: not null, AloneThen: 0 });
        var chosen = PairSolving.Propose(Practice, Policy, facts, [new HandPair(line.Seeker.PlanId, line.RunnerUp!.Id, "Kender hinanden")]);
        var again = chosen.Lines.Single(l => l.Seeker.PlanId == line.Seeker.PlanId);
        Assert.Equal((line.RunnerUp.Id, "Kender hinanden"), (again.Volunteer!.Id, again.ByHand));
        Assert.Equal(free.Score - again.HandPrice, chosen.Score, 6);
        Assert.Equal(line.Price!.Value, again.HandPrice, 6);
        Assert.NotEqual(free.Fingerprint, chosen.Fingerprint);
    }

    [Fact]
    public void Propose_TriedBefore_IsNotProposedAgainAndTheNextBestIs()
    {
        var facts = Random(3, 6, 6);
        var line = PairSolving.Propose(Practice, Policy, facts, []).Lines.First(l => l is { RunnerUp: not null, AloneThen: 0 });
        var next = PairSolving.Propose(Practice, Policy, facts with { Tried = [new TriedPair(line.Seeker.PlanId, line.Volunteer!.Id, NewcomerSaidNo: true)] }, []);
        Assert.NotEqual(line.Volunteer.Id, next.Lines.Single(l => l.Seeker.PlanId == line.Seeker.PlanId).Volunteer?.Id);
        Assert.Equal(Best(facts with { Tried = [new TriedPair(line.Seeker.PlanId, line.Volunteer.Id, true)] }), (next.Paired, Math.Round(Score(next), 6)));
    }

    [Fact]
    public void Propose_WaitsByHand_LeavesTheMentorToAnother()
    {
        var facts = Random(5, 12, 8);
        var line = PairSolving.Propose(Practice, Policy, facts, []).Lines.First(l => l.Volunteer is not null);
        var proposal = PairSolving.Propose(Practice, Policy, facts, [new HandPair(line.Seeker.PlanId, null, "På ferie")]);
        var waits = proposal.Lines.Single(l => l.Seeker.PlanId == line.Seeker.PlanId);
        Assert.Equal((null, "by-hand", "På ferie"), (waits.Volunteer, waits.Why, waits.ByHand));
        Assert.Contains(proposal.Lines, l => l.Volunteer?.Id == line.Volunteer!.Id);
    }

    [Fact]
    public void Propose_OtherWeights_CountWithThem()
    {
        var facts = Random(9, 12, 8);
        var policy = Policy.With(new Dictionary<string, int> { ["weight-industry"] = 0, ["weight-network"] = 0, ["weight-waiting"] = 0, ["weight-language"] = 0, ["weight-turn"] = 0 });
        Assert.All(PairSolving.Propose(Practice, policy, facts, []).Lines.Where(l => l.Volunteer is not null), l => Assert.Equal(l.Parts.Single(p => p.Rule == "town").Score, l.Score));
    }

    /// <summary>The pairs' own points less what each earlier newcomer of a mentor costs.</summary>
    private static double Score(PairProposal proposal) => proposal.Lines.Where(l => l.Volunteer is not null).Sum(l => l.Score - Practice.TurnPrice(Policy) * l.Volunteer!.Before);

    /// <summary>Every way to pair, by the mentors that are taken: as many as can be, then most points.</summary>
    private static (int Paired, double Score) Best(PairFacts facts)
    {
        var (asks, answers) = (Practice.AsksOfVolunteer(Policy), Practice.AsksOfNewcomer(Policy, facts.Day));
        var tried = facts.Tried.Select(t => (t.PlanId, t.VolunteerId)).ToHashSet();
        var best = new Dictionary<int, double> { [0] = 0 };
        foreach (var seeker in facts.Seekers)
        {
            foreach (var (taken, score) in best.ToList())
            {
                foreach (var (index, volunteer) in facts.Volunteers.Index().Where(v => (taken & (1 << v.Index)) == 0 && !tried.Contains((seeker.PlanId, v.Item.Id))))
                {
                    var (one, other) = (asks.Judge(seeker, volunteer), answers.Judge(volunteer, seeker));
                    if (!one.Accepted || !other.Accepted)
                        continue;
                    var with = score + one.Score + other.Score - Practice.TurnPrice(Policy) * volunteer.Before;
                    var mask = taken | (1 << index);
                    if (!best.TryGetValue(mask, out var known) || with > known)
                        best[mask] = with;
                }
            }
        }

        return best.Select(b => (int.PopCount(b.Key), Math.Round(b.Value, 6))).Max();
    }

    private static PairFacts Random(int seed, int people, int mentors)
    {
        var random = new Random(seed);
        string One(string[] among) => among[random.Next(among.Length)];
        return new PairFacts(
            new DateOnly(2026, 3, 2),
            [.. Enumerable.Range(0, people).Select(i => new PairSeekerFacts(Guid.CreateVersion7(), $"R{i}", random.Next(10) > 0, random.Next(10) > 0, One(Towns), One(Tongues), ["en"], [One(Industries)], 1, [], null, random.Next(80)))],
            [.. Enumerable.Range(0, mentors).Select(i => new VolunteerFacts(Guid.CreateVersion7(), $"M{i}", [One(Towns)], [One(Tongues)], [One(Industries)], [One(Industries)], random.Next(8) == 0 ? 2 : 4, false, null, 1, random.Next(3)))],
            []);
    }
}
