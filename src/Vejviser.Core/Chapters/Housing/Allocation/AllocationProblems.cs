using Vejviser.Matching.Assignment;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>A meeting as a problem of the matching kernel: households are seekers, homes are places for one, the key is a quota for each association.</summary>
internal sealed class AllocationProblems
{
    /// <summary>What a household without a home costs the whole: more than any home is worth.</summary>
    private const double PriceOfWaiting = 10_000;

    internal const double DaysInMonth = 30;

    /// <summary>A tenth of a point decides between homes; finer is noise that a proof would still have to tell apart.</summary>
    private const int Decimals = 1;

    private readonly AllocationFacts _facts;
    private readonly HousingPolicy _policy;
    private readonly List<Option> _options = [];
    private readonly HashSet<Guid> _waits;

    public AllocationProblems(AllocationFacts facts, HousingPolicy policy, IReadOnlySet<Guid> waits)
    {
        (_facts, _policy, _waits) = (facts, policy, [.. waits]);
        var book = HousingRuleBook.Of(policy);
        foreach (var seeker in facts.Seekers)
        {
            var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
            var fits = 0;
            foreach (var home in facts.Homes)
            {
                var verdict = book.Judge(seeker, home);
                if (verdict.Accepted)
                {
                    fits++;
                    if (!_waits.Contains(seeker.Id))
                        _options.Add(new Option(Id(seeker.Id), Id(home.Id), Math.Round(verdict.Score, Decimals), [1], verdict.Scores));
                }
                else
                {
                    // The first that stands in the way of a home is what staff hear of it: each home counts once.
                    refusals[verdict.Refusals[0].Code] = refusals.GetValueOrDefault(verdict.Refusals[0].Code) + 1;
                }
            }

            Fits[seeker.Id] = fits;
            Refusals[seeker.Id] = refusals;
        }
    }

    /// <summary>How many homes keep every rule, by household.</summary>
    public Dictionary<Guid, int> Fits { get; } = [];

    /// <summary>How many homes each rule refused first, by household.</summary>
    public Dictionary<Guid, IReadOnlyDictionary<string, int>> Refusals { get; } = [];

    public IReadOnlyList<Option> Options => _options;

    /// <summary>Everybody for whom there is a home is placed, and every association is within the tolerance of its part.</summary>
    public AssignmentProblem Strict() => Build([.. Placed.Select(s => (s, new Seeker(Id(s.Id))))], null);

    /// <summary>Where that cannot be: as many as can be, who has waited longest first, and no association over its part but by choices by hand.</summary>
    public AssignmentProblem Relaxed(IReadOnlyDictionary<Guid, Guid> pins) => Build(
        [.. Placed.Select(s => pins.TryGetValue(s.Id, out var home) ? (s, new Seeker(Id(s.Id), Id(home))) : (s, new Seeker(Id(s.Id), null, Optional: true, Math.Round(-PriceOfWaiting - _policy.WaitingWeight * s.DaysWaited / DaysInMonth, Decimals))))], pins.Values.ToHashSet());

    public static string Id(Guid id) => id.ToString("N");

    private IReadOnlyList<SeekerFacts> Placed => [.. _facts.Seekers.Where(s => Fits[s.Id] > 0 && !_waits.Contains(s.Id))];

    /// <param name="given">Homes given by hand whatever the key says; null holds the key both ways.</param>
    private AssignmentProblem Build(IReadOnlyList<(SeekerFacts Facts, Seeker Seeker)> seekers, IReadOnlySet<Guid>? given) => new(
        "allocation", Sense.Maximize, ["homes"], [.. seekers.Select(s => s.Seeker)], [.. _facts.Homes.Select(h => new Place(Id(h.Id), [1]))], _options, [.. Quotas(seekers.Count, given)]);

    private IEnumerable<Quota> Quotas(int households, IReadOnlySet<Guid>? given)
    {
        foreach (var part in _facts.Key)
        {
            var homes = _facts.Homes.Where(h => h.AssociationId == part.AssociationId).ToList();
            if (_facts.PartOf(part.AssociationId, households) is not { } share || (homes.Count == 0 && given is not null))
                continue;
            var most = Math.Floor(share + _facts.KeyTolerance);
            yield return new Quota(
                Id(part.AssociationId), [.. homes.Select(h => Id(h.Id))], given is null ? Math.Max(0, Math.Ceiling(share - _facts.KeyTolerance)) : null, given is null ? most : Math.Max(most, homes.Count(h => given.Contains(h.Id))));
        }
    }
}
