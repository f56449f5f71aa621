using System.Diagnostics;
using System.Globalization;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Booking;

/// <summary>A day's conversations booked to times, rooms and interpreters, aim by aim. No peer beside it: the kind is solved by CP-SAT itself.</summary>
internal static class BookingBench
{
    private const int MostSeconds = 10;

    public static IEnumerable<Figure> Run(int draws)
    {
        foreach (var (meetings, interpreters, rooms, languages) in new[] { (20, 9, 4, 6), (60, 24, 10, 8), (150, 60, 25, 10) })
        {
            var (times, proven) = (new List<double>(), 0);
            string? fault = null;
            for (var seed = 1; seed <= draws; seed++)
            {
                var problem = Days.Of(meetings, interpreters, rooms, languages, seed);
                using var late = new CancellationTokenSource(TimeSpan.FromSeconds(MostSeconds));
                var clock = Stopwatch.StartNew();
                var answer = TimeSolver.Solve(problem, new SolveRun { OutOfTime = late.Token }).Answer;
                times.Add(clock.Elapsed.TotalSeconds);
                fault ??= BookingChecker.Fault(problem, answer.Bookings, answer.Cost!);
                proven += answer.Status == SolveStatus.Optimal ? 1 : 0;
                if (meetings == 20 && seed == 1)
                    yield return SelfTest(problem, answer);
            }

            times.Sort();
            yield return new Figure(
                $"A day of {meetings} meetings, {interpreters} interpreters, {rooms} rooms, {languages} languages ({draws} draws)",
                string.Create(CultureInfo.InvariantCulture, $"{proven} proven in {MostSeconds} s; median {times[times.Count / 2]:0.00} s, slowest {times[^1]:0.00} s{(fault is null ? "" : "; FAULT " + fault)}"),
                "every rule kept",
                fault is null);
        }
    }

    private static Figure SelfTest(TimeProblem problem, TimeAnswer answer)
    {
        Time.Booking[] right = [.. answer.Bookings];
        var led = right.First(b => b.Interpreter is not null);
        Time.Booking[] atNight = [led with { Start = 0 }, .. right.Where(b => b != led)];
        Time.Booking[] alone = [led with { Interpreter = null }, .. right.Where(b => b != led)];
        var isRed = BookingChecker.Fault(problem, right, answer.Cost!) is null
            && BookingChecker.Fault(problem, atNight, answer.Cost!) is not null
            && BookingChecker.Fault(problem, alone, answer.Cost!) is not null
            && BookingChecker.Fault(problem, [.. right, led], answer.Cost!) is not null
            && BookingChecker.Fault(problem, right, answer.Cost! with { TravelMinutes = answer.Cost!.TravelMinutes + 1 }) is not null;
        return new Figure("Self-test: a wrong answer is found out", isRed ? "red, as it must be" : "NOT FOUND OUT", "red", isRed);
    }
}
