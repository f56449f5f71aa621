namespace Vejviser.Matching.Assignment;

/// <summary>
/// The rows of a problem in which everybody takes up the same: homes for one household each, with a share for every association. Every row holds whole places, and of two rows one lies in the other or they are apart, so
/// they are a tree: places below, the whole above. Such a problem is a flow, and its linear relaxation is whole by itself (Ahuja, Magnanti and Orlin, Network Flows, 1993, 11.12).
/// </summary>
/// <remarks>Nodes: the places, then the rows, then the whole. The arc of a node is the one to its <see cref="Parent"/>.</remarks>
internal sealed class UnitNetwork
{
    /// <summary>Seekers times options that are looked at, at most: beyond it the search by prices is sooner there.</summary>
    private const double MostWork = 4e8;

    private readonly Model _model;
    private readonly double[] _taken;
    private readonly int[] _size;

    private UnitNetwork(Model model)
    {
        _model = model;
        _taken = new double[model.Rows];
        _size = new int[model.Rows];
        Parent = new int[Root];
        Least = new int[Root];
        Most = new int[Root];
    }

    public int Root => _model.Places + _model.Rows;

    public int[] Parent { get; }

    /// <summary>Least flow of a node's arc.</summary>
    public int[] Least { get; }

    public int[] Most { get; }

    /// <summary>The rows, the larger before those that lie in them.</summary>
    public int[] FromAbove { get; private set; } = [];

    /// <returns>Null where the problem is none.</returns>
    public static UnitNetwork? Of(Model model)
    {
        if ((double)model.Seekers * model.Options > MostWork)
            return null;
        var network = new UnitNetwork(model);
        return network.TakesTheSame() && network.Nests() && network.Counts() ? network : null;
    }

    /// <summary>Whether a row takes the same of every option, and all options of a place stand in the same rows.</summary>
    private bool TakesTheSame()
    {
        var sample = new int[_model.Places];
        Array.Fill(sample, -1);
        for (var o = 0; o < _model.Options; o++)
        {
            if (_model.IsNowhere(o))
                continue;
            if (sample[_model.OptionPlace[o]] is var first and >= 0)
            {
                if (!RowsOf(first).SequenceEqual(RowsOf(o)))
                    return false;
            }
            else
            {
                sample[_model.OptionPlace[o]] = o;
                foreach (var r in RowsOf(o))
                    _size[r]++;
            }

            for (var e = _model.ColumnFirst[o]; e < _model.ColumnFirst[o + 1]; e++)
            {
                var (r, value) = (_model.ColumnRow[e], _model.ColumnValue[e]);
                if (value <= 0 || (_taken[r] != 0 && _taken[r] != value))
                    return false;
                _taken[r] = value;
            }
        }

        return true;
    }

    private bool Nests()
    {
        Array.Fill(Parent, -1);
        var seen = new bool[_model.Places];
        for (var o = 0; o < _model.Options; o++)
        {
            if (_model.IsNowhere(o) || seen[_model.OptionPlace[o]])
                continue;
            seen[_model.OptionPlace[o]] = true;
            var node = _model.OptionPlace[o];
            foreach (var r in RowsOf(o).ToArray().OrderBy(r => _size[r]).ThenBy(r => r))
            {
                if (!Hang(node, _model.Places + r))
                    return false;
                node = _model.Places + r;
            }

            if (!Hang(node, Root))
                return false;
        }

        for (var node = 0; node < Root; node++)
            Parent[node] = Parent[node] < 0 ? Root : Parent[node];
        FromAbove = [.. Enumerable.Range(0, _model.Rows).OrderByDescending(r => _size[r]).ThenByDescending(r => r).Select(r => _model.Places + r)];
        return true;
    }

    private bool Hang(int node, int above)
    {
        if (Parent[node] >= 0)
            return Parent[node] == above;
        Parent[node] = above;
        return true;
    }

    private bool Counts()
    {
        for (var p = 0; p < _model.Places; p++)
            Most[p] = int.MaxValue;
        for (var r = 0; r < _model.Rows; r++)
        {
            var taken = _taken[r] == 0 ? 1 : _taken[r];
            var most = Math.Floor((_model.RowMost[r] + Model.RowSlack(Math.Min(_model.RowMost[r], int.MaxValue))) / taken);
            var least = Math.Max(0, Math.Ceiling((_model.RowLeast[r] - Model.RowSlack(Math.Max(_model.RowLeast[r], 0))) / taken));
            if (most < 0 || least >= int.MaxValue)
                return false;
            (Least[_model.Places + r], Most[_model.Places + r]) = ((int)least, (int)Math.Min(most, int.MaxValue));
        }

        return true;
    }

    private ReadOnlySpan<int> RowsOf(int option) => _model.ColumnRow.AsSpan(_model.ColumnFirst[option].._model.ColumnFirst[option + 1]);
}
