using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Data.Backup;

/// <summary>
/// A whole municipality in one file, made while people work. SQLite writes a consistent copy by itself; PostgreSQL's own
/// <c>pg_dump</c> and <c>pg_restore</c> do it there.
/// </summary>
public static class DatabaseBackup
{
    /// <summary>Failure codes: <c>backup.exists</c>, <c>backup.no-database</c>, <c>backup.tool-missing</c>, <c>backup.tool-failed</c>.</summary>
    public static async Task<Result<Done>> WriteAsync(DatabaseAddress address, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            return Failure.Of("backup.exists", ("file", file));
        if (address.IsPostgres)
            return await RunAsync(address, "pg_dump", ["--format=custom", $"--file={file}"], cancel);
        if (!File.Exists(address.File))
            return Failure.Of("backup.no-database", ("file", address.File));
        await using var db = Databases.Open(address);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);
        return Done.Result;
    }

    /// <summary>
    /// Restores into a database that is not there yet (SQLite), or is empty (PostgreSQL): nothing is overwritten.
    /// Failure codes: <c>backup.no-file</c>, <c>backup.not-a-backup</c>, <c>backup.not-empty</c>, and those of <see cref="WriteAsync"/>.
    /// </summary>
    public static async Task<Result<Done>> RestoreAsync(DatabaseAddress address, string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return Failure.Of("backup.no-file", ("file", file));
        if (address.IsPostgres)
            return await IsEmptyAsync(address, cancel)
                ? await RunAsync(address, "pg_restore", ["--exit-on-error", "--no-owner", "--single-transaction", file], cancel)
                : Failure.Of("backup.not-empty");
        if (File.Exists(address.File))
            return Failure.Of("backup.not-empty");
        if (!await IsSoundAsync(file, cancel))
            return Failure.Of("backup.not-a-backup", ("file", file));
        Directory.CreateDirectory(Path.GetDirectoryName(address.File)!);
        // A copy half done is never taken for a database: it gets its name when it is whole.
        var half = address.File + ".restoring";
        File.Copy(file, half, overwrite: true);
        File.Move(half, address.File!);
        await using var db = Databases.Open(address);
        await Databases.MigrateAsync(db, cancel);
        return Done.Result;
    }

    private static async Task<bool> IsSoundAsync(string file, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var check = new SqliteCommand("SELECT (SELECT count(*) FROM audit_head) FROM pragma_integrity_check WHERE integrity_check = 'ok'", connection);
            return await check.ExecuteScalarAsync(cancel) is 1L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static async Task<bool> IsEmptyAsync(DatabaseAddress address, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(address.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
        return await command.ExecuteScalarAsync(cancel) is 0L;
    }

    private static async Task<Result<Done>> RunAsync(DatabaseAddress address, string tool, string[] arguments, CancellationToken cancel)
    {
        var c = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        var start = new ProcessStartInfo(tool, ["--host", c.Host!, "--port", c.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--username", c.Username!, "--dbname", c.Database!, "--no-password", .. arguments])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // By environment, so that no list of processes shows it.
        start.Environment["PGPASSWORD"] = c.Password;
        try
        {
            using var process = Process.Start(start)!;
            var told = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? Done.Result : Failure.Of("backup.tool-failed", ("tool", tool), ("told", told.Trim()));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Failure.Of("backup.tool-missing", ("tool", tool));
        }
    }
}
