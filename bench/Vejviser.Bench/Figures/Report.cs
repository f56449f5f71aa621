namespace Vejviser.Bench.Figures;

/// <summary>Prints what was measured, as it comes.</summary>
internal static class Report
{
    public static void Head(string title) => Console.WriteLine($"\n{title}\n{new string('─', title.Length)}");

    /// <returns>How many goals were missed.</returns>
    public static int Print(IEnumerable<Figure> figures)
    {
        var missed = 0;
        foreach (var figure in figures)
        {
            missed += figure.IsReached == false ? 1 : 0;
            Console.WriteLine($"{figure.Name,-44} {figure.Value} {(figure.IsReached is null ? "" : $" goal {figure.Goal}: {(figure.IsReached.Value ? "reached" : "MISSED")}")}");
        }

        return missed;
    }
}
