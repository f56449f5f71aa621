using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser catalogue …</c>: the practices as they stand in their files.</summary>
internal static class CatalogueCommands
{
    public static Command Build() => new("catalogue", "The catalogue: its practices, and whether its files are right.") { Check() };

    /// <summary>Says all that is wrong in the files; exit 2 where anything is.</summary>
    private static Command Check()
    {
        var folder = new Argument<DirectoryInfo?>("folder") { Description = "The catalogue's folder; else the one that came with the program.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Whether the catalogue's files are right; each problem with file and line.") { folder, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            var directory = parsed.GetValue(folder)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "catalogue");
            if (!Directory.Exists(directory))
                return voice.Refuse(voice.Say("catalogue.check.no-folder"), CommonOptions.BadInput);
            var purposes = new ConsentPurposes(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"))).All;
            var reading = PracticeCatalogue.Read(directory, purposes);
            return voice.Answer(
                new JsonObject
                {
                    ["practices"] = reading.Catalogue.Practices.Count,
                    ["problems"] = new JsonArray([.. reading.Problems.Select(p => new JsonObject { ["file"] = p.File, ["line"] = p.Line, ["code"] = p.Code, ["message"] = Say(voice, p) })]),
                },
                [.. reading.Problems.Select(p => $"{p.File}:{p.Line}: {Say(voice, p)}"), voice.Say("catalogue.check.outcome", ("practices", reading.Catalogue.Practices.Count), ("problems", reading.Problems.Count))],
                reading.Problems.Count == 0 ? CommonOptions.Ok : CommonOptions.BadInput);
        });
        return command;
    }

    private static string Say(CommandVoice voice, CatalogueProblem problem) => voice.Say($"catalogue.problem.{problem.Code}", [.. problem.Values.Select(v => (v.Key, v.Value))]);
}
