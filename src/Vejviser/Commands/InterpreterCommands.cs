using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

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
            var law = LawCommands.Book;
            var proposals = await ProposeInterpreters.RunAsync(db, practices, law, parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value, cancel);
            var refused = new Dictionary<Guid, Failure>();
            foreach (var proposal in parsed.GetValue(dryRun) ? [] : proposals.Where(p => p.Proposal.Chosen is not null))
            {
                db.ChangeTracker.Clear();
                var input = new AssignInterpreterInput(proposal.Booking.Id, proposal.Proposal.Chosen!.Interpreter.Id, proposal.Proposal.RunnerUp?.Interpreter.Id);
                var audit = new AuditContext(null, "interpreters.assign", TimeProvider.System.Now());
                var assigned = await new AssignInterpreter(db, practices, law).RunAsync(input, Reader.System, audit, cancel);
                if (!assigned.IsSuccess)
                    refused[proposal.Booking.Id] = assigned.Failure;
            }

            var names = LanguageNames.Load(Path.Combine(AppContext.BaseDirectory, "reference", "languages.json"));
            return voice.Answer(
                new JsonArray([.. proposals.Select(p => Json(p, refused.GetValueOrDefault(p.Booking.Id)))]),
                proposals.Select(p => $"{Texts.Show(voice.Language, p.Meeting.StartsAt)}  {names.Name(p.Booking.Language, voice.Language)}  {Said(voice, p, refused.GetValueOrDefault(p.Booking.Id))}"));
        }));
        return command;
    }

    private static string Said(CommandVoice voice, ProposedInterpreter proposed, Failure? refused) => (refused, proposed.Proposal.Chosen) switch
    {
        ({ } failure, _) => voice.Say($"failure.{failure.Code}"),
        (_, { } chosen) => $"{chosen.Interpreter.Name} ({voice.Say($"interpreters.mode.{Kebab(chosen.Mode!.Value)}")})",
        _ => voice.Say("interpreters.nobody"),
    };

    private static JsonObject Json(ProposedInterpreter proposed, Failure? refused) => new()
    {
        ["booking"] = proposed.Booking.Id.ToString(), ["meeting"] = proposed.Meeting.Id.ToString(), ["startsAt"] = Iso(proposed.Meeting.StartsAt), ["endsAt"] = Iso(proposed.Meeting.EndsAt),
        ["language"] = proposed.Booking.Language, ["dialect"] = proposed.Booking.Dialect, ["interpreter"] = refused is null ? Json(proposed.Proposal.Chosen) : null,
        ["runnerUp"] = Json(proposed.Proposal.RunnerUp), ["refused"] = refused?.Code,
        ["obstacles"] = new JsonObject([.. proposed.Proposal.Obstacles.OrderBy(o => o.Key).Select(o => KeyValuePair.Create<string, JsonNode?>(Kebab(o.Key), o.Value))]),
    };

    private static JsonObject? Json(InterpreterFit? fit) => fit is null
        ? null
        : new JsonObject { ["id"] = fit.Interpreter.Id.ToString(), ["name"] = fit.Interpreter.Name, ["mode"] = Kebab(fit.Mode!.Value), ["travelMinutes"] = fit.Interpreter.TravelMinutes };

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Kebab<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
