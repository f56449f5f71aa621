using CsCheck;
using Google.OrTools.Sat;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Pairs;
using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Tests.Pairs;

public sealed class PairingTests
{
    private const string Seed = "0000000000000";

    private static readonly Gen<PairProblem> Problems =
        from seekers in Gen.Int[0, 7]
        from givers in Gen.Int[1, 5]
        from most in Gen.Int[0, 3].Array[5]
        from scores in Gen.Int[-12, 40].Array[35]
        from unpaired in Gen.Int[-1, 10].Array[7]
        from spread in Gen.Int[0, 4]
        select new PairProblem(
            "random",
            [.. Enumerable.Range(0, seekers).Select(s => new PairSeeker($"s{s}", unpaired[s] < 0 ? null : unpaired[s]))],
            [.. Enumerable.Range(0, givers).Select(g => new PairGiver($"g{g}", most[g], g % 2))],
            [.. from s in Enumerable.Range(0, seekers) from g in Enumerable.Range(0, givers) where scores[s * 5 + g] > -5 select new PairOption($"s{s}", $"g{g}", scores[s * 5 + g] / 4.0)],
            SpreadPrice: spread / 2.0);

    [Fact]
    public void Start_RandomProblem_SameOptimumAsExhaustive() => Problems.Sample(
        problem => Same(problem, Pairing.Start(problem).Answer(), [], []), iter: 1500, seed: Seed);

    [Fact]
    public void DeclinesAndChoices_AfterEach_OptimumOfWhatIsLeftAndHeldPairsStand() => Gen.Select(Problems, Gen.Int[0, 1000].Array[6]).Sample(
        (problem, picks) =>
        {
            var pairing = Pairing.Start(problem);
            var (held, forbidden) = (new Dictionary<string, string>(), new HashSet<(string, string)>());
            foreach (var pick in picks)
            {
                var proposed = pairing.Answer().Pairs.Where(p => !p.IsAgreed).ToArray();
                if (proposed.Length == 0)
                    break;
                var pair = proposed[pick % proposed.Length];
                if (pick % 2 == 0)
                {
                    pairing.Decline(pair.Seeker, pair.Giver, PairSide.Giver);
                    forbidden.Add((pair.Seeker, pair.Giver));
                }
                else
                {
                    Assert.False(pairing.Accept(pair.Seeker, pair.Giver, PairSide.Seeker));
                    Assert.True(pairing.Accept(pair.Seeker, pair.Giver, PairSide.Giver));
                    held[pair.Seeker] = pair.Giver;
                }

                Same(problem, pairing.Answer(), held, forbidden);
            }
        },
        iter: 600, seed: Seed);

    [Fact]
    public void PriceOf_EveryOption_IsWhatChoosingItCosts() => Problems.Sample(
        problem =>
        {
            var before = Best(problem, [], []);
            foreach (var option in problem.Options)
            {
                if (Pairing.Start(problem).PriceOf(option.Seeker, option.Giver) is not { } price)
                {
                    Assert.Equal(0, problem.Givers.Single(g => g.Id == option.Giver).Most);
                    continue;
                }

                var forced = Best(problem, new Dictionary<string, string> { [option.Seeker] = option.Giver }, [])!.Value;
                Assert.Equal((forced.Alone - before!.Value.Alone, before.Value.Score - forced.Score), (price.MoreAlone, price.Price));
            }
        },
        iter: 300, seed: Seed);

    [Fact]
    public void Start_InputInAnyOrder_SamePairs() => Problems.Sample(
        problem => Assert.Equal(
            Pairing.Start(problem).Answer().Pairs.Select(p => (p.Seeker, p.Giver)),
            Pairing.Start(problem with { Seekers = [.. problem.Seekers.Reverse()], Givers = [.. problem.Givers.Reverse()], Options = [.. problem.Options.Reverse()] }).Answer().Pairs.Select(p => (p.Seeker, p.Giver))),
        iter: 300, seed: Seed);

    /// <summary>The catalogue's page 36: twelve newcomers, eight business people, matched on industry and network; the optimum by CP-SAT.</summary>
    [Fact]
    public void TwelveNewcomersEightMentors_ByRules_OptimalWithReasons()
    {
        string[] industries = ["trade", "care", "it", "food"];
        var seekers = Enumerable.Range(0, 12).Select(i => (new PairSeeker($"n{i:00}"), new Person(industries[i * 7 % 4], i * 5 % 7, i % 5 != 0))).ToArray();
        var givers = Enumerable.Range(0, 8).Select(i => (new PairGiver($"m{i}"), new Person(industries[i * 3 % 4], i * 4 % 7, true))).ToArray();
        var problem = PairProblem.Judge("mentors", seekers, givers, new RuleBook<Person, Person>([new SpeaksEnglish()], [new SameIndustry(), new NearNetwork()]), new RuleBook<Person, Person>([], []));
        var answer = Pairing.Start(problem).Answer();
        Assert.Equal(CpSat(problem), answer.Score, 6);
        Assert.Equal(8, answer.Pairs.Count);
        Assert.All(answer.Pairs, p => Assert.Equal(p.Score, p.Parts.Sum(r => r.Score), 9));
        Assert.All(answer.Unpaired.Where(u => u.Reason.Code == "no-giver-fits"), u => Assert.Equal(8, u.Refusals.Count));
        Assert.Contains(answer.Unpaired, u => u.Refusals.Any(r => r.Reasons[0].Code == "no-english"));
    }

