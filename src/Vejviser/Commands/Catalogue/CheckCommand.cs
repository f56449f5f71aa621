using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue check</c>: says all that is wrong in the files; exit 2 where anything is.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo?>("folder") { Description = "The catalogue's folder; else the one that came with the program.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Whether the catalogue's files are right; each problem with file and line.") { folder, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            var directory = parsed.GetValue(folder)?.FullName ?? CatalogueCommands.Folder;
            if (!Directory.Exists(directory))
                return voice.Refuse(voice.Say("catalogue.check.no-folder"), CommonOptions.BadInput);
            var reading = PracticeCatalogue.Read(directory, CatalogueCommands.Purposes);
            return voice.Answer(
                new JsonObject
                {
                    ["practices"] = reading.Catalogue.Practices.Count,
                    ["problems"] = new JsonArray([.. reading.Problems.Select(p => new JsonObject { ["file"] = p.File, ["line"] = p.Line, ["code"] = p.Code, ["message"] = CatalogueCommands.Say(voice, p) })]),
                },
                [
                    .. reading.Problems.Select(p => $"{p.File}:{p.Line}: {CatalogueCommands.Say(voice, p)}"),
                    voice.Say("catalogue.check.outcome", ("practices", reading.Catalogue.Practices.Count), ("problems", reading.Problems.Count)),
                ],
                reading.Problems.Count == 0 ? CommonOptions.Ok : CommonOptions.BadInput);
        });
        return command;
    }
}
