using System.Globalization;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Checking;

/// <summary>Figures against their limits: a line each with the ratio, red where one is above 1 or an answer did not stand.</summary>
internal sealed class Report
{
    public bool IsGreen { get; private set; } = true;

    public static void Head(string title) => Console.WriteLine($"\n── {title}");

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Checked before its time counts.</summary>
    public bool Check(AssignmentProblem problem, Claim claim, double? known)
    {
        var faults = Checker.Faults(problem, claim, known);
        if (faults.Count == 0)
            return true;
        Say($"   {claim.Solver} on {problem.Name}: WRONG: {string.Join("; ", faults.Take(3))}");
        IsGreen &= claim.Solver != "Vejviser";
        return false;
    }

    /// <param name="limit">The figure may be this much.</param>
    public void Limit(string name, double figure, double limit, string unit)
    {
        var ratio = limit > 0 ? figure / limit : figure > 0 ? double.PositiveInfinity : 0;
        var isKept = ratio <= 1;
        IsGreen &= isKept;
        Say($"{(isKept ? "ok " : "RED")} {name}: {figure:0.#####} {unit}, limit {limit:0.#####}, ratio {ratio:0.###}");
    }

    /// <summary>What another part measured; its own checker has judged the answers already.</summary>
    public void Add(Figure figure)
    {
        IsGreen &= figure.IsReached != false;
        Say($"{(figure.IsReached is null ? "   " : figure.IsReached.Value ? "ok " : "RED")} {figure.Name}: {figure.Value}{(figure.Goal.Length == 0 ? "" : $", limit: {figure.Goal}")}");
    }

    /// <summary>A figure that is aimed for and not a limit.</summary>
    public static void Goal(string name, double figure, double goal, string unit) =>
        Say($"    {name}: {figure:0.#####} {unit}, goal {goal:0.#####}, ratio {figure / goal:0.###}");
}
