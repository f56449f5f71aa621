using CsCheck;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>Problems by chance with everything in them: several dimensions, minimums, quotas, shares, pins, optional seekers.</summary>
internal static class RandomProblems
{
    public static Gen<AssignmentProblem> Small { get; } = Make(mostSeekers: 6, mostPlaces: 3);

    public static Gen<AssignmentProblem> Middle { get; } = Make(mostSeekers: 30, mostPlaces: 6);

    private static Gen<AssignmentProblem> Make(int mostSeekers, int mostPlaces) =>
        from seekers in Gen.Int[0, mostSeekers]
        from places in Gen.Int[1, mostPlaces]
        from dimensions in Gen.Int[0, 2]
        from seed in Gen.Int[0, int.MaxValue - 1]
        select Draw(seekers, places, dimensions, new Random(seed));

    private static AssignmentProblem Draw(int seekers, int places, int dimensions, Random random)
    {
        var loads = Enumerable.Range(0, seekers).Select(_ => Numbers(dimensions, () => random.Next(0, 5))).ToArray();
        var options = new List<Option>();
        for (var i = 0; i < seekers; i++)
        {
            for (var p = 0; p < places; p++)
            {
                if (random.Next(4) > 0)
                    options.Add(new Option($"s{i}", $"p{p}", random.Next(-50, 100) / 10d, loads[i]));
            }
        }

        var room = 1 + 4 * seekers / places;
        return new AssignmentProblem(
            "by chance", random.Next(2) == 0 ? Sense.Minimize : Sense.Maximize,
            ["beds", "seats", "rooms"], [], [], [], []) with
        {
            Dimensions = [.. new[] { "beds", "seats" }.Take(dimensions)],
            Seekers = [.. Enumerable.Range(0, seekers).Select(i => Person(i, options, random))],
            Places = [.. Enumerable.Range(0, places).Select(p => new Place(
                $"p{p}", Numbers(dimensions, () => random.Next(5) == 0 ? double.PositiveInfinity : random.Next(0, room)),
                random.Next(4) == 0 ? Numbers(dimensions, () => random.Next(0, 3)) : null))],
            Options = options,
            Quotas = [.. Enumerable.Range(0, random.Next(3)).Select(q => SomeQuota(q, seekers, places, dimensions, random))],
        };
    }

    private static Seeker Person(int i, List<Option> options, Random random)
    {
        var own = options.Where(o => o.Seeker == $"s{i}").ToArray();
        var pinned = own.Length > 0 && random.Next(6) == 0 ? own[random.Next(own.Length)].Place : null;
        return new Seeker($"s{i}", pinned, random.Next(3) == 0, random.Next(-20, 20) / 10d);
    }

    private static Quota SomeQuota(int q, int seekers, int places, int dimensions, Random random)
    {
        var some = Enumerable.Range(0, places).Where(_ => random.Next(2) == 0).Select(p => $"p{p}").ToArray();
        var counted = random.Next(2) == 0 ? null : Enumerable.Range(0, seekers).Where(_ => random.Next(2) == 0).Select(i => $"s{i}").ToArray();
        return new Quota(
            $"q{q}", some, random.Next(3) == 0 ? random.Next(0, 3) : null, random.Next(2) == 0 ? random.Next(0, 1 + 2 * seekers) : null,
            dimensions > 0 && random.Next(2) == 0 ? "beds" : Quota.CountSeekers, counted,
            random.Next(3) == 0 ? new Share(1 + random.Next(2), 3, 0.3, random.Next(2) == 0 ? null : [.. some.Union(["p0"])]) : null);
    }

    private static double[] Numbers(int count, Func<double> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
}
