using System.CommandLine;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser serve</c>: the web pages of one municipality.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var urls = CommonOptions.Urls();
        var command = new Command("serve", "Serves the web pages.") { database, urls, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var address = parsed.Address(database);
            var mayMigrate = VejviserSettings.Read().GetValue("Database:MigrateOnStart", true);
            var prepared = await PrepareDatabase.RunAsync(address, mayMigrate ? Preparing.Migrate : Preparing.Check, cancel);
            if (!prepared.IsSuccess)
                return voice.Refuse(prepared.Failure, prepared.Failure.Code == "database.missing" ? CommonOptions.BadInput : CommonOptions.Failed);
            await using var app = VejviserHost.Build(address, UrlArguments(parsed.GetValue(urls)));
            return await RunAsync(app, voice, () => { }, cancel);
        });
        return command;
    }

    public static string[] UrlArguments(string? urls) => urls is null ? [] : ["--urls", urls];

    /// <summary>Serves until told to stop; requests under way are answered and waiting reads are noted before it returns.</summary>
    public static async Task<int> RunAsync(WebApplication app, CommandVoice voice, Action started, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e) when (e.IsPortTaken())
        {
            return voice.Refuse(Failure.Of("serve.port-taken", ("urls", app.Configuration["Urls"])), CommonOptions.Failed);
        }

        started();
        await app.WaitForShutdownAsync(cancel);
        return CommonOptions.Ok;
    }
}
