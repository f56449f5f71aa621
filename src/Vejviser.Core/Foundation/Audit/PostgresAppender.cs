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

    public async Task AppendAsync(IReadOnlyList<WaitingRead> reads)
    {
        // A connection of yesterday may be gone without our knowing; a fresh one that fails is a failure.
        var isFresh = connection is null;
        try
        {
            await AppendOnceAsync(reads);
        }
        catch (Exception e)
        {
            await CloseAsync();
            if (isFresh || e is PostgresException { IsTransient: false, SqlState: not PostgresErrorCodes.AdminShutdown })
                throw;
            await AppendOnceAsync(reads);
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task AppendOnceAsync(IReadOnlyList<WaitingRead> reads)
    {
        if (connection is null)
        {
            connection = new NpgsqlConnection(address);
            await connection.OpenAsync();
        }

        if (head is not null && await TryAsync(reads, head))
            return;
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await TryAsync(reads, await LockHeadAsync());
        await transaction.CommitAsync();
    }

    private async Task<bool> TryAsync(IReadOnlyList<WaitingRead> reads, AuditHead from)
    {
        var entries = AuditChain.Chain(reads, from);
        var last = entries[^1];
        head = null;
        await using var command = new NpgsqlCommand(Insert, connection)
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
        if (await command.ExecuteNonQueryAsync() == 0)
            return false;
        head = new AuditHead { Seq = last.Seq, Hash = last.Hash };
        return true;
    }

    private async Task<AuditHead> LockHeadAsync()
    {
        await using var command = new NpgsqlCommand("SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE", connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new AuditHead { Seq = row.GetInt64(0), Hash = await row.GetFieldValueAsync<byte[]>(1) };
    }

    private async Task CloseAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        (connection, head) = (null, null);
    }

    private static NpgsqlParameter Column<T>(List<AuditEntry> entries, Func<AuditEntry, T> value, NpgsqlDbType type) => new NpgsqlParameter<T[]>
    {
        TypedValue = [.. entries.Select(value)],
        NpgsqlDbType = type | NpgsqlDbType.Array,
    };
}
