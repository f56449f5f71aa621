namespace Vejviser.Matching.Assignment;

/// <summary>Is there any placement that keeps every rule? Scores count nothing; who finds no place costs one.</summary>
internal sealed class Feasibility(Model model, SolveRun run)
{
    private const long Round = 2_000_000;

    /// <summary>No limit to the work of one question.</summary>
    public const long ToTheEnd = long.MaxValue;

    public int[] Found { get; private set; } = [];

    /// <param name="local">A search that may find one by chance; null for none.</param>
    /// <param name="mostWork">After this much work the question stays <see cref="Decision.Open"/>; counted, not timed, so that the answer is always the same.</param>
    public Decision Decide(LocalSearch? local, long mostWork = ToTheEnd)
    {
        if (NetworkFlow.Solve(model, [], run) is { } flow)
            return Keep(flow.Placement) ? Decision.Found : Decision.None;
        var bare = WithoutScores();
        var start = Greedy.Place(bare, model.Score);
        if (Keep(start))
            return Decision.Found;
        var prices = StartingPrices.Of(bare, start, run);
        var decisions = new DecisionSearch(bare, prices.OfRows, prices.Worth);
        decisions.Aim(0);
        var other = new SecondOpinion(model, run);
        while (decisions.Work < mostWork && !run.ShouldStop())
        {
            var decision = decisions.Advance(Round, run);
            if (decision == Decision.Found)
                Keep(decisions.Found);
            if (decision == Decision.Open && other.IsDue(decisions.Work))
            {
                (decision, _) = other.Ask(double.NegativeInfinity);
                if (decision == Decision.Found)
                    Keep(other.Found);
            }

            if (decision != Decision.Open)
                return decision;
            local?.Advance(Round, run);
            if (local is not null && double.IsFinite(local.BestScore) && Keep(local.Best))
                return Decision.Found;
        }

        return Decision.Open;
    }

    private bool Keep(int[] placement)
    {
        if (!Whole.Holds(model, placement))
            return false;
        Found = placement;
        return true;
    }

    private Model WithoutScores()
    {
        var score = new double[model.Options];
        for (var i = 0; i < model.Seekers; i++)
            score[model.Nowhere(i)] = model.Must[i] ? -1 : 0;
        return model.WithScores(score, forbidden: -1, penalty: 1);
    }
}
