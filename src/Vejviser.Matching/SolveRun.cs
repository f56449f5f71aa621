namespace Vejviser.Matching;

/// <summary>
/// How far a solver goes and who hears of it. The kernel has no clock: a time limit is a token that the caller cancels, and then the best
/// answer so far comes back with the bound proven so far. Without one the same problem and seed give the same answer, on one core or two.
/// </summary>
public sealed record SolveRun
{
    public static SolveRun ToTheEnd { get; } = new();

    /// <summary>The caller wants no answer any more: <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Abandon { get; init; }

    /// <summary>Time is up: hand back the best so far.</summary>
    public CancellationToken OutOfTime { get; init; }

    /// <summary>Relative gap between score and proven bound at which the search may stop; 0 asks for the optimum.</summary>
    public double Gap { get; init; }

    public int Seed { get; init; }

    /// <summary>Cores that may be used, 1 or 2. The answer does not depend on it.</summary>
    public int Cores { get; init; } = 2;

    public IProgress<SolveProgress>? Progress { get; init; }

    /// <summary>True when the search should end and hand back what it has.</summary>
    /// <exception cref="OperationCanceledException">The caller wants no answer any more.</exception>
    public bool ShouldStop()
    {
        Abandon.ThrowIfCancellationRequested();
        return OutOfTime.IsCancellationRequested;
    }
}

/// <summary>How far a solver has come. Null score: nothing found yet; null bound: nothing proven yet.</summary>
/// <param name="Phase">A code, said in words by the texts.</param>
public readonly record struct SolveProgress(string Phase, double? Score, double? Bound);

public enum SolveStatus
{
    /// <summary>Proven: no answer is better, or none by more than the gap asked for.</summary>
    Optimal,

    /// <summary>Every rule holds; something better may exist, at most as far off as the gap says.</summary>
    Feasible,

    /// <summary>Proven: no answer keeps every rule.</summary>
    Infeasible,

    /// <summary>Time was up before an answer or a proof was found.</summary>
    Unknown,
}
