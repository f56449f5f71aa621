using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Gap;

/// <summary>
/// Generalized assignment instances made after the published recipes: types a to d by Chu and Beasley (Computers and Operations Research 1997), type e by
/// Laguna and others (European Journal of Operational Research 1995) as Yagiura and others state it. Same seed, same instance.
/// </summary>
internal static class GapInstances
{
    public static AssignmentProblem Make(char type, int agents, int jobs, int seed)
    {
        var random = new Random(seed * 7919 + type * 104729 + agents * 31 + jobs);
        var (load, cost) = (new int[agents, jobs], new int[agents, jobs]);
        for (var a = 0; a < agents; a++)
        {
            for (var j = 0; j < jobs; j++)
                (load[a, j], cost[a, j]) = Pair(type, random);
        }

        var capacity = Capacities(type, load, cost, agents, jobs);
        return new AssignmentProblem(
            $"{type}{agents:00}{jobs}", Sense.Minimize, ["load"],
            [.. Enumerable.Range(0, jobs).Select(j => new Seeker($"s{j}"))],
            [.. Enumerable.Range(0, agents).Select(a => new Place($"p{a}", [capacity[a]]))],
            [.. from j in Enumerable.Range(0, jobs) from a in Enumerable.Range(0, agents) select new Option($"s{j}", $"p{a}", cost[a, j], [load[a, j]])],
            []);
    }

    private static (int Load, int Cost) Pair(char type, Random random)
    {
        switch (type)
        {
            case 'a' or 'b' or 'c':
                return (random.Next(5, 26), random.Next(10, 51));
            case 'd':
                var load = random.Next(1, 101);
                return (load, 111 - load + random.Next(-10, 11));
            default:
                var weight = (int)(1 - 10 * Math.Log(1 - random.NextDouble()));
                return (weight, (int)(1000d / weight - 10 * random.NextDouble()));
        }
    }

    private static int[] Capacities(char type, int[,] load, int[,] cost, int agents, int jobs)
    {
        var capacity = new int[agents];
        if (type is 'a' or 'b')
        {
            var cheapest = new int[agents];
            for (var j = 0; j < jobs; j++)
            {
                var best = 0;
                for (var a = 1; a < agents; a++)
                    best = cost[a, j] < cost[best, j] ? a : best;
                cheapest[best] += load[best, j];
            }

            var most = 0.6 * 15 * jobs / agents + 0.4 * cheapest.Max();
            Array.Fill(capacity, (int)(type == 'a' ? most : 0.7 * most));
            return capacity;
        }

        for (var a = 0; a < agents; a++)
        {
            var sum = 0;
            for (var j = 0; j < jobs; j++)
                sum += load[a, j];
            capacity[a] = (int)(0.8 * sum / agents);
        }

        return capacity;
    }
}
