using System.Text.Json;
using Npgsql;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Backup;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

public sealed class BackupCommandTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejviser-backup-").FullName;
    private readonly List<string> made = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Backup_WhileOthersWrite_RestoresWholeWithItsChain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        using var stop = new CancellationTokenSource();
        var before = await WriteAsync(database, new CancellationToken(canceled: true));
        var writing = WriteAsync(database, stop.Token);

        var backup = await CommandRun.RunAsync(["backup", At("town.backup"), "--database", database.Database, "--json"]);
        await stop.CancelAsync();
        var after = await writing;
        var place = await NewPlaceAsync(kind);
        var restore = await CommandRun.RunAsync(["restore", At("town.backup"), "--database", place, "--json"]);

        Assert.Equal((0, ""), (backup.Code, backup.Error));
        Assert.Equal(At("town.backup"), JsonDocument.Parse(backup.Output).RootElement.GetProperty("file").GetString());
        Assert.Equal((0, ""), (restore.Code, restore.Error));
        Assert.False(File.Exists(At("town.backup.half")));
        await using var db = Databases.Open(DatabaseAddress.Parse(place));
        var verdict = await VerifyAudit.RunAsync(db, cancel: Cancel);
        Assert.True(verdict.IsWhole, $"{verdict.Fault} at {verdict.FaultAt}");
        Assert.InRange(verdict.Rows, before, after);
        Assert.True((await PrepareDatabase.RunAsync(DatabaseAddress.Parse(place), Preparing.Check, Cancel)).IsSuccess);
    }

    [Fact]
    public async Task Backup_OfAll_IsForItsOwnerOnly()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await CommandRun.RunAsync(["backup", At("town.backup"), "--database", database.Database]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("town.backup")));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Restore_WhereDataIs_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await CommandRun.RunAsync(["backup", At("town.backup"), "--database", database.Database]);
        var rows = await WriteAsync(database, new CancellationToken(canceled: true));

        var restore = await CommandRun.RunAsync(["restore", At("town.backup"), "--database", database.Database, "--lang", "en"]);

        Assert.Equal((3, "", "There is data already. Restore to a new file or an empty database, so that nothing is overwritten.\n"), (restore.Code, restore.Output, restore.Error));
        await using var db = database.Open();
        Assert.Equal(rows, (await VerifyAudit.RunAsync(db, cancel: Cancel)).Rows);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Restore_OfSomethingElse_IsRefusedAndLeavesNoDatabase(DatabaseKind kind)
    {
        var place = await NewPlaceAsync(kind);
        await File.WriteAllTextAsync(At("letter.txt"), "Kære Ahmad", Cancel);

        var restore = await CommandRun.RunAsync(["restore", At("letter.txt"), "--database", place, "--lang", "en"]);

        Assert.Equal((2, $"The file {At("letter.txt")} is no whole backup from Vejviser.\n"), (restore.Code, restore.Error));
        Assert.True(kind == DatabaseKind.Postgres || !File.Exists(place));
    }

    [Fact]
    public async Task Restore_OfHalfACopy_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await CommandRun.RunAsync(["backup", At("town.backup"), "--database", database.Database]);
        await using (var half = File.OpenWrite(At("town.backup")))
            half.SetLength(half.Length / 2);

        var restore = await CommandRun.RunAsync(["restore", At("town.backup"), "--database", At("new.db")]);

        Assert.Equal(2, restore.Code);
        Assert.False(File.Exists(At("new.db")));
    }

    [Theory]
    [InlineData("backup", "town.backup", 3)]
    [InlineData("backup", "no-such-folder/town.backup", 2)]
    [InlineData("restore", "no-such.backup", 2)]
    public async Task Refusal_HasItsCodeAndAWord(string command, string file, int code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(At("town.backup"), "an older copy", Cancel);

        var run = await CommandRun.RunAsync([command, At(file), "--database", database.Database, "--json"]);

        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
        Assert.Equal("an older copy", await File.ReadAllTextAsync(At("town.backup"), Cancel));
    }

    [Fact]
    public async Task Backup_OfNoDatabase_IsBadInputAndMakesNone()
    {
        var run = await CommandRun.RunAsync(["backup", At("town.backup"), "--database", At("typo.db")]);
        Assert.Equal(2, run.Code);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task Backup_PostgresToolMissing_NamesItAndLeavesNoFile()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var result = await DatabaseBackup.WriteAsync(database.Address, At("town.backup"), Cancel, tools: At("no-tools"));
        Assert.Equal("backup.tool-missing", result.Failure?.Code);
        Assert.Equal("pg_dump", result.Failure?.Values["tool"]);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task Restore_OfABackupByANewerVersion_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await DatabaseCommandTests.MarkAsNewerAsync(database);
        await CommandRun.RunAsync(["backup", At("town.backup"), "--database", database.Database]);

        var restore = await CommandRun.RunAsync(["restore", At("town.backup"), "--database", At("new.db"), "--lang", "en"]);

        Assert.Equal((1, "A newer version of Vejviser has used the database. Start the newer version, or restore a copy from before.\n"), (restore.Code, restore.Error));
        Assert.False(File.Exists(At("new.db")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in made)
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    private string At(string name) => Path.Combine(folder, name);

    private async Task<string> NewPlaceAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
            return At("new.db");
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "No PostgreSQL: ./test starts one.");
        var name = $"vv_restored_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        made.Add(name);
        return new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Database = name }.ConnectionString;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>One row at least, then more until told to stop; answers how long the chain is.</summary>
    private static async Task<long> WriteAsync(TestDatabase database, CancellationToken stop)
    {
        await Task.Yield();
        await using var db = database.Open();
        do
            await db.SaveAsync(new AuditContext(null, "fixture.write", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "fixture"), Cancel);
        while (!stop.IsCancellationRequested);
        return db.AuditEntries.Max(e => e.Seq);
    }
}
