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

/// <summary>
/// An empty, migrated database of its own: a copy of a template made once a run. PostgreSQL is the cluster named by
/// VEJVISER_TEST_POSTGRES (./test starts one); where there is none the test shows as skipped.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("vejviser-test-").FullName;
    private static readonly Lazy<Task<string>> SqliteTemplate = new(() => MakeSqliteTemplateAsync(isDemo: false));
    private static readonly Lazy<Task<string>> SqliteDemo = new(() => MakeSqliteTemplateAsync(isDemo: true));
    private static readonly Lazy<Task<string>> PostgresTemplate = new(() => MakePostgresTemplateAsync(isDemo: false));
    private static readonly Lazy<Task<string>> PostgresDemo = new(() => MakePostgresTemplateAsync(isDemo: true));
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
    /// <param name="isDemo">With Havneby Kommune in it; else empty.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, bool isDemo = false)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer is null, "No PostgreSQL: ./test starts one.");
        var template = kind == DatabaseKind.Sqlite ? isDemo ? SqliteDemo : SqliteTemplate : isDemo ? PostgresDemo : PostgresTemplate;
        return await CopyAsync(kind, await template.Value);
    }

    /// <summary>Another with all that is in this one, which nobody may have open.</summary>
    public Task<TestDatabase> CopyAsync()
    {
        ClearPool();
        return CopyAsync(Kind, Kind == DatabaseKind.Sqlite ? Database : new NpgsqlConnectionStringBuilder(Database).Database!);
    }

    private static async Task<TestDatabase> CopyAsync(DatabaseKind kind, string template)
    {
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
        ClearPool();
        if (Kind == DatabaseKind.Sqlite)
        {
            foreach (var file in Directory.EnumerateFiles(Folder, Path.GetFileName(Database) + "*"))
                File.Delete(file);
            return;
        }

        await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Database).Database} WITH (FORCE)");
    }

    private void ClearPool()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            using var file = new SqliteConnection(Address.ConnectionString);
            SqliteConnection.ClearPool(file);
            return;
        }

        // A pool is found by its address: the product's says more than the one it was given.
        foreach (var address in new[] { Database, Address.ConnectionString })
        {
            using var connection = new NpgsqlConnection(address);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async Task<string> MakeSqliteTemplateAsync(bool isDemo)
    {
        var file = Path.Combine(Folder, isDemo ? "demo.db" : "template.db");
        await FillAsync(file, isDemo);
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task FillAsync(string database, bool isDemo)
    {
        await using var db = Databases.Open(DatabaseAddress.Parse(database));
        await Databases.MigrateAsync(db);
        if (!isDemo)
            return;
        await DemoMunicipality.SeedAsync(db, new FakeTimeProvider(Start), CancellationToken.None);
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordIterations }));
        var hash = hasher.HashPassword(await db.Users.FirstAsync(), DemoMunicipality.Password);
        await db.Users.Where(a => a.PasswordHash != null).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash));
    }

    private static async Task<string> MakePostgresTemplateAsync(bool isDemo)
    {
        var name = $"vv_template_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        await FillAsync(ConnectionTo(name), isDemo);
        NpgsqlConnection.ClearAllPools();
        return name;
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
