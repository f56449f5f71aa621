using Vejviser.Matching.Assignment;
using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Rotation;

/// <summary>Whether a problem is one. Says the first thing that is wrong, with the id it is about.</summary>
internal static class RotationCheck
{
    public const int MostMetres = 1_000_000;
    public const int MostCitizens = 1_000_000;
    private const int MostNumbers = 1000;

    /// <exception cref="BadProblemException">Something is wrong.</exception>
    public static void Check(RotationProblem problem)
    {
        Within(problem.Policy.MostMetres, 0, MostMetres, "policy", problem.Name, "mostMetres");
        Within(problem.Policy.MovePrice ?? 0, 0, MostMetres, "policy", problem.Name, "movePrice");
        Within(problem.Policy.RenegotiateAt ?? 1, 1, MostCitizens, "policy", problem.Name, "renegotiateAt");
        var practices = NameOnce(problem.Practices.Select(p => p.Id), "practice");
        NameOnce(problem.Citizens.Select(c => c.Id), "citizen");
        foreach (var practice in problem.Practices)
        {
            Within(practice.Numbers, 1, MostNumbers, "practice", practice.Id, "numbers");
            Within(practice.Capacity ?? 0, 0, MostCitizens, "practice", practice.Id, "capacity");
            Within(practice.Before, 0, MostCitizens, "practice", practice.Id, "before");
            Within(practice.Had, 0, MostCitizens, "practice", practice.Id, "had");
        }

        foreach (var citizen in problem.Citizens)
            Check(citizen, practices);
    }

    public static void Check(Citizen citizen, HashSet<string> practices)
    {
        if (string.IsNullOrEmpty(citizen.Id))
            throw Bad("citizen-without-id");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var distance in citizen.Distances)
        {
            if (distance.Practice is null || !practices.Contains(distance.Practice))
                throw Bad("distance-to-unknown-practice", ("citizen", Shown(citizen.Id)), ("practice", Shown(distance.Practice ?? "")));
            if (!seen.Add(distance.Practice))
                throw Bad("distance-twice", ("citizen", Shown(citizen.Id)), ("practice", Shown(distance.Practice)));
            Within(distance.Metres, 0, MostMetres, "citizen", citizen.Id, "metres");
        }

        if (citizen.Practice is { } has && !seen.Contains(has))
            throw Bad("citizen-has-practice-without-distance", ("citizen", Shown(citizen.Id)), ("practice", Shown(has)));
        if (citizen.IsPinned && citizen.Practice is null)
            throw Bad("pinned-without-practice", ("citizen", Shown(citizen.Id)));
    }
}
