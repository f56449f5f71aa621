using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Interpreting;

/// <summary>How interpreters were assigned before: those with the fewest choices first, a chain of exchanges where all are taken, then one at a time to somebody better who is free. The peer of the proven plan.</summary>
internal sealed class FormerRule
{
    private readonly IReadOnlyList<FixedMeeting> meetings;
    private readonly Dictionary<string, List<InterpreterChoice>> choices;
    private readonly Dictionary<string, InterpreterChoice> chosen = new(StringComparer.Ordinal);

    private FormerRule(FixedTimeProblem problem)
    {
        meetings = problem.Meetings;
        choices = meetings.ToDictionary(
            m => m.Id, m => m.Choices.OrderBy(c => c.Mode).ThenBy(c => c.TravelMinutes).ThenBy(c => !c.IsCertified).ThenBy(c => c.Interpreter, StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    /// <returns>By meeting, who was given it; a meeting that nobody was given has none.</returns>
    public static IReadOnlyDictionary<string, InterpreterChoice> Solve(FixedTimeProblem problem)
    {
        var rule = new FormerRule(problem);
        foreach (var meeting in rule.meetings.OrderBy(m => rule.choices[m.Id].Count).ThenBy(m => m.Start).ThenBy(m => m.Id, StringComparer.Ordinal))
            rule.Place(meeting, []);
        rule.Better();
        return rule.chosen;
    }

    private void Better()
    {
        for (var hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            foreach (var meeting in meetings.OrderBy(m => m.Start).ThenBy(m => m.Id, StringComparer.Ordinal))
            {
                if (!chosen.TryGetValue(meeting.Id, out var now) || choices[meeting.Id].TakeWhile(c => c != now).FirstOrDefault(c => InTheWay(meeting, c).Count == 0) is not { } better)
                    continue;
                chosen[meeting.Id] = better;
                hasMoved = true;
            }
        }
    }

    private bool Place(FixedMeeting meeting, HashSet<(string, string)> tried)
    {
        if (choices[meeting.Id].Find(c => InTheWay(meeting, c).Count == 0) is { } free)
        {
            chosen[meeting.Id] = free;
            return true;
        }

        foreach (var choice in choices[meeting.Id].Where(c => tried.Add((meeting.Id, c.Interpreter))))
        {
            if (InTheWay(meeting, choice) is not [var other])
                continue;
            chosen.Remove(other.Id, out var was);
            chosen[meeting.Id] = choice;
            if (Place(other, tried))
                return true;
            chosen.Remove(meeting.Id);
            chosen[other.Id] = was!;
        }

        return false;
    }

    private List<FixedMeeting> InTheWay(FixedMeeting meeting, InterpreterChoice choice) =>
        [.. meetings.Where(m => m != meeting && chosen.TryGetValue(m.Id, out var other) && other.Interpreter == choice.Interpreter && m.Overlaps(meeting))];
}
