using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Vejviser.Core.Data;

/// <summary>
/// Adds many new rows of one table inside the current transaction, past the change tracker: COPY on PostgreSQL, one prepared statement on
/// SQLite. For plans by the thousand, whose rows nobody changes while they are written. The caller has saved their audit in the same transaction.
/// </summary>
internal static class BulkInsert
{
    /// <exception cref="InvalidOperationException">There is no transaction: the rows would stand without their audit.</exception>
    public static async Task RunAsync<T>(VejviserDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are added inside the transaction of their audit.");
        if (rows.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().Select(p => new Column(p, p.GetColumnName(table)!)).ToList();
        if (transaction.Connection is NpgsqlConnection postgres)
            await CopyAsync(postgres, table.Name, columns, rows, cancel);
        else
            await InsertAsync((SqliteTransaction)transaction, table.Name, columns, rows, cancel);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
                if (column.Of(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, cancel);
                else
                    await copy.WriteNullAsync(cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static async Task InsertAsync<T>(SqliteTransaction transaction, string table, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select(c => $"@{c.Name}"))})";
        var parameters = columns.ConvertAll(c => insert.Parameters.Add(new SqliteParameter { ParameterName = c.Name }));
        await insert.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
                parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    /// <summary>A column and how a row's value gets into it, as the model says.</summary>
    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreType;

        public object? Of(object row) => getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null;
    }
}
