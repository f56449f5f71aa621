using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Groups;

/// <summary>Forms groups: exact, or in the time given as good as found with the bound that is proven.</summary>
public static class GroupSolver
{
    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    /// <exception cref="OperationCanceledException">The caller abandoned it.</exception>
    public static GroupAnswer Solve(GroupProblem problem, SolveRun? run = null)
    {
        GroupCheck.Check(problem);
        run ??= SolveRun.ToTheEnd;
        var model = new GroupModel(problem);
        var search = new GroupSearch(model, run);
        var (weightBound, fitBound) = search.Solve();
        var seats = search.Best;
        var pins = Extra(model, seats);
        var isOptimal = fitBound == seats.Fit;
        return new GroupAnswer(
            isOptimal ? SolveStatus.Optimal : SolveStatus.Feasible,
            seats.Weight - pins,
            weightBound - pins,
            seats.Fit,
            fitBound,
            Formed(model, seats),
            GroupReasons.Waiting(model, seats),
            GroupReasons.Lacks(model, seats));
    }

    /// <summary>What pins added to the weight so that they come first.</summary>
    private static long Extra(GroupModel model, Seats seats)
    {
        long extra = 0;
        for (var p = 0; p < model.People.Length; p++)
            extra += seats.CandidateOf[p] < 0 ? 0 : model.Weights[p] - model.People[p].Weight;
        return extra;
    }

    private static List<FormedGroup> Formed(GroupModel model, Seats seats)
    {
        var leaders = Staffing.Staff(model, seats.Groups)!;
        var groups = new List<FormedGroup>();
        for (var g = 0; g < seats.Groups.Length; g++)
        {
            var candidate = model.Candidates[seats.Groups[g]];
            var members = Enumerable.Range(0, model.People.Length).Where(p => seats.CandidateOf[p] == seats.Groups[g]).ToArray();
            var levels = members.Select(p => model.People[p].Level ?? 0).ToArray();
            groups.Add(new FormedGroup(
                model.Sessions[candidate.Session].Id,
                leaders[g] < 0 ? null : model.Leaders![leaders[g]].Id,
                candidate.Language < 0 ? null : model.Languages[candidate.Language],
                model.Rules.LevelSpan is null ? null : (levels.Min(), levels.Max()),
                [.. members.Select(p => new GroupMember(model.People[p].Id, candidate.Fits[Array.IndexOf(candidate.People, p)]))]));
        }

        return [.. groups.OrderBy(g => g.Session, StringComparer.Ordinal)];
    }
}
