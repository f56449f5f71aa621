using Google.OrTools.Sat;

namespace Vejviser.Matching.Time;

/// <summary>One aim after the other, each with what the ones before reached as a rule.</summary>
internal sealed class TimeSearch(TimeModel model, SolveRun run)
{
    private readonly TimeProgram _program = new(model);

    /// <summary>Null while none holds everything pinned.</summary>
    public TimePlan? Plan { get; private set; }

    public TimeCost Bound { get; private set; } = new(0, 0, 0);

    public SolveStatus Solve(TimePlan? before)
    {
        var pins = Enumerable.Range(0, model.Meetings.Length).Where(m => model.Meetings[m].Pinned is not null).ToArray();
        _program.Program.AddBoolAnd(pins.Select(m => _program.Held[m]));
        if (pins.Length == 0)
            Plan = TimePlan.Empty(model);
        if (before is not null)
            _program.Hint(before);
        long[] proven = [0, 0, 0];
        LinearExpr[] aims = [_program.Unmet, _program.NotByVideo, _program.Travel];
        var status = SolveStatus.Optimal;
        for (var aim = 0; aim < aims.Length && status == SolveStatus.Optimal; aim++)
            (status, proven[aim]) = Reach(aims[aim]);
        Bound = new TimeCost(proven[0], proven[1], proven[2]);
        return status;
    }

    private (SolveStatus Status, long Bound) Reach(LinearExpr aim)
    {
        _program.Program.Minimize(aim);
        var solver = new CpSolver();
        var status = StoppableSat.Solve(solver, _program.Program, run);
        if (status == CpSolverStatus.Infeasible)
            return (SolveStatus.Infeasible, 0);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return (Plan is null ? SolveStatus.Unknown : SolveStatus.Feasible, 0);
        Plan = _program.Read(solver);
        _program.Hint(Plan);
        var (reached, bound) = ((long)Math.Round(solver.ObjectiveValue), (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6));
        _program.Program.Add(aim <= reached);
        run.Progress?.Report(new SolveProgress("booking-meetings", reached, bound));
        return (status == CpSolverStatus.Optimal ? SolveStatus.Optimal : SolveStatus.Feasible, bound);
    }
}
