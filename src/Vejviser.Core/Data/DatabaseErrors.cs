using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Data;

/// <summary>What the two databases call the same mishap.</summary>
public static class DatabaseErrors
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCantOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <summary>ENOSPC, as .NET hands it on.</summary>
    private const int NoSpaceLeft = 28;

    public static bool IsUniqueViolationOn(this Exception error, string table) => (error is DbUpdateException ? error.InnerException : error) switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } e =>
            e.Message.Contains($"{table}.", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } e => e.TableName == table,
        _ => false,
    };

    /// <summary>True where the disk, or the database's share of it, is full: nothing was written.</summary>
    public static bool IsDiskFull(this Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: NoSpaceLeft } => true,
        _ => error.InnerException?.IsDiskFull() == true,
    };

    /// <summary>
    /// What an operator can do something about, by code: <c>database.missing</c>, <c>not-a-database</c>, <c>not-migrated</c>, <c>read-only</c>,
    /// <c>busy</c>, <c>full</c>, <c>refused</c>, <c>unreachable</c>. Null where the error is none of the database's.
    /// </summary>
    public static Failure? Explain(this Exception error) => error switch
    {
        _ when error.IsDiskFull() => Failure.Of("database.full"),
        SqliteException { SqliteErrorCode: SqliteCantOpen } => Failure.Of("database.missing"),
        SqliteException { SqliteErrorCode: SqliteNotADatabase or SqliteCorrupt } => Failure.Of("database.not-a-database"),
        SqliteException { SqliteErrorCode: SqliteReadOnly } => Failure.Of("database.read-only"),
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Failure.Of("database.busy"),
        SqliteException { SqliteErrorCode: 1 } e when e.Message.Contains("no such table", StringComparison.Ordinal) => Failure.Of("database.not-migrated"),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => Failure.Of("database.not-migrated"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => Failure.Of("database.missing"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege } =>
            Failure.Of("database.refused"),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Failure.Of("database.busy"),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } => Failure.Of("database.unreachable"),
        _ => error.InnerException?.Explain(),
    };
}
