using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Transition.Allocations;

public sealed class TakeAllocationsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_RealFiles_RegistersEverybodyAndChainsTheAudit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        foreach (var (name, people) in new[] { ("allocations-2016.csv", 142), ("allocations-2026.csv", 141) })
        {
            var taken = await Allocation.TakeAsync(database, Allocation.CheckFile(Allocation.RealFile(name)));
            Assert.Equal((60, people, 0), (taken.Households, taken.People, taken.Unchanged));
            Assert.Empty(taken.Errors);
        }

        await using var db = database.Open();
        Assert.Equal((120, 283), (await db.Households.CountAsync(Cancel), await db.People.CountAsync(Cancel)));
        var salma = await db.People.SingleAsync(p => p.CaseRef == "UDL-2026-0200003", Cancel);
        Assert.Equal(("Salma", "Sabbagh", "salma sabbagh salma", new DateOnly(1997, 1, 1)), (salma.GivenName, salma.FamilyName, salma.SearchName, salma.BirthDate));
        var cpr = await db.PersonCprs.SingleAsync(c => c.PersonId == salma.Id, Cancel);
        Assert.Equal(("6101970208", true), (cpr.Number, cpr.IsReplacement));
        Assert.Equal(283 + 120, await db.AuditEntries.CountAsync(Cancel));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
        Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Details ?? "").ToListAsync(Cancel), d => d.Contains("Sabbagh", StringComparison.Ordinal) || d.Contains("610197", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_SameFileTwice_WritesNothingTheSecondTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Allocation.CheckFile(Allocation.RealFile("allocations-faulty.csv"));
        var first = await Allocation.TakeAsync(database, file);
        await using var db = database.Open();
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(Cancel);
        var second = await Allocation.TakeAsync(database, file);

        Assert.Equal((6, 6, 0, 11), (first.Households, first.People, first.Unchanged, first.Errors.Count()));
        Assert.Equal((0, 0, 6, 11), (second.Households, second.People, second.Unchanged, second.Errors.Count()));
        Assert.Equal(head.Seq, (await db.AuditHeads.AsNoTracking().SingleAsync(Cancel)).Seq);
        Assert.Equal(6, await db.People.CountAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_ChangedRow_ShowsTheDifferenceThenTakesIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        (string, string)[] wife = [("household_ref", "H2026-000001"), ("role", "spouse"), ("note", "Ring først")];
        await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(1, ("cpr", "630290-1111")), new AllocationLine(2, wife), new AllocationLine(3)));
        var changed = Allocation.Check(
            new AllocationLine(1, ("cpr", "0302901112"), ("birth_date", "1990"), ("given_name", "Umar")), new AllocationLine(2, [.. wife, ("note", ""), ("english", "good")]), new AllocationLine(3));
        await using var db = database.Open();

        var compared = await CompareAllocations.RunAsync(db, changed, Allocation.Law, Cancel);
        Assert.Equal((1, 2), (compared.Unchanged, compared.PeopleToTake));
        var differences = compared.Households[0].People.Select(p => string.Join(", ", p.Changes.Select(c => $"{c.Column} {c.Before}>{c.After}")));
        Assert.Equal(["cpr 630290-••••>030290-••••, given_name Omar>Umar", "english basic>good"], differences);

        var taken = await Allocation.TakeAsync(database, changed);
        Assert.Equal((1, 2, 1), (taken.Households, taken.People, taken.Unchanged));
        var head = await db.People.AsNoTracking().SingleAsync(p => p.CaseRef == "UDL-2026-0000001", Cancel);
        Assert.Equal(("Umar", "umar haddad umar", new DateOnly(1990, 2, 3), 1), (head.GivenName, head.SearchName, head.BirthDate, head.Version));
        Assert.Equal("Umar Haddad", (await db.Households.SingleAsync(h => h.Id == head.HouseholdId, Cancel)).Name);
        Assert.Equal([true, false], await db.PersonCprs.Where(c => c.PersonId == head.Id).OrderBy(c => c.Until == null).Select(c => c.Until != null).ToListAsync(Cancel));
        Assert.Equal("Ring først", (await db.People.SingleAsync(p => p.CaseRef == "UDL-2026-0000002", Cancel)).Note);
        Assert.Equal("""{"fields":["cpr","given_name"]}""", (await db.AuditEntries.OrderByDescending(e => e.Seq).FirstAsync(e => e.PersonId == head.Id, Cancel)).Details);
        Assert.Equal(3, (await Allocation.TakeAsync(database, changed)).Unchanged);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_AllOrNothingWithABadRow_TakesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(1)));
        await using var db = database.Open();
        var seq = (await db.AuditHeads.AsNoTracking().SingleAsync(Cancel)).Seq;

        var badRow = await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(2), new AllocationLine(3, ("language", "xx"))), new TakeWay(IsAllOrNothing: true));
        var badHere = await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(2), new AllocationLine(1, ("household_ref", "H9"))), new TakeWay(IsAllOrNothing: true));

        Assert.True(badRow.IsRefused && badHere.IsRefused);
        Assert.Equal("other-household", Assert.Single(badHere.Errors).Code);
        Assert.Equal((1, seq), (await db.People.CountAsync(Cancel), (await db.AuditHeads.AsNoTracking().SingleAsync(Cancel)).Seq));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_DecisionDatedTheFirst_AsksAndLeavesTheTakeoverOpen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var taken = await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(1, ("allocation_date", "2026-10-01")), new AllocationLine(2), new AllocationLine(3, ("residence_basis", "quota-8"))));
        await using var db = database.Open();

        Assert.Equal((1, "takeover-ambiguous"), (Assert.Single(taken.Warnings).Row, taken.Problems[0].Code));
        var households = await db.Households.OrderBy(h => h.Reference).ToListAsync(Cancel);
        Assert.Equal([null, new DateOnly(2026, 12, 1), null], households.Select(h => h.TakeoverDate));
        Assert.Equal(households.Select(h => h.TakeoverDate), households.Select(h => h.ArrivalDate));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_CprNumberOfSomebodyElse_WarnsOfATwin(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(1, ("cpr", "630290-1111"))));
        var taken = await Allocation.TakeAsync(database, Allocation.Check(new AllocationLine(2, ("cpr", "630290-1111"))));
        Assert.Equal(("cpr-of-another-person", 1), (Assert.Single(taken.Warnings).Code, taken.People));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_SameFileByManyAtOnce_RegistersEverybodyOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Allocation.CheckFile(Allocation.RealFile("allocations-2026.csv"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Allocation.TakeAsync(database, file, new TakeWay(HouseholdsAtOnce: 7))));
        await using var db = database.Open();

        Assert.Equal(141, await db.People.CountAsync(Cancel));
        Assert.Equal(141, taken.Sum(t => t.People));
        Assert.Equal(3 * 141, taken.Sum(t => t.Unchanged));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_StoppedInTheMiddle_LeavesWholeHouseholdsAndGoesOnLater(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Allocation.CheckFile(Allocation.RealFile("allocations-2026.csv"));
        var batches = 0;
        var stopped = await Allocation.TakeAsync(database, file, new TakeWay(HouseholdsAtOnce: 7, InTransaction: (_, _, _) => Task.FromResult(++batches < 4)));
        await using var db = database.Open();

        Assert.Equal((21, 21), (stopped.Households, await db.Households.CountAsync(Cancel)));
        Assert.Equal(file.Households.Take(21).Sum(h => h.People.Count), await db.People.CountAsync(Cancel));
        var rest = await Allocation.TakeAsync(database, file);
        Assert.Equal((39, stopped.People, 141), (rest.Households, rest.Unchanged, await db.People.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Take_DiskFull_LeavesNothingHalfDone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var file = Allocation.CheckFile(Allocation.RealFile("allocations-2026.csv"));
        var limited = new TakeWay(HouseholdsAtOnce: 20, InTransaction: async (inside, rows, cancel) =>
        {
            // A ballast that the disk has no room for, in the second batch's own transaction.
            await inside.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", cancel);
            if (rows > 60)
                await inside.Database.ExecuteSqlRawAsync("UPDATE person SET note = hex(zeroblob(100000))", cancel);
            return true;
        });

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Allocation.TakeAsync(database, file, limited));
        Assert.True(error.IsDiskFull(), error.ToString());
        Assert.Equal(20, await db.Households.CountAsync(Cancel));
        Assert.Equal(file.Households.Take(20).Sum(h => h.People.Count), await db.People.CountAsync(Cancel));
        Assert.Null((await VerifyAudit.RunAsync(db, cancel: Cancel)).Fault);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_Family_KnowsWhoIsWhose(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Allocation.TakeAsync(database, Allocation.Check(
            new AllocationLine(1), new AllocationLine(2, ("household_ref", "H2026-000001"), ("role", "spouse")), new AllocationLine(3, ("household_ref", "H2026-000001"), ("role", "child"))));
        await using var db = database.Open();
        Assert.Equal([RelationKind.Spouse, RelationKind.ParentOf], await db.Relations.OrderBy(r => r.Kind).Select(r => r.Kind).ToListAsync(Cancel));
    }
}
