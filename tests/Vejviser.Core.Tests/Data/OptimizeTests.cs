using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Data;

public sealed class OptimizeTests
{
    private const int Grown = 2000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Optimize_TableCountedSmallAndGrownSince_IsCountedAnewAndItsIndexUsed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await SaveAsync(db, 3, _ => null);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancel);
        await SaveAsync(db, Grown, _ => Guid.CreateVersion7());
        Assert.Contains("SCAN", await PlanAsync(db), StringComparison.Ordinal);

        await Databases.OptimizeAsync(db, Cancel);

        Assert.Contains("ix_audit_entry_changes", await PlanAsync(db), StringComparison.Ordinal);
    }

    private static async Task SaveAsync(VejviserDb db, int count, Func<int, Guid?> household)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        for (var i = 0; i < count; i++)
            await db.SaveAsync(new AuditContext(null, "test.do", DateTime.UnixEpoch.AddSeconds(i)), new AuditSubject(HouseholdId: household(i), Entity: "test"), Cancel);
        await transaction.CommitAsync(Cancel);
    }

    /// <summary>How the newest changes of one thing of a household are found. A connection that was open before knows the old sizes, so this is another.</summary>
    private static async Task<string> PlanAsync(VejviserDb db)
    {
        await db.Database.CloseConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "EXPLAIN QUERY PLAN SELECT action FROM audit_entry WHERE action NOT LIKE '%.read' AND action NOT LIKE '%.show-cpr' AND action NOT LIKE '%.search-cpr' AND action NOT LIKE '%.export' AND action NOT LIKE '%.print' AND household_id = 'x' AND entity_id = 'y' ORDER BY seq DESC LIMIT 50";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var plan = "";
        while (await reader.ReadAsync(Cancel))
            plan += reader.GetString(3);
        await connection.CloseAsync();
        return plan;
    }
}
