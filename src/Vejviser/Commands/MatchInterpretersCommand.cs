using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match interpreters</c>: who interprets the municipality's own meetings, proven, with runner-up and price. Without <c>--dry-run</c> they are assigned, as by the page's button. It names no citizen.
/// </summary>
internal static class MatchInterpretersCommand
{
    /// <summary>As far ahead as the page looks.</summary>
    private const int WeeksAhead = 8;

    private const int DaysInWeek = 7;

    public static Command Build()
    {
        var from = CheckedOptions.Date("--from", "The first day; today where it is left out.");
        var to = CheckedOptions.Date("--to", "The last day; eight weeks after the first where it is left out.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Proposes and assigns nobody." };
        var database = CommonOptions.Database();
        var command = new Command("interpreters", "Proposes interpreters to the meetings that want one, and assigns them.") { from, to, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var first = parsed.GetValue(from) ?? TimeProvider.System.Today();
            var last = parsed.GetValue(to) ?? first.AddDays(WeeksAhead * DaysInWeek);
            var clock = Stopwatch.StartNew();
            var seen = await ProposeInterpreters.RunAsync(db, practices, LawCommands.Book, first, last, cancel);
            var seconds = clock.Elapsed.TotalSeconds;
            var refused = await InterpreterCommands.FollowAsync(db, practices, seen, parsed.GetValue(dryRun), cancel);
            var assigned = parsed.GetValue(dryRun) ? 0 : seen.Placed - refused.Count;
            return voice.Answer(
                Json(seen, first, last, seconds, assigned, refused),
                InterpreterCommands.Lines(voice, seen, refused).Prepend(voice.Say(
                    seen.Assignment.IsProven ? "match.interpreters.proven" : "match.interpreters.not-proven", ("meetings", seen.Lines.Count), ("placed", seen.Placed), ("assigned", assigned))));
        }));
        return command;
    }

    private static JsonObject Json(SeenInterpreters seen, DateOnly first, DateOnly last, double seconds, int assigned, IReadOnlyDictionary<Guid, Failure> refused) => new()
    {
        ["from"] = Iso(first), ["to"] = Iso(last), ["status"] = seen.Assignment.IsProven ? "optimal" : "feasible", ["seconds"] = Math.Round(seconds, 3),
        ["meetings"] = seen.Lines.Count, ["placed"] = seen.Placed, ["assigned"] = assigned, ["fingerprint"] = seen.Fingerprint,
        ["bookings"] = new JsonArray([.. seen.Lines.Select(l => InterpreterCommands.Json(l, refused.GetValueOrDefault(l.Booking.Id)))]),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
