using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser demo</c>: makes Havneby Kommune where there is none, and serves it.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var urls = new Option<string>("--urls") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("demo", "Makes the demo municipality and serves it.") { database, urls };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = parsed.Address(database);
            await using (var db = Databases.Open(address))
            {
                await Databases.MigrateAsync(db, cancel);
                await DemoMunicipality.SeedAsync(db, TimeProvider.System, cancel);
            }

            await using var app = VejviserHost.Build(address, ["--urls", parsed.GetValue(urls)!]);
            await ActivatorUtilities.CreateInstance<DemoArrivals>(app.Services).SeedAsync(Path.Combine(AppContext.BaseDirectory, "reference"), cancel);
            await app.StartAsync(cancel);
            Console.WriteLine(string.Join(", ", app.Urls));
            foreach (var signIn in DemoMunicipality.SignIns)
                Console.WriteLine($"  {signIn.Email,-34} {DemoMunicipality.Password}   {signIn.Title}");
            await app.WaitForShutdownAsync(cancel);
            return CommonOptions.Ok;
        });
        return command;
    }
}
