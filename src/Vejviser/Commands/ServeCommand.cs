using System.CommandLine;
using Vejviser.Core.Data;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser serve</c>: the web pages of one municipality.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var urls = new Option<string>("--urls") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serves the web pages.") { database, urls };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = parsed.Address(database);
            await using (var db = Databases.Open(address))
                await Databases.MigrateAsync(db, cancel);
            await using var app = VejviserHost.Build(address, ["--urls", parsed.GetValue(urls)!]);
            await app.RunAsync(cancel);
            return CommonOptions.Ok;
        });
        return command;
    }
}
