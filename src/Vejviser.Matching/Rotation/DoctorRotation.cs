using Vejviser.Matching.Assignment;
using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Rotation;

/// <summary>
/// Keeps newcomers and practices matched while both come and go. After every event the whole is as good as if computed anew: fewest without a practice,
/// then turns as even as reach allows, then fewest metres, where moving a citizen who has a practice counts <see cref="RotationPolicy.MovePrice"/> metres.
/// </summary>
/// <remarks>
/// Promised after any sequence of events, where the policy has a price of moving: for every citizen who is not pinned and every open practice in reach with
/// room, no provider number of the citizen's practice has over one more than the fewest at a number of the other. It cannot be promised for pinned citizens, for practices
/// closed or full, nor where nobody may be moved: then each newcomer went to a fewest one at the time.
/// Not safe for threads; nothing here reads a clock.
/// </remarks>
public sealed partial class DoctorRotation
{
    private readonly RotationPolicy _policy;
    private readonly Practice[] _practices;
    private readonly Dictionary<string, int> _practiceIndex;
    private readonly HashSet<string> _practiceIds;
    private readonly Dictionary<string, int> _items = new(StringComparer.Ordinal);
    private readonly List<Citizen?> _citizens = [];
    private readonly RotationLedger _ledger;
    private readonly ItemFlow _flow;

    /// <summary>What a turn is worth in metres: more than twice what any chain of moves through all practices can cost.</summary>
    private readonly long _turn;
    private readonly long _unplaced;
    private readonly int _nowhere;

    private DoctorRotation(RotationProblem problem)
    {
        _policy = problem.Policy;
        _practices = [.. problem.Practices.OrderBy(p => p.Id, StringComparer.Ordinal)];
        _practiceIds = [.. _practices.Select(p => p.Id)];
        _practiceIndex = _practices.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        _ledger = new RotationLedger(_practices, _policy.RenegotiateAt);
        _nowhere = _practices.Length;
        _turn = 2L * (_policy.MostMetres + (_policy.MovePrice ?? 0) + 1) * (_practices.Length + 2);
        _unplaced = _turn * MostTurns;
        var bins = new Bin[_practices.Length + 1];
        for (var p = 0; p < _practices.Length; p++)
            bins[p] = new Bin(_practices[p].Capacity ?? RotationCheck.MostCitizens, _turn, _practices[p].Numbers, _practices[p].Before);
        bins[_nowhere] = new Bin(RotationCheck.MostCitizens);
        _flow = new ItemFlow(bins, _policy.MovePrice ?? 0);
    }

    /// <summary>No number ever has more turns; one more is dearer than staying without a practice would be.</summary>
    private static long MostTurns => 2L * RotationCheck.MostCitizens;

    /// <summary>Starts from what stands: citizens keep their practice unless moving pays, newcomers are given theirs in order of id.</summary>
    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    public static DoctorRotation Start(RotationProblem problem, SolveRun? run = null)
    {
        RotationCheck.Check(problem);
        run ??= SolveRun.ToTheEnd;
        var rotation = new DoctorRotation(problem);
        for (var p = 0; p < rotation._practices.Length; p++)
            rotation.Begin(p);
        var done = 0;
        // Those who stay put first: what cannot move is no choice.
        foreach (var citizen in problem.Citizens.OrderByDescending(c => c.Practice is not null).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            run.Abandon.ThrowIfCancellationRequested();
            rotation.Enter(citizen);
            if (++done % 1000 == 0)
                run.Progress?.Report(new SolveProgress("giving-practices", done, problem.Citizens.Count));
        }

        rotation.Finish([], given: true);
        return rotation;
    }

    /// <summary>A newcomer is given a practice.</summary>
    /// <exception cref="BadProblemException">The citizen is there already, or a distance makes no sense.</exception>
    public RotationChange Arrive(Citizen citizen)
    {
        RotationCheck.Check(citizen, _practiceIds);
        if (_items.ContainsKey(citizen.Id))
            throw Demand.Bad("citizen-twice", ("id", Demand.Shown(citizen.Id)));
        Enter(citizen);
        return Finish([]);
    }

    /// <summary>A citizen leaves the municipality, or no longer needs a practice given.</summary>
    public RotationChange Leave(string citizen)
    {
        var item = ItemOf(citizen);
        _ledger.Leave(_flow.BinOf(item));
        _flow.Remove(item);
        _items.Remove(citizen);
        _citizens[item] = null;
        return Finish([]);
    }

