using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Backup;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser backup FILE</c> and <c>vejviser restore FILE</c>.</summary>
internal static class BackupCommands
{
    public static Command BuildBackup() => Build("backup", "Writes the whole municipality to one file, while people work.", "backup.written", DatabaseBackup.WriteAsync);

    public static Command BuildRestore() => Build("restore", "Restores a backup into a database that is not there yet.", "backup.restored", DatabaseBackup.RestoreAsync);

    private static Command Build(string name, string description, string done, Func<DatabaseAddress, string, CancellationToken, string?, Task<Result<Done>>> run)
    {
        var file = new Argument<string>("file") { Description = "The backup's file." };
        var database = CommonOptions.Database();
        var command = new Command(name, description) { file, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var result = await run(parsed.Address(database), path, cancel, Environment.GetEnvironmentVariable("VEJVISER_PG_BIN"));
            return result.IsSuccess
                ? voice.Answer(new JsonObject { ["file"] = path }, [voice.Say(done, ("file", path))])
                : voice.Refuse(result.Failure, CodeOf(result.Failure));
        });
        return command;
    }

    private static int CodeOf(Failure failure) => failure.Code switch
    {
        "backup.no-file" or "backup.no-database" or "backup.no-folder" or "backup.no-empty-database" or "backup.not-a-backup" => CommonOptions.BadInput,
        "backup.exists" or "backup.not-empty" => CommonOptions.RuleSaidNo,
        _ => CommonOptions.Failed,
    };
}
