using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match villas</c>: the municipality's youths to villas, and who lacks something first. It decides nothing, a person does; without <c>--dry-run</c> the audit notes whom the proposal was about. Youths stand by their number.
/// </summary>
internal static class MatchVillasCommand
{
    public static Command Build()
    {
        var day = CheckedOptions.Date("--day", "The day ages and waiting are reckoned on; today where it is left out.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Proposes and leaves no trace in the audit." };
        var database = CommonOptions.Database();
        var command = new Command("villas", "Proposes villas and contact persons to youths who came alone.") { day, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var board = await ReadVillas.RunAsync(db, practices, parsed.GetValue(day) ?? TimeProvider.System.Today(), cancel);
            if (!parsed.GetValue(dryRun))
            {
                var audit = new AuditContext(null, "villas.proposal.read", TimeProvider.System.Now());
                await db.SaveAsync(audit, [.. board.Town.Youths.Where(y => y.Stay is null).Select(y => new AuditSubject(y.Id, y.HouseholdId, "youth-home", y.Id))], cancel);
            }

            return voice.Answer(Json(board), Lines(voice, board));
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, VillaBoard board)
    {
        var (policy, proposal) = (board.Policy, board.Proposal);
        yield return voice.Say("match.villas.summary", ("youths", board.Town.Seekers.Count()), ("villas", board.Town.Villas.Count(v => !v.IsClosed)), ("placed", proposal.Placed), ("points", proposal.Points));
        foreach (var (villa, placed) in proposal.Villas.SelectMany(l => l.Proposed.Select(p => (l.Villa, Placed: p))))
            yield return voice.Say("match.villas.placed", ("person", placed.Youth.Label), ("villa", villa.Name), ("contact", placed.Contact.Name), ("language", placed.Youth.MotherTongue), ("next", placed.RunnerUp?.Villa.Name ?? "-"));
        foreach (var (youth, why) in proposal.Waiting)
            yield return voice.Say("match.villas.waits", ("person", youth.Label), ("why", why == "held" ? youth.ChosenReason : voice.Say($"villas.why-waits.{why}", ("language", youth.MotherTongue), ("least", policy.Least), ("span", policy.AgeSpan))));
        foreach (var youth in board.Town.Lacking)
            yield return voice.Say("match.villas.waits", ("person", youth.Label), ("why", string.Join(", ", youth.Missing.Select(m => voice.Say($"villas.missing.{m}")))));
    }

    private static JsonObject Json(VillaBoard board) => new()
    {
        ["youths"] = board.Town.Seekers.Count(), ["placed"] = board.Proposal.Placed, ["points"] = board.Proposal.Points, ["proven"] = board.Proposal.IsProven, ["fingerprint"] = board.Proposal.Fingerprint,
        ["policy"] = new JsonObject
        {
            ["least"] = board.Policy.Least, ["most"] = board.Policy.Most, ["ageSpan"] = board.Policy.AgeSpan, ["commonLanguage"] = board.Policy.Weights.CommonLanguage, ["nearAge"] = board.Policy.Weights.NearAge, ["friends"] = board.Policy.Weights.Friends,
            ["ownWish"] = board.Policy.Weights.OwnWish,
        },
        ["villas"] = new JsonArray([.. board.Proposal.Villas.Select(l => new JsonObject
        {
            ["villa"] = l.Villa.Name, ["rooms"] = l.Villa.Rooms, ["living"] = l.Villa.Living.Count, ["closed"] = l.Villa.IsClosed,
            ["proposed"] = new JsonArray([.. l.Proposed.Select(p => new JsonObject
            {
                ["person"] = p.Youth.Label, ["age"] = p.Youth.Age, ["motherTongue"] = p.Youth.MotherTongue, ["contact"] = p.Contact.Name, ["contactSpeaks"] = p.Contact.Languages.Contains(p.Youth.MotherTongue!, StringComparer.Ordinal),
                ["sharesLanguageWith"] = p.SharesLanguageWith, ["byHand"] = p.ByHand is not null, ["runnerUp"] = p.RunnerUp is { } next ? new JsonObject { ["villa"] = next.Villa.Name, ["fewer"] = next.Fewer, ["points"] = next.Points, ["exact"] = next.IsExact } : null,
            })]),
        })]),
        ["waiting"] = new JsonArray([.. board.Proposal.Waiting.Select(w => new JsonObject { ["person"] = w.Youth.Label, ["why"] = w.Why })]),
        ["lacking"] = new JsonArray([.. board.Town.Lacking.Select(y => new JsonObject { ["person"] = y.Label, ["missing"] = new JsonArray([.. y.Missing.Select(m => JsonValue.Create(m))]) })]),
    };
}
