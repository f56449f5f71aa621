namespace Vejviser.Matching.Assignment;

/// <summary>A whole placement that may break rows, what breaking them costs, and what a move would gain.</summary>
internal sealed class Moves
{
    private readonly Model _model;
    private readonly bool _isPlain;
    private readonly double[] _activity;
    private readonly double[] _price;
    private readonly double _leastPrice;
    private readonly int[] _optionOf;
    private readonly int[][] _members;
    private readonly int[] _memberCount;
    private readonly int[] _position;
    private readonly double[] _change;
    private readonly int[] _touched;

    public Moves(Model model, ReadOnlySpan<double> rowPrices, ReadOnlySpan<int> start)
    {
        _model = model;
        _isPlain = model.Dimensions == 1 && model.Rows == model.Places && Array.TrueForAll(model.RowLeast, double.IsInfinity);
        _activity = new double[model.Rows];
        _price = new double[model.Rows];
        _change = new double[model.Rows];
        _touched = new int[model.Rows + 8];
        At = new int[model.Seekers];
        _position = new int[model.Seekers];
        _memberCount = new int[model.Places];
        _members = new int[model.Places][];
        _optionOf = new int[model.Seekers * model.Places];
        Array.Fill(_optionOf, -1);
        for (var o = 0; o < model.Options; o++)
        {
            if (!model.IsNowhere(o))
                _optionOf[model.OptionSeeker[o] * model.Places + model.OptionPlace[o]] = o;
        }

        for (var p = 0; p < model.Places; p++)
            _members[p] = new int[8];
        var (sum, count) = (0d, 0);
        foreach (var price in rowPrices)
        {
            if (price != 0)
                (sum, count) = (sum + Math.Abs(price), count + 1);
        }

        _leastPrice = Math.Max(model.Tolerance, count == 0 ? 1 : 0.3 * sum / count);
        for (var r = 0; r < model.Rows; r++)
            _price[r] = Math.Max(_leastPrice, 1.5 * Math.Abs(rowPrices[r]));
        Reset(start);
    }

    public int[] At { get; }

    public double Score { get; private set; }

    /// <summary>Rows that do not hold.</summary>
    public int Broken { get; private set; }

    public long Work { get; private set; }

    public ReadOnlySpan<int> Members(int place) => _members[place].AsSpan(0, _memberCount[place]);

    public void Charge(long work) => Work += work;

    /// <summary>-1 where the seeker has no option there.</summary>
    public int OptionOf(int seeker, int place) => _optionOf[seeker * _model.Places + place];

    public bool IsOverfull(int place)
    {
        for (var r = place * _model.Dimensions; r < (place + 1) * _model.Dimensions; r++)
        {
            if (Model.Exceeds(_activity[r], _model.RowMost[r]))
                return true;
        }

        return false;
    }

    public void Reset(ReadOnlySpan<int> placement)
    {
        placement.CopyTo(At);
        Whole.Activity(_model, placement).CopyTo(_activity, 0);
        Score = Whole.Score(_model, placement);
        Array.Clear(_memberCount);
        for (var i = 0; i < At.Length; i++)
            Enter(i, _model.OptionPlace[At[i]]);
        Broken = 0;
        for (var r = 0; r < _model.Rows; r++)
            Broken += Breach(r, _activity[r]) > 0 ? 1 : 0;
    }

    public double Gain(int seeker, int to)
    {
        Work += 8;
        var from = At[seeker];
        var gain = _model.Score[to] - _model.Score[from];
        if (_isPlain)
            return gain + PlainGain(_model.OptionPlace[from], -_model.Load[from]) + PlainGain(_model.OptionPlace[to], _model.Load[to]);
        var touched = Touch(from, -1, 0);
        return gain + Settle(Touch(to, 1, touched));
    }

