namespace Vejviser.Matching.Assignment;

/// <summary>
/// Which options are still open, by seeker and by place, with undo: a set is a prefix of its list, taking out swaps to the prefix's end, undoing lengthens it
/// again (a sparse set). A seeker with one open option left is settled there: the option's load is taken from the place's room.
/// </summary>
internal sealed class OptionSets
{
    private readonly Model _model;
    private readonly int[] _bySeeker;
    private readonly int[] _seekerPosition;
    private readonly int[] _byPlace;
    private readonly int[] _placePosition;
    private readonly int[] _placeFirst;
    private readonly int[] _seekers;
    private readonly int[] _position;
    private readonly List<int> _trail = [];
    private int _unsettled;
    private readonly Queue<int> _toSettle = [];

    public OptionSets(Model model)
    {
        _model = model;
        var options = model.Options;
        (_bySeeker, _seekerPosition) = (new int[options], new int[options]);
        (_byPlace, _placePosition) = (new int[options], new int[options]);
        _placeFirst = new int[model.Places + 1];
        SeekerCount = new int[model.Seekers];
        PlaceCount = new int[model.Places];
        Settled = new int[model.Seekers];
        Array.Fill(Settled, -1);
        (_seekers, _position, _unsettled) = (new int[model.Seekers], new int[model.Seekers], model.Seekers);
        for (var i = 0; i < model.Seekers; i++)
            (_seekers[i], _position[i]) = (i, i);
        Room = new double[model.Places * model.Dimensions];
        Array.Copy(model.RowMost, Room, Room.Length);
        for (var o = 0; o < options; o++)
        {
            (_bySeeker[o], _seekerPosition[o]) = (o, o);
            if (model.OptionPlace[o] >= 0)
                PlaceCount[model.OptionPlace[o]]++;
        }

        for (var p = 0; p < model.Places; p++)
            _placeFirst[p + 1] = _placeFirst[p] + PlaceCount[p];
        Array.Clear(PlaceCount);
        for (var o = 0; o < options; o++)
        {
            var p = model.OptionPlace[o];
            if (p < 0)
                continue;
            _placePosition[o] = _placeFirst[p] + PlaceCount[p]++;
            _byPlace[_placePosition[o]] = o;
        }

        for (var i = 0; i < model.Seekers; i++)
            SeekerCount[i] = model.First[i + 1] - model.First[i];
    }

    public int[] SeekerCount { get; }

    public int[] PlaceCount { get; }

    /// <summary>The option a seeker is settled in; -1 while several are open.</summary>
    public int[] Settled { get; }

    /// <summary>Room left by place and dimension after who is settled.</summary>
    public double[] Room { get; }

    public int Mark => _trail.Count;

    public ReadOnlySpan<int> Unsettled => _seekers.AsSpan(0, _unsettled);

    public ReadOnlySpan<int> OfSeeker(int seeker) => _bySeeker.AsSpan(_model.First[seeker], SeekerCount[seeker]);

    /// <summary>Open options of who is not settled.</summary>
    public ReadOnlySpan<int> OfPlace(int place) => _byPlace.AsSpan(_placeFirst[place], PlaceCount[place]);

    /// <summary>Called with each option taken out or settled, and again when that is undone.</summary>
    public Action<int>? Changed { get; set; }

    public bool IsOpen(int option) =>
        _seekerPosition[option] < _model.First[_model.OptionSeeker[option]] + SeekerCount[_model.OptionSeeker[option]];

    /// <returns>False where a seeker has nowhere left to go.</returns>
    public bool TakeOut(int option)
    {
        if (!IsOpen(option))
            return true;
        var seeker = _model.OptionSeeker[option];
        if (Settled[seeker] == option)
            return false;
        LeaveSeeker(option, seeker);
        if (_model.OptionPlace[option] >= 0)
            LeavePlace(option);
        _trail.Add(option);
        Changed?.Invoke(option);
        if (SeekerCount[seeker] == 1)
            _toSettle.Enqueue(seeker);
        return SeekerCount[seeker] > 0;
    }

