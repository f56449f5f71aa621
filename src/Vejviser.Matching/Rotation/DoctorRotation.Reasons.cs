using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Rotation;

/// <summary>Why, what else, and at what price.</summary>
public sealed partial class DoctorRotation
{
    public RotationReasons Why(string citizen)
    {
        var item = ItemOf(citizen);
        var at = _flow.BinOf(item);
        var who = _citizens[item]!;
        var here = who.Distances.FirstOrDefault(d => d.Practice == NameOf(at));
        var (nearer, refused) = (new List<Reason>(), new List<Reason>());
        foreach (var distance in who.Distances.OrderBy(d => d.Metres).ThenBy(d => d.Practice, StringComparer.Ordinal))
        {
            var other = _practiceIndex[distance.Practice];
            if (other == at)
                continue;
            if (Refusal(distance) is { } reason)
                refused.Add(reason);
            else if (at == _nowhere || distance.Metres < here.Metres)
                nearer.Add(new Reason("turn-was-others", ("practice", distance.Practice), ("metres", distance.Metres), ("citizens", _flow.CountOf(other)), ("numbers", _practices[other].Numbers)));
        }

        var runnerUp = _flow.RunnerUp(item) is { } next && next.Bin != _nowhere ? Alternative(next.Bin, next.Price) : null;
        return new RotationReasons(citizen, NameOf(at), at == _nowhere ? null : here.Metres, at == _nowhere ? null : TurnAt(at), nearer, runnerUp, refused);
    }

    /// <summary>What it would cost to give the citizen this practice by hand; null where it cannot be.</summary>
    public RotationAlternative? PriceOf(string citizen, string practice)
    {
        var (item, index) = (ItemOf(citizen), IndexOf(practice));
        return _flow.PriceOf(item, index) is { } price ? Alternative(index, price) : null;
    }

    private RotationAlternative Alternative(int bin, long price)
    {
        // The price is turns times their worth plus metres, and metres are less than half a turn's worth either way.
        var turns = (long)Math.Round((double)price / _turn);
        return new RotationAlternative(_practices[bin].Id, turns, price - turns * _turn);
    }

    private int TurnAt(int bin) => (int)(_flow.BinAt(bin).Next(Math.Max(0, _flow.CountOf(bin) - 1)) / _turn) + 1;

    private Reason? Refusal(Distance distance)
    {
        var bin = _practiceIndex[distance.Practice];
        if (distance.Metres > _policy.MostMetres)
            return new Reason("too-far", ("practice", distance.Practice), ("metres", distance.Metres), ("most", _policy.MostMetres));
        return _flow.StateOf(bin) switch
        {
            BinState.Out => new Reason("has-withdrawn", ("practice", distance.Practice)),
            BinState.Closed => new Reason("closed-for-new", ("practice", distance.Practice)),
            _ when _flow.CountOf(bin) >= _flow.BinAt(bin).Capacity => new Reason("full", ("practice", distance.Practice), ("capacity", _flow.BinAt(bin).Capacity)),
            _ => null,
        };
    }
}
