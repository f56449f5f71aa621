using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Bench.Groups;

/// <summary>Parents' courses by language (catalogue, p. 58): rooms on evenings, trainers who can some of them, people who can some of them.</summary>
internal static class Courses
{
    public static GroupProblem Of(int people, int languages, int times, int rooms, int leaders, int seed)
    {
        var random = new Random(seed);
        GroupSession[] sessions =
        [
            .. from t in Enumerable.Range(0, times) from r in Enumerable.Range(0, rooms) select new GroupSession($"t{t}-r{r}", $"t{t}", 8 + random.Next(5)),
        ];
        GroupLeader[] trainers =
        [
            .. Enumerable.Range(0, leaders).Select(l => new GroupLeader(
                $"l{l:00}",
                random.Next(4) == 0 ? [$"g{l % languages}", $"g{random.Next(languages)}"] : [$"g{l % languages}"],
                On(random, sessions, times, 0.5))),
        ];
        return new GroupProblem(
            "course",
            new GroupRules(8, 10, OneLanguage: true),
            [
                .. Enumerable.Range(0, people).Select(p =>
                {
                    var home = random.Next(times);
                    var can = On(random, sessions, times, 0.5).ToHashSet();
                    return new GroupPerson(
                        $"p{p:000}",
                        [$"g{Math.Min(languages - 1, (int)(languages * random.NextDouble() * (0.5 + random.NextDouble())))}"],
                        [.. sessions.Where(s => can.Contains(s.Id)).Select(s => new GroupWish(s.Id, s.Time == $"t{home}" ? 2 : random.Next(2)))],
                        1 + random.Next(5));
                }),
            ],
            sessions,
            trainers);
    }

    public static GroupProblem Villas(int seed)
    {
        var random = new Random(seed);
        string[] tongues = ["ti", "so", "ar", "fa"];
        return new GroupProblem(
            "villas",
            new GroupRules(4, 5, LevelSpan: 3),
            [.. Enumerable.Range(0, 9).Select(y => new GroupPerson($"y{y}", [tongues[random.Next(4)]], [new("east", random.Next(10)), new("west", random.Next(10))], Level: 13 + random.Next(5)))],
            [new("east", "always", 5, ["ti", "ar", tongues[random.Next(4)]]), new("west", "always", 5, ["so", "fa", tongues[random.Next(4)]])]);
    }

    private static string[] On(Random random, GroupSession[] sessions, int times, double share)
    {
        var free = Enumerable.Range(0, times).Where(_ => random.NextDouble() < share).Select(t => $"t{t}").ToHashSet();
        return [.. sessions.Where(s => free.Contains(s.Time)).Select(s => s.Id)];
    }
}
