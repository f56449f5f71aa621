using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Data;

/// <summary>An index of what is open answers only a question that says so in its words: where the two come apart, no row is wrong and everything is slow.</summary>
public sealed class OpenIndexTests
{
    [Theory]
    [InlineData(OutboxShow.NotDelivered)]
    [InlineData(OutboxShow.Waiting)]
    [InlineData(OutboxShow.Letters)]
    public async Task Messages_NotSent_AreCountedByTheirIndex(OutboxShow show)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();

        var plan = await PlanAsync(db, OutboxList.Of(OutboxList.VisibleTo(db, Reader.System, TestDatabase.Start.UtcDateTime), show).Select(m => m.Id));

        Assert.Contains("INDEX ix_message_state_channel_next_at_id", plan, StringComparison.Ordinal);
    }

    /// <summary>As SQLite would answer it, its tables counted as a municipality has them after some years: nearly all is sent.</summary>
    private static async Task<string> PlanAsync<T>(VejviserDb db, IQueryable<T> query)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            ANALYZE;
            DELETE FROM sqlite_stat1 WHERE tbl = 'message';
            INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('message', 'ix_message_state_sent_at', '50000 16667 2'), ('message', 'ix_message_state_channel_next_at_id', '2000 667 333 2 1');
            ANALYZE sqlite_schema;
            """,
            TestContext.Current.CancellationToken);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query.ToQueryString();
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(rows.GetString(3));
        return string.Join('\n', lines);
    }
}