    /// <summary>Settles everyone with one option left, and whoever that leaves with one.</summary>
    /// <returns>False where somebody has nowhere left to go.</returns>
    public bool Propagate()
    {
        while (_toSettle.TryDequeue(out var seeker))
        {
            if (SeekerCount[seeker] != 1 || Settled[seeker] >= 0)
                continue;
            if (!Settle(seeker))
            {
                _toSettle.Clear();
                return false;
            }
        }

        return true;
    }

    /// <summary>Only this option is left to its seeker.</summary>
    public bool Choose(int option)
    {
        var seeker = _model.OptionSeeker[option];
        for (var k = SeekerCount[seeker] - 1; k >= 0; k--)
        {
            var other = _bySeeker[_model.First[seeker] + k];
            if (other != option && !TakeOut(other))
                return false;
        }

        if (SeekerCount[seeker] == 1 && Settled[seeker] < 0)
            _toSettle.Enqueue(seeker);
        return Propagate();
    }

    /// <summary>To be called once at the start: settles who has a single option, and takes out what never fits.</summary>
    public bool Open()
    {
        for (var o = 0; o < _model.Options; o++)
        {
            var isOut = _model.IsNowhere(o) ? _model.Must[_model.OptionSeeker[o]] : !Fits(o);
            if (isOut && !TakeOut(o))
                return false;
        }

        for (var i = 0; i < _model.Seekers; i++)
        {
            if (SeekerCount[i] == 1)
                _toSettle.Enqueue(i);
        }

        return Propagate();
    }

    public void UndoTo(int mark)
    {
        _toSettle.Clear();
        for (var t = _trail.Count - 1; t >= mark; t--)
        {
            var entry = _trail[t];
            if (entry >= 0)
            {
                SeekerCount[_model.OptionSeeker[entry]]++;
                if (_model.OptionPlace[entry] >= 0)
                    PlaceCount[_model.OptionPlace[entry]]++;
                Changed?.Invoke(entry);
                continue;
            }

            var option = ~entry;
            Settled[_model.OptionSeeker[option]] = -1;
            _unsettled++;
            Take(option, 1);
            if (_model.OptionPlace[option] >= 0)
                PlaceCount[_model.OptionPlace[option]]++;
            Changed?.Invoke(option);
        }

        _trail.RemoveRange(mark, _trail.Count - mark);
    }

    private bool Settle(int seeker)
    {
        var option = _bySeeker[_model.First[seeker]];
        if (!Fits(option))
            return false;
        Settled[seeker] = option;
        Swap(_seekers, _position, seeker, --_unsettled);
        Take(option, -1);
        _trail.Add(~option);
        var place = _model.OptionPlace[option];
        if (place >= 0)
            LeavePlace(option);
        Changed?.Invoke(option);
        if (place < 0)
            return true;
        for (var k = PlaceCount[place] - 1; k >= 0; k--)
        {
            var other = _byPlace[_placeFirst[place] + k];
            if (!Fits(other) && !TakeOut(other))
                return false;
        }

        return true;
    }

    private bool Fits(int option)
    {
        var place = _model.OptionPlace[option];
        if (place < 0)
            return true;
        for (var d = 0; d < _model.Dimensions; d++)
        {
            if (_model.Load[option * _model.Dimensions + d] > Room[place * _model.Dimensions + d])
                return false;
        }

        return true;
    }

    private void Take(int option, int sign)
    {
        var place = _model.OptionPlace[option];
        if (place < 0)
            return;
        for (var d = 0; d < _model.Dimensions; d++)
            Room[place * _model.Dimensions + d] += sign * _model.Load[option * _model.Dimensions + d];
    }

    private void LeaveSeeker(int option, int seeker) =>
        Swap(_bySeeker, _seekerPosition, option, _model.First[seeker] + --SeekerCount[seeker]);

    private void LeavePlace(int option)
    {
        var place = _model.OptionPlace[option];
        Swap(_byPlace, _placePosition, option, _placeFirst[place] + --PlaceCount[place]);
    }

    private static void Swap(int[] list, int[] position, int option, int to)
    {
        var from = position[option];
        var other = list[to];
        (list[to], list[from]) = (option, other);
        (position[option], position[other]) = (to, from);
    }
}
