using Google.OrTools.Graph;
using Vejviser.Matching.Rotation;

namespace Vejviser.Matching.Bench.Doctors;

/// <summary>
/// The state an event found, kept apart from the product: who lives where, who had what, which practices take part. Knows the least cost by OR-Tools'
/// minimum-cost flow, and checks an answer against every rule before its time may count.
/// </summary>
internal sealed class FromScratch(RotationPolicy policy, IReadOnlyList<Practice> practices)
{
    private readonly Dictionary<string, int> _index = practices.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    private readonly Dictionary<string, Citizen> _citizens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>The same order of aims as the product's, with its own numbers: a turn outweighs all metres a chain of moves can cost.</summary>
    private readonly long _turn = 2L * (policy.MostMetres + (policy.MovePrice ?? 0) + 1) * (practices.Count + 2);

    private long Nowhere => _turn * 1_000;

    public IReadOnlyCollection<string> Citizens => _citizens.Keys;

    public void Arrive(Citizen citizen) => _citizens.Add(citizen.Id, citizen);

    public void Leave(string citizen) => _citizens.Remove(citizen);

    public void Withdraw(string practice)
    {
        _withdrawn.Add(practice);
        foreach (var citizen in _citizens.Values.Where(c => c.Practice == practice).ToArray())
            _citizens[citizen.Id] = citizen with { Practice = null };
    }

    public void Return(string practice) => _withdrawn.Remove(practice);

    /// <summary>What the answer stands for becomes where everybody belongs.</summary>
    public void Keep(IEnumerable<(string Citizen, string? Practice)> placements)
    {
        foreach (var (id, practice) in placements)
            _citizens[id] = _citizens[id] with { Practice = practice };
    }

    /// <returns>The cost of the answer, or a fault in words.</returns>
    public (long Cost, string? Fault) Check(IReadOnlyList<(string Citizen, string? Practice)> placements)
    {
        if (placements.Count != _citizens.Count)
            return (0, $"{placements.Count} placements of {_citizens.Count} citizens");
        var counts = new int[practices.Count];
        long cost = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, practice) in placements)
        {
            if (!_citizens.TryGetValue(id, out var citizen) || !seen.Add(id))
                return (0, $"{id} is unknown or placed twice");
            if (practice is null)
            {
                cost += Nowhere + (citizen.Practice is null ? 0 : policy.MovePrice ?? 0);
                continue;
            }

            var way = citizen.Distances.Where(d => d.Practice == practice).Select(d => (int?)d.Metres).FirstOrDefault();
            if (way is null || way > policy.MostMetres || _withdrawn.Contains(practice))
                return (0, $"{id} cannot have {practice}");
            cost += Price(citizen, practice, way.Value) + _turn * (counts[_index[practice]]++ / practices[_index[practice]].Numbers);
            if (counts[_index[practice]] > (practices[_index[practice]].Capacity ?? int.MaxValue))
                return (0, $"{practice} is over its capacity");
        }

        return (cost, null);
    }

    public long LeastCost()
    {
        var flow = new MinCostFlow();
        var (row, sink) = (0, _citizens.Count + practices.Count);
        var most = new int[practices.Count];
        foreach (var citizen in _citizens.Values)
        {
            flow.SetNodeSupply(row, 1);
            foreach (var (practice, metres) in citizen.Distances)
            {
                if (metres > policy.MostMetres || _withdrawn.Contains(practice))
                    continue;
                most[_index[practice]]++;
                flow.AddArcWithCapacityAndUnitCost(row, _citizens.Count + _index[practice], 1, Price(citizen, practice, metres));
            }

            flow.AddArcWithCapacityAndUnitCost(row++, sink, 1, Nowhere + (citizen.Practice is null ? 0 : policy.MovePrice ?? 0));
        }

        for (var p = 0; p < practices.Count; p++)
        {
            for (var n = 0; n < Math.Min(practices[p].Capacity ?? int.MaxValue, most[p]); n++)
                flow.AddArcWithCapacityAndUnitCost(_citizens.Count + p, sink, 1, _turn * (n / practices[p].Numbers));
        }

        flow.SetNodeSupply(sink, -_citizens.Count);
        return flow.Solve() == MinCostFlowBase.Status.OPTIMAL ? flow.OptimalCost() : throw new InvalidOperationException("OR-Tools found no flow");
    }

    private long Price(Citizen citizen, string practice, int metres) =>
        metres + (citizen.Practice is null || citizen.Practice == practice ? 0 : policy.MovePrice ?? 0);
}
