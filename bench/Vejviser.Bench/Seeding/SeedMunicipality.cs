using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// Fills an empty database with a municipality of a size. All but the password's salt is the same in every run of the same size
/// on the same <see cref="BenchClock.Today"/>.
/// </summary>
internal static class SeedMunicipality
{
    private const string Practice = "reception-plan";

    public static async Task<string> RunAsync(DatabaseAddress address, Size size)
    {
        var watch = Stopwatch.StartNew();
        await using var db = Databases.Open(address);
        await Databases.MigrateAsync(db);
        if (await db.Municipalities.AnyAsync())
            throw new InvalidOperationException("The database is not empty.");
        var now = BenchClock.Start.UtcDateTime;
        var definition = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find(Practice)!;
        var calendar = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")).CalendarWith(new HashSet<DateOnly>());
        var version = new PracticeVersion { Id = new Ids(now, 8).Next(), Practice = Practice, Number = 1, Changes = new PracticeChanges { CatalogueVersion = definition.Version }.ToJson(), PublishedAt = now };
        var staff = new Staff(definition, size, now);
        var newcomers = new Newcomers(size, staff, BenchClock.Today, now);
        var plans = new Plans(definition, version.Id, staff, calendar, now);
        foreach (var (n, (household, people)) in newcomers.Households.Index())
            plans.Start(n, household, people, size.TasksEach);
        if (size.OpenTasks is { } open)
            plans.Finish(open);

        await db.Database.OpenConnectionAsync();
        // References are right by making; checking each of millions would take most of the time.
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb
            ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000"
            : "SET session_replication_role = replica; SET synchronous_commit = off");
        await StaffAsync(db, staff, version);
        await Bulk.InsertAsync(db, newcomers.Households.Select(h => h.Household));
        await Bulk.InsertAsync(db, newcomers.Households.SelectMany(h => h.People));
        await Bulk.InsertAsync(db, plans.All);
        await Bulk.InsertAsync(db, plans.All.SelectMany(p => p.Anchors));
        var tasks = await Bulk.InsertAsync(db, plans.Tasks);
        await Bulk.InsertAsync(db, plans.Tasks.SelectMany(t => t.Blocks));
        await Bulk.InsertAsync(db, plans.Access);
        await db.SaveAsync(new AuditContext(null, "bench.seed", now), new AuditSubject(Entity: "municipality"));
        await PeerTables.MakeAsync(db);
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        return $"{tasks} tasks ({size.OpenTasks ?? tasks} open), {staff.Accounts.Count} employees in {size.Teams} teams, {newcomers.Households.Sum(h => h.People.Count)} people in {size.Households} households, {watch.Elapsed.TotalSeconds:0} s";
    }

    private static async Task StaffAsync(VejviserDb db, Staff staff, PracticeVersion version)
    {
        db.Municipalities.Add(new Municipality { Code = "0999", Name = "Bench Kommune" });
        await db.SaveAsync(new AuditContext(null, "bench.seed", BenchClock.Start.UtcDateTime), new AuditSubject(Entity: "municipality"));
        await Bulk.InsertAsync(db, staff.Roles);
        await Bulk.InsertAsync(db, staff.Roles.SelectMany(r => r.Permissions));
        await Bulk.InsertAsync(db, staff.Units);
        await Bulk.InsertAsync(db, staff.Accounts);
        await Bulk.InsertAsync(db, staff.Members);
        await Bulk.InsertAsync(db, staff.Assignments);
        await Bulk.InsertAsync(db, staff.Fills);
        await Bulk.InsertAsync(db, [version]);
    }
}
