using Vejviser.Matching.Assignment;
using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Pairs;

/// <summary>
/// Proposes pairs until both sides of each have said yes. A no forbids the pair, and the best pairs of what is left are proposed; a yes of both
/// holds it. Every proposal is the best there is: a maximum-weight matching kept by shortest augmenting paths.
/// </summary>
/// <remarks>Not safe for threads.</remarks>
public sealed partial class Pairing
{
    private readonly PairProblem _problem;
    private readonly PairScale _scale;
    private readonly PairSeeker[] _seekers;
    private readonly PairGiver[] _givers;
    private readonly Dictionary<string, int> _itemOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _giverIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PairOption> _options = [];
    private readonly HashSet<(string, string)> _seekerSaidYes = [];
    private readonly HashSet<(string, string)> _giverSaidYes = [];
    private readonly Dictionary<(string, string), Reason> _declined = [];
    private readonly ILookup<string, PairRefusal> _refusals;
    private readonly ItemFlow _flow;
    private readonly int _alone;

    private Pairing(PairProblem problem)
    {
        _problem = problem;
        _seekers = [.. problem.Seekers.OrderBy(s => s.Id, StringComparer.Ordinal)];
        _givers = [.. problem.Givers.OrderBy(g => g.Id, StringComparer.Ordinal)];
        _refusals = (problem.Refusals ?? []).ToLookup(r => r.Seeker, StringComparer.Ordinal);
        _scale = PairScale.For(problem);
        _alone = _givers.Length;
        for (var g = 0; g < _givers.Length; g++)
            _giverIndex.Add(_givers[g].Id, g);
        foreach (var option in problem.Options)
            _options.Add((option.Seeker, option.Giver), option);
        var step = _scale.Whole(problem.SpreadPrice);
        _flow = new ItemFlow([.. _givers.Select(g => new Bin(g.Most, step, 1, g.Before)), new Bin(PairCheck.MostPeople)]);
    }

    /// <summary>The best pairs of all.</summary>
    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    public static Pairing Start(PairProblem problem, SolveRun? run = null)
    {
        PairCheck.Check(problem);
        run ??= SolveRun.ToTheEnd;
        var pairing = new Pairing(problem);
        var bySeeker = problem.Options.ToLookup(o => o.Seeker, StringComparer.Ordinal);
        var done = 0;
        foreach (var seeker in pairing._seekers)
        {
            run.Abandon.ThrowIfCancellationRequested();
            var options = bySeeker[seeker.Id].ToArray();
            int[] bins = [.. options.Select(o => pairing._giverIndex[o.Giver]), pairing._alone];
            long[] costs = [.. options.Select(o => -pairing._scale.Whole(o.Score)), pairing._scale.Alone(seeker)];
            pairing._itemOf.Add(seeker.Id, pairing._flow.Add(bins, costs));
            if (++done % 1000 == 0)
                run.Progress?.Report(new SolveProgress("pairing", done, pairing._seekers.Length));
        }

        pairing._flow.Settle();
        return pairing;
    }

    /// <summary>One side says yes. When both have, the pair holds.</summary>
    /// <returns>True where both have now agreed.</returns>
    /// <exception cref="BadProblemException">They are not proposed to each other.</exception>
    public bool Accept(string seeker, string giver, PairSide side)
    {
        var item = ItemOf(seeker);
        if (_flow.BinOf(item) != IndexOf(giver))
            throw Demand.Bad("not-proposed", ("seeker", Demand.Shown(seeker)), ("giver", Demand.Shown(giver)));
        (side == PairSide.Seeker ? _seekerSaidYes : _giverSaidYes).Add((seeker, giver));
        if (!_seekerSaidYes.Contains((seeker, giver)) || !_giverSaidYes.Contains((seeker, giver)))
            return false;
        return _flow.Pin(item, _giverIndex[giver]);
    }

    /// <summary>One side says no, before or after a yes: the pair is not proposed again, and the best of what is left is.</summary>
    /// <returns>Seekers whose proposal changed.</returns>
    public IReadOnlyList<string> Decline(string seeker, string giver, PairSide side)
    {
        var (item, bin) = (ItemOf(seeker), IndexOf(giver));
        _declined[(seeker, giver)] = new Reason(side == PairSide.Seeker ? "seeker-declined" : "giver-declined", ("seeker", seeker), ("giver", giver));
        _seekerSaidYes.Remove((seeker, giver));
        _giverSaidYes.Remove((seeker, giver));
        if (_flow.IsPinned(item) && _flow.BinOf(item) == bin)
            _flow.Unpin(item);
        _flow.Forbid(item, bin);
        return Changed();
    }

    /// <summary>By hand: these two, as if both had said yes. What it costs is <see cref="PriceOf"/>.</summary>
    /// <exception cref="BadProblemException">The pair is refused or declined, or the giver has agreed with as many as it takes.</exception>
    public IReadOnlyList<string> Choose(string seeker, string giver)
    {
        var (item, bin) = (ItemOf(seeker), IndexOf(giver));
        if (!_flow.MayBeIn(item, bin) || !_flow.Pin(item, bin))
            throw Demand.Bad("pair-not-possible", ("seeker", Demand.Shown(seeker)), ("giver", Demand.Shown(giver)));
        return Changed();
    }

    /// <summary>A pair by hand, or agreed, is opened again.</summary>
    public IReadOnlyList<string> Release(string seeker)
    {
        _flow.Unpin(ItemOf(seeker));
        return Changed();
    }

    /// <summary>A giver takes more or fewer; 0 where it withdraws.</summary>
    /// <exception cref="BadProblemException">More have agreed with it.</exception>
    public IReadOnlyList<string> SetMost(string giver, int most)
    {
        Demand.Within(most, 0, PairCheck.MostPeople, "giver", giver, "most");
        var bin = IndexOf(giver);
        var held = 0;
        foreach (var item in _flow.MembersOf(bin))
            held += _flow.IsPinned(item) ? 1 : 0;
        if (held > most)
            throw Demand.Bad("most-below-agreed", ("giver", Demand.Shown(giver)), ("most", most), ("agreed", held));
        _flow.SetCapacity(bin, most);
        return Changed();
    }

    /// <summary>What this pair would cost the whole; null where it cannot be.</summary>
    public PairAlternative? PriceOf(string seeker, string giver)
    {
        var (item, bin) = (ItemOf(seeker), IndexOf(giver));
        return _flow.MayBeIn(item, bin) && _flow.PriceOf(item, bin) is { } price ? _scale.Alternative(giver, price) : null;
    }

    private List<string> Changed()
    {
        var items = _flow.Moved().Select(m => m.Item).ToHashSet();
        _flow.Settle();
        return [.. _seekers.Where(s => items.Contains(_itemOf[s.Id])).Select(s => s.Id)];
    }

    private int ItemOf(string seeker) =>
        _itemOf.TryGetValue(seeker, out var item) ? item : throw Demand.Bad("unknown-seeker", ("seeker", Demand.Shown(seeker)));

    private int IndexOf(string giver) =>
        _giverIndex.TryGetValue(giver, out var index) ? index : throw Demand.Bad("unknown-giver", ("giver", Demand.Shown(giver)));
}

/// <summary>Who speaks.</summary>
public enum PairSide
{
    Seeker,
    Giver,
}
