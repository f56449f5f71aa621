using Vejviser.Matching;
using Vejviser.Matching.Assignment;

namespace Vejviser.Cli.Commands;

/// <summary>What the matching kernel says by code, in the reader's words.</summary>
internal static class MatchWords
{
    private static readonly string[] OwnNames = ["seeker", "place", "quota", "options"];

    public static string Problem(CommandVoice voice, Reason reason) => Say(voice, $"match.problem.{reason.Code}", reason);

    /// <summary>One rule of a conflict; what is counted per dimension stands as "36 beds, 4 seats".</summary>
    public static string Conflict(CommandVoice voice, Reason reason)
    {
        var room = string.Join(", ", reason.Values.Where(v => !OwnNames.Contains(v.Name, StringComparer.Ordinal)).Select(v => $"{v.Text} {v.Name}"));
        return Say(voice, $"match.conflict.{reason.Code}", reason, ("room", room));
    }

    public static IEnumerable<string> Answer(CommandVoice voice, AssignmentProblem problem, AssignmentAnswer answer)
    {
        yield return voice.Say(
            $"match.status.{answer.Status.ToString().ToLowerInvariant()}", ("name", problem.Name), ("score", answer.Score), ("bound", answer.Bound),
            ("percent", Math.Round(100 * (answer.Gap ?? 0), 4)));
        foreach (var placement in answer.Placements)
        {
            yield return placement.RunnerUp is { } next
                ? voice.Say(
                    "match.placed-runner-up", ("seeker", placement.Seeker), ("place", placement.Place), ("score", placement.Score),
                    ("next", next.Place), ("price", Math.Round(next.Price, 6)))
                : voice.Say(placement.IsPinned ? "match.placed-pinned" : "match.placed-only", ("seeker", placement.Seeker), ("place", placement.Place), ("score", placement.Score));
        }

        foreach (var unplaced in answer.Unplaced)
            yield return voice.Say($"match.unplaced.{unplaced.Reason.Code}", ("seeker", unplaced.Seeker));
        foreach (var reason in answer.Conflict)
            yield return voice.Say("match.conflict-line", ("rule", Conflict(voice, reason)));
        if (answer.Status == SolveStatus.Infeasible)
            yield return voice.Say(answer.ConflictIsSmallest ? "match.conflict-smallest" : "match.conflict-unfinished");
    }

    private static string Say(CommandVoice voice, string key, Reason reason, params (string, object?)[] more) =>
        voice.Say(key, [.. reason.Values.Select(v => (v.Name, (object?)v.Text)), .. more]);
}
