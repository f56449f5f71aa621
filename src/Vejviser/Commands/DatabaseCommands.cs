using System.CommandLine;
using Vejviser.Core.Data;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser db migrate</c>: brings a database's schema up to date.</summary>
internal static class DatabaseCommands
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var migrate = new Command("migrate", "Makes the database, or brings its schema up to date.") { database };
        migrate.SetAction(async (parsed, cancel) =>
        {
            await using var db = Databases.Open(parsed.Address(database));
            await Databases.MigrateAsync(db, cancel);
            return CommonOptions.Ok;
        });
        return new Command("db", "The municipality's database.") { migrate };
    }
}
