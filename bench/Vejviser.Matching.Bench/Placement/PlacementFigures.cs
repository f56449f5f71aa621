using Vejviser.Matching.Bench.Checking;

namespace Vejviser.Matching.Bench.Placement;

/// <summary>The refugee placement shape: 330 families to 21 places beside SCIP, and 7,000 families to 98 municipalities.</summary>
internal static class PlacementFigures
{
    private const double Gap = 1e-4;

    public static void Run(Report report, bool isQuick)
    {
        Report.Head("Refugee placement, 330 families, 21 places: certified gap at most 0.01 %");
        var seeds = Enumerable.Range(1, isQuick ? 2 : 5).ToArray();
        // The first run of a method is slow everywhere in .NET; a server that has placed one year has it behind it.
        for (var k = 0; k < 30; k++)
            Kernel.Solve(PlacementInstances.Make(330, 21, 1, 100 + k), 2, Gap);
        foreach (var dimensions in new[] { 1, 2, 3 })
            Small(report, dimensions, seeds, isQuick);
        Large(report);
    }

    private static void Small(Report report, int dimensions, int[] seeds, bool isQuick)
    {
        var (own, peer, worstGap) = (new List<double>(), new List<double>(), 0d);
        foreach (var seed in seeds)
        {
            var problem = PlacementInstances.Make(330, 21, dimensions, seed);
            var scip = isQuick && seed > 1 ? null : Peers.Scip(problem, 15, Gap);
            var claims = Enumerable.Range(0, 5).Select(_ => Kernel.Solve(problem, 10, Gap)).OrderBy(c => c.Milliseconds).ToArray();
            if (scip is not null && report.Check(problem, scip, null))
                peer.Add(scip.Milliseconds);
            if (!report.Check(problem, claims[2], scip?.Score))
                continue;
            own.Add(claims[2].Milliseconds);
            worstGap = Math.Max(worstGap, Checker.Gap(claims[2]));
            Report.Say($"    seed {seed}, {dimensions} dim.: Vejviser {claims[2].Milliseconds:0.0} ms, gap {100 * Checker.Gap(claims[2]):0.0000} %; SCIP {scip?.Milliseconds:0} ms, gap {(scip is null ? double.NaN : 100 * Checker.Gap(scip)):0.0000} %");
        }

        own.Sort();
        report.Limit($"placement, {dimensions} dim.: worst certified gap", 100 * worstGap, 0.01, "%");
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
