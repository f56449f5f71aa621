namespace Vejviser.Matching.Assignment;

/// <summary>Says what was found in the problem's own ids and numbers.</summary>
internal sealed class AnswerBuilder(Model model, Outcome outcome, SolveRun run)
{
    private readonly AssignmentProblem _problem = model.Source;

    public AssignmentAnswer Build()
    {
        if (outcome.Best is not { } best)
        {
            var (conflict, isSmallest) = outcome.Status == SolveStatus.Infeasible ? new Conflicts(model, run).Find(outcome.Why) : ([], true);
            return new AssignmentAnswer(outcome.Status, null, outcome.Status == SolveStatus.Infeasible ? null : Bound(null), null, [], [], conflict, isSmallest);
        }

        var score = TrueScore(best);
        var bound = Bound(score);
        var placements = new List<Placement>(model.Seekers);
        var unplaced = new List<Unplaced>();
        var numberAt = new int[model.Seekers];
        for (var i = 0; i < model.Seekers; i++)
            numberAt[model.SeekerAt[i]] = i;
        foreach (var i in numberAt)
        {
            if (model.IsNowhere(best[i]))
                unplaced.Add(new Unplaced(_problem.Seekers[model.SeekerAt[i]].Id, _problem.Seekers[model.SeekerAt[i]].UnplacedScore, WhyUnplaced(i)));
            else
                placements.Add(Placed(i, best[i]));
        }

        return new AssignmentAnswer(
            outcome.Status, score, bound, bound is { } proven ? Gap(score, proven) : null, placements, unplaced, []);
    }

    public static double Gap(double score, double bound) =>
        Math.Abs(bound - score) is var distance && distance == 0 ? 0 : distance / Math.Max(1e-9, Math.Abs(score));

    private Placement Placed(int i, int o)
    {
        var option = _problem.Options[model.OptionAt[o]];
        var isPinned = _problem.Seekers[model.SeekerAt[i]].Pinned is not null;
        return new Placement(option.Seeker, option.Place, option.Score, option.Parts ?? [], isPinned, isPinned ? null : RunnerUp(i, o));
    }

    private RunnerUp? RunnerUp(int i, int at)
    {
        var next = -1;
        for (var o = model.First[i]; o < model.First[i + 1]; o++)
        {
            if (o != at && !model.IsNowhere(o) && !double.IsNegativeInfinity(outcome.Totals[o])
                && (next < 0 || outcome.Totals[o] > outcome.Totals[next]))
                next = o;
        }

        if (next < 0)
            return null;
        var option = _problem.Options[model.OptionAt[next]];
        var price = Math.Max(0, outcome.Score - outcome.Totals[next] - 2 * model.Rounding) * model.Unit;
        return new RunnerUp(option.Place, option.Score, price);
    }

    /// <summary>Why it is better, or the only way, to leave this seeker unplaced.</summary>
    private Reason WhyUnplaced(int i)
    {
        ReasonValue seeker = ("seeker", ProblemCheck.Shown(_problem.Seekers[model.SeekerAt[i]].Id));
        if (model.First[i + 1] - model.First[i] == 1)
            return new Reason("no-option", seeker);
        var activity = Whole.Activity(model, outcome.Best);
        for (var o = model.First[i]; o < model.First[i + 1]; o++)
        {
            if (!model.IsNowhere(o) && Fits(o, activity))
                return new Reason("better-unplaced", seeker);
        }

        return new Reason("no-room", seeker);
    }

    private bool Fits(int option, double[] activity)
    {
        for (var e = model.ColumnFirst[option]; e < model.ColumnFirst[option + 1]; e++)
        {
            var r = model.ColumnRow[e];
            if (Model.Exceeds(activity[r] + model.ColumnValue[e], model.RowMost[r]))
                return false;
        }

        return true;
    }

    /// <summary>From the source's own numbers, not from the rounded ones.</summary>
    private double TrueScore(int[] best)
    {
        var sum = 0m;
        for (var i = 0; i < best.Length; i++)
        {
            sum += (decimal)(model.IsNowhere(best[i])
                ? _problem.Seekers[model.SeekerAt[i]].UnplacedScore : _problem.Options[model.OptionAt[best[i]]].Score);
        }

        return (double)sum;
    }

    private double? Bound(double? score)
    {
        if (!double.IsFinite(outcome.Bound))
            return null;
        if (score is { } exact && model.Rounding == 0 && outcome.Bound <= outcome.Score)
            return exact;
        // What rounding scores to whole units may have hidden.
        return (outcome.Bound + model.Rounding) * model.SignedUnit;
    }
}
