using System.Diagnostics;
using System.Globalization;
using Google.OrTools.LinearSolver;
using Vejviser.Matching.Online;

namespace Vejviser.Matching.Bench.Online;

/// <summary>
/// Years placed week by week with prices learnt on another year, as a share of the most that could have been had in hindsight; greedy beside it. The most is
/// OR-Tools' linear relaxation of the whole year, which is no less than the optimum: the shares shown are never too good.
/// </summary>
internal static class OnlineBench
{
    private const double Goal = 0.985;

    public static IEnumerable<Figure> Run(int years)
    {
        var (shares, greedy, slowest) = (new List<double>(), new List<double>(), 0d);
        string? fault = null;
        for (var seed = 1; seed <= years; seed++)
        {
            var (places, learnt, real) = Years.Of(seed);
            var most = Hindsight(places, real);
            var placing = new OnlinePlacing(new OnlineProblem("bench", Years.Weeks, places, learnt));
            var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var week = 0; week < Years.Weeks; week++)
            {
                var clock = Stopwatch.StartNew();
                var answer = placing.Place(week, [.. real.Where(a => a.Week == week)]);
                slowest = Math.Max(slowest, clock.Elapsed.TotalMilliseconds);
                foreach (var placement in answer.Placements)
                    chosen.Add(placement.Arrival, placement.Place);
            }

            var (score, wrong) = Check(places, real, chosen);
            fault ??= wrong;
            shares.Add(score / most);
            greedy.Add(Check(places, real, Greedy(places, real)).Score / most);
            if (seed == 1)
                yield return SelfTest(places, real, chosen);
        }

        yield return new Figure(
            $"{shares.Count} years of 330 families, 21 places, 2 % spare room",
            string.Create(CultureInfo.InvariantCulture, $"mean {shares.Average():P2}, least {shares.Min():P2} of hindsight; greedy mean {greedy.Average():P2}, least {greedy.Min():P2}; slowest week {slowest:0.0} ms{(fault is null ? "" : "; FAULT " + fault)}"),
            "mean at least 98.5 %",
            fault is null && shares.Average() >= Goal);
    }

    /// <returns>The score counted again, and what is wrong.</returns>
    private static (double Score, string? Fault) Check(OnlinePlace[] places, OnlineArrival[] real, Dictionary<string, string> chosen)
    {
        var room = places.ToDictionary(p => p.Id, p => p.Capacity, StringComparer.Ordinal);
        var score = 0d;
        foreach (var arrival in real)
        {
            if (!chosen.TryGetValue(arrival.Id, out var place))
                continue;
            var option = arrival.Options.Where(o => o.Place == place).Select(o => (double?)o.Score).FirstOrDefault();
            if (option is null || (room[place] -= arrival.Persons) < 0)
                return (score, $"{arrival.Id} cannot be at {place}");
            score += option.Value;
        }

        return (score, null);
    }

    private static Figure SelfTest(OnlinePlace[] places, OnlineArrival[] real, Dictionary<string, string> chosen)
    {
        var everybodyInOne = real.Where(a => a.Options.Any(o => o.Place == places[0].Id)).ToDictionary(a => a.Id, _ => places[0].Id, StringComparer.Ordinal);
        var barred = real.First(a => a.Options.Count < places.Length);
        var forbidden = new Dictionary<string, string>(chosen, StringComparer.Ordinal) { [barred.Id] = places.First(p => barred.Options.All(o => o.Place != p.Id)).Id };
        var isRed = Check(places, real, everybodyInOne).Fault is not null && Check(places, real, forbidden).Fault is not null && Check(places, real, chosen).Fault is null;
        return new Figure("Self-test: a wrong answer is found out", isRed ? "red, as it must be" : "NOT FOUND OUT", "red", isRed);
    }

    /// <summary>What a hurried person does: each family in turn to the best place that has room.</summary>
    private static Dictionary<string, string> Greedy(OnlinePlace[] places, OnlineArrival[] real)
    {
        var room = places.ToDictionary(p => p.Id, p => p.Capacity, StringComparer.Ordinal);
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var arrival in real.OrderBy(a => a.Week))
        {
            foreach (var option in arrival.Options.OrderByDescending(o => o.Score))
            {
                if (room[option.Place] < arrival.Persons)
                    continue;
                room[option.Place] -= arrival.Persons;
                chosen[arrival.Id] = option.Place;
                break;
            }
        }

        return chosen;
    }

    private static double Hindsight(OnlinePlace[] places, OnlineArrival[] real)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var rows = places.ToDictionary(p => p.Id, p => solver.MakeConstraint(0, p.Capacity), StringComparer.Ordinal);
        foreach (var arrival in real)
        {
            var once = solver.MakeConstraint(0, 1);
            foreach (var option in arrival.Options)
            {
                var share = solver.MakeNumVar(0, 1, "");
                once.SetCoefficient(share, 1);
                rows[option.Place].SetCoefficient(share, arrival.Persons);
                solver.Objective().SetCoefficient(share, option.Score);
            }
        }

        solver.Objective().SetMaximization();
        return solver.Solve() == Solver.ResultStatus.OPTIMAL ? solver.Objective().Value() : throw new InvalidOperationException("GLOP found no optimum");
    }
}
