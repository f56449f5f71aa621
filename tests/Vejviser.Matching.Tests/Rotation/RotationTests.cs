using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Rotation;

namespace Vejviser.Matching.Tests.Rotation;

public sealed class RotationTests
{
    private const string Seed = "0000000000000";

    private static readonly Gen<Town> Towns =
        from numbers in Gen.Select(Gen.Int[1, 3], Gen.Int[0, 6], (count, capacity) => (count, Capacity: capacity == 0 ? (int?)null : capacity + 2)).Array[1, 6]
        from events in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 12_000].Array[6], (kind, a, b, metres) => new Happening(kind, a, b, metres)).Array[1, 40]
        from mayMove in Gen.Bool
        select new Town(numbers, events, mayMove);

    [Fact]
    public void AnySequence_AfterEachEvent_NumbersInReachDifferByAtMostOne() => Towns.Sample(
        town => Play(town with { MayMove = true }, (rotation, citizens) => Assert.Empty(Uneven(rotation, citizens))), iter: 2000, seed: Seed);

    [Fact]
    public void AnySequence_AfterEachEvent_AccountsAddUpAndNoRuleIsBroken() => Towns.Sample(
        town => Play(town, (rotation, citizens) =>
        {
            var placements = rotation.Placements();
            Assert.Equal(citizens.Keys, placements.Select(p => p.Citizen));
            foreach (var account in rotation.Accounts())
            {
                Assert.Equal(account.Citizens, account.Given + account.MovedIn - account.MovedOut - account.Left);
                Assert.Equal(account.Citizens, placements.Count(p => p.Practice == account.Practice));
                Assert.True(account.Citizens <= (account.Capacity ?? int.MaxValue));
                Assert.True(account.State != PracticeState.Withdrawn || account.Citizens == 0);
            }

            foreach (var (id, practice) in placements.Where(p => p.Practice is not null))
                Assert.InRange(citizens[id].Distances.Single(d => d.Practice == practice).Metres, 0, Policy(true).MostMetres);
        }),
        iter: 2000, seed: Seed);

    [Fact]
    public void AnySequence_PinnedCitizen_IsNeverMoved()
    {
        var pins = 0;
        Towns.Sample(
            town =>
            {
                Dictionary<string, string> pinned = [];
                Play(town, (rotation, _) => Assert.All(pinned, pin => Assert.Equal(pin.Value, rotation.PracticeOf(pin.Key))), (happening, rotation, change) =>
                {
                    pins += pinned.Count;
                    switch (happening)
                    {
                        case ("pin", var id):
                            pinned[id] = rotation.PracticeOf(id)!;
                            break;
                        case ("leave", var id):
                            pinned.Remove(id);
                            break;
                        case ("withdraw", var practice):
                            foreach (var broken in pinned.Where(p => p.Value == practice).ToArray())
                            {
                                Assert.Contains(new Reason("pin-broken", ("citizen", broken.Key), ("practice", practice)), change.Events);
                                pinned.Remove(broken.Key);
                            }

                            break;
                    }
                });
            },
            iter: 2000, seed: Seed, threads: 1);
        Assert.True(pins > 1000);
    }

    [Fact]
    public void AnySequence_NobodyMayBeMoved_OnlyWithdrawalsAndFreedPlacesMove() => Towns.Sample(
        town => Play(town with { MayMove = false }, (_, _) => { }, (happening, _, change) =>
        {
            if (happening.Kind is "pin" or "capacity")
                return;
            foreach (var move in change.Moves.Where(m => m.From is not null))
                Assert.True(move.Reason.Code == "practice-withdrew" || (happening.Kind == "withdraw" && move.To is null), $"{happening}: {move}");
        }),
        iter: 2000, seed: Seed);

    [Fact]
    public void Start_InputInAnyOrder_SameAnswer() => Towns.Sample(
        town =>
        {
            var citizens = town.Events.Select((e, i) => Newcomer(town, e, i)).ToArray();
            var practices = Practices(town);
            var one = DoctorRotation.Start(new RotationProblem("one", Policy(true), practices, citizens));
            var other = DoctorRotation.Start(new RotationProblem("other", Policy(true), [.. practices.Reverse()], [.. citizens.Reverse().Select(c => c with { Distances = [.. c.Distances.Reverse()] })]));
            Assert.Equal(one.Placements(), other.Placements());
        },
        iter: 500, seed: Seed);

    [Fact]
    public void SetCapacity_More_IsNeverWorse() => Towns.Sample(
        town =>
        {
            var rotation = Play(town with { MayMove = true }, (_, _) => { });
            foreach (var account in rotation.Accounts().Where(a => a.Capacity is not null))
            {
                var before = rotation.Cost();
                rotation.SetCapacity(account.Practice, account.Capacity + 3);
                var after = rotation.Cost();
                Assert.True(after.Unplaced < before.Unplaced || (after.Unplaced == before.Unplaced && after.Turns <= before.Turns));
            }
        },
        iter: 500, seed: Seed);

    /// <summary>The Proof of the catalogue's page 55: 60 newcomers, seven practices, all within bounds.</summary>
    [Fact]
    public void SixtyNewcomers_SevenPractices_DifferByAtMostOneAndWarnAtTen()
    {
        var practices = Enumerable.Range(0, 7).Select(p => new Practice($"p{p}")).ToArray();
        var rotation = DoctorRotation.Start(new RotationProblem("gp", new RotationPolicy(15_000, 5_000, 10), practices, []));
        var warned = new List<Reason>();
        for (var c = 0; c < 70; c++)
            warned.AddRange(rotation.Arrive(new Citizen($"c{c:00}", [.. practices.Select((p, i) => new Distance(p.Id, 1000 + 997 * ((c * 7 + i * 13) % 11)))])).Events);
        Assert.All(rotation.Accounts(), a => Assert.Equal(10, a.Citizens));
        Assert.Equal(practices.Select(p => p.Id), warned.Select(w => w.Values[0].Text).Order(StringComparer.Ordinal));
        Assert.All(warned, w => Assert.Equal("renegotiate", w.Code));

        var change = rotation.Withdraw("p3");
        Assert.Equal(10, change.Moves.Count(m => m.Reason.Code == "practice-withdrew"));
        Assert.Equal([0, 11, 11, 12, 12, 12, 12], rotation.Accounts().Select(a => a.Citizens).Order());
    }

    [Fact]
    public void Why_Placed_GivesTurnNearerRefusedAndRunnerUp()
    {
        Practice[] practices = [new("far"), new("full", Capacity: 0), new("near"), new("closed", State: PracticeState.Closed), new("other")];
        Distance[] all = [new("far", 90_000), new("full", 100), new("near", 200), new("closed", 50), new("other", 700)];
        var rotation = DoctorRotation.Start(new RotationProblem("why", new RotationPolicy(15_000, 5_000), practices, [new("a", [new("near", 10)], "near", IsPinned: true), new("b", all)]));
        var why = rotation.Why("b");
        Assert.Equal(("other", 700, 1), (why.Practice, why.Metres!.Value, why.Turn!.Value));
        Assert.Equal(["closed-for-new", "full", "too-far"], why.Refused.Select(r => r.Code));
        Assert.Equal("near", Assert.Single(why.Nearer).Values[0].Text);
        Assert.Equal(new RotationAlternative("near", 1, 5_000 - 500), why.RunnerUp);
        Assert.Null(rotation.PriceOf("b", "far"));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Start_BadProblem_NamesTheId(RotationProblem problem, string code, string named)
    {
        var reason = Assert.Throws<BadProblemException>(() => DoctorRotation.Start(problem)).Reason;
        Assert.Equal(code, reason.Code);
        Assert.True(code.EndsWith("without-id", StringComparison.Ordinal) || reason.Values.Any(v => v.Text.StartsWith(named, StringComparison.Ordinal) && v.Text.Length <= 61));
    }

    [Fact]
    public void Start_NothingAtAll_IsAnEmptyAnswer()
    {
        var rotation = DoctorRotation.Start(new RotationProblem("empty", Policy(true), [], []));
        Assert.Empty(rotation.Placements());
        var change = rotation.Arrive(new Citizen("c", []));
        Assert.Equal(["no-practice"], change.Events.Select(e => e.Code));
    }

    public static TheoryData<RotationProblem, string, string> Bad()
    {
        Practice[] p = [new("p")];
        var policy = Policy(true);
        return new()
        {
            { new("x", policy, [new("p"), new("p")], []), "practice-twice", "p" },
            { new("x", policy, [new("")], []), "practice-without-id", "" },
            { new("x", policy, [new("p", Numbers: 0)], []), "out-of-bounds", "p" },
            { new("x", policy, [new("p", Capacity: -1)], []), "out-of-bounds", "p" },
            { new("x", policy with { MostMetres = -5 }, p, []), "out-of-bounds", "x" },
            { new("x", policy, p, [new("c", []), new("c", [])]), "citizen-twice", "c" },
            { new("x", policy, p, [new("c", [new("q", 1)])]), "distance-to-unknown-practice", "c" },
            { new("x", policy, p, [new("c", [new("p", 1), new("p", 2)])]), "distance-twice", "c" },
            { new("x", policy, p, [new("c", [new("p", -1)])]), "out-of-bounds", "c" },
            { new("x", policy, p, [new("c", [], "p")]), "citizen-has-practice-without-distance", "c" },
            { new("x", policy, p, [new("c", [], IsPinned: true)]), "pinned-without-practice", "c" },
            { new("x", policy, p, [new(new string('n', 1 << 20), [new("p", -1)])]), "out-of-bounds", "nnn" },
        };
    }

    private static RotationPolicy Policy(bool mayMove) => new(10_000, mayMove ? 2_000 : null, 3);

    private static Practice[] Practices(Town town) => [.. town.Practices.Select((p, i) => new Practice($"p{i}", p.Numbers, p.Capacity))];

    private static Citizen Newcomer(Town town, Happening happening, int number) => new(
        $"c{number:00}",
        [.. Enumerable.Range(0, town.Practices.Length).Where(p => happening.Metres[p] > 2_000).Select(p => new Distance($"p{p}", happening.Metres[p]))]);

    private static DoctorRotation Play(
        Town town,
        Action<DoctorRotation, SortedDictionary<string, Citizen>> after,
        Action<(string Kind, string Id), DoctorRotation, RotationChange>? happened = null)
    {
        var rotation = DoctorRotation.Start(new RotationProblem("town", Policy(town.MayMove), Practices(town), []));
        var citizens = new SortedDictionary<string, Citizen>(StringComparer.Ordinal);
        for (var e = 0; e < town.Events.Length; e++)
        {
            var happening = town.Events[e];
            var practice = $"p{happening.A % town.Practices.Length}";
            var someone = citizens.Count == 0 ? null : citizens.Keys.ElementAt(happening.B % citizens.Count);
            var state = rotation.Accounts().Single(a => a.Practice == practice);
            (RotationChange, string, string) done;
            switch (happening.Kind)
            {
                case 0 when someone is not null:
                    citizens.Remove(someone);
                    done = (rotation.Leave(someone), "leave", someone);
                    break;
                case 1:
                    done = (rotation.Withdraw(practice), "withdraw", practice);
                    break;
                case 2:
                    done = (rotation.Open(practice), "open", practice);
                    break;
                case 3 when state.State != PracticeState.Withdrawn:
                    done = (rotation.Close(practice), "close", practice);
                    break;
                case 4 when town.MayMove && state.Capacity is not null:
                    done = (rotation.SetCapacity(practice, state.Capacity + 1), "capacity", practice);
                    break;
                case 5 when someone is not null && rotation.PracticeOf(someone) is { } has:
                    done = (rotation.Pin(someone, has), "pin", someone);
                    citizens[someone] = citizens[someone] with { IsPinned = true };
                    break;
                default:
                    var newcomer = Newcomer(town, happening, e);
                    citizens.Add(newcomer.Id, newcomer);
                    done = (rotation.Arrive(newcomer), "arrive", newcomer.Id);
                    break;
            }

            if (done.Item2 == "withdraw")
            {
                foreach (var broken in done.Item1.Events.Where(r => r.Code == "pin-broken"))
                    citizens[broken.Values[0].Text] = citizens[broken.Values[0].Text] with { IsPinned = false };
            }

            happened?.Invoke((done.Item2, done.Item3), rotation, done.Item1);
            after(rotation, citizens);
        }

        return rotation;
    }

    /// <summary>The promise in words: for whoever is not pinned and every open practice in reach with room, at most one more per number than there.</summary>
    private static IEnumerable<string> Uneven(DoctorRotation rotation, SortedDictionary<string, Citizen> citizens)
    {
        var accounts = rotation.Accounts().ToDictionary(a => a.Practice);
        foreach (var citizen in citizens.Values.Where(c => !c.IsPinned))
        {
            foreach (var other in citizen.Distances.Where(d => d.Metres <= Policy(true).MostMetres).Select(d => accounts[d.Practice]))
            {
                if (other.State != PracticeState.Open || other.Citizens >= (other.Capacity ?? int.MaxValue))
                    continue;
                if (rotation.PracticeOf(citizen.Id) is not { } has)
                    yield return $"{citizen.Id} could have {other.Practice}";
                else if ((accounts[has].Citizens + accounts[has].Numbers - 1) / accounts[has].Numbers > other.Citizens / other.Numbers + 1)
                    yield return $"{citizen.Id} at {has}, fewer at {other.Practice}";
            }
        }
    }

    public sealed record Town((int Numbers, int? Capacity)[] Practices, Happening[] Events, bool MayMove);

    public sealed record Happening(int Kind, int A, int B, int[] Metres);
}
