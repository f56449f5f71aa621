using Vejviser.Matching.Online;

namespace Vejviser.Matching.Bench.Online;

/// <summary>
/// A year of arrivals after the shape of published work on refugee placement: some 330 families of 840 persons, 21 places with room for little more than come,
/// chances of work between 0 and 1 that depend on the family and the place, a third of the pairs not possible. Two years of one seed share the places
/// and how families are made, not the families.
/// </summary>
internal static class Years
{
    public const int Weeks = 52;

    public static (OnlinePlace[] Places, OnlineArrival[] Learnt, OnlineArrival[] Real) Of(int seed, int families = 330, int places = 21, double room = 1.02)
    {
        var world = new Random(seed);
        var pull = Enumerable.Range(0, places).Select(_ => 0.5 + world.NextDouble()).ToArray();
        var fit = Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, places).Select(_ => world.NextDouble()).ToArray()).ToArray();
        var (learnt, real) = (Year(new Random(seed * 1000 + 1), "a", families, places, pull, fit), Year(new Random(seed * 1000 + 2), "b", families, places, pull, fit));
        var persons = room * real.Sum(a => a.Persons);
        var sizes = Enumerable.Range(0, places).Select(_ => 0.4 + world.NextDouble()).ToArray();
        return ([.. sizes.Select((s, p) => new OnlinePlace(Id(p), (int)Math.Ceiling(persons * s / sizes.Sum())))], learnt, real);
    }

    private static string Id(int place) => $"m{place:00}";

    private static OnlineArrival[] Year(Random random, string name, int families, int places, double[] pull, double[][] fit) =>
    [
        .. Enumerable.Range(0, families).Select(f =>
        {
            var (kind, week) = (random.Next(fit.Length), random.Next(Weeks));
            var persons = 1 + (int)Math.Min(8, -2.1 * Math.Log(1 - random.NextDouble()));
            var workers = 1 + (persons > 2 ? random.Next(2) : 0);
            var ability = 0.2 + 0.6 * random.NextDouble();
            var options = new List<OnlineOption>();
            for (var p = 0; p < places; p++)
            {
                var chance = Math.Min(1, ability * (0.3 + 0.35 * pull[p] + 0.6 * fit[kind][p] + 0.25 * random.NextDouble()));
                if (random.Next(3) > 0)
                    options.Add(new OnlineOption(Id(p), Math.Round(workers * chance, 4)));
            }

            return new OnlineArrival($"{name}{f:0000}", week, persons, options);
        }),
    ];
}
