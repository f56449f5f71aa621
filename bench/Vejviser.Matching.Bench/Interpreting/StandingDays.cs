using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Interpreting;

/// <summary>
/// A day whose meetings stand: half an hour to an hour and a half, each beginning on a quarter between eight and four; every interpreter speaks one or two languages, two of three take part by video, one of three comes only on site. As
/// many interpreters as make them scarce. Same seed, same day.
/// </summary>
internal static class StandingDays
{
    private const int Quarters = 32;

    public static FixedTimeProblem Of(int meetings, int interpreters, int languages, int seed)
    {
        var random = new Random(seed);
        var register = Enumerable.Range(0, interpreters).Select(i => new Somebody($"i{i:00}", [i % languages, random.Next(languages)], random.Next(3) > 0, 10 * (1 + random.Next(9)), random.Next(2) == 0)).ToList();
        return new FixedTimeProblem($"{meetings} meetings", [.. Enumerable.Range(0, meetings).Select(m => Meeting(m, register, languages, random))]);
    }

    private static FixedMeeting Meeting(int m, List<Somebody> register, int languages, Random random)
    {
        var (start, minutes, language, isVideo) = (15 * random.Next(Quarters), 30 * (1 + random.Next(3)), random.Next(languages), random.Next(5) > 0);
        return new FixedMeeting($"m{m:000}", start, start + minutes, [.. register.Where(r => r.Languages.Contains(language)).Select(r => r.For(isVideo))]);
    }

    private sealed record Somebody(string Id, int[] Languages, bool ByVideo, int Minutes, bool IsCertified)
    {
        public InterpreterChoice For(bool isVideo) => ByVideo && isVideo ? new InterpreterChoice(Id, MeetingMode.Video, 0, IsCertified) : new InterpreterChoice(Id, MeetingMode.OnSite, 2 * Minutes, IsCertified);
    }
}
