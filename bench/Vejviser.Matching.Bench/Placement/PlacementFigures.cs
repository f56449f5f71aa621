using Vejviser.Matching.Bench.Checking;

namespace Vejviser.Matching.Bench.Placement;

/// <summary>The refugee placement shape: 330 families to 21 places beside SCIP, and 7,000 families to 98 municipalities.</summary>
internal static class PlacementFigures
{
    private const double Gap = 1e-4;

    public static void Run(Report report, bool isQuick, int? draws)
    {
        Report.Head("Refugee placement, 330 families, 21 places: certified gap at most 0.01 %");
        // The first run of a method is slow everywhere in .NET; a server that has placed one year has it behind it.
        for (var k = 0; k < 30; k++)
            Kernel.Solve(PlacementInstances.Make(330, 21, 1, 100 + k), 2, Gap);
        Small(report, 1, draws ?? (isQuick ? 2 : 5), runs: isQuick ? 3 : 9, patience: isQuick ? 3 : 10);
        Small(report, 2, isQuick ? 1 : 2, runs: 1, patience: 5);
        Small(report, 3, isQuick ? 1 : 2, runs: 1, patience: 5);
        Large(report);
    }

    private static void Small(Report report, int dimensions, int seeds, int runs, double patience)
    {
        var (own, peer, worstGap) = (new List<double>(), new List<double>(), 0d);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var problem = PlacementInstances.Make(330, 21, dimensions, seed);
            var scip = Peers.Scip(problem, patience, Gap);
            var claims = Enumerable.Range(0, runs).Select(_ => Kernel.Solve(problem, patience, Gap)).OrderBy(c => c.Milliseconds).ToArray();
            var median = claims[runs / 2];
            if (report.Check(problem, scip, null))
                peer.Add(scip.Milliseconds);
            if (!report.Check(problem, median, scip.Score))
                continue;
            own.Add(median.Milliseconds);
            worstGap = Math.Max(worstGap, Checker.Gap(median));
            Report.Say($"    seed {seed}, {dimensions} dim.: Vejviser {median.Milliseconds:0.0} ms, gap {100 * Checker.Gap(median):0.0000} %; SCIP {scip.Milliseconds:0} ms, gap {100 * Checker.Gap(scip):0.0000} %");
        }

        own.Sort();
        report.Limit($"placement, {dimensions} dim.: worst certified gap", 100 * worstGap, 0.01, "%");
        report.Limit($"placement, {dimensions} dim.: problems not within 100 ms", own.Count(t => t > 100), 0, "");
        report.Limit($"placement, {dimensions} dim.: median time", own.Count == 0 ? double.PositiveInfinity : own[own.Count / 2], 100, "ms");
        Report.Goal($"placement, {dimensions} dim.: median time", own.Count == 0 ? double.PositiveInfinity : own[own.Count / 2], 15, "ms");
        if (peer.Count > 0 && own.Count > 0)
            Report.Say($"    SCIP's mean time is {peer.Average() / own.Average():0.#} times Vejviser's");
    }

    private static void Large(Report report)
    {
        Report.Head("17,000 people, 7,000 families, 98 municipalities: certified gap at most 0.1 % in 10 s");
        var problem = PlacementInstances.Make(7000, 98, 1, 1);
        var claim = Kernel.Solve(problem, 9.5, 1e-3);
        if (!report.Check(problem, claim, null))
            return;
        report.Limit("large placement: certified gap", 100 * Checker.Gap(claim), 0.1, "%");
        report.Limit("large placement: time", claim.Milliseconds, 10_000, "ms");
    }
}
