using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Placement;

/// <summary>
/// Refugee placement as the published studies have it (Ahani and others, Operations Research 2021): families of one to eight people, a chance of work between 0
/// and 1 per family and place, a third of the pairs impossible, and places that are all but full. A placement that fits is hidden in it.
/// </summary>
internal static class PlacementInstances
{
    private static readonly int[] Sizes = [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 8];

    public static AssignmentProblem Make(int families, int places, int dimensions, int seed)
    {
        var random = new Random(seed);
        var names = new[] { "people", "school seats", "adults in class" }[..dimensions];
        var loads = new double[families][];
        for (var f = 0; f < families; f++)
        {
            var size = Sizes[random.Next(Sizes.Length)];
            var children = random.Next(0, Math.Max(1, size));
            loads[f] = new double[] { size, children, size - children }[..dimensions];
        }

        var pull = Enumerable.Range(0, places).Select(_ => random.NextDouble()).ToArray();
        var capacity = Enumerable.Range(0, places).Select(_ => new double[dimensions]).ToArray();
        var options = new List<Option>();
        for (var f = 0; f < families; f++)
        {
            var home = random.Next(places);
            var ability = random.NextDouble();
            for (var p = 0; p < places; p++)
            {
                if (p != home && random.Next(3) == 0)
                    continue;
                var chance = Math.Round(0.4 * ability + 0.2 * pull[p] + 0.4 * random.NextDouble(), 6);
                options.Add(new Option($"f{f}", $"p{p}", chance, loads[f]));
            }

            for (var d = 0; d < dimensions; d++)
                capacity[home][d] += loads[f][d];
        }

        return new AssignmentProblem(
            $"placement {families}x{places}x{dimensions}", Sense.Maximize, names,
            [.. Enumerable.Range(0, families).Select(f => new Seeker($"f{f}"))],
            [.. Enumerable.Range(0, places).Select(p => new Place($"p{p}", [.. capacity[p].Select((c, d) => c + (d == 0 ? random.Next(2 + (int)c / 60) : 1 + random.Next(3)))]))],
            options, []);
    }
}
