using System.Numerics;
using System.Runtime.InteropServices;

namespace Vejviser.Matching.Assignment;

/// <summary>
/// The basis of <see cref="LinearRelaxation"/>: a key option per seeker and, per row, one more basic variable: an option (its column less the key's), a slack,
/// or a penalty for a row that does not hold yet. Row r reads: activity + slack = 0, slack between -most and -least. The inverse is dense, column by column.
/// </summary>
internal sealed class GubBasis(Model model, double[] score, bool[] slackAtMost, double penalty)
{
    private readonly int _rows = model.Rows;
    private readonly int _options = model.OptionPlace.Length;
    private readonly double[] _inverse = new double[model.Rows * model.Rows];
    private readonly int[] _basic = new int[model.Rows];
    private readonly double[] _value = new double[model.Rows];
    private readonly double[] _prices = new double[model.Rows];
    private readonly double[] _penaltySign = new double[model.Rows];
    private readonly bool[] _isBasic = new bool[model.OptionPlace.Length + 2 * model.Rows];
    private readonly double[] _keyValue = new double[model.Seekers];
    private readonly double[] _pivotRow = new double[model.Rows];

    public int[] Key { get; } = new int[model.Seekers];

    public ReadOnlySpan<double> Prices => _prices;

    public bool IsBasic(int variable) => _isBasic[variable];

    public bool IsSlackBasic(int row) => _isBasic[_options + row];

    /// <summary>The seeker of the option that is basic in a row; -1 for a slack or penalty.</summary>
    public int SeekerOf(int k) => _basic[k] < _options ? model.OptionSeeker[_basic[k]] : -1;

    public double Value(int k) => _value[k];

    public double KeyValue(int seeker) => _keyValue[seeker];

    public double Lower(int k)
    {
        var slack = _basic[k] - _options;
        return slack < 0 || slack >= _rows ? 0 : -model.RowMost[slack];
    }

    public double Upper(int k)
    {
        var slack = _basic[k] - _options;
        return slack < 0 || slack >= _rows ? double.PositiveInfinity : -model.RowLeast[slack];
    }

    /// <summary>A row of the basis whose option is this seeker's; -1 for none.</summary>
    public int NonKeyOf(int seeker)
    {
        for (var k = 0; k < _rows; k++)
        {
            if (SeekerOf(k) == seeker)
                return k;
        }

        return -1;
    }

    /// <summary>Score less what the option takes up, by today's prices.</summary>
    public double Reduced(int option)
    {
        var sum = score[option];
        for (int e = model.ColumnFirst[option], end = model.ColumnFirst[option + 1]; e < end; e++)
            sum -= _prices[model.ColumnRow[e]] * model.ColumnValue[e];
        return sum;
    }

    public void StartFrom(ReadOnlySpan<int> placement)
    {
        placement.CopyTo(Key);
        var activity = new double[_rows];
        foreach (var o in placement)
        {
            _isBasic[o] = true;
            for (var e = model.ColumnFirst[o]; e < model.ColumnFirst[o + 1]; e++)
                activity[model.ColumnRow[e]] += model.ColumnValue[e];
        }

        for (var r = 0; r < _rows; r++)
        {
            var isOver = Model.Exceeds(activity[r], model.RowMost[r]);
            var isShort = Model.FallsShort(activity[r], model.RowLeast[r]);
            _penaltySign[r] = isOver ? -1 : 1;
            slackAtMost[r] = isOver || (!isShort && double.IsInfinity(model.RowLeast[r]));
            _basic[r] = isOver || isShort ? _options + _rows + r : _options + r;
            _isBasic[_basic[r]] = true;
        }
    }

    /// <summary>The entering column in terms of the basis.</summary>
    public void Column(int variable, Span<double> alpha)
    {
        alpha.Clear();
        if (variable >= _options)
        {
            AddColumn(alpha, variable - _options, 1);
            return;
        }

        AddOption(alpha, variable, 1);
        AddOption(alpha, Key[model.OptionSeeker[variable]], -1);
    }

    private void AddOption(Span<double> alpha, int option, double factor)
    {
        for (int e = model.ColumnFirst[option], end = model.ColumnFirst[option + 1]; e < end; e++)
            AddColumn(alpha, model.ColumnRow[e], factor * model.ColumnValue[e]);
    }

    private void AddColumn(Span<double> alpha, int column, double factor) =>
        Axpy(alpha, _inverse.AsSpan(column * _rows, _rows), factor);

    /// <summary>Everything basic moves as the entering variable goes <paramref name="step"/> far.</summary>
    public void Move(ReadOnlySpan<double> alpha, double step, int seeker, ReadOnlySpan<double> keyRate)
    {
        if (step == 0)
            return;
        for (var k = 0; k < _rows; k++)
        {
            if (SeekerOf(k) is var owner and >= 0 && owner != seeker && alpha[k] != 0)
                _keyValue[owner] += alpha[k] * step;
            _value[k] -= alpha[k] * step;
        }

        if (seeker >= 0)
            _keyValue[seeker] = Math.Max(0, _keyValue[seeker] + keyRate[seeker] * step);
    }

