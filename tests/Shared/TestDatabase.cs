using Microsoft.Data.Sqlite;
using Npgsql;
using Vejviser.Core.Data;

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
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);

    private TestDatabase(DatabaseKind kind, string database) => (Kind, Database, Address) = (kind, database, DatabaseAddress.Parse(database));

    public static string? PostgresServer => Environment.GetEnvironmentVariable("VEJVISER_TEST_POSTGRES");

    public DatabaseKind Kind { get; }

    /// <summary>As the command line's --database takes it.</summary>
    public string Database { get; }

    public DatabaseAddress Address { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer is null, "No PostgreSQL: ./test starts one.");
        var name = $"vv_{Guid.CreateVersion7():N}";
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Folder, name + ".db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(kind, file);
        }

        var template = await PostgresTemplate.Value;
        // PostgreSQL refuses two copies of one template at the same instant.
        await OneCopyAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
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
            SqliteConnection.ClearAllPools();
            foreach (var file in Directory.EnumerateFiles(Folder, Path.GetFileName(Database) + "*"))
                File.Delete(file);
            return;
        }

        await using (var connection = new NpgsqlConnection(Database))
            NpgsqlConnection.ClearPool(connection);
        await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Database).Database} WITH (FORCE)");
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(Folder, "template.db");
        await using (var db = Databases.Open(DatabaseAddress.Parse(file)))
            await Databases.MigrateAsync(db);
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = $"vv_template_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        await using (var db = Databases.Open(DatabaseAddress.Parse(ConnectionTo(name))))
            await Databases.MigrateAsync(db);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
