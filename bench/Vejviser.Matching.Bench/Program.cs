using System.CommandLine;
using Vejviser.Matching.Bench;
using Vejviser.Matching.Bench.Booking;
using Vejviser.Matching.Bench.Checking;
using Vejviser.Matching.Bench.Doctors;
using Vejviser.Matching.Bench.Gap;
using Vejviser.Matching.Bench.Groups;
using Vejviser.Matching.Bench.Interpreting;
using Vejviser.Matching.Bench.Online;
using Vejviser.Matching.Bench.Placement;

var quick = new Option<bool>("--quick") { Description = "Fewer and smaller instances, about five minutes." };
var selfTest = new Option<bool>("--self-test") { Description = "Gives the checker wrong answers; ends red." };
var parts = new Option<string[]>("--parts") { Description = "Only these: placement, gap, doctors, groups, online, time, interpreters.", AllowMultipleArgumentsPerToken = true };
var types = new Option<string[]>("--types") { Description = "Of generalized assignment only generated instances of these types: a, b, c, d, e.", AllowMultipleArgumentsPerToken = true };
var draws = new Option<int>("--draws") { Description = "Draws of each figure that is an average: placements, years, groups, days. Fewer by itself with --quick." };
var seconds = new Option<int>("--seconds") { Description = "Most seconds for one draw of 500 people, for the product and for the peer; 60, quick 20, where it is not given." };
var data = new Option<string>("--data") { Description = "The OR-Library instances.", DefaultValueFactory = _ => "bench/data/gap" };
var root = new RootCommand("The matching kernel beside its peers, every answer checked by an independent checker.") { quick, selfTest, parts, types, draws, seconds, data };
root.SetAction(parsed =>
{
    if (parsed.GetValue(selfTest))
        return SelfTest.Run() ? 1 : 2;
    var (report, isQuick, chosen) = (new Report(), parsed.GetValue(quick), parsed.GetValue(parts) ?? []);
    if (Has("placement"))
        PlacementFigures.Run(report, isQuick, Given(draws));
    if (Has("gap"))
        GapFigures.Run(report, isQuick, parsed.GetValue(data)!, parsed.GetValue(types) ?? []);
    Show("doctors", "Doctors: one event on 20,000 citizens", () => DoctorsBench.Run(isQuick));
    Show("groups", "Groups and villas", () => GroupsBench.Run(isQuick, Given(draws), Given(seconds)));
    Show("online", "Online: week by week with learnt prices", () => OnlineBench.Run(Given(draws) ?? (isQuick ? 3 : 10)));
    Show("time", "Time: a day's conversations", () => BookingBench.Run(Given(draws) ?? (isQuick ? 2 : 5)));
    Show("interpreters", "Interpreters: meetings whose times stand", () => InterpretingBench.Run(Given(draws) ?? (isQuick ? 10 : 50)));
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

    int? Given(Option<int> option) => parsed.GetValue(option) is var value and > 0 ? value : null;

    bool Has(string part) => chosen.Length == 0 || chosen.Contains(part, StringComparer.Ordinal);
});
return await root.Parse(args).InvokeAsync();
