namespace Vejviser.Matching.Assignment;

internal sealed class Conflicts(AssignmentProblem problem, SolveRun run)
{
    public (IReadOnlyList<Reason> Conflict, bool IsSmallest) Find()
    {
        _ = problem;
        _ = run;
        return ([], false);
    }
}