    [Theory]
    [InlineData(double.NaN, 1, "not-a-number")]
    [InlineData(-1e12, 1, "out-of-bounds")]
    [InlineData(1, -1, "out-of-bounds")]
    public void Start_BadNumbers_NamesTheId(double score, int most, string code)
    {
        var bad = Assert.Throws<BadProblemException>(() => Pairing.Start(new PairProblem("bad", [new("s")], [new("g", most)], [new("s", "g", score)])));
        Assert.Equal(code, bad.Reason.Code);
        Assert.Contains(bad.Reason.Values, v => v.Text is "s" or "g");
    }

    [Fact]
    public void Start_DuplicatesAndUnknown_AreNamed()
    {
        Assert.Equal("seeker-twice", Code(new PairProblem("x", [new("s"), new("s")], [], [])));
        Assert.Equal("giver-twice", Code(new PairProblem("x", [], [new("g"), new("g")], [])));
        Assert.Equal("option-of-unknown-seeker", Code(new PairProblem("x", [], [new("g")], [new("s", "g", 1)])));
        Assert.Equal("option-twice", Code(new PairProblem("x", [new("s")], [new("g")], [new("s", "g", 1), new("s", "g", 2)])));
        Assert.Empty(Pairing.Start(new PairProblem("x", [], [], [])).Answer().Pairs);
        static string Code(PairProblem problem) => Assert.Throws<BadProblemException>(() => Pairing.Start(problem)).Reason.Code;
    }

    private static void Same(PairProblem problem, PairAnswer answer, Dictionary<string, string> held, HashSet<(string, string)> forbidden)
    {
        var best = Best(problem, held, forbidden);
        var mustPair = problem.Seekers.Where(s => s.UnpairedScore is null).Select(s => s.Id).ToHashSet();
        Assert.Equal(best!.Value.Alone, answer.Unpaired.Count(u => mustPair.Contains(u.Seeker)));
        Assert.Equal(best.Value.Score, answer.Score, 9);
        Assert.All(answer.Pairs, p => Assert.DoesNotContain((p.Seeker, p.Giver), forbidden));
        Assert.All(held, h => Assert.Contains(answer.Pairs, p => p.Seeker == h.Key && p.Giver == h.Value && p.IsAgreed));
    }

    /// <summary>Every way there is: fewest alone who must be paired, then the best score.</summary>
    private static (int Alone, double Score)? Best(PairProblem problem, Dictionary<string, string> held, HashSet<(string, string)> forbidden)
    {
        (int Alone, double Score)? best = null;
        var counts = problem.Givers.ToDictionary(g => g.Id, _ => 0);
        var givers = problem.Givers.ToDictionary(g => g.Id);
        Try(0, 0, 0);
        return best;

        void Try(int at, int alone, double score)
        {
            if (at == problem.Seekers.Count)
            {
                if (best is null || alone < best.Value.Alone || (alone == best.Value.Alone && score > best.Value.Score))
                    best = (alone, score);
                return;
            }

            var seeker = problem.Seekers[at];
            var must = held.GetValueOrDefault(seeker.Id);
            if (must is null)
                Try(at + 1, alone + (seeker.UnpairedScore is null ? 1 : 0), score + (seeker.UnpairedScore ?? 0));
            foreach (var option in problem.Options.Where(o => o.Seeker == seeker.Id && (must is null || must == o.Giver) && !forbidden.Contains((o.Seeker, o.Giver))))
            {
                if (counts[option.Giver] == givers[option.Giver].Most)
                    continue;
                var turn = problem.SpreadPrice * (givers[option.Giver].Before + counts[option.Giver]++);
                Try(at + 1, alone, score + option.Score - turn);
                counts[option.Giver]--;
            }
        }
    }

    private static double CpSat(PairProblem problem)
    {
        var model = new CpModel();
        var chosen = problem.Options.ToDictionary(o => o, o => model.NewBoolVar($"{o.Seeker}-{o.Giver}"));
        foreach (var group in chosen.GroupBy(c => c.Key.Seeker).Concat(chosen.GroupBy(c => c.Key.Giver)))
            model.AddAtMostOne(group.Select(c => c.Value));
        model.Maximize(LinearExpr.WeightedSum(chosen.Values, chosen.Keys.Select(o => 1_000_000 + (long)Math.Round(o.Score * 100))));
        var solver = new CpSolver { StringParameters = "num_workers:1" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
        return chosen.Where(c => solver.BooleanValue(c.Value)).Sum(c => c.Key.Score);
    }

    private sealed record Person(string Industry, int Network, bool SpeaksEnglish);

    private sealed class SpeaksEnglish : HardRule<Person, Person>
    {
        public override string Name => "english";

        public override Reason? Refuse(Person seeker, Person place) => seeker.SpeaksEnglish ? null : new Reason("no-english");
    }

    private sealed class SameIndustry : SoftRule<Person, Person>
    {
        public override string Name => "industry";

        public override double Weight => 10;

        public override string Unit => "match";

        public override double Amount(Person seeker, Person place) => seeker.Industry == place.Industry ? 1 : 0;
    }

    private sealed class NearNetwork : SoftRule<Person, Person>
    {
        public override string Name => "network";

        public override double Weight => -0.5;

        public override string Unit => "steps";

        public override double Amount(Person seeker, Person place) => Math.Abs(seeker.Network - place.Network);
    }
}
