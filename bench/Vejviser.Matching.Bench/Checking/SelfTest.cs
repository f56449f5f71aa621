using Vejviser.Matching.Assignment;
using Vejviser.Matching.Bench.Gap;

namespace Vejviser.Matching.Bench.Checking;

/// <summary>Gives the checker answers that are wrong in one way each: every one must be found, and the right one must stand.</summary>
internal static class SelfTest
{
    /// <returns>True where all wrong answers were found; <c>--self-test</c> then ends red all the same, since what it was given was wrong.</returns>
    public static bool Run()
    {
        var problem = GapInstances.Make('c', 5, 30, 1);
        var right = Kernel.Solve(problem, 10, 0);
        var isWhole = Tell("the right answer", Checker.Faults(problem, right, null), mustStand: true);
        foreach (var (name, wrong) in Wrong(problem, right))
            isWhole &= Tell(name, Checker.Faults(problem, wrong, right.Score), mustStand: false);
        Console.WriteLine(isWhole ? "Every wrong answer was found." : "A WRONG ANSWER WENT THROUGH.");
        return isWhole;
    }

    private static IEnumerable<(string Name, Claim Claim)> Wrong(AssignmentProblem problem, Claim right)
    {
        yield return ("a better score than the placement has", right with { Score = right.Score - 1 });
        yield return ("a bound above the optimum", right with { Bound = right.Score + 1 });
        yield return ("no bound", right with { Bound = null });
        yield return ("somebody left out", right with { Place = right.Place.Skip(1).ToDictionary(x => x.Key, x => x.Value) });
        yield return ("a place that is not an option", right with { Place = Moved(right, right.Place.Keys.First(), "nowhere") });
        yield return ("everybody in one place", right with { Place = right.Place.ToDictionary(x => x.Key, _ => problem.Places[0].Id) });
    }

    private static Dictionary<string, string> Moved(Claim claim, string seeker, string place) => new(claim.Place) { [seeker] = place };

    private static bool Tell(string name, IReadOnlyList<string> faults, bool mustStand)
    {
        var isAsItShould = mustStand == (faults.Count == 0);
        Console.WriteLine($"{(isAsItShould ? "ok " : "BAD")} {name}: {(faults.Count == 0 ? "stands" : string.Join("; ", faults.Take(2)))}");
        return isAsItShould;
    }
}
