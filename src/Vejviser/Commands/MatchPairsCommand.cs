using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match mentors</c> and <c>vejviser match families</c>: who is proposed whom, of the municipality's own newcomers and volunteers. Without <c>--dry-run</c> both sides of each pair are asked; a pair comes about
/// when both have said yes. Newcomers stand by their reference.
/// </summary>
internal static class MatchPairsCommand
{
    public static Command Build(PairPractice practice, string description)
    {
        var day = CheckedOptions.Date("--day", "The day it is proposed on; today where it is left out. Only with --dry-run.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Proposes and asks nobody." };
        var database = CommonOptions.Database();
        var command = new Command(practice.Key, description) { day, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            if (parsed.GetValue(day) is not null && !parsed.GetValue(dryRun))
                return voice.Refuse(Failure.Of("match.day-without-dry-run"), CommonOptions.BadInput);
            var law = PlanLaw.Of(LawCommands.Book);
            var see = new SeePairs(practices);
            var clock = Stopwatch.StartNew();
            var seen = await see.RunAsync(db, practice, parsed.GetValue(day) ?? TimeProvider.System.Today(), cancel);
            var seconds = clock.Elapsed.TotalSeconds;
            var asked = 0;
            if (!parsed.GetValue(dryRun) && seen.Proposal.Paired > 0)
            {
                var decide = new DecidePairs(db, see, new PairSteps(db, new CompleteTask(db, practices, law, new EvidenceRules())));
                var decided = await decide.RunAsync(practice, new DecidePairsInput(seen.Proposal.Fingerprint, null), Reader.System, new AuditContext(null, "pairs.decide", TimeProvider.System.Now()), cancel);
                if (!decided.IsSuccess)
                    return voice.Refuse(decided.Failure, CommonOptions.RuleSaidNo);
                asked = decided.Value;
            }

            return voice.Answer(Json(practice, seen, asked, seconds), Lines(voice, seen, asked));
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, SeenPairs seen, int asked)
    {
        yield return voice.Say("match.pairs.summary", ("newcomers", seen.Facts.Seekers.Count), ("places", seen.Facts.Volunteers.Sum(v => v.Free)), ("paired", seen.Proposal.Paired));
        foreach (var line in seen.Proposal.Lines)
        {
            yield return line.Volunteer is { } volunteer
                ? voice.Say("match.pairs.proposed", ("newcomer", line.Seeker.Label), ("volunteer", volunteer.Name), ("next", line.RunnerUp?.Name ?? "–"), ("price", Math.Round(line.Price ?? 0, 1)))
                : voice.Say("match.pairs.waits", ("newcomer", line.Seeker.Label), ("why", voice.Say(line.Seeker is { IsEligible: true, HasConsent: true } ? $"pairs.why-waits.{line.Why}" : line.Seeker.IsEligible ? "pairs.no-consent" : "pairs.not-for")));
        }

        if (asked > 0)
            yield return voice.Say("match.pairs.asked", ("count", asked));
    }

    private static JsonObject Json(PairPractice practice, SeenPairs seen, int asked, double seconds) => new()
    {
        ["practice"] = practice.Id, ["version"] = seen.Number, ["day"] = seen.Facts.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["status"] = "optimal", ["score"] = seen.Proposal.Score, ["seconds"] = Math.Round(seconds, 3),
        ["newcomers"] = seen.Facts.Seekers.Count, ["volunteers"] = seen.Facts.Volunteers.Count, ["places"] = seen.Facts.Volunteers.Sum(v => v.Free), ["paired"] = seen.Proposal.Paired, ["asked"] = asked,
        ["weights"] = new JsonObject([.. practice.Weights.Select(w => KeyValuePair.Create<string, JsonNode?>(w, seen.Policy[w]))]),
        ["pairs"] = new JsonArray([.. seen.Proposal.Lines.Select(Json)]),
    };

    private static JsonObject Json(ProposedPair line) => new()
    {
        ["newcomer"] = line.Seeker.Label, ["plan"] = line.Seeker.PlanId.ToString(), ["isEligible"] = line.Seeker.IsEligible, ["hasConsent"] = line.Seeker.HasConsent, ["town"] = line.Seeker.Town,
        ["proposeBy"] = line.Seeker.ProposeBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["volunteer"] = line.Volunteer?.Name, ["volunteerId"] = line.Volunteer?.Id.ToString(), ["score"] = line.Volunteer is null ? null : line.Score,
        ["byHand"] = line.ByHand is not null, ["reasons"] = new JsonArray([.. line.Parts.Select(p => new JsonObject { ["rule"] = p.Rule, ["amount"] = p.Amount, ["unit"] = p.Unit, ["weight"] = p.Weight })]),
        ["runnerUp"] = line.RunnerUp is null ? null : new JsonObject { ["volunteer"] = line.RunnerUp.Name, ["price"] = line.Price, ["moreAlone"] = line.AloneThen }, ["why"] = line.Why, ["fits"] = line.Fits,
        ["refusals"] = new JsonObject([.. line.Refusals.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value))]),
    };
}
