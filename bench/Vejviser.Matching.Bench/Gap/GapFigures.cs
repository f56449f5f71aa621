using Vejviser.Matching.Assignment;
using Vejviser.Matching.Bench.Checking;
using Vejviser.Matching.Format;

namespace Vejviser.Matching.Bench.Gap;

/// <summary>Generalized assignment: the OR-Library's instances with known optima, and others of types a to e, beside CP-SAT and SCIP with the same time.</summary>
internal static class GapFigures
{
    private static readonly (string File, double Optimum)[] KnownOptima =
    [
        ("gap1-0", 261), ("gap2-0", 277), ("gap3-0", 438), ("gap4-0", 423), ("gap5-0", 403), ("gap6-0", 525),
        ("a05100", 1698), ("b05100", 1843), ("c05100", 1931), ("c10100", 1402), ("d05100", 6353),
    ];

    private static readonly (char Type, int Agents, int Jobs)[] Quick = [('a', 20, 200), ('b', 20, 200), ('c', 20, 200), ('d', 20, 200), ('e', 20, 200)];

    /// <summary>The sizes of the published sets: types a and b up to 200 jobs, c to e up to 1,600 (Yagiura, Ibaraki and Glover 2006).</summary>
    private static readonly (char Type, int Agents, int Jobs)[] All =
    [
        .. from type in "abcde" from jobs in new[] { 100, 200 } from agents in new[] { 5, 10, 20 } select (type, agents, jobs),
        .. from type in "cde" from size in new[] { (10, 400), (20, 400), (40, 400), (15, 900), (30, 900), (60, 900), (20, 1600), (40, 1600), (80, 1600) } select (type, size.Item1, size.Item2),
    ];

    /// <param name="types">Only generated instances of these types; empty for the library's and all.</param>
    public static void Run(Report report, bool isQuick, string data, IReadOnlyCollection<string> types)
    {
        if (types.Count == 0)
            Library(report, data);
        Generated(report, [.. (isQuick ? Quick : All).Where(s => types.Count == 0 || types.Contains(s.Type.ToString()))], isQuick ? 3 : 10);
    }

    private static void Library(Report report, string data)
    {
        Report.Head("GAP, OR-Library: proven optimal");
        var worst = 0d;
        foreach (var (file, optimum) in KnownOptima)
        {
            var problem = GapImport.Read(file, File.ReadAllText(Path.Combine(data, file)));
            var claim = Kernel.Solve(problem, 10, 0);
            worst = report.Check(problem, claim, optimum) && claim.IsProven && claim.Score == optimum ? Math.Max(worst, claim.Milliseconds) : double.PositiveInfinity;
            Report.Say($"    {file}: {claim.Score}, {(claim.IsProven ? "proven" : "not proven")}, {claim.Milliseconds:0} ms");
        }

        report.Limit("GAP library: slowest proof", worst, 10_000, "ms");
    }

    private static void Generated(Report report, (char Type, int Agents, int Jobs)[] sizes, double seconds)
    {
        Report.Head($"GAP, generated, {seconds} s each on two cores");
        var (gaps, distances) = (new List<double>(), new List<double>());
        var (unproven, worse) = (0, 0);
        foreach (var (type, agents, jobs) in sizes)
        {
            var problem = GapInstances.Make(type, agents, jobs, 1);
            var known = double.PositiveInfinity;
            var claims = new List<Claim>();
            foreach (var solve in new Func<AssignmentProblem, double, double, Claim>[] { Kernel.Solve, Peers.CpSat, Peers.Scip })
            {
                var claim = solve(problem, seconds, 0);
                if (claim.Score is not null && !report.Check(problem, claim, null))
                    continue;
                claims.Add(claim);
                known = Math.Min(known, claim.Score ?? known);
            }

            Report.Say($"    {problem.Name}: {string.Join("; ", claims.Select(Line))}");
            var own = claims.Find(c => c.Solver == "Vejviser");
            if (own is null || !report.Check(problem, own, known))
                continue;
            gaps.Add((own.Score!.Value - known) / known);
            distances.Add(Checker.Gap(own));
            worse += Checker.IsBetter(problem, known, own.Score.Value) ? 1 : 0;
            unproven += type is 'a' or 'b' or 'c' && !own.IsProven ? 1 : 0;
        }

        report.Limit("GAP: without a checked answer", sizes.Length - gaps.Count, 0, "instances");
        report.Limit("GAP: types a, b, c not proven optimal", unproven, 0, "instances");
        report.Limit("GAP: mean gap to the best known", 100 * gaps.DefaultIfEmpty(double.PositiveInfinity).Average(), 0.1, "%");
        Report.Goal("GAP: mean gap to the own bound", 100 * distances.DefaultIfEmpty(double.PositiveInfinity).Average(), 0.1, "%");
        report.Limit("GAP: worse than CP-SAT or SCIP", worse, 0, "instances");
    }

    private static string Line(Claim claim) => FormattableString.Invariant(
        $"{claim.Solver} {claim.Score} (bound {claim.Bound:0.#}{(claim.IsProven ? ", proven" : "")}, {claim.Milliseconds / 1000:0.0} s)");
}
