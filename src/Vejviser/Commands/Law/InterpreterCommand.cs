using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law interpreter</c>: how old an interpreter must be.</summary>
internal static class InterpreterCommand
{
    private static readonly Dictionary<string, InterpretingField> Fields =
        Enum.GetValues<InterpretingField>().ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Command Build()
    {
        var date = CheckedOptions.Date("--date", "The day of the conversation.").Needed();
        var field = CheckedOptions.Choice("--field", "Where the interpreter is used.", Fields).Needed();
        return LawCommands.Asking("interpreter", "The least age of an interpreter.", [date, field], (parsed, voice) =>
        {
            var asked = LawCommands.Book.InterpreterLeastAge(parsed.GetValue(date)!.Value, parsed.GetValue(field)!.Value);
            if (!asked.IsSuccess)
                return voice.Refuse(asked.Failure, CommonOptions.RuleSaidNo);

            var (age, exceptions, ground) = asked.Value;
            var json = new JsonObject
            {
                ["leastAge"] = age,
                ["exceptions"] = new JsonArray([.. exceptions.Select(e => new JsonObject { ["case"] = e.Case, ["leastAge"] = e.Age })]),
            };
            return voice.Answer(
                json.With(ground, voice),
                [
                    age is null ? voice.Say("law.interpreter.no-age") : voice.Say("law.interpreter.age", ("age", age)),
                    .. exceptions.Select(e => Line(e, voice)),
                    .. ground.Lines(voice),
                ]);
        });
    }

    private static string Line(InterpreterException exception, CommandVoice voice)
    {
        var what = voice.Say($"law.interpreter.case.{exception.Case}");
        return exception.Age is { } age
            ? voice.Say("law.interpreter.exception-from-age", ("case", what), ("age", age))
            : voice.Say("law.interpreter.exception", ("case", what));
    }
}
