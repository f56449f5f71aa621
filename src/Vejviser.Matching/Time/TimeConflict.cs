using Google.OrTools.Sat;

namespace Vejviser.Matching.Time;

/// <summary>A smallest set of meetings that cannot all be held: leave any one out and the others can.</summary>
internal sealed class TimeConflict(TimeModel model, SolveRun run)
{
    private readonly TimeProgram _program = new(model);

    /// <returns>The meetings; empty where all can be held, or where time was up before that was known.</returns>
    public (IReadOnlyList<int> Meetings, bool IsSmallest) Among(IEnumerable<int> wanted)
    {
        var (status, kept) = Ask([.. wanted]);
        if (status != CpSolverStatus.Infeasible)
            return ([], status != CpSolverStatus.Unknown);
        var isSmallest = true;
        foreach (var one in kept.ToArray())
        {
            if (!kept.Contains(one))
                continue;
            var (without, core) = Ask([.. kept.Where(m => m != one)]);
            if (without == CpSolverStatus.Infeasible)
                kept = core;
            isSmallest &= without != CpSolverStatus.Unknown;
        }

        return (kept, isSmallest);
    }

    /// <returns>Where they cannot all be held, which of them are enough for that.</returns>
    private (CpSolverStatus Status, int[] Core) Ask(int[] held)
    {
        _program.Program.ClearAssumptions();
        _program.Program.AddAssumptions(held.Select(m => _program.Held[m]));
        var solver = new CpSolver();
        var status = StoppableSat.Solve(solver, _program.Program, run);
        if (status != CpSolverStatus.Infeasible)
            return (status, []);
        var core = solver.SufficientAssumptionsForInfeasibility().ToHashSet();
        return (status, [.. held.Where(m => core.Contains(_program.Held[m].GetIndex()))]);
    }
}
