using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Vejviser.Cli;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Chapters.Transition;

/// <summary><c>vejviser import allocations</c>: what scripts rely on, and what a power cut and a full disk leave behind.</summary>
public sealed class ImportCommandTests
{
    private const int MostKills = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Import_GoodFileTwice_TakesEverybodyOnceWithPlans(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        var first = await RunAsync("allocations-2026.csv", database);
        var second = await RunAsync("allocations-2026.csv", database);

        Assert.Equal((0, 141, 60, 141, 0), (first.Code, first.Int("rows"), first.Int("households"), first.Int("people"), first.Int("unchanged")));
        Assert.Equal((0, 141, 0, 0, 141), (second.Code, second.Int("rows"), second.Int("households"), second.Int("people"), second.Int("unchanged")));
        Assert.Empty(first.Array("errors"));
        await using var db = database.Open();
        Assert.Equal((60, 60), (await db.Plans.CountAsync(Cancel), await db.Plans.Select(p => p.HouseholdId).Distinct().CountAsync(Cancel)));
        Assert.False(await db.Households.AnyAsync(h => db.PlanTasks.Count(t => t.HouseholdId == h.Id) < 20, Cancel));
        Assert.True(await db.HouseholdAccesses.AnyAsync(Cancel));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
    }

    [Fact]
    public async Task Import_FaultyFile_TakesTheGoodHouseholdsAndListsTheRest()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var answer = await RunAsync("allocations-faulty.csv", database);

        Assert.Equal((0, 17, 6), (answer.Code, answer.Int("rows"), answer.Int("people")));
        Assert.Equal([4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17], answer.Array("errors").Select(e => e.GetProperty("row").GetInt32()));
        Assert.Equal([2, 3, 10], answer.Array("warnings").Select(e => e.GetProperty("row").GetInt32()));
        Assert.All(answer.Array("errors"), e => Assert.NotEmpty(e.GetProperty("message").GetString()!));
    }

    [Fact]
    public async Task Import_DryRun_AnswersTheSameAndSavesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var answer = await RunAsync("allocations-faulty.csv", database, "--dry-run");
        await using var db = database.Open();
        Assert.Equal((0, 6, 6, 0), (answer.Code, answer.Int("people"), answer.Int("households"), await db.People.CountAsync(Cancel)));
        Assert.Equal(0, await db.AuditEntries.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--dry-run")]
    public async Task Import_AllOrNothingWithABadRow_ExitsThree(string also)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var answer = await RunAsync("allocations-faulty.csv", database, $"--all-or-nothing {also}");
        await using var db = database.Open();
        Assert.Equal((3, 0, 0), (answer.Code, answer.Int("people"), await db.People.CountAsync(Cancel)));
        Assert.NotEqual("", answer.Error);
    }

    [Theory]
    [InlineData("languages.json", "not-allocations")]
    [InlineData("no-such-file.csv", "no-file")]
    public async Task Import_FileNobodyCanUse_ExitsTwoAndSaysWhy(string name, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var answer = await RunAsync(name, database);
        Assert.Equal((2, code), (answer.Code, Assert.Single(answer.Array("errors")).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Import_OnlyBadRows_ExitsTwo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var file = new TemporaryFile(AllocationFiles.OneHousehold(language: "xx"));
        Assert.Equal(2, (await RunAsync(file.Path, database)).Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    [Trait("Run", "Full")]
    public async Task Import_KilledInTheMiddle_LeavesWholeHouseholdsAndGoesOnLater(DatabaseKind kind)
    {
        const int households = 700;
        using var file = new TemporaryFile(AllocationFiles.Many(households));
        await using var database = await KilledAsync(kind, file.Path, households);
        await using var db = database.Open();
        Assert.InRange(await db.Households.CountAsync(Cancel), 1, households - 1);
        Assert.Equal(0, await AllocationFiles.HalfHouseholdsAsync(db, Cancel));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);

        var rest = await RunAsync(file.Path, database);
        Assert.True(rest.Code == 0, $"Exit {rest.Code}: {rest.Error}");
        Assert.Equal((0, 3 * households), (rest.Code, rest.Int("people") + rest.Int("unchanged")));
        Assert.Equal((households, 3 * households), (await db.Households.CountAsync(Cancel), await db.People.CountAsync(Cancel)));
        Assert.Equal(0, await AllocationFiles.HalfHouseholdsAsync(db, Cancel));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--all-or-nothing")]
    public async Task Import_DiskFull_SaysSoAndLeavesNothingHalfDone(string also)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        using var file = new TemporaryFile(AllocationFiles.Many(200));
        Answer full;
        // Room for some batches, not for all.
        using (new SmallDisk(database.Address.File!, pages: 2500))
            full = await RunAsync(file.Path, database, also);

        Assert.Equal(1, full.Code);
        Assert.Contains("disk", full.Error, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(0, await AllocationFiles.HalfHouseholdsAsync(db, Cancel));
        Assert.InRange(await db.Households.CountAsync(Cancel), also.Length > 0 ? 0 : 1, also.Length > 0 ? 0 : 199);
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
        Assert.Equal(0, (await RunAsync(file.Path, database)).Code);
        Assert.Equal(600, await db.People.CountAsync(Cancel));
    }

    /// <summary>A database in which an import was killed. On a machine that does much else it may be done before the kill arrives: then another one.</summary>
    private static async Task<TestDatabase> KilledAsync(DatabaseKind kind, string file, int households)
    {
        for (var attempt = 1; ; attempt++)
        {
            var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
            using (var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vejviser.dll"), "import", "allocations", file, "--database", database.Database])
            {
                RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            })!)
            {
                Assert.NotNull(await process.StandardError.ReadLineAsync(Cancel));
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Cancel);
            }

            await using var db = database.Open();
            if (attempt == MostKills || await db.Households.CountAsync(Cancel) < households)
                return database;
            await database.DisposeAsync();
        }
    }

    private static async Task<Answer> RunAsync(string file, TestDatabase database, string also = "")
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] line = ["import", "allocations", Path.IsPathRooted(file) ? file : AllocationFiles.Path(file), "--database", database.Database, "--json", .. also.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var code = await CommandLine.RunAsync(line, TextReader.Null, output, error);
        var json = output.ToString();
        return new Answer(code, json.Length == 0 ? default : JsonDocument.Parse(json).RootElement, error.ToString());
    }

    private sealed record Answer(int Code, JsonElement Json, string Error)
    {
        public int Int(string name) => Json.GetProperty(name).GetInt32();

        public IEnumerable<JsonElement> Array(string name) => Json.GetProperty(name).EnumerateArray();
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"vv-{Guid.CreateVersion7():N}.csv");

        public void Dispose() => File.Delete(Path);
    }

    /// <summary>While it lives, one SQLite file may not grow beyond so many pages: SQLite then says that the disk is full.</summary>
    private sealed class SmallDisk : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private readonly string file;
        private readonly int pages;

        public SmallDisk(string file, int pages)
        {
            (this.file, this.pages) = (file, pages);
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is ConnectionEndEventData { Connection: SqliteConnection connection } && value.Key == RelationalEventId.ConnectionOpened.Name && connection.DataSource == file)
                Limit(connection, pages);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in subscriptions)
                subscription.Dispose();
            // The pool keeps connections, and they keep their limit.
            SqliteConnection.ClearAllPools();
        }

        private static void Limit(SqliteConnection connection, int pages)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {pages}";
            command.ExecuteNonQuery();
        }
    }
}
