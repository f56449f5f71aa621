using System.Diagnostics;
using System.Globalization;
using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Bench.Groups;

/// <summary>Parents' courses for 500 people and villas for youths, beside CP-SAT on the same problem; every answer checked against the rules before its time counts.</summary>
internal static class GroupsBench
{
    public static IEnumerable<Figure> Run(bool isQuick, int? draws, int? seconds) =>
        [
            Villas(isQuick ? 20 : 100),
            .. Run(500, 8, 4, 4, 16, draws ?? (isQuick ? 1 : 3), seconds ?? (isQuick ? 20 : 60)),
            .. Run(500, 8, 8, 5, 40, draws ?? (isQuick ? 1 : 3), seconds ?? (isQuick ? 20 : 60)),
        ];

    /// <summary>Nine youths and two villas of four to five, contact persons of some mother tongues, ages at most three years apart.</summary>
    private static Figure Villas(int seeds)
    {
        var (same, slowest) = (0, 0d);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var problem = Courses.Villas(seed);
            var clock = Stopwatch.StartNew();
            var answer = GroupSolver.Solve(problem);
            slowest = Math.Max(slowest, seed == 1 ? 0 : clock.Elapsed.TotalMilliseconds);
            var peer = GroupsPeer.Solve(problem, 20);
            same += GroupsChecker.Fault(problem, answer.Groups, answer.Weight, answer.Fit) is null && answer.Status == SolveStatus.Optimal && peer == (true, answer.Weight, answer.Fit) ? 1 : 0;
        }

        return new Figure($"Villas: nine youths, two villas, {seeds} draws", string.Create(CultureInfo.InvariantCulture, $"{same} the same optimum as CP-SAT, slowest {slowest:0.0} ms"), "all", same == seeds);
    }

    public static IEnumerable<Figure> Run(int people, int languages, int times, int rooms, int leaders, int seeds, int seconds)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            var problem = Courses.Of(people, languages, times, rooms, leaders, seed);
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
            var clock = Stopwatch.StartNew();
            var answer = GroupSolver.Solve(problem, new SolveRun { OutOfTime = late.Token });
            var ours = clock.Elapsed.TotalSeconds;
            var fault = GroupsChecker.Fault(problem, answer.Groups, answer.Weight, answer.Fit);
            clock.Restart();
            var peer = GroupsPeer.Solve(problem, seconds);
            var theirs = clock.Elapsed.TotalSeconds;
            var isSame = fault is null && answer.Status == SolveStatus.Optimal && (peer.IsProven ? (peer.Weight, peer.Fit) == (answer.Weight, answer.Fit) : (peer.Weight, peer.Fit).CompareTo((answer.Weight, answer.Fit)) <= 0);
            yield return new Figure(
                $"{people} people, {languages} languages, {times * rooms} sessions, {leaders} leaders (seed {seed})",
                string.Create(CultureInfo.InvariantCulture, $"{answer.Status} weight {answer.Weight} (bound {answer.WeightBound}) fit {answer.Fit} (bound {answer.FitBound}) in {ours:0.00} s; CP-SAT {(peer.IsProven ? "optimal" : "unproven")} weight {peer.Weight} fit {peer.Fit} in {theirs:0.0} s{(fault is null ? "" : "; FAULT " + fault)}"),
                "proven, and CP-SAT has nothing better",
                isSame);
            if (seed == 1)
                yield return SelfTest(problem, answer);
        }
    }

    private static Figure SelfTest(GroupProblem problem, GroupAnswer answer)
    {
        var group = answer.Groups[0];
        FormedGroup[] short1 = [group with { Members = [.. group.Members.Take(problem.Rules.Least - 1)] }, .. answer.Groups.Skip(1)];
        FormedGroup[] twice = [group, .. answer.Groups.Skip(1).Take(1).Select(g => g with { Members = [.. g.Members.Skip(1), group.Members[0]] }), .. answer.Groups.Skip(2)];
        var isRed = GroupsChecker.Fault(problem, short1, answer.Weight, answer.Fit) is not null
            && GroupsChecker.Fault(problem, twice, answer.Weight, answer.Fit) is not null
            && GroupsChecker.Fault(problem, answer.Groups, answer.Weight + 1, answer.Fit) is not null;
        return new Figure("Self-test: a wrong answer is found out", isRed ? "red, as it must be" : "NOT FOUND OUT", "red", isRed);
    }
}
