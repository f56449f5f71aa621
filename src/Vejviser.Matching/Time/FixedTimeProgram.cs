using Google.OrTools.Sat;

namespace Vejviser.Matching.Time;

/// <summary>One part as a program for CP-SAT, for the parts that are too large to look through: one aim after the other, each with what the ones before reached as a rule.</summary>
internal sealed class FixedTimeProgram
{
    private const double MostWork = 2;

    private readonly FixedTimePart _part;
    private readonly CpModel _program = new();
    private readonly BoolVar[][] _uses;

    public FixedTimeProgram(FixedTimePart part)
    {
        _part = part;
        _uses = [.. part.Choices.Select((choices, m) => choices.Select((_, c) => _program.NewBoolVar($"m{m}.{c}")).ToArray())];
        foreach (var uses in _uses)
            _program.AddAtMostOne(uses);
        foreach (var own in All().GroupBy(u => u.Interpreter).OrderBy(g => g.Key).Select(g => g.ToArray()))
        {
            // Two meetings overlap exactly where one begins within the other.
            foreach (var begins in own.Select(u => part.Meetings[u.Meeting]).DistinctBy(m => m.Start))
            {
                var there = own.Where(u => part.Meetings[u.Meeting] is var m && m.Start <= begins.Start && begins.Start < m.End).Select(u => u.Use).ToArray();
                if (there.Length > 1)
                    _program.AddAtMostOne(there);
            }
        }
    }

    /// <param name="plan">A plan to begin from, and what it costs.</param>
    /// <returns>The best plan found; whether it is proven; and how many are unmet at least.</returns>
    public (int[] Plan, bool IsProven, long UnmetAtLeast) Solve(int[] plan, SolveRun run)
    {
        var (count, unmetAtLeast) = (plan.Length, 0L);
        LinearExpr[] aims = [Sum(count, c => -1), Sum(0, c => ((count + 1) * c.NotByVideo) + c.OnSite), Sum(0, c => ((count + 1) * c.TravelMinutes) + c.Uncertified)];
        for (var aim = 0; aim < aims.Length; aim++)
        {
            Hint(plan);
            _program.Minimize(aims[aim]);
            var solver = new CpSolver();
            var status = StoppableSat.Solve(solver, _program, run, MostWork);
            if (aim == 0 && status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
                unmetAtLeast = Math.Max(0, (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6));
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
                return (plan, false, unmetAtLeast);
            if (Read(solver) is var found && _part.CostOf(found).IsLessThan(_part.CostOf(plan)))
                plan = found;
            if (status == CpSolverStatus.Feasible)
                return (plan, false, unmetAtLeast);
            _program.Add(aims[aim] <= (long)Math.Round(solver.ObjectiveValue));
        }

        return (plan, true, unmetAtLeast);
    }

    private IEnumerable<(int Meeting, int Interpreter, FixedCost Cost, BoolVar Use)> All() =>
        _part.Choices.SelectMany((choices, m) => choices.Select((c, at) => (m, c.Interpreter, c.Choice.Cost, _uses[m][at])));

    private LinearExpr Sum(long beside, Func<FixedCost, long> weight) => LinearExpr.WeightedSum(All().Select(u => u.Use), All().Select(u => weight(u.Cost))) + beside;

    private int[] Read(CpSolver solver) => [.. _uses.Select(uses => Array.FindIndex(uses, solver.BooleanValue))];

    private void Hint(int[] plan)
    {
        _program.ClearHints();
        foreach (var (m, uses) in _uses.Index())
        {
            foreach (var (at, use) in uses.Index())
                _program.AddHint(use, plan[m] == at);
        }
    }
}
