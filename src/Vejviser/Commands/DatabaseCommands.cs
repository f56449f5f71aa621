using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Data;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser db migrate</c>: makes a database, or brings its schema up to this version.</summary>
internal static class DatabaseCommands
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var migrate = new Command("migrate", "Makes the database, or brings its schema up to date.") { database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        migrate.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var applied = await PrepareDatabase.RunAsync(parsed.Address(database), Preparing.Make, cancel);
            return applied.IsSuccess
                ? voice.Answer(new JsonObject { ["applied"] = applied.Value }, [voice.Say("database.migrated", ("count", applied.Value))])
                : voice.Refuse(applied.Failure, CommonOptions.Failed);
        });
        return new Command("db", "The municipality's database.") { migrate };
    }
}
