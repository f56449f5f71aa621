using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Audit;

public sealed class SaveTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Save_WithoutAudit_Throws(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Units.Add(new Unit { Name = "Modtagelse" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Save_WithAudit_WritesChangeAndChainedRows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var unit = new Unit { Name = "Modtagelse" };
        db.Units.Add(unit);
        var audit = new AuditContext(null, "organisation.add-unit", Now, CommandId: Guid.CreateVersion7());
        var outcome = await db.SaveAsync(audit, [new(Entity: "unit", EntityId: unit.Id), new(Entity: "unit", EntityId: unit.Id, Details: "{}")], TestContext.Current.CancellationToken);

        Assert.Equal(SaveOutcome.Saved, outcome);
        await using var fresh = database.Open();
        Assert.Equal("Modtagelse", (await fresh.Units.SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal([1L, 2L], await fresh.AuditEntries.OrderBy(e => e.Seq).Select(e => e.Seq).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Save_SameCommandTwice_ChangesNothingTheSecondTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var audit = new AuditContext(null, "organisation.add-unit", Now, CommandId: Guid.CreateVersion7());
        var outcomes = new List<SaveOutcome>();
        for (var click = 0; click < 2; click++)
        {
            await using var db = database.Open();
            var unit = new Unit { Name = "Modtagelse" };
            db.Units.Add(unit);
            outcomes.Add(await db.SaveAsync(audit, new AuditSubject(Entity: "unit", EntityId: unit.Id), TestContext.Current.CancellationToken));
        }

        await using var fresh = database.Open();
        Assert.Equal([SaveOutcome.Saved, SaveOutcome.AlreadyDone], outcomes);
        Assert.Equal(1, await fresh.Units.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await fresh.AuditEntries.CountAsync(TestContext.Current.CancellationToken));
    }
}
