namespace Vejviser.Matching.Assignment;

/// <summary>
/// Takes out options that minimums and quotas rule out: a row's least and most possible activity over what is open. (What no longer fits a capacity is
/// taken out by <see cref="OptionSets"/> itself.)
/// </summary>
internal sealed class RowPropagation
{
    private readonly Model _model;
    private readonly OptionSets _sets;
    private readonly Row[] _rows;

    public RowPropagation(Model model, OptionSets sets)
    {
        (_model, _sets) = (model, sets);
        var entries = new List<(int Option, double Value)>[model.Rows];
        for (var o = 0; o < model.Options; o++)
        {
            for (var e = model.ColumnFirst[o]; e < model.ColumnFirst[o + 1]; e++)
            {
                var r = model.ColumnRow[e];
                if (r >= model.Places * model.Dimensions || double.IsFinite(model.RowLeast[r]))
                    (entries[r] ??= []).Add((o, model.ColumnValue[e]));
            }
        }

        var rows = new List<Row>();
        for (var r = 0; r < model.Rows; r++)
        {
            if (entries[r] is { } some || double.IsFinite(model.RowLeast[r]))
                rows.Add(new Row(r, [.. (entries[r] ?? [])]));
        }

        _rows = [.. rows];
    }

    /// <summary>What was looked at so far, in entries of rows.</summary>
    public long Work { get; private set; }

    /// <returns>False where a row cannot hold.</returns>
    public bool Propagate()
    {
        var mark = -1;
        while (mark != _sets.Mark)
        {
            mark = _sets.Mark;
            foreach (var row in _rows)
            {
                if (!Propagate(row) || !_sets.Propagate())
                    return false;
            }
        }

        return true;
    }

    private bool Propagate(Row row)
    {
        Work += row.Entries.Length;
        double least = 0, most = 0;
        foreach (var (low, high, _, _) in Groups(row))
            (least, most) = (least + low, most + high);
        if (RulesOut(row.Number, least, most) || Model.FallsShort(_model.RowMost[row.Number], _model.RowLeast[row.Number]))
            return false;
        foreach (var (low, high, from, to) in Groups(row))
        {
            var seeker = _model.OptionSeeker[row.Entries[from].Option];
            if (_sets.Settled[seeker] >= 0 || low == high)
                continue;
            for (var e = from; e < to; e++)
            {
                var (option, value) = row.Entries[e];
                if (RulesOut(row.Number, least - low + value, most - high + value) && !_sets.TakeOut(option))
                    return false;
            }

            if (RulesOut(row.Number, least - low, most - high) && !TakeOutOthers(row, seeker, from, to))
                return false;
        }

        return true;
    }

    private bool RulesOut(int row, double least, double most) =>
        Model.Exceeds(least, _model.RowMost[row]) || Model.FallsShort(most, _model.RowLeast[row]);

    /// <summary>Options of the seeker without an entry in the row.</summary>
    private bool TakeOutOthers(Row row, int seeker, int from, int to)
    {
        for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
        {
            var hasEntry = false;
            for (var e = from; e < to; e++)
                hasEntry |= row.Entries[e].Option == o;
            if (!hasEntry && !_sets.TakeOut(o))
                return false;
        }

        return true;
    }

    /// <summary>The row's entries seeker by seeker, with the least and most each can give.</summary>
    private IEnumerable<(double Low, double High, int From, int To)> Groups(Row row)
    {
        for (int from = 0, to; from < row.Entries.Length; from = to)
        {
            var seeker = _model.OptionSeeker[row.Entries[from].Option];
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            var open = 0;
            for (to = from; to < row.Entries.Length && _model.OptionSeeker[row.Entries[to].Option] == seeker; to++)
            {
                if (!_sets.IsOpen(row.Entries[to].Option))
                    continue;
                open++;
                (low, high) = (Math.Min(low, row.Entries[to].Value), Math.Max(high, row.Entries[to].Value));
            }

            if (open < _sets.SeekerCount[seeker])
                (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
            if (open > 0)
                yield return (low, high, from, to);
        }
    }

    private sealed record Row(int Number, (int Option, double Value)[] Entries);
}
