using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser outbox …</c>: what waits and what did not arrive, sending what is due, trying again. Ids and codes only: no address, no text.</summary>
internal static class OutboxCommands
{
    private const int DefaultMost = 100;
    private const int MostRows = 1_000_000;

    public static Command Build() => new("outbox", "Messages: what waits, what did not arrive; send what is due; try again.") { List(), Send(), Retry() };

    private static Command List()
    {
        var show = new Option<string>("--show") { Description = "not-delivered (the default), waiting, letters or sent.", DefaultValueFactory = _ => "not-delivered" }.AcceptOnlyFromAmong([.. Enum.GetValues<OutboxShow>().Select(s => Kebab(s.ToString()))]);
        var (database, limit) = (CommonOptions.Database(), CheckedOptions.Number("--limit", $"How many to name; else {DefaultMost}.", 0, MostRows));
        var command = new Command("list", "What did not arrive, what waits, letters to post, what is sent.") { show, limit, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db) =>
        {
            var wanted = Enum.GetValues<OutboxShow>().First(s => Kebab(s.ToString()) == parsed.GetValue(show));
            var found = OutboxList.Of(db.Messages.AsNoTracking(), wanted);
            var (count, rows) = (await found.CountAsync(cancel), await found.OrderBy(m => m.NextAt).ThenBy(m => m.Id).Take(parsed.GetValue(limit) ?? DefaultMost).ToListAsync(cancel));
            return voice.Answer(
                new JsonObject { ["show"] = Kebab(wanted.ToString()), ["count"] = count, ["messages"] = new JsonArray([.. rows.Select(Json)]) },
                rows.Select(m => $"{m.Id}  {voice.Say($"messages.channel.{Kebab(m.Channel.ToString())}")}  {m.Template}  {voice.Say($"messages.state.{Kebab(m.State.ToString())}")}  {m.Error}".TrimEnd())
                    .Prepend(voice.Say("outbox.count", ("count", count), ("show", voice.Say($"messages.show-{Kebab(wanted.ToString())}")))));
        }));
        return command;
    }

    private static Command Send()
    {
        var anyHour = new Option<bool>("--any-hour") { Description = "Also in quiet hours and on holidays." };
        var (database, most) = (CommonOptions.Database(), CheckedOptions.Number("--most", "How many attempts to make; else all that is due.", 1, MostRows));
        var command = new Command("send", "Sends what is due, by the ways the settings open.") { most, anyHour, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db) =>
        {
            var settings = Settings();
            await using var ports = new MessagePorts(settings, db);
            var (law, templates) = (LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")), MessageTemplates.Load(Path.Combine(AppContext.BaseDirectory, "messages")));
            var sender = new SendOutbox(db, ports, new QueueMessage(db, templates, law, settings), settings, TimeProvider.System);
            var counts = await sender.RunAsync(parsed.GetValue(most) ?? MostRows, parsed.GetValue(anyHour), cancel);
            return voice.Answer(
                new JsonObject { ["sent"] = counts.Sent, ["again"] = counts.Again, ["dead"] = counts.Dead, ["unclear"] = counts.Unclear },
                [voice.Say("outbox.sent", ("sent", counts.Sent), ("again", counts.Again), ("dead", counts.Dead), ("unclear", counts.Unclear))]);
        }));
        return command;
    }

    private static Command Retry()
    {
        var id = new Argument<string>("message") { Description = "The message's id, or 'dead' for all that are dead. What may have been sent is tried again one by one only." };
        var database = CommonOptions.Database();
        var command = new Command("retry", "Tries a message again that is dead, or that may have been sent.") { id, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db) =>
        {
            var wanted = parsed.GetValue(id)!;
            var ids = wanted == "dead" ? await db.Messages.Where(m => m.State == MessageState.Dead).Select(m => m.Id).ToListAsync(cancel) : Guid.TryParse(wanted, out var one) ? [one] : [];
            var again = 0;
            foreach (var message in ids)
            {
                var decided = await new DecideMessage(db).RunAsync(message, MessageDecision.TryAgain, Reader.System, new AuditContext(null, "messages.decide", TimeProvider.System.Now()), cancel);
                if (!decided.IsSuccess && wanted != "dead")
                    return voice.Refuse(decided.Failure, decided.Failure.Code == "messages.unknown" ? CommonOptions.BadInput : CommonOptions.RuleSaidNo);
                again += decided.IsSuccess ? 1 : 0;
            }

            return ids.Count == 0 && wanted != "dead"
                ? voice.Refuse(Failure.Of("messages.unknown"), CommonOptions.BadInput)
                : voice.Answer(new JsonObject { ["again"] = again }, [voice.Say("outbox.again", ("count", again))]);
        }));
        return command;
    }

    private static MessageSettings Settings() => VejviserSettings.Read().GetSection(MessageSettings.Section).Get<MessageSettings>() ?? new MessageSettings();

    private static JsonNode Json(Message m) => new JsonObject
    {
        ["id"] = m.Id.ToString(), ["channel"] = Kebab(m.Channel.ToString()), ["template"] = m.Template, ["practice"] = m.Practice, ["language"] = m.Language, ["person"] = m.PersonId?.ToString(), ["state"] = Kebab(m.State.ToString()),
        ["attempts"] = m.Attempts, ["next"] = m.NextAt.ToString("O", null), ["sent"] = m.SentAt?.ToString("O", null), ["error"] = m.Error,
    };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
