using Npgsql;

namespace Vejviser.Bench.Hosts;

/// <summary>PostgreSQL: pooled connections whose statements stay prepared; all reading is one round trip, the audit another.</summary>
internal sealed class PostgresBareStore(string connectionString) : IBareStore
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = 32, MaxAutoPrepare = 16, AutoPrepareMinUsages = 2, NoResetOnClose = true, Options = "-c synchronous_commit=on",
    });

    public async Task<BareRead> ReadAsync(Guid reader, DateOnly today, IReadOnlyDictionary<string, string> titles)
    {
        await using var command = source.CreateCommand();
        BareReading.WorkOf(command, reader, today);
        command.CommandText = $"{BareSql.Reader};\n{command.CommandText}";
        await using var read = await command.ExecuteReaderAsync();
        BareReading.PermissionsOf(read, []);
        await read.NextResultAsync();
        return BareReading.Read(read, titles);
    }

    public async Task AuditAsync(BareAudit audit)
    {
        await using var command = source.CreateCommand(BareSql.Audit);
        Add(command.Parameters, audit);
        await command.ExecuteNonQueryAsync();
    }

    public async Task AuditTogetherAsync(IReadOnlyList<BareAudit> audits)
    {
        await using var batch = source.CreateBatch();
        foreach (var audit in audits)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = BareSql.Audit;
            Add(command.Parameters, audit);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static void Add(NpgsqlParameterCollection parameters, BareAudit audit)
    {
        parameters.AddWithValue("at", audit.At);
        parameters.AddWithValue("actor", audit.Actor);
        parameters.AddWithValue("details", audit.Details);
    }
}
