namespace Vejviser.Matching.Bench;

/// <summary>Times by kind of event: median and 95th percentile, the worst beside them.</summary>
internal sealed class Times
{
    private readonly SortedDictionary<string, List<double>> _milliseconds = new(StringComparer.Ordinal);

    public void Add(string kind, double milliseconds)
    {
        if (!_milliseconds.TryGetValue(kind, out var list))
            _milliseconds[kind] = list = [];
        list.Add(milliseconds);
    }

    /// <param name="goal">For the 95th percentile.</param>
    public IEnumerable<Figure> Figures(double goal)
    {
        foreach (var (kind, list) in _milliseconds)
        {
            list.Sort();
            var p95 = At(list, 0.95);
            yield return new Figure($"One {kind} ({list.Count})", $"median {At(list, 0.5):0.000} ms, p95 {p95:0.000} ms, worst {list[^1]:0.000} ms", $"p95 under {goal} ms", p95 < goal);
        }
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