    public double Gain(int seeker, int to, int other, int otherTo)
    {
        Work += 8;
        int from = At[seeker], otherFrom = At[other];
        var gain = _model.Score[to] - _model.Score[from] + _model.Score[otherTo] - _model.Score[otherFrom];
        if (_isPlain)
        {
            var (load, place) = (_model.Load, _model.OptionPlace);
            gain += PlainGain(place[to], load[to] - load[otherFrom]);
            return place[from] == place[otherTo]
                ? gain + PlainGain(place[from], load[otherTo] - load[from])
                : gain + PlainGain(place[from], -load[from]) + PlainGain(place[otherTo], load[otherTo]);
        }

        var touched = Touch(from, -1, 0);
        touched = Touch(to, 1, touched);
        touched = Touch(otherFrom, -1, touched);
        return gain + Settle(Touch(otherTo, 1, touched));
    }

    public void Apply(int seeker, int to)
    {
        var from = At[seeker];
        Score += _model.Score[to] - _model.Score[from];
        Change(from, -1);
        Change(to, 1);
        Leave(seeker, _model.OptionPlace[from]);
        At[seeker] = to;
        Enter(seeker, _model.OptionPlace[to]);
        Work += 16;
    }

    /// <summary>Broken rows get dearer, the others cheaper.</summary>
    public void Reprice()
    {
        for (var r = 0; r < _price.Length; r++)
        {
            var isBroken = Breach(r, _activity[r]) > 0;
            _price[r] = isBroken ? _price[r] * 1.2 : Math.Max(_leastPrice * 0.2, _price[r] * (Broken > 0 ? 1 : 0.85));
        }
    }

    private double PlainGain(int place, double change)
    {
        if (place < 0)
            return 0;
        var most = _model.RowMost[place];
        var before = _activity[place] - most;
        var after = before + change;
        return _price[place] * (Math.Max(0, before) - Math.Max(0, after));
    }

    private int Touch(int option, double sign, int touched)
    {
        for (int e = _model.ColumnFirst[option], end = _model.ColumnFirst[option + 1]; e < end; e++)
        {
            var r = _model.ColumnRow[e];
            if (_change[r] == 0)
            {
                if (touched == _touched.Length)
                    touched = Compact(touched);
                _touched[touched++] = r;
            }

            _change[r] += sign * _model.ColumnValue[e];
        }

        return touched;
    }

    /// <summary>A row whose change came back to 0 may stand twice.</summary>
    private int Compact(int touched)
    {
        var kept = 0;
        for (var k = 0; k < touched; k++)
        {
            if (_touched.AsSpan(0, kept).IndexOf(_touched[k]) < 0)
                _touched[kept++] = _touched[k];
        }

        return kept;
    }

    private double Settle(int touched)
    {
        var gain = 0d;
        for (var k = 0; k < touched; k++)
        {
            var r = _touched[k];
            if (_change[r] != 0)
                gain += _price[r] * (Breach(r, _activity[r]) - Breach(r, _activity[r] + _change[r]));
            _change[r] = 0;
        }

        return gain;
    }

    private double Breach(int row, double activity)
    {
        var (least, most) = (_model.RowLeast[row], _model.RowMost[row]);
        return Model.Exceeds(activity, most) ? activity - most : Model.FallsShort(activity, least) ? least - activity : 0;
    }

    private void Change(int option, double sign)
    {
        for (var e = _model.ColumnFirst[option]; e < _model.ColumnFirst[option + 1]; e++)
        {
            var r = _model.ColumnRow[e];
            var was = Breach(r, _activity[r]) > 0;
            _activity[r] += sign * _model.ColumnValue[e];
            Broken += (Breach(r, _activity[r]) > 0 ? 1 : 0) - (was ? 1 : 0);
        }
    }

    private void Enter(int seeker, int place)
    {
        if (place < 0)
            return;
        var members = _members[place];
        if (_memberCount[place] == members.Length)
            Array.Resize(ref _members[place], 2 * members.Length);
        _position[seeker] = _memberCount[place];
        _members[place][_memberCount[place]++] = seeker;
    }

    private void Leave(int seeker, int place)
    {
        if (place < 0)
            return;
        var last = _members[place][--_memberCount[place]];
        _members[place][_position[seeker]] = last;
        _position[last] = _position[seeker];
    }
}
