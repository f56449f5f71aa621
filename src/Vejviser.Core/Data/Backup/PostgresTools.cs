using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Data.Backup;

/// <summary>Runs PostgreSQL's own programs on a database.</summary>
internal static class PostgresTools
{
    /// <param name="address">The database.</param>
    /// <param name="tool">Such as <c>pg_dump</c>.</param>
    /// <param name="arguments">What it is to do, without the address.</param>
    /// <param name="folder">Where the programs are; null looks where the system does.</param>
    /// <param name="cancel">Stops the program.</param>
    /// <returns>Failure codes: <c>backup.tool-missing</c>, <c>backup.tool-failed</c> with what the program told.</returns>
    public static async Task<Result<Done>> RunAsync(DatabaseAddress address, string tool, string[] arguments, string? folder, CancellationToken cancel)
    {
        var c = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        var user = c.Username ?? Environment.UserName;
        var start = new ProcessStartInfo(
            folder is null ? tool : Path.Combine(folder, tool),
            ["--host", c.Host!, "--port", c.Port.ToString(CultureInfo.InvariantCulture), "--username", user, "--dbname", c.Database ?? user, "--no-password", .. arguments])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // By environment, so that no list of processes shows it.
        start.Environment["PGPASSWORD"] = c.Password;
        start.Environment["PGSSLMODE"] = c.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() };
        if (c.RootCertificate is { } certificate)
            start.Environment["PGSSLROOTCERT"] = certificate;
        try
        {
            using var process = Process.Start(start)!;
            await using var stop = cancel.Register(() => process.Kill());
            var told = await process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? Done.Result : Failure.Of("backup.tool-failed", ("tool", tool), ("told", told.Trim()));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Failure.Of("backup.tool-missing", ("tool", tool));
        }
    }
}
