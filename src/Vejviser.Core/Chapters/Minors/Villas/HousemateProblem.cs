namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>
/// Who could live with whom and where, in numbers. Hard: a contact person of the villa speaks the mother tongue, rooms, ages no more than the span apart, nobody with one they must not live with, an empty villa opens with no fewer than
/// the practice says. Youths and villas stand in order of what counts first and of id, so that the order they are read in cannot matter.
/// </summary>
internal sealed class HousemateProblem
{
    /// <summary>Two who cannot live in one house.</summary>
    public const int Never = -1;

    public HousemateProblem(VillaTown town, VillaPolicy policy)
    {
        Policy = policy;
        Villas = [.. town.Villas.OrderBy(v => v.Id)];
        Seekers = [.. town.Seekers.Where(y => !y.Held).OrderByDescending(y => y.Chosen is not null).ThenByDescending(y => y.WeeksWaited).ThenBy(y => y.Id)];
        // One who is chosen by hand outweighs all who are not: a choice stands wherever it can.
        var all = 1 + Seekers.Sum(y => 1L + y.WeeksWaited);
        Weights = [.. Seekers.Select(y => 1 + y.WeeksWaited + (y.Chosen is null ? 0 : all))];
        Free = [.. Villas.Select(v => v.FreeRooms(policy.Most))];
        Opens = [.. Villas.Select(v => v.Living.Count == 0 ? policy.Least : 1)];
        MayLive = [.. Seekers.Select(y => Villas.Select((v, i) => Free[i] > 0 && (y.Chosen is null || y.Chosen == v.Id) && v.HasContactFor(y) && v.Living.All(m => PairPoints(y, m) != Never)).ToArray())];
        Own = [.. Seekers.Select(y => Villas.Select(v => (y.Wished == v.Id ? policy.Weights.OwnWish : 0) + v.Living.Sum(m => Math.Max(0, PairPoints(y, m)))).ToArray())];
        Pairs = [.. Seekers.Select(y => Seekers.Select(m => PairPoints(y, m)).ToArray())];
    }

    public VillaPolicy Policy { get; }

    public VillaHome[] Villas { get; }

    public YouthFacts[] Seekers { get; }

    /// <summary>What a room for each is worth: a week more is more, and one chosen by hand most.</summary>
    public long[] Weights { get; }

    public int[] Free { get; }

    /// <summary>Newcomers with whom a villa opens, at least.</summary>
    public int[] Opens { get; }

    /// <summary>By seeker and villa.</summary>
    public bool[][] MayLive { get; }

    /// <summary>Points of a seeker in a villa: their wish, and those who live there.</summary>
    public int[][] Own { get; }

    /// <summary>Points of two seekers in one house, or <see cref="Never"/>.</summary>
    public int[][] Pairs { get; }

    public static bool ShareLanguage(YouthFacts one, YouthFacts other) => one.Languages.Intersect(other.Languages, StringComparer.Ordinal).Any();

    private int PairPoints(YouthFacts one, YouthFacts other)
    {
        // Who lives there with an age that is not known any more stands in nobody's way.
        var years = one.Age is { } age && other.Age is { } otherAge ? Math.Abs(age - otherAge) : Policy.AgeSpan;
        if (years > Policy.AgeSpan || one.Apart.Contains(other.Id) || other.Apart.Contains(one.Id))
            return Never;
        var weights = Policy.Weights;
        return (ShareLanguage(one, other) ? weights.CommonLanguage : 0) + weights.NearAge * (Policy.AgeSpan - years) + (one.Friends.Contains(other.Id) ? weights.Friends : 0);
    }
}
