using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Cli;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

public sealed class UserCommandTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Add_InAnEmptyDatabase_OpensTheFirstAdministrator(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind, content: TestContent.Empty);
        var (code, output, error) = await RunAsync(app.Database, "--name", "Ane Admin", "--role", "administrator", "--json");
        Assert.Equal((0, ""), (code, error));
        var password = JsonDocument.Parse(output).RootElement.GetProperty("password").GetString()!;
        var ane = await app.SignInAsync("ane@havn.example", password);
        Assert.Equal("/account/password", (await ane.GetAsync("/access")).Location);
        Assert.Single(await app.AuditAsync("access.add-account"));
        Assert.DoesNotContain(await app.AuditAsync(), e => e.Details?.Contains(password, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Add_InAUnit_GivesTheRoleThere()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        Assert.Equal(0, (await RunAsync(database, "--name", "Nora Ny", "--role", "Fagmedarbejder", "--unit", "Boligteamet")).Code);
        await using var db = database.Open();
        var unit = await db.Units.Where(u => u.Name == "Boligteamet").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
        var account = await db.Users.Where(a => a.Email == "ane@havn.example").Select(a => a.Id).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(unit, await db.RoleAssignments.Where(a => a.AccountId == account).Select(a => a.UnitId).SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(await db.UnitMembers.AnyAsync(m => m.AccountId == account && m.UnitId == unit, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "--name", "Nora", "--role", "Borgmester")]
    [InlineData(2, "--name", "Nora", "--role", "Leder", "--unit", "Havnen")]
    [InlineData(2, "--name", "Nora")]
    public async Task Add_WrongInput_ExitsTwoAndWritesNothing(int expected, params string[] args)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        var (code, output, error) = await RunAsync(database, args);
        Assert.Equal((expected, ""), (code, output));
        Assert.NotEmpty(error);
        await using var db = database.Open();
        Assert.False(await db.Users.AnyAsync(a => a.Email == "ane@havn.example", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_EmailTaken_ExitsThree()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await RunAsync(database, "--name", "Nora", "--role", "Leder");
        Assert.Equal(3, (await RunAsync(database, "--name", "Nora", "--role", "Leder")).Code);
    }

    [Fact]
    public async Task Add_NoSuchFile_ExitsTwoAndMakesNone()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "missing.db");
        using StringWriter output = new(), error = new();
        Assert.Equal(2, await CommandLine.RunAsync(["user", "add", "ane@havn.example", "--name", "Ane", "--role", "Leder", "--database", file], TextReader.Null, output, error));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Demo_DatabaseOfARealMunicipality_IsRefusedAndGetsNoDemoSignIn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = database.Open())
        {
            db.Municipalities.Add(new Municipality { Code = "0101", Name = "En rigtig kommune" });
            await db.SaveAsync(new AuditContext(null, "test.arrange", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "municipality"), TestContext.Current.CancellationToken);
        }

        using StringWriter output = new(), error = new();
        Assert.Equal(3, await CommandLine.RunAsync(["demo", "--database", database.Database, "--urls", "http://127.0.0.1:0"], TextReader.Null, output, error));
        await using var fresh = database.Open();
        Assert.False(await fresh.Users.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Seed_DatabaseWithAnAccountButNoName_ChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await RunAsync(database, "--name", "Ane", "--role", "Administrator");
        await using var db = database.Open();
        await DemoMunicipality.SeedAsync(db, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(["ane@havn.example"], await db.Users.Select(a => a.Email!).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestDatabase database, params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync(["user", "add", "ane@havn.example", "--database", database.Database, .. args], TextReader.Null, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
