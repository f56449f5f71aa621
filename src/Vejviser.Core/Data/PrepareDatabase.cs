using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Data;

/// <summary>How far a start may go to have a database it can serve.</summary>
public enum Preparing
{
    /// <summary>Look only.</summary>
    Check = 1,

    /// <summary>Bring an existing database's schema up to date.</summary>
    Migrate,

    /// <summary>Make it where there is none.</summary>
    Make,
}

/// <summary>Sees that a database is there and that its schema is this version's.</summary>
public static class PrepareDatabase
{
    /// <summary>
    /// Hands back how many migrations were run. Failure codes: <c>database.missing</c>, <c>database.newer</c> (a later version of the
    /// program migrated it: this one must not write to it), <c>database.not-migrated</c>.
    /// </summary>
    public static async Task<Result<int>> RunAsync(DatabaseAddress address, Preparing preparing, CancellationToken cancel)
    {
        var isThere = await IsThereAsync(address, cancel);
        if (!isThere && preparing < Preparing.Make)
            return Failure.Of("database.missing");
        await using var db = Databases.Open(address);
        IReadOnlyList<string> applied = isThere ? [.. await db.Database.GetAppliedMigrationsAsync(cancel)] : [];
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known, StringComparer.Ordinal).Any())
            return Failure.Of("database.newer");
        var waiting = known.Except(applied, StringComparer.Ordinal).Count();
        if (waiting > 0 && preparing < Preparing.Migrate)
            return Failure.Of("database.not-migrated");
        if (preparing > Preparing.Check)
            await Databases.MigrateAsync(db, cancel);
        return waiting;
    }

    private static async Task<bool> IsThereAsync(DatabaseAddress address, CancellationToken cancel)
    {
        if (!address.IsPostgres)
            return File.Exists(address.File);
        try
        {
            await using var source = NpgsqlDataSource.Create(address.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(cancel);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }
}
