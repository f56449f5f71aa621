using System.Diagnostics;
using System.Globalization;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Interpreting;

/// <summary>Interpreters to meetings whose times stand, beside the rule that assigned them before; both plans are counted again here.</summary>
internal static class InterpretingBench
{
    private const int MostSeconds = 5;
    private const double GoalSeconds = 2;

    public static IEnumerable<Figure> Run(int draws)
    {
        foreach (var (meetings, interpreters, languages) in new[] { (20, 7, 5), (60, 18, 7), (150, 40, 9) })
        {
            var (product, former, ratios) = (new Sums(), new Sums(), new List<double>());
            for (var seed = 1; seed <= draws; seed++)
            {
                var problem = StandingDays.Of(meetings, interpreters, languages, seed);
                using var late = new CancellationTokenSource(TimeSpan.FromSeconds(MostSeconds));
                var clock = Stopwatch.StartNew();
                var answer = FixedTimeSolver.Solve(problem, new SolveRun { OutOfTime = late.Token }).Answer;
                var seconds = product.Add(problem, answer.Bookings.Where(b => b.Chosen is not null).ToDictionary(b => b.Meeting, b => b.Chosen!), clock.Elapsed.TotalSeconds, answer.Status == SolveStatus.Optimal);
                if (answer.Cost != product.Last)
                    product.Fault ??= "says another cost than its plan has";
                clock.Restart();
                var before = FormerRule.Solve(problem);
                ratios.Add(seconds / former.Add(problem, before, clock.Elapsed.TotalSeconds, isProven: false));
                if (former.Last.IsLessThan(product.Last))
                    product.Fault ??= $"the former rule is better on draw {seed}";
            }

            ratios.Sort();
            var name = $"{meetings} meetings, {interpreters} interpreters, {languages} languages ({draws} draws)";
            yield return new Figure(
                name, string.Create(CultureInfo.InvariantCulture, $"{product}, {product.Proven} proven{(product.Fault is null ? "" : "; FAULT " + product.Fault)}"), $"all proven, slowest under {GoalSeconds} s",
                product.Fault is null && product.Proven == draws && product.Slowest < GoalSeconds);
            yield return new Figure("… by the former rule", string.Create(CultureInfo.InvariantCulture, $"{former}; time, product to former, median {ratios[ratios.Count / 2]:0.0}{(former.Fault is null ? "" : "; FAULT " + former.Fault)}"));
        }
    }

    private sealed class Sums
    {
        private readonly List<double> times = [];
        private FixedCost sum;

        public FixedCost Last { get; private set; }

        public int Proven { get; private set; }

        public string? Fault { get; set; }

        public double Slowest => times.Max();

        public double Add(FixedTimeProblem problem, IReadOnlyDictionary<string, InterpreterChoice> plan, double seconds, bool isProven)
        {
            times.Add(seconds);
            Proven += isProven ? 1 : 0;
            Last = new FixedCost(
                problem.Meetings.Count - plan.Count, plan.Values.Count(c => c.Mode != MeetingMode.Video), plan.Values.Count(c => c.Mode == MeetingMode.OnSite), plan.Values.Sum(c => (long)c.TravelMinutes), plan.Values.Count(c => !c.IsCertified));
            sum = sum.Plus(Last);
            var held = problem.Meetings.Where(m => plan.ContainsKey(m.Id)).ToList();
            if (held.Exists(m => !m.Choices.Contains(plan[m.Id])) || held.Exists(m => held.Exists(o => o != m && o.Overlaps(m) && plan[o.Id].Interpreter == plan[m.Id].Interpreter)))
                Fault ??= "somebody is in two meetings, or cannot take one";
            return seconds;
        }

        public override string ToString()
        {
            times.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"{sum.Unmet} without, {sum.NotByVideo} not by video, {sum.TravelMinutes} min. travel; median {1000 * times[times.Count / 2]:0.0} ms, slowest {1000 * times[^1]:0} ms");
        }
    }
}
