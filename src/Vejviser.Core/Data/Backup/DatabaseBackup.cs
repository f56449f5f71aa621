using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Data.Backup;

/// <summary>
/// A whole municipality in one file, made while people work. SQLite writes a consistent copy by itself; PostgreSQL's own
/// <c>pg_dump</c> and <c>pg_restore</c> do it there. A file has its name when it is whole: what was broken off is never taken for a backup.
/// </summary>
public static class DatabaseBackup
{
    /// <summary>How every file of <c>pg_dump --format=custom</c> begins.</summary>
    private static readonly byte[] PostgresMark = "PGDMP"u8.ToArray();

    /// <summary>Failure codes: <c>backup.exists</c>, <c>backup.no-database</c>, <c>backup.no-folder</c>, <c>backup.tool-missing</c>, <c>backup.tool-failed</c>.</summary>
    public static async Task<Result<Done>> WriteAsync(DatabaseAddress address, string file, CancellationToken cancel, string? tools = null)
    {
        if (File.Exists(file))
            return Failure.Of("backup.exists", ("file", file));
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            return Failure.Of("backup.no-folder", ("folder", Path.GetDirectoryName(file)));
        if (!address.IsPostgres && !File.Exists(address.File))
            return Failure.Of("backup.no-database", ("file", address.File));
        var half = file + ".half";
        File.Delete(half);
        try
        {
            // Made empty first, so that nobody else can read it for as long as it grows.
            MakePrivate(half);
            var written = address.IsPostgres
                ? await PostgresTools.RunAsync(address, "pg_dump", ["--format=custom", $"--file={half}"], tools, cancel)
                : await CopyAsync(address, half, cancel);
            if (!written.IsSuccess)
                return written;
            File.Move(half, file);
            return Done.Result;
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>
    /// Restores into a database that is not there yet (SQLite), or is empty (PostgreSQL): nothing is overwritten.
    /// Failure codes: <c>backup.no-file</c>, <c>backup.not-a-backup</c>, <c>backup.not-empty</c>, <c>backup.no-empty-database</c>,
    /// <c>database.newer</c>, and those of <see cref="WriteAsync"/>.
    /// </summary>
    public static async Task<Result<Done>> RestoreAsync(DatabaseAddress address, string file, CancellationToken cancel, string? tools = null)
    {
        if (!File.Exists(file))
            return Failure.Of("backup.no-file", ("file", file));
        var restored = address.IsPostgres ? await RestorePostgresAsync(address, file, tools, cancel) : await RestoreSqliteAsync(address, file, cancel);
        if (!restored.IsSuccess)
            return restored;
        var prepared = await PrepareDatabase.RunAsync(address, Preparing.Migrate, cancel);
        return prepared.IsSuccess ? Done.Result : prepared.Failure;
    }

    private static async Task<Result<Done>> RestoreSqliteAsync(DatabaseAddress address, string file, CancellationToken cancel)
    {
        if (File.Exists(address.File))
            return Failure.Of("backup.not-empty");
        if (await FaultAsync(file, cancel) is { } fault)
            return fault;
        Directory.CreateDirectory(Path.GetDirectoryName(address.File)!);
        var half = address.File + ".restoring";
        try
        {
            File.Copy(file, half, overwrite: true);
            File.Move(half, address.File!);
            return Done.Result;
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static async Task<Result<Done>> RestorePostgresAsync(DatabaseAddress address, string file, string? tools, CancellationToken cancel)
    {
        if (!await BeginsAsAsync(file, PostgresMark, cancel))
            return Failure.Of("backup.not-a-backup", ("file", file));
        try
        {
            await using var source = NpgsqlDataSource.Create(address.ConnectionString);
            await using var command = source.CreateCommand("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
            if (await command.ExecuteScalarAsync(cancel) is not 0L)
                return Failure.Of("backup.not-empty");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return Failure.Of("backup.no-empty-database");
        }

        return await PostgresTools.RunAsync(address, "pg_restore", ["--exit-on-error", "--no-owner", "--single-transaction", file], tools, cancel);
    }

    private static async Task<Result<Done>> CopyAsync(DatabaseAddress address, string file, CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);
        return Done.Result;
    }

    /// <summary>Why a file cannot be restored: it is no whole database of Vejviser, or one that a newer version has used.</summary>
    private static async Task<Failure?> FaultAsync(string file, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var check = new SqliteCommand("SELECT (SELECT count(*) FROM audit_head) FROM pragma_integrity_check WHERE integrity_check = 'ok'", connection);
            if (await check.ExecuteScalarAsync(cancel) is not 1L)
                return Failure.Of("backup.not-a-backup", ("file", file));
            await using var known = Databases.Open(DatabaseAddress.Parse(file));
            await using var applied = new SqliteCommand("SELECT migration_id FROM \"__EFMigrationsHistory\"", connection);
            await using var rows = await applied.ExecuteReaderAsync(cancel);
            var ours = known.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            while (await rows.ReadAsync(cancel))
            {
                if (!ours.Contains(rows.GetString(0)))
                    return Failure.Of("database.newer");
            }

            return null;
        }
        catch (SqliteException)
        {
            return Failure.Of("backup.not-a-backup", ("file", file));
        }
    }

    private static async Task<bool> BeginsAsAsync(string file, byte[] mark, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        var begin = new byte[mark.Length];
        return await stream.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancel) == begin.Length && begin.AsSpan().SequenceEqual(mark);
    }

    private static void MakePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var _ = new FileStream(file, options);
    }
}
