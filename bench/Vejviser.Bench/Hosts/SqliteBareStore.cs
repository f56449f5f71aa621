using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Vejviser.Bench.Hosts;

/// <summary>SQLite: a few reading connections with prepared statements, and one that writes, for SQLite has one writer.</summary>
internal sealed class SqliteBareStore(string connectionString) : IBareStore
{
    private readonly ConcurrentBag<Reading> idle = [];
    private readonly SemaphoreSlim writing = new(1, 1);
    private SqliteConnection? writer;
    private SqliteCommand? insert;

    public Task<BareRead> ReadAsync(Guid reader, DateOnly today, IReadOnlyDictionary<string, string> titles)
    {
        if (!idle.TryTake(out var reading))
            reading = new Reading(Open(), reader, today);
        var read = reading.Run(reader, titles);
        idle.Add(reading);
        return Task.FromResult(read);
    }

    public async Task AuditAsync(BareAudit audit)
    {
        await writing.WaitAsync();
        try
        {
            Insert(audit);
        }
        finally
        {
            writing.Release();
        }
    }

    public Task AuditTogetherAsync(IReadOnlyList<BareAudit> audits)
    {
        using var transaction = (writer ??= Open()).BeginTransaction(deferred: false);
        foreach (var audit in audits)
            Insert(audit, transaction);
        transaction.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        insert?.Dispose();
        writer?.Dispose();
        foreach (var reading in idle)
            reading.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Insert(BareAudit audit, SqliteTransaction? transaction = null)
    {
        if (insert is null)
        {
            insert = (writer ??= Open()).CreateCommand();
            insert.CommandText = BareSql.Audit;
            foreach (var name in new[] { "@at", "@actor", "@details" })
                insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        insert.Transaction = transaction;
        (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (audit.At, audit.Actor, audit.Details);
        insert.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
        return connection;
    }

    private sealed class Reading : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand permissions;
        private readonly SqliteCommand work;

        public Reading(SqliteConnection connection, Guid reader, DateOnly today)
        {
            (this.connection, permissions, work) = (connection, connection.CreateCommand(), connection.CreateCommand());
            permissions.CommandText = BareSql.Reader;
            permissions.Parameters.AddWithValue("@reader", reader);
            BareReading.WorkOf(work, reader, today);
            permissions.Prepare();
            work.Prepare();
        }

        public BareRead Run(Guid reader, IReadOnlyDictionary<string, string> titles)
        {
            permissions.Parameters["@reader"].Value = reader;
            work.Parameters["reader"].Value = reader;
            work.Parameters["owner"].Value = reader;
            using (var first = permissions.ExecuteReader())
                BareReading.PermissionsOf(first, []);
            using var read = work.ExecuteReader();
            return BareReading.Read(read, titles);
        }

        public void Dispose()
        {
            permissions.Dispose();
            work.Dispose();
            connection.Dispose();
        }
    }
}
