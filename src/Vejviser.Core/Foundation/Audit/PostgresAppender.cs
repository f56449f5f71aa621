using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// Reads to PostgreSQL in one round trip: the head moves on from where this writer left it and the rows go in by the same statement.
/// Where somebody else's save moved the head meanwhile nothing is written, and the batch goes again with the head locked.
/// </summary>
internal sealed class PostgresAppender(string connectionString) : IAuditAppender
{
    private const string Insert = $"""
        WITH moved AS (UPDATE audit_head SET seq = $1, hash = $2 WHERE id = 1 AND seq = $3 RETURNING 1)
        INSERT INTO audit_entry ({AuditChain.Columns})
        SELECT r.* FROM unnest($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS r({AuditChain.Columns}), moved
        """;

    // An audited read is on the disk when it is answered, whatever the server's own habit is.
    private readonly string address = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false, MaxAutoPrepare = 4, AutoPrepareMinUsages = 2, Options = "-c synchronous_commit=on", KeepAlive = 30,
    }.ConnectionString;

    private NpgsqlConnection? connection;
    private AuditHead? head;

    public void Append(IReadOnlyList<WaitingRead> reads)
    {
        // A connection of yesterday may be gone without our knowing; a fresh one that fails is a failure.
        var isFresh = connection is null;
        try
        {
            AppendOnce(reads);
        }
        catch (Exception e)
        {
            Close();
            if (isFresh || e is PostgresException { IsTransient: false, SqlState: not PostgresErrorCodes.AdminShutdown })
                throw;
            AppendOnce(reads);
        }
    }

    public void Dispose() => Close();

    private void AppendOnce(IReadOnlyList<WaitingRead> reads)
    {
        if (connection is null)
        {
            connection = new NpgsqlConnection(address);
            connection.Open();
        }

        if (head is not null && Try(reads, head))
            return;
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        Try(reads, LockHead());
        transaction.Commit();
    }

    private bool Try(IReadOnlyList<WaitingRead> reads, AuditHead from)
    {
        var entries = AuditChain.Chain(reads, from);
        var last = entries[^1];
        head = null;
        using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = last.Seq },
                new NpgsqlParameter<byte[]> { TypedValue = last.Hash },
                new NpgsqlParameter<long> { TypedValue = from.Seq },
                Column(entries, e => e.Seq, NpgsqlDbType.Bigint),
                Column(entries, e => e.At, NpgsqlDbType.TimestampTz),
                Column(entries, e => e.ActorId, NpgsqlDbType.Uuid),
                Column(entries, e => e.Action, NpgsqlDbType.Text),
                Column(entries, e => e.Reason, NpgsqlDbType.Text),
                Column(entries, e => e.PersonId, NpgsqlDbType.Uuid),
                Column(entries, e => e.HouseholdId, NpgsqlDbType.Uuid),
                Column(entries, e => e.Entity, NpgsqlDbType.Text),
                Column(entries, e => e.EntityId, NpgsqlDbType.Uuid),
                Column(entries, e => e.Details, NpgsqlDbType.Text),
                Column(entries, e => e.Hash, NpgsqlDbType.Bytea),
            },
        };
        if (command.ExecuteNonQuery() == 0)
            return false;
        head = new AuditHead { Seq = last.Seq, Hash = last.Hash };
        return true;
    }

    private AuditHead LockHead()
    {
        using var command = new NpgsqlCommand("SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE", connection);
        using var row = command.ExecuteReader();
        row.Read();
        return new AuditHead { Seq = row.GetInt64(0), Hash = row.GetFieldValue<byte[]>(1) };
    }

    private void Close()
    {
        connection?.Dispose();
        (connection, head) = (null, null);
    }

    private static NpgsqlParameter Column<T>(List<AuditEntry> entries, Func<AuditEntry, T> value, NpgsqlDbType type) => new NpgsqlParameter<T[]>
    {
        TypedValue = [.. entries.Select(value)],
        NpgsqlDbType = type | NpgsqlDbType.Array,
    };
}