    /// <summary>The entering option takes the place of a key whose seeker has no other basic option.</summary>
    public void ReplaceKey(int seeker, int entering, double step)
    {
        if (entering < _options && model.OptionSeeker[entering] == seeker)
        {
            _isBasic[Key[seeker]] = false;
            _isBasic[entering] = true;
            Key[seeker] = entering;
            _keyValue[seeker] = step;
            return;
        }

        throw new InvalidOperationException("A key can leave alone only for an option of its own seeker.");
    }

    /// <summary>The entering variable takes row p's place.</summary>
    public void Replace(int p, int entering, double direction, double step, ReadOnlySpan<double> alpha)
    {
        var leaving = _basic[p];
        if (leaving >= _options && leaving < _options + _rows)
            slackAtMost[leaving - _options] = Math.Abs(_value[p] - Lower(p)) <= Math.Abs(_value[p] - Upper(p));
        var gain = Gain(entering) * direction;
        var start = entering >= _options ? Bound(entering - _options) : 0;
        var pivot = alpha[p];
        for (var column = 0; column < _rows; column++)
        {
            var entry = _inverse[column * _rows + p];
            if (entry == 0)
                continue;
            var factor = entry / pivot;
            var span = _inverse.AsSpan(column * _rows, _rows);
            Axpy(span, alpha, -factor);
            span[p] = factor * direction;
            _prices[column] += gain * factor;
        }

        _isBasic[leaving] = false;
        _isBasic[entering] = true;
        _basic[p] = entering;
        _value[p] = start + direction * step;
    }

    /// <summary>An option basic in a row becomes its seeker's key, and the old key takes the row.</summary>
    public void SwapKey(int seeker, int row)
    {
        for (var column = 0; column < _rows; column++)
        {
            var at = column * _rows;
            var sum = 0d;
            for (var k = 0; k < _rows; k++)
            {
                if (SeekerOf(k) == seeker)
                    sum += _inverse[at + k];
            }

            _inverse[at + row] = -sum;
        }

        (Key[seeker], _basic[row]) = (_basic[row], Key[seeker]);
        (_keyValue[seeker], _value[row]) = (_value[row], _keyValue[seeker]);
    }

    /// <summary>Inverse, values and prices anew, so that rounding does not add up.</summary>
    public void Refactor()
    {
        var matrix = new double[_rows * _rows];
        var rhs = new double[_rows];
        for (var k = 0; k < _rows; k++)
            WriteColumn(matrix.AsSpan(k * _rows, _rows), _basic[k]);
        foreach (var key in Key)
            AddTo(rhs, key, -1);
        for (var r = 0; r < _rows; r++)
        {
            if (!_isBasic[_options + r])
                rhs[r] -= Bound(r);
        }

        DenseInverse.Invert(matrix, _inverse, _rows);
        Array.Clear(_value);
        for (var column = 0; column < _rows; column++)
            Axpy(_value, _inverse.AsSpan(column * _rows, _rows), rhs[column]);
        Array.Fill(_keyValue, 1);
        for (var k = 0; k < _rows; k++)
        {
            if (SeekerOf(k) is var owner and >= 0)
                _keyValue[owner] -= _value[k];
        }

        for (var column = 0; column < _rows; column++)
        {
            var sum = 0d;
            for (var k = 0; k < _rows; k++)
                sum += Cost(k) * _inverse[column * _rows + k];
            _prices[column] = sum;
        }
    }

    public void Read(Span<double> use)
    {
        use.Clear();
        for (var i = 0; i < Key.Length; i++)
            use[Key[i]] = _keyValue[i];
        for (var k = 0; k < _rows; k++)
        {
            if (_basic[k] < _options)
                use[_basic[k]] = _value[k];
        }
    }

    private double Bound(int row) => slackAtMost[row] ? -model.RowMost[row] : -model.RowLeast[row];

    private double Cost(int k) => _basic[k] >= _options + _rows ? -penalty
        : _basic[k] >= _options ? 0 : score[_basic[k]] - score[Key[model.OptionSeeker[_basic[k]]]];

    private double Gain(int variable) => variable >= _options
        ? -_prices[variable - _options] : Reduced(variable) - Reduced(Key[model.OptionSeeker[variable]]);

    private void WriteColumn(Span<double> column, int variable)
    {
        if (variable >= _options + _rows)
        {
            column[variable - _options - _rows] = _penaltySign[variable - _options - _rows];
        }
        else if (variable >= _options)
        {
            column[variable - _options] = 1;
        }
        else
        {
            AddTo(column, variable, 1);
            AddTo(column, Key[model.OptionSeeker[variable]], -1);
        }
    }

    private void AddTo(Span<double> dense, int option, double factor)
    {
        for (var e = model.ColumnFirst[option]; e < model.ColumnFirst[option + 1]; e++)
            dense[model.ColumnRow[e]] += factor * model.ColumnValue[e];
    }

    private static void Axpy(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(target);
        var from = MemoryMarshal.Cast<double, Vector<double>>(source);
        var by = new Vector<double>(factor);
        for (var i = 0; i < wide.Length; i++)
            wide[i] += from[i] * by;
        for (var i = wide.Length * Vector<double>.Count; i < target.Length; i++)
            target[i] += source[i] * factor;
    }
}
