using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vejviser.Core.Data;

/// <summary>What the two databases call the same mishap.</summary>
public static class DatabaseErrors
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteFull = 13;

    public static bool IsUniqueViolationOn(this DbUpdateException error, string table) => error.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } e =>
            e.Message.Contains($"{table}.", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } e => e.TableName == table,
        _ => false,
    };

    /// <summary>True where the disk, or the database's share of it, is full: nothing was written.</summary>
    public static bool IsDiskFull(this Exception error) => (error is DbUpdateException ? error.InnerException : error) switch
    {
        SqliteException e => e.SqliteErrorCode == SqliteFull,
        PostgresException e => e.SqlState is PostgresErrorCodes.DiskFull,
        _ => false,
    };
}
