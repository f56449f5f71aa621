using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Audit;

public sealed class ReadAuditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Record_Returned_StandsInTheDatabase(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var reads = new ReadAudit(database.Address, TimeProvider.System);
        var (account, person, household) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        await reads.PersonAsync(account, "people.read", person, household, Cancel);
        await reads.ListAsync(account, "work.read", new ListRead([household], Filter: "late"), Cancel);

        await using var db = database.Open();
        var rows = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Seq).ToListAsync(Cancel);
        Assert.Equal([("people.read", person, household), ("work.read", null, (Guid?)null)], rows.Select(r => (r.Action, r.PersonId ?? (Guid?)null, r.HouseholdId)));
        Assert.Equal($$"""{"count":1,"filter":"late","households":["{{household}}"]}""", rows[1].Details);
        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Record_ManyReadersAndSavesAtOnce_KeepsTheChainWhole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var reads = new ReadAudit(database.Address, TimeProvider.System);
        var reading = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 4; i++)
                await reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel);
        }, Cancel));
        var saving = Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            await using var db = database.Open();
            db.Units.Add(new Unit { Name = $"Team {n}" });
            return await db.SaveAsync(new AuditContext(null, "organisation.add-unit", DateTime.UnixEpoch), new AuditSubject(Entity: "unit"), Cancel);
        }, Cancel));

        await Task.WhenAll(reading.Concat(saving));

        await using var after = database.Open();
        var verdict = await VerifyAudit.RunAsync(after, cancel: Cancel);
        Assert.Null(verdict.Fault);
        Assert.Equal(250, verdict.Rows);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Record_DatabaseRefuses_TellsEveryWaiterAndRecovers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var reads = new ReadAudit(database.Address, TimeProvider.System);
        await reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entry RENAME TO audit_entry_away", Cancel);

        var refused = Enumerable.Range(0, 8).Select(_ => reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel)).ToList();
        foreach (var read in refused)
            await Assert.ThrowsAsync<ReadNotRecordedException>(() => read);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entry_away RENAME TO audit_entry", Cancel);
        await reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel);

        var verdict = await VerifyAudit.RunAsync(db, cancel: Cancel);
        Assert.Equal((null, 2L), (verdict.Fault, verdict.Rows));
    }

    [Fact]
    public async Task Record_MachineDiesAfterwards_LosesNothingThatReturned()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var reads = new ReadAudit(database.Address, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel)));

        // The files as a kill would leave them: the writer still has its connection, nothing was closed or checkpointed.
        var left = database.Database + ".left";
        File.Copy(database.Database, left);
        File.Copy(database.Database + "-wal", left + "-wal");
        await using var db = Databases.Open(DatabaseAddress.Parse(left));

        var verdict = await VerifyAudit.RunAsync(db, cancel: Cancel);
        SqliteConnection.ClearAllPools();
        Assert.Equal((null, 40L), (verdict.Fault, verdict.Rows));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Dispose_ReadsWaiting_WritesThemFirst(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var reads = new ReadAudit(database.Address, TimeProvider.System);
        var waiting = Enumerable.Range(0, 20).Select(_ => reads.PersonAsync(Guid.CreateVersion7(), "people.read", Guid.CreateVersion7(), Guid.CreateVersion7(), Cancel)).ToList();

        await reads.DisposeAsync();

        await Task.WhenAll(waiting);
        await using var db = database.Open();
        Assert.Equal(20, await db.AuditEntries.CountAsync(Cancel));
    }
}
