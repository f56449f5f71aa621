using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Time;

/// <summary>Gives meetings whose times stand their interpreters, part by part, and keeps the plan to be asked what another interpreter would cost.</summary>
public sealed class FixedTimeSolver
{
    /// <summary>Meetings placed in one part before the program for CP-SAT takes over.</summary>
    internal const int MostSteps = 20_000;

    private const int MostMinutes = 60 * 24 * 366 * 10;

    private const int LongestMinutes = 60 * 24 * 7;

    private readonly FixedTimeProblem _problem;
    private readonly int _mostSteps;
    private readonly Dictionary<string, InterpreterChoice?> _plan = new(StringComparer.Ordinal);

    private FixedTimeSolver(FixedTimeProblem problem, SolveRun run, int mostSteps)
    {
        (_problem, _mostSteps) = (problem, mostSteps);
        var (cost, unmetAtLeast, unproven) = (default(FixedCost), 0L, new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in FixedTimePart.Of(problem.Meetings))
        {
            var solved = Best(part, run, mostSteps);
            (cost, unmetAtLeast) = (cost.Plus(part.CostOf(solved.Plan)), unmetAtLeast + solved.UnmetAtLeast);
            foreach (var (m, meeting) in part.Meetings.Index())
                _plan[meeting.Id] = solved.Plan[m] < 0 ? null : part.Choices[m][solved.Plan[m]].Choice;
            if (!solved.IsProven)
                unproven.UnionWith(part.Meetings.Select(m => m.Id));
        }

        Answer = new FixedTimeAnswer(
            unproven.Count == 0 ? SolveStatus.Optimal : SolveStatus.Feasible, cost, unmetAtLeast,
            [.. problem.Meetings.Select(m => new FixedBooking(m.Id, _plan[m.Id], RunnerUp(m), !unproven.Contains(m.Id)))]);
    }

    public FixedTimeAnswer Answer { get; }

    /// <exception cref="Assignment.BadProblemException">The problem is not one: the reason names the id.</exception>
    /// <exception cref="OperationCanceledException">The caller abandoned it.</exception>
    public static FixedTimeSolver Solve(FixedTimeProblem problem, SolveRun run) => Solve(problem, run, MostSteps);

    internal static FixedTimeSolver Solve(FixedTimeProblem problem, SolveRun run, int mostSteps)
    {
        NameOnce(problem.Meetings.Select(m => m.Id), "meeting");
        foreach (var meeting in problem.Meetings)
        {
            Within(meeting.Start, 0, MostMinutes, "meeting", meeting.Id, "start");
            Within(meeting.End, meeting.Start + 1, meeting.Start + LongestMinutes, "meeting", meeting.Id, "end");
            NameOnce(meeting.Choices.Select(c => c.Interpreter), "interpreter");
            foreach (var choice in meeting.Choices)
                Within(choice.TravelMinutes, 0, MostMinutes, "interpreter", choice.Interpreter, "travelMinutes");
        }

        return new FixedTimeSolver(problem, run, mostSteps);
    }

    /// <summary>What it costs that an interpreter takes a meeting, everybody else at their best.</summary>
    /// <returns>How much more of each; null where they cannot take it.</returns>
    /// <exception cref="Assignment.BadProblemException">There is no such meeting.</exception>
    public FixedCost? PriceOf(string meeting, string interpreter, SolveRun run)
    {
        var taken = _problem.Meetings.FirstOrDefault(m => m.Id == meeting) ?? throw Bad("unknown-meeting", ("meeting", Shown(meeting)));
        if (taken.Choices.FirstOrDefault(c => c.Interpreter == interpreter) is not { } choice)
            return null;
        var part = FixedTimePart.Of(_problem.Meetings).First(p => p.Meetings.Contains(taken));
        var now = part.Meetings.Aggregate(default(FixedCost), (sum, m) => sum.Plus(_plan[m.Id]?.Cost ?? FixedCost.OneUnmet));
        var rest = part.Meetings.Where(m => m != taken).Select(m => m.Overlaps(taken) ? m with { Choices = [.. m.Choices.Where(c => c.Interpreter != interpreter)] } : m).ToList();
        var then = FixedTimePart.Of(rest).Aggregate(choice.Cost, (sum, p) => sum.Plus(p.CostOf(Best(p, run, _mostSteps).Plan)));
        return then.Minus(now);
    }

    private static (int[] Plan, bool IsProven, long UnmetAtLeast) Best(FixedTimePart part, SolveRun run, int mostSteps)
    {
        var search = FixedTimeSearch.Solve(part, mostSteps, run);
        return search.IsProven ? (search.Best, true, search.Cost.Unmet) : new FixedTimeProgram(part).Solve(search.Best, run);
    }

    private OtherInterpreter? RunnerUp(FixedMeeting meeting)
    {
        if (_plan[meeting.Id] is not { } chosen)
            return null;
        var taken = _problem.Meetings.Where(m => m != meeting && m.Overlaps(meeting)).Select(m => _plan[m.Id]?.Interpreter).ToHashSet(StringComparer.Ordinal);
        return FixedTimePart.InOrder(meeting.Choices).FirstOrDefault(c => c != chosen && !taken.Contains(c.Interpreter)) is { } other ? new OtherInterpreter(other, other.Cost.Minus(chosen.Cost)) : null;
    }
}
