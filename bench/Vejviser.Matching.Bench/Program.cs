using System.CommandLine;
using Vejviser.Matching.Bench;
using Vejviser.Matching.Bench.Checking;
using Vejviser.Matching.Bench.Doctors;
using Vejviser.Matching.Bench.Gap;
using Vejviser.Matching.Bench.Groups;
using Vejviser.Matching.Bench.Online;
using Vejviser.Matching.Bench.Placement;

var quick = new Option<bool>("--quick") { Description = "Fewer and smaller instances, about two minutes." };
var selfTest = new Option<bool>("--self-test") { Description = "Gives the checker wrong answers; ends red." };
var parts = new Option<string[]>("--parts") { Description = "Only these: placement, gap, doctors, groups, online.", AllowMultipleArgumentsPerToken = true };
var data = new Option<string>("--data") { Description = "The OR-Library instances.", DefaultValueFactory = _ => "bench/data/gap" };
var root = new RootCommand("The matching kernel beside its peers, every answer checked by an independent checker.") { quick, selfTest, parts, data };
root.SetAction(parsed =>
{
    if (parsed.GetValue(selfTest))
        return SelfTest.Run() ? 1 : 2;
    var (report, isQuick, chosen) = (new Report(), parsed.GetValue(quick), parsed.GetValue(parts) ?? []);
    if (Has("placement"))
        PlacementFigures.Run(report, isQuick);
    if (Has("gap"))
        GapFigures.Run(report, isQuick, parsed.GetValue(data)!);
    Show("doctors", "Doctors: one event on 20,000 citizens", () => DoctorsBench.Run(isQuick));
    Show("groups", "Groups and villas", () => GroupsBench.Run(isQuick));
    Show("online", "Online: week by week with learnt prices", () => OnlineBench.Run(isQuick));
    Console.WriteLine(report.IsGreen ? "\nGREEN: every figure within its limit." : "\nRED: a figure is above its limit, or an answer did not stand.");
    return report.IsGreen ? 0 : 1;

    void Show(string part, string title, Func<IEnumerable<Figure>> run)
    {
        if (!Has(part))
            return;
        Report.Head(title);
        foreach (var figure in run())
            report.Add(figure);
    }

    bool Has(string part) => chosen.Length == 0 || chosen.Contains(part, StringComparer.Ordinal);
});
return await root.Parse(args).InvokeAsync();
