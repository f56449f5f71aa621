using System.Globalization;
using Google.OrTools.Sat;

namespace Vejviser.Matching;

/// <summary>CP-SAT as a solver of this kernel: one thread of a fixed seed, so the same program has the same answer, stopped when the run is.</summary>
internal static class StoppableSat
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <param name="mostWork">Counted work after which it ends, in CP-SAT's own unit (some second each): the same on every machine.</param>
    /// <exception cref="OperationCanceledException">The caller abandoned the run.</exception>
    public static CpSolverStatus Solve(CpSolver solver, CpModel program, SolveRun run, double mostWork = double.PositiveInfinity)
    {
        if (run.ShouldStop())
            return CpSolverStatus.Unknown;
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1 random_seed:{run.Seed & int.MaxValue} max_deterministic_time:{mostWork}");
        // Looked at again and again: a stop asked for before the native search has begun is lost.
        using var watch = new Timer(_ => StopIfAsked(solver, run), null, Look, Look);
        var status = solver.Solve(program);
        run.Abandon.ThrowIfCancellationRequested();
        return status;
    }

    private static void StopIfAsked(CpSolver solver, SolveRun run)
    {
        if (run.OutOfTime.IsCancellationRequested || run.Abandon.IsCancellationRequested)
            solver.StopSearch();
    }
}
