using System.Diagnostics;
using System.Globalization;
using Vejviser.Matching.Rotation;

namespace Vejviser.Matching.Bench.Doctors;

/// <summary>
/// Events on 20,000 citizens and 2,400 provider numbers, each re-solved to the cost OR-Tools finds from scratch. What is timed is the whole public call:
/// the checks of the input, the re-solve, the accounts, thresholds and the list of moves with reasons.
/// </summary>
internal static class DoctorsBench
{
    private const double GoalMilliseconds = 1;

    public static IEnumerable<Figure> Run(bool isQuick) => isQuick ? Run(20_000, 2_400, 30, 800, 3) : Run(20_000, 2_400, 30, 2_000, 10);

    /// <param name="judged">How many events are also computed from scratch by OR-Tools; the others not.</param>
    public static IEnumerable<Figure> Run(int citizens, int practices, int mostInReach, int events, int judged, int seed = 1)
    {
        var policy = new RotationPolicy(MostMetres: 15_000, MovePrice: 5_000, RenegotiateAt: 10);
        var country = new Country(practices, policy.MostMetres, mostInReach, seed);
        var newcomers = Enumerable.Range(0, citizens).Select(_ => country.Newcomer()).ToArray();
        var clock = Stopwatch.StartNew();
        var rotation = DoctorRotation.Start(new RotationProblem("bench", policy, country.Practices, newcomers));
        var start = clock.Elapsed.TotalSeconds;
        var judge = new FromScratch(policy, country.Practices);
        foreach (var newcomer in newcomers)
            judge.Arrive(newcomer);

        clock.Restart();
        var faults = new List<string>();
        Compare(judge, rotation, faults, "start");
        var scratch = clock.Elapsed.TotalSeconds;
        judge.Keep(rotation.Placements());
        yield return new Figure($"Start: {citizens} citizens, {practices} numbers, {newcomers.Average(c => c.Distances.Count):0} in reach", $"{start:0.00} s; OR-Tools once {scratch:0.00} s; {rotation.Cost()}");

        var times = new Times();
        var random = new Random(seed + 1);
        var (checkedOf, every) = (0, Math.Max(1, events / Math.Max(1, judged)));
        for (var e = 0; e < events; e++)
        {
            // The first tenth warms the code up and is checked, but not timed.
            var isTimed = e >= events / 10;
            foreach (var (kind, act) in Next(e, country, judge, rotation, random))
            {
                clock.Restart();
                var change = act();
                if (isTimed)
                    times.Add(kind, clock.Elapsed.TotalMilliseconds);
                if (e % every == e / every % 4)
                {
                    Compare(judge, rotation, faults, $"{kind} {e}");
                    checkedOf++;
                }

                judge.Keep(change.Moves.Select(m => (m.Citizen, m.To)));
            }
        }

        foreach (var figure in times.Figures(GoalMilliseconds))
            yield return figure;
        yield return new Figure($"Same cost as OR-Tools from scratch, of {checkedOf} events", faults.Count == 0 ? "all" : string.Join("; ", faults.Take(3)), "all", faults.Count == 0);
        yield return SelfTest(judge, rotation);
    }

    private static IEnumerable<(string Kind, Func<RotationChange> Act)> Next(int e, Country country, FromScratch judge, DoctorRotation rotation, Random random)
    {
        switch (e % 4)
        {
            case 0 or 1:
                var newcomer = country.Newcomer();
                judge.Arrive(newcomer);
                yield return ("arrival", () => rotation.Arrive(newcomer));
                break;
            case 2:
                var leaver = judge.Citizens.ElementAt(random.Next(judge.Citizens.Count));
                judge.Leave(leaver);
                yield return ("departure", () => rotation.Leave(leaver));
                break;
            default:
                var practice = country.Practices[random.Next(country.Practices.Count)].Id;
                judge.Withdraw(practice);
                yield return ("withdrawal", () => rotation.Withdraw(practice));
                judge.Return(practice);
                yield return ("return", () => rotation.Open(practice));
                break;
        }
    }

    private static void Compare(FromScratch judge, DoctorRotation rotation, List<string> faults, string what)
    {
        var (cost, fault) = judge.Check(rotation.Placements());
        if (fault is not null)
            faults.Add($"{what}: {fault}");
        else if (judge.LeastCost() is var least && least != cost)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {cost} where {least} is least"));
    }

    /// <summary>A judge that never says no is none: one citizen moved to the second nearest must be dearer, one moved out of reach a fault.</summary>
    private static Figure SelfTest(FromScratch judge, DoctorRotation rotation)
    {
        var right = rotation.Placements();
        var citizen = right[0].Citizen;
        var least = judge.LeastCost();
        var other = rotation.Why(citizen).RunnerUp!;
        var dearer = judge.Check([(citizen, other.Practice), .. right.Skip(1)]);
        var broken = judge.Check([(citizen, "p-elsewhere"), .. right.Skip(1)]);
        var isRed = dearer.Fault is null && dearer.Cost > least && broken.Fault is not null && judge.Check(right) == (least, null);
        return new Figure("Self-test: a wrong answer is found out", isRed ? "red, as it must be" : "NOT FOUND OUT", "red", isRed);
    }
}
