using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vejviser.Core.Data;

/// <summary>
/// The few statements that every page asks, such as who the reader is: prepared once, on connections that stay open. They read what is
/// committed and never change anything; whatever else a page needs goes through <see cref="VejviserDb"/>.
/// </summary>
public sealed class PreparedReads(DatabaseAddress address) : IDisposable
{
    private readonly ConcurrentBag<OpenFile> idle = [];

    /// <param name="write">Sets the command's text and parameters; the text is the same for the same question.</param>
    /// <param name="read">Reads the answer to its end.</param>
    /// <param name="cancel">Stops waiting for PostgreSQL; SQLite answers at once.</param>
    public async Task<T> RunAsync<T>(Action<DbCommand> write, Func<DbDataReader, Task<T>> read, CancellationToken cancel)
    {
        if (!address.IsPostgres)
            return await RunOnFileAsync(write, read, cancel);
        // The pool's connections remember what they prepared (MaxAutoPrepare).
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        write(command);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await read(rows);
    }

    /// <summary>Asks them all in one round trip; each has its answer then.</summary>
    public Task AskAsync(IReadOnlyList<PreparedQuestion> questions, CancellationToken cancel) => RunAsync(
        command => PreparedQuestion.Write(command, questions),
        async rows =>
        {
            foreach (var question in questions)
            {
                await question.TakeAsync(rows, cancel);
                await rows.NextResultAsync(cancel);
            }

            return true;
        },
        cancel);

    public async Task<T> AskAsync<T>(PreparedQuestion<T> question, CancellationToken cancel)
    {
        await AskAsync([question], cancel);
        return question.Answer;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var file))
            file.Dispose();
    }

    private async Task<T> RunOnFileAsync<T>(Action<DbCommand> write, Func<DbDataReader, Task<T>> read, CancellationToken cancel)
    {
        if (!idle.TryTake(out var file))
            file = new OpenFile(address.ConnectionString);
        try
        {
            T answer;
            await using (var rows = await file.Prepared(write).ExecuteReaderAsync(cancel))
                answer = await read(rows);
            idle.Add(file);
            return answer;
        }
        catch
        {
            // Whatever state it is in, nobody else gets it.
            file.Dispose();
            throw;
        }
    }

    /// <summary>A connection to the file with the statements it has prepared; used by one at a time.</summary>
    private sealed class OpenFile : IDisposable
    {
        private const int Most = 64;
        private readonly SqliteConnection connection;
        private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

        public OpenFile(string connectionString)
        {
            connection = new SqliteConnection(connectionString);
            connection.Open();
        }

        public SqliteCommand Prepared(Action<DbCommand> write)
        {
            var asked = connection.CreateCommand();
            write(asked);
            if (prepared.TryGetValue(asked.CommandText, out var known))
            {
                for (var i = 0; i < asked.Parameters.Count; i++)
                    known.Parameters[i].Value = asked.Parameters[i].Value;
                asked.Dispose();
                return known;
            }

            if (prepared.Count == Most)
                Forget();
            asked.Prepare();
            return prepared[asked.CommandText] = asked;
        }

        public void Dispose()
        {
            Forget();
            connection.Dispose();
        }

        private void Forget()
        {
            foreach (var command in prepared.Values)
                command.Dispose();
            prepared.Clear();
        }
    }
}
