namespace Vejviser.Matching.Assignment;

/// <summary>The rows that couple seekers, and each option's entries in them.</summary>
internal sealed class RowBuilder
{
    private readonly AssignmentProblem _problem;
    private readonly int _dimensions;
    private readonly List<QuotaRow> _quotas = [];
    private readonly List<double> _least = [];
    private readonly List<double> _most = [];

    public RowBuilder(
        AssignmentProblem problem, int[] placeAt, Dictionary<string, int> placeNumber, Dictionary<string, int> seekerNumber, double[] loadScale)
    {
        _problem = problem;
        _dimensions = problem.Dimensions.Count;
        foreach (var at in placeAt)
        {
            for (var d = 0; d < _dimensions; d++)
            {
                var place = problem.Places[at];
                _most.Add(double.IsInfinity(place.Capacity[d]) ? double.PositiveInfinity : Math.Round(place.Capacity[d] * loadScale[d]));
                var least = Math.Round((place.Minimum?[d] ?? 0) * loadScale[d]);
                _least.Add(least > 0 ? least : double.NegativeInfinity);
            }
        }

        // Quotas by name, so that the order they were written in changes nothing.
        foreach (var quota in problem.Quotas.OrderBy(q => q.Name, StringComparer.Ordinal))
            AddQuota(quota, placeNumber, seekerNumber, loadScale);
    }

    public int Count => _most.Count;

    public double[] Least => [.. _least];

    public double[] Most => [.. _most];

    public int[] ColumnFirst { get; private set; } = [];

    public int[] ColumnRow { get; private set; } = [];

    public double[] ColumnValue { get; private set; } = [];

    public void Fill(int[] place, int[] seeker, double[] load)
    {
        var firsts = new int[place.Length + 1];
        List<int> rows = [];
        List<double> values = [];
        for (var o = 0; o < place.Length; o++)
        {
            firsts[o] = rows.Count;
            if (place[o] < 0)
                continue;
            for (var d = 0; d < _dimensions; d++)
                Add(place[o] * _dimensions + d, load[o * _dimensions + d]);
            foreach (var quota in _quotas)
            {
                var amount = quota.Dimension < 0 ? 1 : load[o * _dimensions + quota.Dimension];
                var counted = quota.Places[place[o]] && (quota.Seekers is null || quota.Seekers[seeker[o]]) ? quota.Inside : 0;
                Add(quota.Row, amount * (counted - (quota.Within is null || quota.Within[place[o]] ? quota.Total : 0)));
            }
        }

        firsts[place.Length] = rows.Count;
        (ColumnFirst, ColumnRow, ColumnValue) = (firsts, [.. rows], [.. values]);

        void Add(int row, double value)
        {
            if (value == 0)
                return;
            rows.Add(row);
            values.Add(value);
        }
    }

    private void AddQuota(Quota quota, Dictionary<string, int> placeNumber, Dictionary<string, int> seekerNumber, double[] loadScale)
    {
        var dimension = quota.Count == Quota.CountSeekers ? -1 : _problem.Dimensions.ToList().IndexOf(quota.Count);
        var scale = dimension < 0 ? 1 : loadScale[dimension];
        var places = Flags(quota.Places, placeNumber);
        var seekers = quota.Seekers is null ? null : Flags(quota.Seekers, seekerNumber);
        if (quota.Min is not null || quota.Max is not null)
        {
            _quotas.Add(new QuotaRow(Count, dimension, places, seekers, null, Inside: 1, Total: 0));
            _least.Add(quota.Min is > 0 ? quota.Min.Value * scale : double.NegativeInfinity);
            _most.Add(quota.Max * scale ?? double.PositiveInfinity);
        }

        if (quota.Share is not { } share)
            return;
        var within = share.Within is null ? null : Flags(share.Within, placeNumber);
        // Counted / total >= low says: sum of (counted - low * total) >= 0; and so for high.
        double low = share.Part / share.Of - share.Tolerance, high = share.Part / share.Of + share.Tolerance;
        _quotas.Add(new QuotaRow(Count, dimension, places, seekers, within, 1, low));
        _least.Add(0);
        _most.Add(double.PositiveInfinity);
        _quotas.Add(new QuotaRow(Count, dimension, places, seekers, within, 1, high));
        _least.Add(double.NegativeInfinity);
        _most.Add(0);
    }

    private static bool[] Flags(IReadOnlyList<string> ids, Dictionary<string, int> numbers)
    {
        var flags = new bool[numbers.Count];
        foreach (var id in ids)
            flags[numbers[id]] = true;
        return flags;
    }

    private sealed record QuotaRow(int Row, int Dimension, bool[] Places, bool[]? Seekers, bool[]? Within, double Inside, double Total);
}
