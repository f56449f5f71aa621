using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue export</c>: a municipality's own practice, or its version of one of the catalogue's, as one file. Nothing is overwritten.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id." };
        var to = new Option<FileInfo?>("--out") { Description = "The file to write; else standard output.", HelpName = "file" };
        var database = CommonOptions.Database();
        var command = new Command("export", "A practice as one file, for another municipality.") { practice, to, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var (voice, id, file) = (new CommandVoice(parsed), parsed.GetValue(practice)!, parsed.GetValue(to));
            if (file is { Exists: true })
                return voice.Refuse(Failure.Of("practices.file-exists", ("file", file.Name)), CommonOptions.RuleSaidNo);
            await using var db = await CatalogueCommands.OpenAsync(parsed.Address(database), cancel);
            if (db is null)
                return voice.Refuse(Failure.Of("option.no-database", ("database", parsed.Address(database).File is { } missing ? Path.GetFileName(missing) : "")), CommonOptions.BadInput);
            var practices = new EffectivePractices(CatalogueCommands.Shipped);
            if (await practices.FindAsync(db, id, cancel) is null)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", id)), CommonOptions.BadInput);
            if (await PracticeBundles.FindAsync(db, practices, id, cancel) is not { } bundle)
                return voice.Refuse(Failure.Of("practices.nothing-to-export", ("practice", id)), CommonOptions.RuleSaidNo);
            var text = bundle.Write();
            if (file is not null)
                await File.WriteAllTextAsync(file.FullName, text, cancel);
            return voice.Answer(
                new JsonObject { ["practice"] = id, ["changes"] = bundle.IsChanges, ["file"] = file?.FullName, ["content"] = file is null ? text : null },
                [file is null ? text.TrimEnd('\n') : voice.Say("catalogue.export.written", ("file", file.FullName))]);
        });
        return command;
    }
}
