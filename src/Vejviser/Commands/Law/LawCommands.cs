using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law …</c>: asks the dated law of <c>law/</c>, without a database.</summary>
internal static class LawCommands
{
    private static readonly Lazy<LawBook> TheBook = new(() => LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")));

    public static LawBook Book => TheBook.Value;

    public static Command Build() => new("law", "Which rule holds on which day, and by which source.")
    {
        TakeoverCommand.Build(),
        ContractCommand.Build(),
        HealthCommand.Build(),
        InterpreterCommand.Build(),
        NamesCommand.Build(),
        HolidaysCommand.Build(),
        WorkdayCommand.Build(),
    };

    /// <summary>A command with the options that all of them share, and its answer.</summary>
    public static Command Asking(string name, string description, IEnumerable<Option> options, Func<ParseResult, CommandVoice, int> answer)
    {
        var command = new Command(name, description);
        foreach (var option in options)
            command.Options.Add(option);
        command.Options.Add(CommandVoice.JsonOption);
        command.Options.Add(CommandVoice.LanguageOption);
        command.SetAction(parsed => answer(parsed, new CommandVoice(parsed)));
        return command;
    }

    /// <summary>The answer's fields followed by the law they rest on.</summary>
    public static JsonObject With(this JsonObject answer, LegalGround ground, CommandVoice voice)
    {
        answer["rule"] = ground.Rule;
        answer["period"] = ground.Period;
        answer["source"] = ground.Source;
        answer["from"] = Iso(ground.From);
        answer["to"] = Iso(ground.To);
        answer["checked"] = ground.Checked;
        answer["unverified"] = ground.Unverified;
        answer["notes"] = new JsonArray([.. ground.Notes.Select(n => (JsonNode)n.In(voice.Language))]);
        return answer;
    }

    /// <summary>The lines that stand under an answer: rule, period, source, what is not checked.</summary>
    public static IEnumerable<string> Lines(this LegalGround ground, CommandVoice voice)
    {
        yield return voice.Say("law.ground", ("rule", ground.Rule), ("period", ground.Period), ("source", ground.Source));
        foreach (var note in ground.Notes)
            yield return note.In(voice.Language);
        if (ground.Unverified)
            yield return voice.Say("law.unverified");
        yield return voice.Say("law.advice");
    }

    public static string? Iso(DateOnly? date) => date?.ToString("O", null);
}
