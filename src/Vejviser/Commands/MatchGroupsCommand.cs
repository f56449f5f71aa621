using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match groups</c>: the best groups of one language of the municipality's own, and what another group lacks. It decides nothing, a person does on the page;
/// with <c>--dry-run</c> it does the same, as all of <c>match</c> take it. The audit notes whom the proposal was about, as when somebody opens the page. People stand by their number.
/// </summary>
internal static class MatchGroupsCommand
{
    public static Command Build()
    {
        var day = CheckedOptions.Date("--day", "The day ages and waiting are reckoned on; today where it is left out.");
        var dryRun = new Option<bool>("--dry-run") { Description = "As without it: nothing is decided here." };
        var database = CommonOptions.Database();
        var command = new Command("groups", "Proposes groups of one language to those interested.") { day, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var board = await ReadGroups.RunAsync(db, practices, parsed.GetValue(day) ?? TimeProvider.System.Today(), cancel);
            var audit = new AuditContext(null, "groups.proposal.read", TimeProvider.System.Now());
            await db.SaveAsync(audit, [.. board.Facts.Seekers.Select(s => new AuditSubject(s.Id, s.HouseholdId, "group-wish", s.Id))], cancel);
            return voice.Answer(Json(board), Lines(voice, board));
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, GroupBoard board)
    {
        var proposal = board.Proposal;
        yield return voice.Say("match.groups.summary", ("people", board.Facts.Seekers.Count), ("groups", proposal.Groups.Count), ("placed", proposal.Placed), ("waiting", proposal.Waiting.Count));
        foreach (var group in proposal.Groups)
            yield return voice.Say("match.groups.group", ("language", group.Language), ("kind", Kind(voice, group.Kind)), ("count", group.Members.Count), ("time", Time(group.Time)), ("trainer", group.Trainer.Name));
        foreach (var lack in proposal.Lacks)
        {
            string? Value(string name) => lack.Reason.Values.Where(v => v.Name == name).Select(v => v.Text).FirstOrDefault();
            var time = board.Facts.Times.FirstOrDefault(t => t.Id.ToString("N") == Value("session"));
            yield return voice.Say(
                $"groups.lack.{lack.Reason.Code}", ("language", Value("language")), ("kind", Kind(voice, lack.Kind)), ("short", Value("short")), ("waiting", Value("waiting")), ("time", time is null ? Value("time") : Time(time)),
                ("capacity", Value("capacity")), ("least", Value("least")));
        }

        foreach (var waiting in proposal.Waiting)
            yield return voice.Say("match.groups.waits", ("number", waiting.Number), ("person", waiting.Seeker.Label), ("why", voice.Say($"groups.waits.{waiting.Why}")));
    }

    private static JsonObject Json(GroupBoard board) => new()
    {
        ["people"] = board.Facts.Seekers.Count, ["placed"] = board.Proposal.Placed, ["proven"] = board.Proposal.IsProven, ["least"] = board.Policy.Least, ["most"] = board.Policy.Most,
        ["groups"] = new JsonArray([.. board.Proposal.Groups.Select(g => new JsonObject
        {
            ["language"] = g.Language, ["kind"] = g.Kind.ToString().ToLowerInvariant(), ["time"] = Time(g.Time), ["room"] = g.Time.Room, ["trainer"] = g.Trainer.Name, ["trainerSpeaks"] = g.Trainer.Languages.Contains(g.Language, StringComparer.Ordinal),
            ["interpreters"] = g.Interpreters, ["members"] = new JsonArray([.. g.Members.Select(m => new JsonObject { ["person"] = m.Label, ["language"] = m.Languages[0], ["byHand"] = m.ChosenTime == g.Time.Id })]), ["fingerprint"] = g.Fingerprint,
        })]),
        ["waiting"] = new JsonArray([.. board.Proposal.Waiting.Select(w => new JsonObject { ["number"] = w.Number, ["person"] = w.Seeker.Label, ["language"] = w.Seeker.Languages.FirstOrDefault(), ["why"] = w.Why })]),
        ["lacks"] = new JsonArray([.. board.Proposal.Lacks.Select(l => new JsonObject([
            KeyValuePair.Create<string, JsonNode?>("reason", l.Reason.Code), KeyValuePair.Create<string, JsonNode?>("kind", l.Kind.ToString().ToLowerInvariant()), .. l.Reason.Values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Name, v.Text))]))]),
    };

    private static string Kind(CommandVoice voice, GroupKind kind) => voice.Say(kind == GroupKind.Parents ? "groups.kind.parents" : "groups.kind.youths");

    private static string Time(TimeFacts time) => string.Create(CultureInfo.InvariantCulture, $"{time.Weekday} {time.At:HH\\:mm} {time.Room}");
}
