using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Booking;

/// <summary>A municipality's day of conversations (catalogue, p. 16): half an hour to an hour and a half, most with an interpreter, some on site. Same seed, same day.</summary>
internal static class Days
{
    private const int Morning = 480;
    private const int HalfHours = 16;
    private static readonly string[] Sites = ["hall", "school", "centre"];
    private static readonly MeetingMode[] Any = [MeetingMode.Video, MeetingMode.Phone, MeetingMode.OnSite];

    public static TimeProblem Of(int meetings, int interpreters, int rooms, int languages, int seed)
    {
        var random = new Random(seed);
        MeetingRoom[] all = [.. Enumerable.Range(0, rooms).Select(r => new MeetingRoom($"r{r:00}", 3 + random.Next(6)))];
        return new TimeProblem(
            $"{meetings} meetings",
            new TimeRules(MostInView: 5, LeastAge: 18),
            [.. Enumerable.Range(0, meetings).Select(m => Conversation(m, meetings, all, languages, random))],
            all,
            [
                .. Enumerable.Range(0, interpreters).Select(i => new Interpreter(
                    $"i{i:00}",
                    [$"l{i % languages}", $"l{random.Next(languages)}"],
                    random.Next(3) == 0 ? [MeetingMode.Video, MeetingMode.Phone] : Any,
                    [(Morning + 30 * random.Next(6), Morning + 30 * (HalfHours - random.Next(6)))],
                    Sites.Where(_ => random.Next(4) > 0).ToDictionary(s => s, _ => 10 + random.Next(50)),
                    30)),
            ],
            [new SiteTravel("hall", "school", 15), new SiteTravel("centre", "school", 25), new SiteTravel("centre", "hall", 20)]);
    }

    private static Meeting Conversation(int m, int meetings, MeetingRoom[] rooms, int languages, Random random)
    {
        var halves = 1 + random.Next(3);
        return new Meeting(
            $"m{m:000}",
            30 * halves,
            [.. Enumerable.Range(0, HalfHours - halves + 1).Where(_ => random.Next(2) == 0).Select(h => Morning + 30 * h)],
            [$"w{random.Next(1 + meetings / 5)}", .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => $"p{random.Next(2 * meetings)}").Distinct()],
            random.Next(8) == 0 ? null : $"l{random.Next(languages)}",
            random.Next(4) == 0 ? [MeetingMode.OnSite] : Any,
            Sites[random.Next(3)],
            random.Next(2) == 0 ? null : [.. rooms.Where(_ => random.Next(2) == 0).Select(r => r.Id)]);
    }
}
