namespace Vejviser.Matching.Assignment;

/// <summary>
/// Solves an <see cref="AssignmentProblem"/> and keeps what was learnt, so that a question about the answer ("what if this family went there instead?") takes
/// the time of a click.
/// </summary>
public sealed class AssignmentSolver
{
    private readonly AssignmentProblem _problem;
    private readonly int[] _best;
    private readonly Model _model;

    private AssignmentSolver(AssignmentProblem problem, Model model, int[] best, AssignmentAnswer answer) =>
        (_problem, _model, _best, Answer) = (problem, model, best, answer);

    public AssignmentAnswer Answer { get; }

    /// <exception cref="BadProblemException">The problem cannot be read as one.</exception>
    /// <exception cref="OperationCanceledException"><see cref="SolveRun.Abandon"/> was cancelled.</exception>
    public static AssignmentSolver Solve(AssignmentProblem problem, SolveRun run) => Solve(problem, run, null);

    /// <summary>The problem again with one seeker pinned to a place, starting from this answer.</summary>
    /// <returns>The new answer beside this one, and what the change costs.</returns>
    /// <exception cref="BadProblemException">The seeker has no option there.</exception>
    public ChangeByHand Change(string seeker, string place, SolveRun run)
    {
        var changed = _problem with { Seekers = [.. _problem.Seekers.Select(s => s.Id == seeker ? s with { Pinned = place } : s)] };
        var solved = StandsInTheWay(seeker) ? Solve(changed, run, this) : StillNot(changed);
        var sign = _problem.Sense == Sense.Maximize ? 1 : -1;
        return new ChangeByHand(solved, solved.Answer.Score is { } after && Answer.Score is { } before ? sign * (before - after) : null);
    }

    private static AssignmentSolver Solve(AssignmentProblem problem, SolveRun run, AssignmentSolver? before)
    {
        var model = ModelBuilder.Build(problem);
        var outcome = Outcome.Of(model, before is null ? [] : before.Hint(model), run);
        return new AssignmentSolver(problem, model, outcome.Best ?? [], new AnswerBuilder(model, outcome, run).Build());
    }

    /// <summary>False where nothing keeps every rule already, for reasons in which the seeker has no part: wherever they go, those rules cannot all hold, and none of them can be spared.</summary>
    private bool StandsInTheWay(string seeker) =>
        Answer.Status != SolveStatus.Infeasible || !Answer.ConflictIsSmallest || Answer.Conflict.Any(r => r.Values.Contains(new ReasonValue("seeker", ProblemCheck.Shown(seeker))));

    private AssignmentSolver StillNot(AssignmentProblem changed)
    {
        ProblemCheck.Demand(changed);
        return new AssignmentSolver(changed, _model, _best, Answer);
    }

    /// <summary>This answer in another model of the same seekers: who can no longer go where they were starts nowhere.</summary>
    private int[] Hint(Model model)
    {
        if (_best.Length == 0)
            return [];
        var hint = new int[model.Seekers];
        for (var i = 0; i < hint.Length; i++)
        {
            hint[i] = model.First[i + 1] - model.First[i] == 2 ? model.First[i] : model.Nowhere(i);
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
            {
                if (model.OptionPlace[o] == _model.OptionPlace[_best[i]])
                    hint[i] = o;
            }
        }

        return hint;
    }
}

/// <param name="After">The new answer, to be asked further.</param>
/// <param name="Cost">How much worse the score becomes; null where the change leaves no answer.</param>
public sealed record ChangeByHand(AssignmentSolver After, double? Cost);
