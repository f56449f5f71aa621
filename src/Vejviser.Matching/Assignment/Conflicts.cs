namespace Vejviser.Matching.Assignment;

/// <summary>
/// Why nothing keeps every rule: a smallest set of rules that cannot all hold, found by leaving out one rule after another for as long as the rest still
/// conflict (a deletion filter; Chinneck 2008), or, where the problem is a network, read off the flow. Smallest means that no rule of the set can be spared, not that no other set has fewer.
/// </summary>
internal sealed class Conflicts(Model model, SolveRun run)
{
    /// <summary>
    /// Of one question whether the rest still conflicts: some take longer than anybody waits, and a rule too many in the set is better than no answer.
    /// </summary>
    private const long MostWork = 4_000_000;
    private const long MostWorkPerOption = 200;

    private readonly AssignmentProblem _problem = model.Source;
    private readonly List<Rule> _rules = [];
    private readonly ILookup<string, Option> _optionsOf = model.Source.Options.ToLookup(o => o.Seeker, StringComparer.Ordinal);

    /// <param name="why">Rules to begin with; null where none are at hand.</param>
    /// <returns>The rules, and whether each of them is known to be needed.</returns>
    public (IReadOnlyList<Reason> Conflict, bool IsSmallest) Find(Blocked? why)
    {
        Collect();
        var kept = why is null ? All() : Of(why);
        // Whoever is chosen by hand has more ways once left free: one that fills a minimum, or a share.
        var isOne = why is not null && ((why.IsSmallest && !_problem.Seekers.Any(s => s.Pinned is not null)) || Decide(kept) == Decision.None);
        if (isOne && why!.IsSmallest)
            return (Kept(kept), true);
        if (!isOne)
            kept = All();

        // Halves first: most rules of a large problem have nothing to do with the conflict.
        var isSmallest = true;
        for (var size = Math.Max(1, _rules.Count / 2); size >= 1; size /= 2)
        {
            for (var from = 0; from < _rules.Count; from += size)
            {
                var range = Enumerable.Range(from, Math.Min(size, _rules.Count - from)).Where(k => kept[k]).ToArray();
                if (range.Length == 0)
                    continue;
                foreach (var k in range)
                    kept[k] = false;
                var decision = run.ShouldStop() ? Decision.Open : Decide(kept);
                if (decision == Decision.None)
                    continue;
                foreach (var k in range)
                    kept[k] = true;
                isSmallest &= size > 1 || decision == Decision.Found;
            }
        }

        return (Kept(kept), isSmallest);
    }

    /// <summary>Rows are the places' capacities and minimums, dimension by dimension, then the quotas by name: one for limits, two for a share.</summary>
    private bool[] Of(Blocked why)
    {
        string[] quotas = [.. _problem.Quotas.OrderBy(q => q.Name, StringComparer.Ordinal).SelectMany(q => Enumerable.Repeat(q.Name, (q.Min is null && q.Max is null ? 0 : 1) + (q.Share is null ? 0 : 2)))];
        HashSet<(Kind, string)> named =
        [
            .. why.Seekers.Select(i => (Kind.Place, _problem.Seekers[model.SeekerAt[i]].Id)), .. why.Full.Select(r => Row(r, Kind.Capacity)), .. why.Short.Select(r => Row(r, Kind.Minimum)),
        ];
        return [.. _rules.Select(r => named.Contains((r.Kind, r.Id)))];

        (Kind, string) Row(int row, Kind ofPlace) => row < model.Places * model.Dimensions
            ? (ofPlace, _problem.Places[model.PlaceAt[row / model.Dimensions]].Id) : (Kind.Quota, quotas[row - model.Places * model.Dimensions]);
    }

    private bool[] All() => [.. _rules.Select(_ => true)];

    private IReadOnlyList<Reason> Kept(bool[] kept) => [.. _rules.Where((_, k) => kept[k]).Select(r => r.Reason)];

    /// <summary>Can the rules that are kept hold together?</summary>
    private Decision Decide(bool[] kept)
    {
        var relaxed = _problem;
        var free = new HashSet<string>(StringComparer.Ordinal);
        var quotas = new HashSet<string>(StringComparer.Ordinal);
        var (capacities, minimums) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var k = 0; k < kept.Length; k++)
        {
            if (!kept[k])
                (_rules[k].Kind switch { Kind.Place => free, Kind.Capacity => capacities, Kind.Minimum => minimums, _ => quotas }).Add(_rules[k].Id);
        }

        relaxed = relaxed with
        {
            Seekers = [.. _problem.Seekers.Select(s => free.Contains(s.Id) ? s with { Optional = true, Pinned = null } : s)],
            Places = [.. _problem.Places.Select(p => p with
            {
                Capacity = capacities.Contains(p.Id) ? [.. p.Capacity.Select(_ => double.PositiveInfinity)] : p.Capacity,
                Minimum = minimums.Contains(p.Id) ? null : p.Minimum,
            })],
            Quotas = [.. _problem.Quotas.Where(q => !quotas.Contains(q.Name))],
        };
        var question = ModelBuilder.Build(relaxed);
        return new Feasibility(question, run).Decide(null, MostWork + MostWorkPerOption * question.Options);
    }

    private void Collect()
    {
        foreach (var quota in _problem.Quotas)
            _rules.Add(new Rule(Kind.Quota, quota.Name, new Reason("quota", ("quota", ProblemCheck.Shown(quota.Name)))));
        foreach (var place in _problem.Places)
        {
            if (place.Minimum is { } least && least.Any(x => x > 0))
                _rules.Add(new Rule(Kind.Minimum, place.Id, Room("minimum", place.Id, least)));
        }

        foreach (var seeker in _problem.Seekers)
        {
            if (seeker.Optional && seeker.Pinned is null)
                continue;
            var code = seeker.Pinned is not null ? "pinned" : "must-be-placed";
            _rules.Add(new Rule(Kind.Place, seeker.Id, new Reason(code, [("seeker", ProblemCheck.Shown(seeker.Id)), .. Pin(seeker), .. Size(seeker)])));
        }

        foreach (var place in _problem.Places)
        {
            if (place.Capacity.Any(double.IsFinite))
                _rules.Add(new Rule(Kind.Capacity, place.Id, Room("capacity", place.Id, place.Capacity)));
        }
    }

    private static ReasonValue[] Pin(Seeker seeker) => seeker.Pinned is { } place ? [("place", ProblemCheck.Shown(place))] : [];

    /// <summary>The least the seeker takes up anywhere, so that the words can say "a family of six".</summary>
    private ReasonValue[] Size(Seeker seeker)
    {
        var own = _optionsOf[seeker.Id].ToArray();
        return [("options", own.Length), .. _problem.Dimensions.Select((name, d) => (ReasonValue)(name, own.Length == 0 ? 0 : own.Min(o => o.Load[d])))];
    }

    private Reason Room(string code, string place, IReadOnlyList<double> room) => new(
        code, [("place", ProblemCheck.Shown(place)), .. _problem.Dimensions.Select((name, d) => (ReasonValue)(name, room[d]))]);

    private enum Kind
    {
        Place,
        Capacity,
        Minimum,
        Quota,
    }

    private sealed record Rule(Kind Kind, string Id, Reason Reason);
}
