using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Testing;

/// <summary>Which database a test runs on; the same test runs on both.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>The rows of a theory that runs on both databases.</summary>
public sealed class BothDatabases : TheoryData<DatabaseKind>
{
    public BothDatabases()
    {
        Add(DatabaseKind.Sqlite);
        Add(DatabaseKind.Postgres);
    }
}

/// <summary>What a database has in it when a test gets it: made once a run and copied.</summary>
/// <param name="FillAsync">Puts it into an empty, migrated database, and has it open no more when it returns.</param>
public sealed record TestContent(Func<DatabaseAddress, Task> FillAsync)
{
    public static readonly TestContent Empty = new(_ => Task.CompletedTask);

    /// <summary>Havneby Kommune, without its people.</summary>
    public static readonly TestContent Demo = new(SeedAsync);

    private static async Task SeedAsync(DatabaseAddress address)
    {
        await using var db = Databases.Open(address);
        await DemoMunicipality.SeedAsync(db, new FakeTimeProvider(TestDatabase.Start), CancellationToken.None);
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = TestDatabase.PasswordIterations }));
        var hash = hasher.HashPassword(await db.Users.FirstAsync(), DemoMunicipality.Password);
        await db.Users.Where(a => a.PasswordHash != null).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash));
    }
}

/// <summary>
/// A migrated database of its own: a copy of a template made once a run. PostgreSQL is the cluster named by
/// VEJVISER_TEST_POSTGRES (./test starts one); where there is none the test shows as skipped.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("vejviser-test-").FullName;
    private static readonly ConcurrentDictionary<(DatabaseKind Kind, TestContent Content), Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);

    private TestDatabase(DatabaseKind kind, string database) => (Kind, Database, Address) = (kind, database, DatabaseAddress.Parse(database));

    public static string? PostgresServer => Environment.GetEnvironmentVariable("VEJVISER_TEST_POSTGRES");

    public DatabaseKind Kind { get; }

    /// <summary>As the command line's --database takes it.</summary>
    public string Database { get; }

    public DatabaseAddress Address { get; }

    /// <summary>The instant the demo municipality is made at, and at which the tests' clock begins: Monday 2 March 2026, 09.00 in Havneby.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>How often a password of the demo municipality is hashed here: a hundredth of what the product does, for a test's password is no secret.</summary>
    public const int PasswordIterations = 1_000;

    /// <param name="kind">Which database.</param>
    /// <param name="content">What is in it; empty where nothing is said.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, TestContent? content = null)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer is null, "No PostgreSQL: ./test starts one.");
        var template = await Templates.GetOrAdd((kind, content ?? TestContent.Empty), made => new(() => MakeTemplateAsync(made.Kind, made.Content))).Value;
        var name = $"vv_{Guid.CreateVersion7():N}";
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Folder, name + ".db");
            File.Copy(template, file);
            return new TestDatabase(kind, file);
        }

        // PostgreSQL refuses two copies of one template at the same instant.
        await OneCopyAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new TestDatabase(kind, ConnectionTo(name));
    }

    public VejviserDb Open() => Databases.Open(Address);

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            using (var connection = new SqliteConnection(Address.ConnectionString))
                SqliteConnection.ClearPool(connection);
            foreach (var file in Directory.EnumerateFiles(Folder, Path.GetFileName(Database) + "*"))
                File.Delete(file);
            return;
        }

        await using (var connection = new NpgsqlConnection(Address.ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Database).Database} WITH (FORCE)");
    }

    private static async Task<string> MakeTemplateAsync(DatabaseKind kind, TestContent content)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Folder, $"template_{Guid.CreateVersion7():N}.db");
            await FillAsync(file, content);
            SqliteConnection.ClearAllPools();
            return file;
        }

        var name = $"vv_template_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        await FillAsync(ConnectionTo(name), content);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static async Task FillAsync(string database, TestContent content)
    {
        await using (var db = Databases.Open(DatabaseAddress.Parse(database)))
            await Databases.MigrateAsync(db);
        await content.FillAsync(DatabaseAddress.Parse(database));
    }

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 20, Timeout = 60, CommandTimeout = 180 }.ConnectionString;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false, Timeout = 60, CommandTimeout = 180 }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
