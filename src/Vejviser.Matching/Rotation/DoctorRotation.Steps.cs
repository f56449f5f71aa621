using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Rotation;

/// <summary>What the events are made of.</summary>
public sealed partial class DoctorRotation
{
    private void Begin(int practice)
    {
        switch (_practices[practice].State)
        {
            case PracticeState.Closed:
                _flow.Close(practice);
                break;
            case PracticeState.Withdrawn:
                _flow.Withdraw(practice);
                break;
        }
    }

    private void Enter(Citizen citizen)
    {
        var reach = citizen.Distances.Where(d => d.Metres <= _policy.MostMetres || d.Practice == citizen.Practice).ToArray();
        var bins = new int[reach.Length + 1];
        var costs = new long[bins.Length];
        for (var i = 0; i < reach.Length; i++)
            (bins[i], costs[i]) = (_practiceIndex[reach[i].Practice], reach[i].Metres);
        (bins[^1], costs[^1]) = (_nowhere, _unplaced);
        var home = citizen.Practice is { } has && _flow.StateOf(_practiceIndex[has]) != BinState.Out ? _practiceIndex[has] : -1;
        var pin = home >= 0 && (citizen.IsPinned || _policy.MovePrice is null) ? home : -1;
        var item = _flow.Add(bins, costs, home, pin);
        if (item < 0)
            throw Demand.Bad("practice-cannot-take", ("citizen", Demand.Shown(citizen.Id)), ("practice", Demand.Shown(citizen.Practice!)));
        while (_citizens.Count <= item)
            _citizens.Add(null);
        _citizens[item] = citizen;
        _items.Add(citizen.Id, item);
    }

    private RotationChange Finish(List<Reason> events, bool given = false)
    {
        var moves = new List<RotationMove>();
        var changed = _flow.Moved().ToArray();
        foreach (var (item, from) in changed)
        {
            var to = _flow.BinOf(item);
            var citizen = _citizens[item]!;
            if (from >= 0)
                _ledger.Move(from, to);
            else if (to == _nowhere)
                events.Add(new Reason("no-practice", ("citizen", citizen.Id)));
            else if (given && citizen.Practice == NameOf(to))
                _ledger.Keep(to);
            else
                _ledger.Give(to);
            if (from >= 0 && to == _nowhere)
                events.Add(new Reason("no-practice", ("citizen", citizen.Id)));
            moves.Add(new RotationMove(citizen.Id, NameOf(from), NameOf(to), WhyMoved(from, to)));
        }

        foreach (var (item, _) in changed)
        {
            if (_flow.BinOf(item) is var to && to != _nowhere && _ledger.Threshold(to) is { } reached)
                events.Add(reached);
        }

        _flow.Settle();
        if (_policy.MovePrice is null)
            HoldAll(changed);
        moves.Sort((a, b) => string.CompareOrdinal(a.Citizen, b.Citizen));
        return new RotationChange(moves, events);
    }

    /// <summary>Nobody may be moved: who has a practice is held there as if by hand.</summary>
    private void HoldAll((int Item, int From)[] changed)
    {
        foreach (var (item, _) in changed)
        {
            if (_flow.BinOf(item) != _nowhere)
                _flow.Pin(item, _flow.BinOf(item));
        }
    }

    private Reason WhyMoved(int from, int to) => (from, to) switch
    {
        (_, var t) when t == _nowhere => new Reason("nobody-in-reach-can-take"),
        ( < 0, _) => new Reason("given-in-turn", ("practice", NameOf(to)!), ("citizens", _flow.CountOf(to))),
        (var f, _) when f == _nowhere => new Reason("place-became-free", ("practice", NameOf(to)!)),
        (var f, _) when _flow.StateOf(f) == BinState.Out => new Reason("practice-withdrew", ("practice", NameOf(f)!)),
        _ => new Reason("moved-to-even-turns", ("from", NameOf(from)!), ("to", NameOf(to)!)),
    };
}
