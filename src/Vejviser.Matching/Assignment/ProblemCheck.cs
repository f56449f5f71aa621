namespace Vejviser.Matching.Assignment;

/// <summary>Whether a problem is one: every id known and named once, every number a number within bounds. Says the first thing that is wrong.</summary>
internal static class ProblemCheck
{
    /// <summary>Loads and capacities are counted in millionths at the finest.</summary>
    public const int LoadDecimals = 6;

    private const double MostScore = 1e9;
    private const double MostLoad = 1e9;
    private const int LongestShownId = 60;

    /// <exception cref="BadProblemException">Something is wrong.</exception>
    public static void Demand(AssignmentProblem problem)
    {
        NameOnce(problem.Dimensions, "dimension");
        if (problem.Dimensions.Contains(Quota.CountSeekers, StringComparer.Ordinal))
            throw Bad("dimension-named-seekers");
        var places = NameOnce([.. problem.Places.Select(p => p.Id)], "place");
        var seekers = NameOnce([.. problem.Seekers.Select(s => s.Id)], "seeker");
        NameOnce([.. problem.Quotas.Select(q => q.Name)], "quota");
        foreach (var place in problem.Places)
            CheckPlace(place, problem.Dimensions);
        foreach (var seeker in problem.Seekers)
        {
            Known(places, seeker.Pinned, "seeker-pinned-to-unknown", seeker.Id);
            Number(seeker.UnplacedScore, -MostScore, MostScore, "seeker", seeker.Id, "unplacedScore");
        }

        CheckOptions(problem, seekers, places);
        foreach (var quota in problem.Quotas)
            CheckQuota(quota, problem, seekers, places);
    }

    public static string Shown(string id) => id.Length <= LongestShownId ? id : string.Concat(id.AsSpan(0, LongestShownId), "…");

    private static void CheckPlace(Place place, IReadOnlyList<string> dimensions)
    {
        Length(place.Capacity, dimensions, "place", place.Id, "capacity");
        if (place.Minimum is not null)
            Length(place.Minimum, dimensions, "place", place.Id, "minimum");
        for (var d = 0; d < dimensions.Count; d++)
        {
            if (!double.IsPositiveInfinity(place.Capacity[d]))
                Load(place.Capacity[d], "place", place.Id, "capacity");
            if (place.Minimum is not null)
                Load(place.Minimum[d], "place", place.Id, "minimum");
        }
    }

    private static void CheckOptions(AssignmentProblem problem, HashSet<string> seekers, HashSet<string> places)
    {
        var pairs = new HashSet<(string, string)>(problem.Options.Count);
        foreach (var option in problem.Options)
        {
            Known(seekers, option.Seeker, "option-of-unknown-seeker", option.Seeker);
            Known(places, option.Place, "option-of-unknown-place", option.Seeker);
            if (!pairs.Add((option.Seeker, option.Place)))
                throw Bad("option-twice", ("seeker", Shown(option.Seeker)), ("place", Shown(option.Place)));
            Number(option.Score, -MostScore, MostScore, "option", option.Seeker, "score");
            Length(option.Load, problem.Dimensions, "option", option.Seeker, "load");
            foreach (var load in option.Load)
                Load(load, "option", option.Seeker, "load");
        }

        foreach (var seeker in problem.Seekers)
        {
            if (seeker.Pinned is { } place && !pairs.Contains((seeker.Id, place)))
                throw Bad("pinned-without-option", ("seeker", Shown(seeker.Id)), ("place", Shown(place)));
        }
    }

    private static void CheckQuota(Quota quota, AssignmentProblem problem, HashSet<string> seekers, HashSet<string> places)
    {
        if (quota.Count != Quota.CountSeekers && !problem.Dimensions.Contains(quota.Count, StringComparer.Ordinal))
            throw Bad("quota-counts-unknown", ("quota", Shown(quota.Name)), ("unknown", Shown(quota.Count)));
        if (quota.Min is { } min)
            Load(min, "quota", quota.Name, "min");
        if (quota.Max is { } max)
            Load(max, "quota", quota.Name, "max");
        All(quota.Places, places, quota, "quota-of-unknown-place");
        All(quota.Seekers ?? [], seekers, quota, "quota-of-unknown-seeker");
        if (quota.Share is not { } share)
            return;
        All(share.Within ?? [], places, quota, "quota-of-unknown-place");
        Number(share.Part, 0, MostLoad, "quota", quota.Name, "part");
        Number(share.Of, double.Epsilon, MostLoad, "quota", quota.Name, "of");
        Number(share.Tolerance, 0, 1, "quota", quota.Name, "tolerance");
    }

    private static void All(IReadOnlyList<string> ids, HashSet<string> known, Quota quota, string code)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            Known(known, id, code, quota.Name);
            if (!seen.Add(id))
                throw Bad("quota-names-twice", ("quota", Shown(quota.Name)), ("twice", Shown(id)));
        }
    }

    private static HashSet<string> NameOnce(IReadOnlyList<string> ids, string kind)
    {
        var seen = new HashSet<string>(ids.Count, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (string.IsNullOrEmpty(id))
                throw Bad($"{kind}-without-id");
            if (!seen.Add(id))
                throw Bad($"{kind}-twice", ("id", Shown(id)));
        }

        return seen;
    }

    private static void Known(HashSet<string> known, string? id, string code, string owner)
    {
        if (id is not null && !known.Contains(id))
            throw Bad(code, ("id", Shown(owner)), ("unknown", Shown(id)));
    }

    private static void Length(IReadOnlyList<double> values, IReadOnlyList<string> dimensions, string kind, string id, string field)
    {
        if (values.Count != dimensions.Count)
            throw Bad("wrong-length", ("kind", kind), ("id", Shown(id)), ("field", field), ("length", values.Count), ("wanted", dimensions.Count));
    }

    private static void Load(double value, string kind, string id, string field)
    {
        Number(value, 0, MostLoad, kind, id, field);
        var scaled = value * 1e6;
        if (Math.Abs(scaled - Math.Round(scaled)) > 1e-9 * Math.Max(1, scaled))
            throw Bad("too-many-decimals", ("kind", kind), ("id", Shown(id)), ("field", field), ("value", value), ("most", LoadDecimals));
    }

    private static void Number(double value, double least, double most, string kind, string id, string field)
    {
        if (!double.IsFinite(value))
            throw Bad("not-a-number", ("kind", kind), ("id", Shown(id)), ("field", field));
        if (value < least || value > most)
            throw Bad("out-of-bounds", ("kind", kind), ("id", Shown(id)), ("field", field), ("value", value), ("least", least), ("most", most));
    }

    private static BadProblemException Bad(string code, params ReasonValue[] values) => new(new Reason(code, values));
}
