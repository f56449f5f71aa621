using CsCheck;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

/// <summary>Random days of conversations, rooms and interpreters.</summary>
internal static class Day
{
    /// <summary>As the catalogue and today's law have them.</summary>
    public static readonly TimeRules Rules = new(MostInView: 5, LeastAge: 18);

    public static readonly string[] Codes = ["ti", "so", "ar", "fa", "ps", "ku"];
    private static readonly string[] Sites = ["hall", "school", "centre"];

    /// <summary>Small enough to look at every plan.</summary>
    public static readonly Gen<TimeProblem> Small =
        from meetings in Gen.Int[0, 5]
        from interpreters in Gen.Int[0, 3]
        from rooms in Gen.Int[0, 2]
        from seed in Gen.Int[0, 1_000_000]
        select Of(meetings, interpreters, rooms, languages: 2, hours: 3, seed);

    public static TimeProblem Of(int meetings, int interpreters, int rooms, int languages, int hours, int seed)
    {
        var random = new Random(seed);
        MeetingRoom[] all = [.. Enumerable.Range(0, rooms).Select(r => new MeetingRoom($"r{r}", 2 + random.Next(6)))];
        return new TimeProblem(
            "day",
            Rules,
            [
                .. Enumerable.Range(0, meetings).Select(m => new Meeting(
                    $"m{m:00}",
                    30 * (1 + random.Next(3)),
                    [.. Enumerable.Range(0, 2 * hours - 2).Where(_ => random.Next(3) > 0).Select(h => 480 + 30 * h)],
                    [.. Enumerable.Range(0, random.Next(6) == 0 ? 6 : 1 + random.Next(3)).Select(_ => $"p{random.Next(2 + meetings)}").Distinct()],
                    random.Next(8) == 0 ? null : Codes[random.Next(languages)],
                    random.Next(3) == 0 ? [MeetingMode.OnSite] : random.Next(3) == 0 ? [MeetingMode.Video] : [MeetingMode.Video, MeetingMode.OnSite, MeetingMode.Phone],
                    Sites[random.Next(3)],
                    random.Next(2) == 0 ? null : [.. all.Select(r => r.Id)],
                    1 + random.Next(2))),
            ],
            all,
            [
                .. Enumerable.Range(0, interpreters).Select(i => new Interpreter(
                    $"i{i}",
                    [Codes[i % languages], Codes[random.Next(languages)]],
                    random.Next(3) == 0 ? [MeetingMode.Video] : [MeetingMode.Video, MeetingMode.OnSite, MeetingMode.Phone],
                    [(480 + 30 * random.Next(3), 480 + 60 * hours - 30 * random.Next(3))],
                    Sites.Where(_ => random.Next(5) > 0).ToDictionary(s => s, _ => 10 + random.Next(50)),
                    random.Next(6) == 0 ? 17 : 30)),
            ],
            [new SiteTravel("hall", "school", 15), new SiteTravel("centre", "school", 25)]);
    }
}