    /// <summary>The practice withdraws; its citizens are spread over the others, pinned ones too.</summary>
    public RotationChange Withdraw(string practice)
    {
        var index = IndexOf(practice);
        var broken = new List<Reason>();
        foreach (var item in _flow.MembersOf(index))
        {
            if (_policy.MovePrice is not null ? _flow.IsPinned(item) : _citizens[item]!.IsPinned)
                broken.Add(new Reason("pin-broken", ("citizen", _citizens[item]!.Id), ("practice", practice)));
        }

        if (_flow.StateOf(index) != BinState.Out)
            _flow.Withdraw(index);
        return Finish([.. broken.OrderBy(r => r.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>A practice that had withdrawn, or was closed, takes citizens again.</summary>
    public RotationChange Open(string practice)
    {
        var index = IndexOf(practice);
        if (_flow.StateOf(index) != BinState.Open)
            _flow.Open(index);
        return Finish([]);
    }

    /// <summary>The practice takes nobody new; it keeps those it has.</summary>
    /// <exception cref="BadProblemException">It has withdrawn: it has nobody to keep.</exception>
    public RotationChange Close(string practice)
    {
        var index = IndexOf(practice);
        if (_flow.StateOf(index) == BinState.Out)
            throw Demand.Bad("practice-has-withdrawn", ("practice", Demand.Shown(practice)));
        _flow.Close(index);
        return Finish([]);
    }

    /// <summary>Another capacity; who is over it moves where it costs least.</summary>
    /// <exception cref="BadProblemException">More are pinned there.</exception>
    public RotationChange SetCapacity(string practice, int? capacity)
    {
        var index = IndexOf(practice);
        Demand.Within(capacity ?? 0, 0, RotationCheck.MostCitizens, "practice", practice, "capacity");
        var pinned = 0;
        foreach (var item in _flow.MembersOf(index))
            pinned += _flow.IsPinned(item) ? 1 : 0;
        if (pinned > capacity)
            throw Demand.Bad("capacity-below-held", ("practice", Demand.Shown(practice)), ("capacity", capacity.Value), ("pinned", pinned));
        _flow.SetCapacity(index, capacity ?? RotationCheck.MostCitizens);
        return Finish([]);
    }

    /// <summary>By hand: the citizen is to have this practice and keep it.</summary>
    /// <exception cref="BadProblemException">The practice is out of reach, has withdrawn, or is full of citizens pinned there.</exception>
    public RotationChange Pin(string citizen, string practice)
    {
        var (item, index) = (ItemOf(citizen), IndexOf(practice));
        if (_flow.StateOf(index) == BinState.Out || !_flow.MayBeIn(item, index) || !_flow.Pin(item, index))
            throw Demand.Bad("practice-cannot-take", ("citizen", Demand.Shown(citizen)), ("practice", Demand.Shown(practice)));
        _citizens[item] = _citizens[item]! with { IsPinned = true };
        return Finish([]);
    }

    /// <summary>The choice by hand is lifted.</summary>
    public RotationChange Unpin(string citizen)
    {
        var item = ItemOf(citizen);
        _citizens[item] = _citizens[item]! with { IsPinned = false };
        if (_policy.MovePrice is not null)
            _flow.Unpin(item);
        return Finish([]);
    }

    /// <summary>A new agreement with the practice: the count towards the next begins at 0.</summary>
    public void Renegotiated(string practice) => _ledger.Renegotiated(IndexOf(practice));

    public IReadOnlyList<PracticeAccount> Accounts() => [.. Enumerable.Range(0, _practices.Length).Select(p => _ledger.Account(p, _flow))];

    public string? PracticeOf(string citizen) => NameOf(_flow.BinOf(ItemOf(citizen)));

    /// <summary>Everyone and their practice, in order of id.</summary>
    public IReadOnlyList<(string Citizen, string? Practice)> Placements() =>
        [.. _items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => (i.Key, NameOf(_flow.BinOf(i.Value))))];

    public RotationCost Cost()
    {
        long turns = 0, metres = 0;
        for (var p = 0; p < _practices.Length; p++)
        {
            for (var n = 0; n < _flow.CountOf(p); n++)
                turns += _flow.BinAt(p).Next(n) / _turn;
            foreach (var item in _flow.MembersOf(p))
                metres += _flow.CostOf(item);
        }

        return new RotationCost(_flow.CountOf(_nowhere), turns, metres);
    }

    private string? NameOf(int bin) => bin < 0 || bin == _nowhere ? null : _practices[bin].Id;

    private int ItemOf(string citizen) =>
        _items.TryGetValue(citizen, out var item) ? item : throw Demand.Bad("unknown-citizen", ("citizen", Demand.Shown(citizen)));

    private int IndexOf(string practice) =>
        _practiceIndex.TryGetValue(practice, out var index) ? index : throw Demand.Bad("unknown-practice", ("practice", Demand.Shown(practice)));
}
