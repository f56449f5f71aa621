using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match housing</c>: the proposal for the allocation meeting, of the municipality's own households and homes. It prepares the meeting where none is open; it decides nothing, a
/// meeting does. Households stand by their number.
/// </summary>
internal static class MatchHousingCommand
{
    public static Command Build()
    {
        var day = CheckedOptions.Date("--day", "The meeting's day; today where it is left out and none is open.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Proposes and prepares no meeting." };
        var database = CommonOptions.Database();
        var command = new Command("housing", "Proposes homes to the households that wait, for the allocation meeting.") { day, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var law = LawCommands.Book;
            var (today, solving) = (TimeProvider.System.Today(), new AllocationSolving());
            var open = await db.AllocationMeetings.AsNoTracking().Where(m => m.DecidedAt == null).OrderBy(m => m.Day).FirstOrDefaultAsync(cancel);
            if (open is null && !parsed.GetValue(dryRun))
            {
                var opened = await OpenMeeting.RunAsync(db, parsed.GetValue(day) ?? today, Reader.System, new AuditContext(null, "housing.open-meeting", TimeProvider.System.Now()), cancel);
                if (!opened.IsSuccess)
                    return voice.Refuse(opened.Failure, CommonOptions.RuleSaidNo);
                open = await db.AllocationMeetings.AsNoTracking().SingleAsync(m => m.Id == opened.Value, cancel);
            }

            var clock = Stopwatch.StartNew();
            var seen = open is null
                ? await SeeAllocation.RunAsync(db, practices, law, solving, parsed.GetValue(day) ?? today, [], today, cancel)
                : await SeeAllocation.RunAsync(db, practices, law, solving, open, today, cancel);
            return voice.Answer(Json(seen, open, clock.Elapsed.TotalSeconds), Lines(voice, seen), seen.Proposal.Status == SolveStatus.Unknown ? CommonOptions.Failed : CommonOptions.Ok);
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, SeenAllocation seen)
    {
        yield return voice.Say("match.housing.summary", ("households", seen.Facts.Seekers.Count), ("homes", seen.Facts.Homes.Count), ("placed", seen.Proposal.Placed));
        foreach (var line in seen.Proposal.Lines)
        {
            yield return line.Home is { } home
                ? voice.Say("match.housing.placed", ("household", line.Seeker.Label), ("home", home.Address), ("next", line.RunnerUp?.Address ?? "–"), ("price", Math.Round(line.Price ?? 0, 1)))
                : voice.Say("match.housing.waits", ("household", line.Seeker.Label), ("why", voice.Say($"housing.allocation.why-waits.{line.Why}")));
        }

        foreach (var line in seen.Proposal.Key)
            yield return voice.Say("match.housing.key", ("association", line.Association.Name), ("placed", line.Placed), ("part", Math.Round(line.Part ?? 0, 1)));
    }

    private static JsonObject Json(SeenAllocation seen, AllocationMeeting? meeting, double seconds) => new()
    {
        ["meeting"] = meeting?.Id.ToString(), ["day"] = seen.Facts.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["policy"] = seen.Policy.Number, ["status"] = seen.Proposal.Status.ToString().ToLowerInvariant(),
        ["score"] = seen.Proposal.Score, ["bound"] = seen.Proposal.Bound, ["seconds"] = Math.Round(seconds, 3), ["households"] = seen.Facts.Seekers.Count, ["homes"] = seen.Facts.Homes.Count, ["placed"] = seen.Proposal.Placed,
        ["placements"] = new JsonArray([.. seen.Proposal.Lines.Select(Json)]),
        ["key"] = new JsonArray([.. seen.Proposal.Key.Select(k => new JsonObject
        {
            ["association"] = k.Association.Name, ["moveOuts"] = k.Association.MoveOuts, ["part"] = k.Part, ["placed"] = k.Placed, ["homes"] = k.Homes, ["within"] = k.IsWithin(seen.Facts.KeyTolerance),
        })]),
        ["conflict"] = new JsonArray([.. seen.Proposal.Conflict.Select(c => new JsonObject([KeyValuePair.Create<string, JsonNode?>("rule", c.Code), .. c.Values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Name, v.Text))]))]),
    };

    private static JsonObject Json(ProposedHome line) => new()
    {
        ["household"] = line.Seeker.Label, ["id"] = line.Seeker.Id.ToString(), ["home"] = line.Home?.Address, ["homeId"] = line.Home?.Id.ToString(), ["area"] = line.Home?.Area, ["isListedArea"] = line.Home?.IsListed, ["rent"] = line.Home?.Rent,
        ["mostRent"] = line.Seeker.MostRent, ["score"] = line.Home is null ? null : line.Score, ["byHand"] = line.ByHand is not null,
        ["reasons"] = new JsonArray([.. line.Parts.Select(p => new JsonObject { ["rule"] = p.Rule, ["amount"] = p.Amount, ["unit"] = p.Unit, ["weight"] = p.Weight })]),
        ["runnerUp"] = line.RunnerUp is null ? null : new JsonObject { ["home"] = line.RunnerUp.Address, ["priceAtLeast"] = line.Price }, ["why"] = line.Why, ["fits"] = line.Fits,
        ["refusals"] = new JsonObject([.. line.Refusals.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value))]),
    };
}
