using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using FixedCost = Vejviser.Matching.Time.FixedCost;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser interpreters assign</c>: who interprets the meetings nobody is assigned to. Ids and interpreters' names; no citizen's.</summary>
internal static class InterpreterCommands
{
    public static Command Build() => new("interpreters", "Interpreters: who interprets which meeting.") { Assign() };

    private static Command Assign()
    {
        var from = CheckedOptions.Date("--from", "The first day.").Needed();
        var to = CheckedOptions.Date("--to", "The last day.").Needed();
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows who would be assigned and changes nothing." };
        var database = CommonOptions.Database();
        var command = new Command("assign", "Assigns interpreters to the meetings of a period that want one: as many as can be, video first, then the nearest.")
        {
            from, to, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption,
        };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var seen = await ProposeInterpreters.RunAsync(db, practices, LawCommands.Book, parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value, cancel);
            var refused = await FollowAsync(db, practices, seen, parsed.GetValue(dryRun), cancel);
            return voice.Answer(new JsonArray([.. seen.Lines.Select(p => Json(p, refused.GetValueOrDefault(p.Booking.Id)))]), Lines(voice, seen, refused));
        }));
        return command;
    }

    /// <summary>Gives each booking who is proposed; nobody on a dry run.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Failure>> FollowAsync(VejviserDb db, EffectivePractices practices, SeenInterpreters seen, bool isDryRun, CancellationToken cancel)
    {
        var law = LawCommands.Book;
        return isDryRun
            ? new Dictionary<Guid, Failure>()
            : await new FollowProposal(db, practices, law, new AssignInterpreter(db, practices, law)).FollowAsync(seen, Reader.System, new AuditContext(null, "interpreters.assign", TimeProvider.System.Now()), cancel);
    }

    internal static IEnumerable<string> Lines(CommandVoice voice, SeenInterpreters seen, IReadOnlyDictionary<Guid, Failure> refused)
    {
        var names = LanguageNames.Load(Path.Combine(AppContext.BaseDirectory, "reference", "languages.json"));
        return seen.Lines.Select(p => $"{Texts.Show(voice.Language, p.Meeting.StartsAt)}  {names.Name(p.Booking.Language, voice.Language)}  {Said(voice, p, refused.GetValueOrDefault(p.Booking.Id))}");
    }

    private static string Said(CommandVoice voice, ProposedInterpreter proposed, Failure? refused) => (refused, proposed.Proposal.Chosen) switch
    {
        ({ } failure, _) => voice.Say($"failure.{failure.Code}"),
        (_, { } chosen) => $"{chosen.Interpreter.Name} ({voice.Say($"interpreters.mode.{Kebab(chosen.Mode!.Value)}")})",
        _ => voice.Say("interpreters.nobody"),
    };

    internal static JsonObject Json(ProposedInterpreter proposed, Failure? refused) => new()
    {
        ["booking"] = proposed.Booking.Id.ToString(), ["meeting"] = proposed.Meeting.Id.ToString(), ["startsAt"] = Iso(proposed.Meeting.StartsAt), ["endsAt"] = Iso(proposed.Meeting.EndsAt),
        ["language"] = proposed.Booking.Language, ["dialect"] = proposed.Booking.Dialect, ["interpreter"] = refused is null ? Json(proposed.Proposal.Chosen) : null,
        ["runnerUp"] = Json(proposed.Proposal.RunnerUp), ["price"] = Json(proposed.Proposal.Price), ["proven"] = proposed.Proposal.IsProven, ["refused"] = refused?.Code,
        ["obstacles"] = new JsonObject([.. proposed.Proposal.Obstacles.OrderBy(o => o.Key).Select(o => KeyValuePair.Create<string, JsonNode?>(Kebab(o.Key), o.Value))]),
    };

    private static JsonObject? Json(InterpreterFit? fit) => fit is null
        ? null
        : new JsonObject { ["id"] = fit.Interpreter.Id.ToString(), ["name"] = fit.Interpreter.Name, ["mode"] = Kebab(fit.Mode!.Value), ["travelMinutes"] = fit.Interpreter.TravelMinutes };

    private static JsonObject? Json(FixedCost? price) => price is not { } more
        ? null
        : new JsonObject { ["unmet"] = more.Unmet, ["notByVideo"] = more.NotByVideo, ["onSite"] = more.OnSite, ["travelMinutes"] = more.TravelMinutes, ["uncertified"] = more.Uncertified };

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Kebab<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
