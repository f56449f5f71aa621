using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match hosts</c>: which household is proposed to which private host. Without <c>--dry-run</c> the hosts who are owed another household get their proposal, as the server gives it by itself; nobody else is asked, people
/// decide that. Households stand by their number, hosts by their id.
/// </summary>
internal static class MatchHostsCommand
{
    public static Command Build()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Proposes, and puts nothing forward." };
        var database = CommonOptions.Database();
        var command = new Command("hosts", "Proposes private hosts to the households that look for one.") { dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var pairs = await ReadHosting.ProposalAsync(db, await HostingRules.LoadAsync(db, practices, cancel), TimeProvider.System.Today(), cancel);
            var put = parsed.GetValue(dryRun) ? 0 : await new ProposeNext(db, practices).RunAsync(new AuditContext(null, "hosting.propose-next", TimeProvider.System.Now()), cancel);
            return voice.Answer(Json(pairs, put), Lines(voice, pairs, put), CommonOptions.Ok);
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, HostPairs pairs, int put)
    {
        yield return voice.Say("match.hosts.summary", ("households", pairs.Facts.Guests.Count), ("hosts", pairs.Facts.Rooms.Count), ("paired", pairs.Lines.Count(l => l.Room is not null)), ("put", put));
        foreach (var line in pairs.Lines)
        {
            yield return line.Room is { } room
                ? voice.Say("match.hosts.paired", ("household", line.Guest.Label), ("host", room.Id), ("area", room.Area), ("score", Math.Round(line.Score, 1)), ("next", line.RunnerUp?.Id.ToString() ?? "–"))
                : voice.Say("match.hosts.waits", ("household", line.Guest.Label), ("why", voice.Say($"hosting.why.{line.Why}")));
        }
    }

    private static JsonObject Json(HostPairs pairs, int put) => new()
    {
        ["households"] = pairs.Facts.Guests.Count, ["hosts"] = pairs.Facts.Rooms.Count, ["paired"] = pairs.Lines.Count(l => l.Room is not null), ["putForward"] = put, ["score"] = pairs.Score, ["fingerprint"] = pairs.Fingerprint,
        ["lines"] = new JsonArray([.. pairs.Lines.Select(Json)]),
    };

    private static JsonObject Json(HostPairLine line) => new()
    {
        ["household"] = line.Guest.Label, ["id"] = line.Guest.Id.ToString(), ["hostId"] = line.Room?.Id.ToString(), ["area"] = line.Room?.Area, ["score"] = line.Room is null ? null : line.Score,
        ["reasons"] = new JsonArray([.. line.Parts.Select(p => new JsonObject { ["rule"] = p.Rule, ["amount"] = p.Amount, ["unit"] = p.Unit, ["weight"] = p.Weight })]),
        ["runnerUp"] = line.RunnerUp is { } next && line.Price is { } price ? new JsonObject { ["hostId"] = next.Id.ToString(), ["moreAlone"] = price.MoreAlone, ["price"] = price.Price } : null, ["why"] = line.Why,
        ["refusals"] = new JsonObject([.. line.Refusals.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value))]),
    };
}
