using System.Diagnostics;
using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Checking;

/// <summary>What a solver claims: to be checked before anything else is read of it.</summary>
/// <param name="Place">The place of each placed seeker.</param>
internal sealed record Claim(string Solver, double Milliseconds, bool IsProven, double? Score, double? Bound, IReadOnlyDictionary<string, string> Place);

/// <summary>The same problem given to OR-Tools' SCIP and CP-SAT, both cores. For problems without quotas.</summary>
internal static class Peers
{
    public static Claim Scip(AssignmentProblem problem, double seconds, double gap)
    {
        var clock = Stopwatch.StartNew();
        using var solver = Solver.CreateSolver("SCIP");
        solver.SetTimeLimit((long)(1000 * seconds));
        var use = problem.Options.Select((_, o) => solver.MakeBoolVar($"x{o}")).ToArray();
        foreach (var own in problem.Options.Select((o, at) => (o.Seeker, at)).GroupBy(x => x.Seeker, x => x.at))
        {
            var row = solver.MakeConstraint(1, 1);
            foreach (var o in own)
                row.SetCoefficient(use[o], 1);
        }

        var places = problem.Places.ToDictionary(p => p.Id);
        foreach (var own in problem.Options.Select((o, at) => (o.Place, at)).GroupBy(x => x.Place, x => x.at))
        {
            for (var d = 0; d < problem.Dimensions.Count; d++)
            {
                var row = solver.MakeConstraint(0, places[own.Key].Capacity[d]);
                foreach (var o in own)
                    row.SetCoefficient(use[o], problem.Options[o].Load[d]);
            }
        }

        for (var o = 0; o < use.Length; o++)
            solver.Objective().SetCoefficient(use[o], problem.Options[o].Score);
        if (problem.Sense == Sense.Maximize)
            solver.Objective().SetMaximization();
        else
            solver.Objective().SetMinimization();
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
        var status = solver.Solve(parameters);
        var isFound = status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        return new Claim(
            "SCIP", clock.Elapsed.TotalMilliseconds, status == Solver.ResultStatus.OPTIMAL, isFound ? solver.Objective().Value() : null,
            isFound ? solver.Objective().BestBound() : null, isFound ? Chosen(problem, o => use[o].SolutionValue() > 0.5) : Nobody);
    }

    public static Claim CpSat(AssignmentProblem problem, double seconds, double gap)
    {
        var clock = Stopwatch.StartNew();
        var model = new CpModel();
        var use = problem.Options.Select((_, o) => model.NewBoolVar($"x{o}")).ToArray();
        foreach (var own in problem.Options.Select((o, at) => (o.Seeker, at)).GroupBy(x => x.Seeker, x => x.at))
            model.AddExactlyOne(own.Select(o => use[o]));
        var places = problem.Places.ToDictionary(p => p.Id);
        foreach (var own in problem.Options.Select((o, at) => (o.Place, at)).GroupBy(x => x.Place, x => x.at))
        {
            for (var d = 0; d < problem.Dimensions.Count; d++)
            {
                var dimension = d;
                model.AddLinearConstraint(
                    Google.OrTools.Sat.LinearExpr.WeightedSum(own.Select(o => use[o]), own.Select(o => (long)problem.Options[o].Load[dimension])),
                    0, (long)places[own.Key].Capacity[d]);
            }
        }

        // Whole numbers for CP-SAT: scores here have at most six decimals.
        var scale = problem.Options.All(o => o.Score == Math.Floor(o.Score)) ? 1d : 1e6;
        var objective = Google.OrTools.Sat.LinearExpr.WeightedSum(use, problem.Options.Select(o => (long)Math.Round(o.Score * scale)));
        if (problem.Sense == Sense.Maximize)
            model.Maximize(objective);
        else
            model.Minimize(objective);
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"max_time_in_seconds:{seconds} num_workers:2 relative_gap_limit:{gap}") };
        var status = solver.Solve(model);
        var isFound = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
        return new Claim(
            "CP-SAT", clock.Elapsed.TotalMilliseconds, status == CpSolverStatus.Optimal, isFound ? solver.ObjectiveValue / scale : null,
            isFound ? solver.BestObjectiveBound / scale : null, isFound ? Chosen(problem, o => solver.Value(use[o]) == 1) : Nobody);
    }

    private static IReadOnlyDictionary<string, string> Nobody { get; } = new Dictionary<string, string>();

    private static Dictionary<string, string> Chosen(AssignmentProblem problem, Func<int, bool> isUsed)
    {
        var place = new Dictionary<string, string>();
        for (var o = 0; o < problem.Options.Count; o++)
        {
            if (isUsed(o))
                place[problem.Options[o].Seeker] = problem.Options[o].Place;
        }

        return place;
    }
}
