using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

public sealed class DatabaseCommandTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejviser-database-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_NoDatabase_MakesItAndTheSecondTimeChangesNothing()
    {
        var file = Path.Combine(folder, "deep", "town.db");

        var first = await CommandRun.RunAsync(["db", "migrate", "--database", file, "--json"]);
        var second = await CommandRun.RunAsync(["db", "migrate", "--database", file, "--json"]);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Matches("""^\{"applied":[1-9][0-9]*\}\n$""", first.Output);
        Assert.Equal((0, "{\"applied\":0}\n"), (second.Code, second.Output));
        await using var db = Databases.Open(DatabaseAddress.Parse(file));
        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
    }

    [Fact]
    public async Task Serve_NoDatabase_SaysSoAndMakesNone()
    {
        var file = Path.Combine(folder, "typo.db");
        var run = await CommandRun.RunAsync(["serve", "--database", file, "--lang", "en"]);
        Assert.Equal((2, "", "There is no database in that place. Check --database, or make it with \"vejviser db migrate\".\n"), (run.Code, run.Output, run.Error));
        Assert.False(File.Exists(file));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task ServeOrMigrate_DatabaseOfANewerVersion_SaysSoAndLeavesItAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await MarkAsNewerAsync(database);
        foreach (var command in new[] { "serve", "db migrate", "demo" })
        {
            var run = await CommandRun.RunAsync([.. command.Split(' '), "--database", database.Database, "--lang", "en"]);
            Assert.Equal((1, "A newer version of Vejviser has used the database. Start the newer version, or restore a copy from before.\n"), (run.Code, run.Error));
        }
    }

    [Fact]
    public async Task Serve_SomethingThatIsNoDatabase_SaysSo()
    {
        var file = Path.Combine(folder, "letter.txt");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("Kære Ahmad\n", 100)), Cancel);
        var run = await CommandRun.RunAsync(["serve", "--database", file, "--lang", "en"]);
        Assert.Equal((1, "The file is no database, or it is damaged. Restore a backup with \"vejviser restore\".\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("db migrate")]
    public async Task AnyCommand_DatabaseDoesNotAnswer_SaysSoInOneLine(string command)
    {
        // Port 9 is the discard service: nothing listens there.
        var run = await CommandRun.RunAsync([.. command.Split(' '), "--database", "Host=127.0.0.1;Port=9;Username=x;Database=x;Timeout=2", "--lang", "en"]);
        Assert.Equal((1, "The database does not answer. Check that it runs and that the address is right.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Serve_PortIsTaken_NamesTheWayOut()
    {
        await using var app = await VejviserApp.StartAsync();
        var run = await CommandRun.RunAsync(["serve", "--database", app.Database.Database, "--urls", app.Address.ToString(), "--lang", "en"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("--urls", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Demo_RealMunicipality_IsLeftAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
        {
            db.Municipalities.Add(new Municipality { Code = "0461", Name = "Odense Kommune" });
            await db.SaveAsync(new AuditContext(null, "fixture.write", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "municipality"), Cancel);
        }

        var run = await CommandRun.RunAsync(["demo", "--database", database.Database, "--lang", "en"]);

        Assert.Equal((3, "", "There is a real municipality here. The demo does not touch it. Choose another database with --database.\n"), (run.Code, run.Output, run.Error));
        await using var after = database.Open();
        Assert.Empty(await after.Users.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Unexpected_Error_IsOneLineWithoutItsMessage()
    {
        using var error = new StringWriter();
        var code = await Cli.Commands.Mishap.TellAsync(new InvalidOperationException("Fatima 010190-1234"), ["--lang", "en"], error);
        Assert.Equal((1, "Something went wrong (InvalidOperationException). Set VEJVISER_DEBUG=1 to see the whole error.\n"), (code, error.ToString()));
    }

    /// <summary>As a later version leaves it: a migration that this one does not know.</summary>
    internal static async Task MarkAsNewerAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ('29990101000000_Later', '99.0.0')""", Cancel);
    }
}
