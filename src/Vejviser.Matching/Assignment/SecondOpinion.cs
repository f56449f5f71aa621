using Google.OrTools.Sat;

namespace Vejviser.Matching.Assignment;

/// <summary>
/// The question put to CP-SAT once the own search has worked on it in vain: is there a placement that scores more? It sees less of the knapsacks, but where rows
/// bind many places together (odd and even, shares, minimums) it proves in a moment what prices cannot. Asked again, for twice as long, after four times the
/// work.
/// </summary>
internal sealed class SecondOpinion(Model model, SolveRun run)
{
    /// <summary>Measured: on more options it answers hardly anything that the own search does not.</summary>
    private const int MostOptions = 1500;
    private const int FewOptions = 300;
    private const long FirstDue = 2_000_000;
    private const double LongestSum = 1e17;
    private const double FinestScale = 1e6;

    private long _due = FirstDue;
    private double _most = 0.05;

    /// <summary>After <see cref="Decision.Found"/>: the option of every seeker.</summary>
    public int[] Found { get; private set; } = [];

    /// <param name="work">What the own search has done so far.</param>
    public bool IsDue(long work) => IsFor(model) && work >= _due;

    /// <summary>Where every place has one capacity and nothing else binds, the knapsacks say it all.</summary>
    public static bool IsFor(Model model) =>
        model.Options <= MostOptions && (model.Options <= FewOptions || model.Rows > model.Places || Array.Exists(model.RowLeast, double.IsFinite));

    /// <summary>The best placement above a score. <see cref="Decision.None"/> proves that there is none.</summary>
    /// <param name="above">Minus infinity asks for any placement that keeps every rule, whatever it scores.</param>
    /// <returns>Whether what was found is proven to be the best.</returns>
    public (Decision Decision, bool IsBest) Ask(double above)
    {
        var (program, use) = Write();
        if (double.IsFinite(above))
        {
            var score = LinearExpr.WeightedSum(use.OfType<BoolVar>(), model.Score.Where((_, o) => use[o] is not null).Select(s => (long)s));
            program.Add(score >= (long)above + 1);
            program.Maximize(score);
        }

        var solver = new CpSolver();
        var status = StoppableSat.Solve(solver, program, run, _most);
        (_due, _most) = (4 * _due, 2 * _most);
        if (status == CpSolverStatus.Infeasible)
            return (Decision.None, false);
        if (status == CpSolverStatus.ModelInvalid)
            throw new InvalidOperationException(program.Validate());
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return (Decision.Open, false);
        var placement = new int[model.Seekers];
        for (var o = 0; o < use.Length; o++)
        {
            if (use[o] is { } used && solver.BooleanValue(used))
                placement[model.OptionSeeker[o]] = o;
        }

        if (!Whole.Holds(model, placement))
            return (Decision.Open, false);
        Found = placement;
        return (Decision.Found, status == CpSolverStatus.Optimal && double.IsFinite(above));
    }

    private (CpModel Program, BoolVar?[] Use) Write()
    {
        var program = new CpModel();
        var use = new BoolVar?[model.Options];
        for (var i = 0; i < model.Seekers; i++)
        {
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
                use[o] = model.IsNowhere(o) && model.Must[i] ? null : program.NewBoolVar("");
            program.AddExactlyOne(use[model.First[i]..model.First[i + 1]].OfType<BoolVar>());
        }

        var entries = new List<(BoolVar Use, double Value)>[model.Rows];
        for (var o = 0; o < model.Options; o++)
        {
            for (var e = model.ColumnFirst[o]; e < model.ColumnFirst[o + 1]; e++)
                (entries[model.ColumnRow[e]] ??= []).Add((use[o]!, model.ColumnValue[e]));
        }

        for (var r = 0; r < model.Rows; r++)
            AddRow(program, r, entries[r] ?? []);
        return (program, use);
    }

    /// <summary>In whole numbers. Where rounding is needed the row is widened by all that it may have moved, so that a "no" stays a proof.</summary>
    private void AddRow(CpModel program, int row, List<(BoolVar Use, double Value)> entries)
    {
        double[] limits = [.. new[] { model.RowLeast[row], model.RowMost[row] }.Where(double.IsFinite)];
        if (limits.Length == 0)
            return;
        double[] all = [.. entries.Select(e => e.Value), .. limits];
        var isWhole = Array.TrueForAll(all, v => v == Math.Floor(v));
        var scale = isWhole ? 1 : FinestScale;
        var largest = all.Select(Math.Abs).DefaultIfEmpty().Max() * Math.Max(1, model.Seekers);
        while (largest * scale > LongestSum)
            scale /= 10;
        var slack = isWhole && scale == 1 ? 0 : 1 + model.Seekers + scale * limits.Select(Model.RowSlack).DefaultIfEmpty().Max();
        program.AddLinearConstraint(
            LinearExpr.WeightedSum(entries.Select(e => e.Use), entries.Select(e => (long)Math.Round(e.Value * scale))),
            double.IsFinite(model.RowLeast[row]) ? (long)Math.Floor(model.RowLeast[row] * scale - slack) : long.MinValue,
            double.IsFinite(model.RowMost[row]) ? (long)Math.Ceiling(model.RowMost[row] * scale + slack) : long.MaxValue);
    }
}
