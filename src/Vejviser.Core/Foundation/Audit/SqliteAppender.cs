using Microsoft.Data.Sqlite;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>Reads to SQLite: the write lock first, then the head, the rows and one flush.</summary>
internal sealed class SqliteAppender(string connectionString) : IAuditAppender
{
    private SqliteConnection? connection;
    private SqliteCommand? insert;

    public void Append(IReadOnlyList<WaitingRead> reads)
    {
        try
        {
            Append(connection ??= Open(), reads);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private void Append(SqliteConnection open, IReadOnlyList<WaitingRead> reads)
    {
        using var transaction = open.BeginTransaction(deferred: false);
        var entries = AuditChain.Chain(reads, Head(open, transaction));
        insert ??= InsertInto(open);
        insert.Transaction = transaction;
        foreach (var entry in entries)
            Insert(insert, entry);
        using var head = open.CreateCommand();
        head.Transaction = transaction;
        head.CommandText = "UPDATE audit_head SET seq = $seq, hash = $hash WHERE id = 1";
        head.Parameters.AddWithValue("$seq", entries[^1].Seq);
        head.Parameters.AddWithValue("$hash", entries[^1].Hash);
        head.ExecuteNonQuery();
        transaction.Commit();
    }

    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connectionString);
        opened.Open();
        // SQLite's own waiting looks again after milliseconds, the provider's after a sixth of a second.
        using var wait = opened.CreateCommand();
        wait.CommandText = "PRAGMA busy_timeout = 30000";
        wait.ExecuteNonQuery();
        return opened;
    }

    private void Close()
    {
        insert?.Dispose();
        connection?.Dispose();
        (insert, connection) = (null, null);
    }

    private static AuditHead Head(SqliteConnection open, SqliteTransaction transaction)
    {
        using var command = open.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT seq, hash FROM audit_head WHERE id = 1";
        using var row = command.ExecuteReader();
        row.Read();
        return new AuditHead { Seq = row.GetInt64(0), Hash = row.GetFieldValue<byte[]>(1) };
    }

    private static SqliteCommand InsertInto(SqliteConnection open)
    {
        var command = open.CreateCommand();
        command.CommandText = $"INSERT INTO audit_entry ({AuditChain.Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        for (var i = 0; i <= 10; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Insert(SqliteCommand insert, AuditEntry e)
    {
        var values = AuditChain.Values(e);
        for (var i = 0; i < values.Length; i++)
            insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }
}
