using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// Writes entities by the hundred thousand, past the change tracker: COPY to PostgreSQL, one prepared insert to SQLite. Columns and
/// conversions are the model's own, so that a new column needs nothing here.
/// </summary>
internal static class Bulk
{
    /// <summary>Writes in the transaction that is open; the rows are not audited, and only an empty municipality is filled this way.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> InsertAsync<T>(VejviserDb db, IEnumerable<T> entities)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no table.");
        var columns = Column.Of(type);
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        return db.Database.GetDbConnection() switch
        {
            NpgsqlConnection postgres => await CopyAsync(postgres, $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", columns, entities),
            SqliteConnection sqlite => Insert(sqlite, $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i}"))})", columns, entities),
            _ => throw new InvalidOperationException("Neither SQLite nor PostgreSQL."),
        };
    }

    private static async Task<int> CopyAsync(NpgsqlConnection connection, string copy, Column[] columns, IEnumerable<object> entities)
    {
        await using var import = await connection.BeginBinaryImportAsync(copy);
        import.Timeout = TimeSpan.FromMinutes(10);
        var rows = 0;
        foreach (var entity in entities)
        {
            await import.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.ValueOf(entity) is { } value)
                    await import.WriteAsync(value);
                else
                    await import.WriteNullAsync();
            }

            rows++;
        }

        await import.CompleteAsync();
        return rows;
    }

    private static int Insert(SqliteConnection connection, string sql, Column[] columns, IEnumerable<object> entities)
    {
        using var transaction = connection.BeginTransaction();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var i in Enumerable.Range(0, columns.Length))
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        var rows = 0;
        foreach (var entity in entities)
        {
            for (var i = 0; i < columns.Length; i++)
                command.Parameters[i].Value = columns[i].ValueOf(entity) ?? DBNull.Value;
            rows += command.ExecuteNonQuery();
        }

        transaction.Commit();
        return rows;
    }

    /// <summary>A column and how its value comes out of an entity, as the database takes it.</summary>
    private sealed record Column(string Name, Func<object, object?> ValueOf)
    {
        public static Column[] Of(IEntityType type)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            return [.. type.GetProperties().Where(p => p.PropertyInfo is not null).Select(p => new Column(p.GetColumnName(table)!, Reader(p)))];
        }

        private static Func<object, object?> Reader(IProperty property)
        {
            var getter = property.GetGetter();
            return property.GetTypeMapping().Converter is { } converter
                ? entity => getter.GetClrValue(entity) is { } value ? converter.ConvertToProvider(value) : null
                : getter.GetClrValue;
        }
    }
}
