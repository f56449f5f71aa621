using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// Many newcomers with every fact known or not, all practices adopted, some people in them, some offered them: what a target group is found
/// in. No tasks: no condition asks for one.
/// </summary>
internal sealed class OfferTown(int people)
{
    private static readonly string[] Languages = ["ar", "uk", "ti", "en", "my", "fa"];
    private static readonly string[] Purposes = ["contact-by-volunteers", "information-to-employer"];
    private readonly DateTime now = BenchClock.Start.UtcDateTime;
    private ulong place;

    /// <returns>What was made, in words.</returns>
    public async Task<string> SeedAsync(DatabaseAddress address, PracticeCatalogue catalogue)
    {
        await using var db = Databases.Open(address);
        await Databases.MigrateAsync(db);
        var staff = new Account { UserName = "bench", DisplayName = "Bench" };
        var versions = catalogue.Practices.ToDictionary(p => p.Id, p => new PracticeVersion { Practice = p.Id, Number = 1, Changes = new PracticeChanges { CatalogueVersion = p.Version }.ToJson(), PublishedAt = now });
        db.Add(staff);
        db.AddRange(versions.Values);
        await db.SaveAsync(new AuditContext(null, "bench.seed", now), new AuditSubject(Entity: "municipality"));
        var (homes, members) = Draw();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF" : "SET session_replication_role = replica");
        await Bulk.InsertAsync(db, homes);
        await Bulk.InsertAsync(db, members);
        await Bulk.InsertAsync(db, members.SelectMany(p => Purposes.Where(_ => Share() < 0.4).Select(u => new Consent { PersonId = p.Id, Purpose = u, GivenOn = BenchClock.Today, RegisteredBy = staff.Id, WithdrawnOn = Share() < 0.1 ? BenchClock.Today : null })));
        await Bulk.InsertAsync(db, members.SelectMany(p => catalogue.Practices.SelectMany(c => c.Questions).Distinct().Where(_ => Share() < 0.3).Select(q => new PersonAnswer { PersonId = p.Id, Question = q, IsYes = Share() < 0.5, At = now })));
        var plans = await Bulk.InsertAsync(db, catalogue.Practices.SelectMany(c => To(c, homes, members, 0.05).Select(t => NewPlan(versions[c.Id], t.Household, t.Person))));
        var offers = await Bulk.InsertAsync(db, catalogue.Practices.SelectMany(c => To(c, homes, members, 0.1).Select(t => new Offer { Practice = c.Id, HouseholdId = t.Household, PersonId = t.Person, OfferedOn = BenchClock.Today, OfferedBy = staff.Id, Answer = Share() < 0.5 ? OfferAnswer.No : OfferAnswer.None })));
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        return $"{members.Count} people in {homes.Count} households, {plans} plans, {offers} offers";
    }

    private (List<Household> Homes, List<Person> People) Draw()
    {
        var (homes, members) = (new List<Household>(), new List<Person>());
        while (members.Count < people)
        {
            var arrival = BenchClock.Today.AddDays(Pick(900) - 780);
            var home = new Household { Name = $"Husstand {homes.Count}", Basis = ResidenceBasis.Asylum71, ArrivalDate = arrival, HasArrived = arrival <= BenchClock.Today, Centre = "Center 1", CreatedAt = now };
            homes.Add(home);
            for (var (i, size) = (0, 1 + Pick(4)); i < size && members.Count < people; i++)
                members.Add(Member(home, i, arrival));
        }

        return (homes, members);
    }

    private Person Member(Household home, int n, DateOnly arrival)
    {
        var role = n == 0 ? HouseholdRole.Head : n == 1 && Share() < 0.6 ? HouseholdRole.Spouse : HouseholdRole.Child;
        var born = arrival.AddYears(-(role == HouseholdRole.Child ? Pick(18) : 20 + Pick(40))).AddDays(-Pick(365));
        var (given, family) = Names.Of((int)(place % 997), (int)(place % 991));
        return new Person
        {
            HouseholdId = home.Id, Role = role, GivenName = given, FamilyName = family, SearchName = NameFolding.Fold(given, family), BirthDate = Share() < 0.9 ? born : null, BirthYear = born.Year,
            Sex = One<Sex>(), Language = Languages[Pick(Languages.Length)], NeedsInterpreter = Share() < 0.7, English = One<Proficiency>(), Education = One<EducationLevel>(),
            Occupation = Share() < 0.4 ? "smed" : null, HadOwnBusiness = Share() < 0.1, Basis = One<ResidenceBasis>(), AllocationDate = Share() < 0.8 ? arrival.AddDays(-60) : null,
            DenmarkSince = Share() < 0.8 ? arrival.AddDays(-Pick(700)) : null, AsylumPhase = One<AsylumPhase>(), DanishTrack = One<DanishTrack>(), IsUnaccompanied = Share() < 0.03, CreatedAt = now,
        };
    }

    private IEnumerable<(Guid Household, Guid? Person)> To(PracticeDefinition practice, List<Household> homes, List<Person> members, double share) => practice.For == PracticeFor.Person
        ? members.Where(_ => Share() < share).Select(p => (p.HouseholdId, (Guid?)p.Id))
        : homes.Where(_ => Share() < share).Select(h => (h.Id, (Guid?)null));

    private Plan NewPlan(PracticeVersion version, Guid household, Guid? person)
    {
        var isOpen = Share() < 0.5;
        return new Plan { Practice = version.Practice, PracticeVersionId = version.Id, HouseholdId = household, PersonId = person, State = isOpen ? PlanState.Running : PlanState.Completed, StartedAt = now, EndedAt = isOpen ? null : now };
    }

    private double Share() => Numbers.Share(71, place++);

    private int Pick(int below) => Numbers.Pick(72, place++, below);

    private T One<T>()
        where T : struct, Enum => Enum.GetValues<T>()[Pick(Enum.GetValues<T>().Length)];
}
