using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Vejviser.Core.Data;

/// <summary>Where the database is: a file path (SQLite) or a PostgreSQL connection string.</summary>
public sealed record DatabaseAddress
{
    private const int StatementsPrepared = 100;

    private const string FewRows = "-c jit=off -c random_page_cost=1.1";

    private DatabaseAddress(bool isPostgres, string connectionString) => (IsPostgres, ConnectionString) = (isPostgres, connectionString);

    public bool IsPostgres { get; }

    public string ConnectionString { get; }

    /// <summary>The SQLite file, or null for PostgreSQL.</summary>
    public string? File => IsPostgres ? null : new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <param name="database">A path, or a connection string with <c>Host=</c>.</param>
    public static DatabaseAddress Parse(string database)
    {
        if (database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new DatabaseAddress(true, Postgres(database).ConnectionString);
        // A file that is not there is an error, not an empty municipality: only a migration makes it.
        var builder = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(database), Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, DefaultTimeout = 30 };
        return new DatabaseAddress(false, builder.ConnectionString);
    }

    /// <summary>
    /// Planning the same statement again takes as long as running it, and compiling it longer: PostgreSQL does so by the cost it expects, and a page's statements join many tables and read few rows. Those few are found by an
    /// index: a page out of order costs about what the next one does where the database is in memory or on an SSD, not four times as much as PostgreSQL reckons by itself. Who has a reason not to prepare (PgBouncer, which
    /// takes no options either) says so in the address.
    /// </summary>
    private static NpgsqlConnectionStringBuilder Postgres(string database)
    {
        var builder = new NpgsqlConnectionStringBuilder(database);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages, builder.Options) = (StatementsPrepared, 2, builder.Options ?? FewRows);
        // Nothing sets what would outlive a connection's turn (a parameter, a temporary table, an advisory lock), so nothing is put back between two turns.
        if (!builder.ShouldSerialize("No Reset On Close"))
            builder.NoResetOnClose = true;
        return builder;
    }
}

/// <summary>Makes contexts for an address, inside and outside a container.</summary>
public static class Databases
{
    public static IServiceCollection AddVejviserData(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address).AddSingleton<PreparedReads>();
        return address.IsPostgres
            ? services.AddDbContextPool<PostgresDb>(o => Configure(o, address)).AddScoped<VejviserDb>(s => s.GetRequiredService<PostgresDb>())
            : services.AddDbContextPool<SqliteDb>(o => Configure(o, address)).AddScoped<VejviserDb>(s => s.GetRequiredService<SqliteDb>());
    }

    public static VejviserDb Open(DatabaseAddress address) => address.IsPostgres
        ? new PostgresDb(Configure(new DbContextOptionsBuilder<PostgresDb>(), address).Options)
        : new SqliteDb(Configure(new DbContextOptionsBuilder<SqliteDb>(), address).Options);

    /// <summary>Brings the schema up to date, and makes the file and its folder where there is none.</summary>
    public static async Task MigrateAsync(VejviserDb db, CancellationToken cancel = default)
    {
        if (db is SqliteDb)
            MakeFile(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        // Asked first, because migrating takes a lock even where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            await db.Database.MigrateAsync(cancel);
        // Readers go on while one writes; a commit is on the disk when it returns (synchronous stays FULL).
        if (db is SqliteDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO audit_head (id, seq, hash) SELECT 1, 0, {new byte[32]} WHERE NOT EXISTS (SELECT 1 FROM audit_head)", cancel);
    }

    /// <summary>
    /// Has SQLite count anew the tables that have changed much since it last counted them, reading a sample of each, so that it goes on choosing the index that was made for a question. Nothing on PostgreSQL, which does so by itself.
    /// </summary>
    public static async Task OptimizeAsync(VejviserDb db, CancellationToken cancel = default)
    {
        // 2: analyse; 0x10: within a limit; 0x10000: all tables, not only those this connection has asked.
        if (db is SqliteDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10012", cancel);
    }

    private static void MakeFile(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var _ = File.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
    }

    private static T Configure<T>(T options, DatabaseAddress address)
        where T : DbContextOptionsBuilder
    {
        options.UseSnakeCaseNamingConvention();
        if (address.IsPostgres)
            options.UseNpgsql(address.ConnectionString);
        else
            options.UseSqlite(address.ConnectionString, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        return options;
    }
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => (SqliteDb)Databases.Open(DatabaseAddress.Parse("design.db"));
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => (PostgresDb)Databases.Open(DatabaseAddress.Parse("Host=localhost;Database=design"));
}
