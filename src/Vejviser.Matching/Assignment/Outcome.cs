namespace Vejviser.Matching.Assignment;

/// <summary>What a method found of a model, in its units.</summary>
/// <param name="Best">The best placement; null where none keeps every rule, or none was found.</param>
/// <param name="Score">Of the best placement.</param>
/// <param name="Bound">Proven: no placement scores more.</param>
/// <param name="Totals">A bound on the whole with an option chosen, by option.</param>
/// <param name="Why">Rules that cannot all hold, where the method has them at hand.</param>
internal sealed record Outcome(SolveStatus Status, int[]? Best, double Score, double Bound, double[] Totals, Blocked? Why = null)
{
    /// <param name="hint">A placement to begin from; empty for none.</param>
    public static Outcome Of(Model model, ReadOnlySpan<int> hint, SolveRun run)
    {
        if (NetworkFlow.Solve(model, hint, run)?.ToOutcome() is { } exact)
            return exact;
        var optimizer = new Optimizer(model, run);
        optimizer.Solve(hint);
        return new Outcome(optimizer.Status, optimizer.Best, optimizer.Score, optimizer.Bound, optimizer.Totals);
    }
}
