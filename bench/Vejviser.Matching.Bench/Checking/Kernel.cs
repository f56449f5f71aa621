using System.Diagnostics;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Checking;

/// <summary>The product's kernel as one of the solvers compared.</summary>
internal static class Kernel
{
    public static Claim Solve(AssignmentProblem problem, double seconds, double gap)
    {
        var clock = Stopwatch.StartNew();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var answer = AssignmentSolver.Solve(problem, new SolveRun { OutOfTime = time.Token, Gap = gap }).Answer;
        return new Claim(
            "Vejviser", clock.Elapsed.TotalMilliseconds, answer.Status == SolveStatus.Optimal, answer.Score, answer.Bound,
            answer.Placements.ToDictionary(p => p.Seeker, p => p.Place));
    }
}
