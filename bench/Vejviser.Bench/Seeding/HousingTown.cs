using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// The homes of a large municipality: twelve associations with sixty estates and three thousand homes, fewer where fewer households could live in them, most of them let, with the nominations by which they were; forty households wait,
/// fifty-five homes are vacant, and a meeting is being prepared.
/// </summary>
internal sealed class HousingTown
{
    /// <summary>What the goal of a choice by hand is set for.</summary>
    private const int Waiting = 40;
    private const int Vacant = 55;

    private const int Associations = 12;
    private const int Estates = 60;
    private const int Homes = 3000;

    private ulong place;

    /// <returns>What was made, in words.</returns>
    public async Task<string> SeedAsync(DatabaseAddress address)
    {
        await using var db = Databases.Open(address);
        var (now, today) = (BenchClock.Start.UtcDateTime, BenchClock.Today);
        var leader = await db.RoleAssignments.Where(a => db.AccessRoles.Any(r => r.Id == a.RoleId && r.Name == "Leder")).OrderBy(a => a.AccountId).Select(a => a.AccountId).FirstAsync();
        var households = await db.Households.Where(h => h.HasArrived && db.People.Count(p => p.HouseholdId == h.Id) <= 3).OrderByDescending(h => h.ArrivalDate).ThenBy(h => h.Id).Select(h => h.Id).Take(Homes - Vacant + Waiting).ToListAsync();
        List<PartnerOrganisation> associations = [.. Enumerable.Range(1, Associations).Select(n => new PartnerOrganisation { Name = $"Boligorganisation {n}", Kind = PartnerKind.HousingAssociation, Email = $"kontor{n}@bolig.example" })];
        List<HousingArea> areas = [.. Enumerable.Range(1, 9).Select(n => new HousingArea { Name = $"Kvarter {n}", WorkPercent = 55 + Pick(30), IsListed = n == 9, SchoolMetres = 200 + Pick(3000), TransportMetres = 100 + Pick(1500) })];
        List<Estate> estates = [.. Enumerable.Range(0, Estates).Select(n => new Estate { Name = $"Afdeling {n + 1}", AssociationId = associations[n % Associations].Id, AreaId = areas[n % areas.Count].Id })];
        List<Dwelling> homes = [.. Enumerable.Range(0, Vacant + households.Count - Waiting).Select(n => Home(estates[n % Estates], n, today))];
        var let = homes.Skip(Vacant).Zip(households.Skip(Waiting), (home, household) => (home, household, Day: today.AddDays(-1 - Pick(1000)))).ToList();
        List<Lease> leases = [.. let.Select(l => new Lease { DwellingId = l.home.Id, Tenant = TenantKind.Household, HouseholdId = l.household, From = l.Day, Rent = l.home.Rent, Use = l.home.Use, MadeAt = now }.Held())];
        var meeting = new AllocationMeeting { Day = today.AddDays(7) };
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF" : "SET session_replication_role = replica");
        await Bulk.InsertAsync(db, associations);
        await Bulk.InsertAsync(db, areas);
        await Bulk.InsertAsync(db, estates);
        await Bulk.InsertAsync(db, associations.SelectMany((a, i) => new[] { new AssociationYear { AssociationId = a.Id, Year = today.Year - 1, MoveOuts = 60 + (7 * i) }, new AssociationYear { AssociationId = a.Id, Year = today.Year, MoveOuts = 50 + (7 * i) } }));
        await Bulk.InsertAsync(db, homes);
        await Bulk.InsertAsync(db, leases);
        await Bulk.InsertAsync(db, let.Zip(leases, (l, lease) => new Nomination
        {
            HouseholdId = l.household, DwellingId = l.home.Id, AssociationId = estates.First(e => e.Id == l.home.EstateId).AssociationId, LeaseId = lease.Id, Right = NominationRight.Quarter,
            State = Pick(50) == 0 ? NominationState.Made : NominationState.Confirmed, MadeOn = l.Day.AddDays(-30), AnsweredOn = l.Day.AddDays(-20), StandingHouseholdId = l.household,
        }));
        await Bulk.InsertAsync(db, households.Take(Waiting).Select(h => new HousingNeed { HouseholdId = h, IsWaiting = true, WaitingSince = today.AddDays(-Pick(300)), Version = 1 }));
        await Bulk.InsertAsync(db, [meeting]);
        await Bulk.InsertAsync(db, Enumerable.Range(0, 60).Select(n => new HousingCase
        {
            Kind = HousingCaseKind.Hotline, EstateId = estates[n].Id, What = "Vaskekælderens tider bliver ikke fulgt.", ReportedBy = "Ejendomskontoret", ReportedAt = now.AddDays(-n), AnswerBy = now.AddDays(2 - n), MunicipalOwnerId = leader, Version = 1,
        }));
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        return $"{homes.Count} homes of {Associations} associations, {homes.Count - let.Count} of them vacant, {Waiting} households waiting";
    }

    private Dwelling Home(Estate estate, int n, DateOnly today)
    {
        // Nobody has outgrown theirs: at most three people live in each.
        var rooms = 2 + Pick(3);
        return new Dwelling
        {
            Address = $"{estate.Name}, {n + 1}", EstateId = estate.Id, AreaId = estate.AreaId, Kind = DwellingKind.Family, Rooms = rooms, SquareMetres = 20 + (22 * rooms), Rent = 1900 + (1100 * rooms) + Pick(600), Use = 300 + (120 * rooms),
            IsAccessible = n % 5 == 0, AvailableFrom = today.AddDays(Pick(40)),
        };
    }

    private int Pick(int below) => Numbers.Pick(91, place++, below);
}
