using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Offers;

/// <summary>10,000 people in households of one to five, every fact known, unknown or on the edge, drawn from one seed.</summary>
internal sealed class RandomTown : IAsyncDisposable
{
    public const int People = 10_000;
    private const int Chunk = 1_000;

    public static readonly string[] Languages = ["ti", "ar", "fa", "so"];
    public static readonly string[] Purposes = ["contact-by-volunteers", "health-information-to-doctor"];
    public static readonly string[] Practices = ["alpha", "beta", "gamma"];
    public static readonly string[] Questions = ["quick-permit", "drives"];

    /// <summary>Days where a month's end, or the 29 February, decides.</summary>
    public static readonly DateOnly[] Days = [new(2027, 2, 28), new(2028, 2, 29), new(2028, 2, 28), new(2027, 3, 1), new(2026, 4, 30), new(2026, 8, 31), new(2026, 3, 2)];

    private readonly TestDatabase database;
    private readonly Random random = new(20260302);

    private RandomTown(TestDatabase database) => this.database = database;

    public IReadOnlyList<HouseholdFacts> Facts { get; private set; } = [];

    public IReadOnlyList<Guid> HouseholdIds { get; private set; } = [];

    public VejviserDb Open() => database.Open();

    public static async Task<RandomTown> BuildAsync(DatabaseKind kind)
    {
        var town = new RandomTown(await TestDatabase.CreateAsync(kind));
        await using var db = town.Open();
        var (households, people) = town.Draw();
        await town.WriteAsync(db, households, people);
        await town.ReadAsync(households);
        return town;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private (List<Household> Households, List<Person> People) Draw()
    {
        var (households, people) = (new List<Household>(), new List<Person>());
        while (people.Count < People)
        {
            var household = NewHousehold();
            households.Add(household);
            for (var (i, size) = (0, random.Next(0, 6)); i < size && people.Count < People; i++)
                people.Add(NewPerson(household, i));
        }

        for (var i = 1; i < people.Count; i += 40)
            people[i].MergedIntoId = people[i - 1].Id;
        return (households, people);
    }

    private Household NewHousehold() => new()
    {
        Name = "Husstand", Basis = One<ResidenceBasis>(), HasArrived = Maybe(), ArrivalDate = Maybe() ? Near(600) : null,
        Centre = random.Next(3) switch { 0 => null, 1 => "", _ => "Center Sandholm" }, CreatedAt = DateTime.UnixEpoch,
    };

    private Person NewPerson(Household household, int place)
    {
        var born = Born();
        return new Person
        {
            HouseholdId = household.Id, GivenName = "Navn", FamilyName = "Navnesen", SearchName = "navn", CreatedAt = DateTime.UnixEpoch,
            Role = place == 0 ? HouseholdRole.Head : One<HouseholdRole>(),
            BirthDate = random.Next(4) == 0 ? null : born, BirthYear = random.Next(3) == 0 ? null : born.Year,
            Sex = One<Sex>(), Language = random.Next(4) == 0 ? null : Pick(Languages), NeedsInterpreter = Maybe(), English = One<Proficiency>(), Education = One<EducationLevel>(),
            Occupation = random.Next(3) switch { 0 => null, 1 => "", _ => "smed" }, HadOwnBusiness = random.Next(4) == 0, Basis = One<ResidenceBasis>(),
            PermitDate = random.Next(3) == 0 ? Near(900) : null, AllocationDate = random.Next(3) == 0 ? Near(900) : null, DenmarkSince = random.Next(4) == 0 ? null : Near(1300),
            AsylumPhase = One<AsylumPhase>(), DanishTrack = One<DanishTrack>(), IsUnaccompanied = random.Next(8) == 0,
        };
    }

    /// <summary>Half of them have a birthday on, just before or just after one of the days asked.</summary>
    private DateOnly Born() => Maybe() ? Pick(Days).AddYears(-random.Next(-1, 71)).AddDays(random.Next(-2, 3)) : new DateOnly(1950, 1, 1).AddDays(random.Next(78 * 365));

    /// <summary>Within so many days of one of the days asked, or some whole months from it.</summary>
    private DateOnly Near(int days) => Maybe() ? Pick(Days).AddMonths(-random.Next(-3, 41)).AddDays(random.Next(-1, 2)) : Pick(Days).AddDays(random.Next(-days, 120));

    private async Task WriteAsync(VejviserDb db, List<Household> households, List<Person> people)
    {
        var account = new Account { UserName = "mette", DisplayName = "Mette Holm" };
        var versions = Practices.ToDictionary(p => p, p => new PracticeVersion { Practice = p, Number = 1, Changes = "{}" });
        db.Users.Add(account);
        db.PracticeVersions.AddRange(versions.Values);
        await db.SaveAsync(new AuditContext(null, "test.seed", DateTime.UnixEpoch), new AuditSubject(Entity: "test"));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await BulkInsert.RunAsync(db, households, default);
        await BulkInsert.RunAsync(db, people, default);
        await BulkInsert.RunAsync(db, [.. people.SelectMany(p => Purposes.Where(_ => Maybe()).SelectMany(u => Consents(p, u, account.Id)))], default);
        await BulkInsert.RunAsync(db, [.. people.SelectMany(p => Questions.Where(_ => Maybe()).Select(q => new PersonAnswer { PersonId = p.Id, Question = q, IsYes = Maybe() }))], default);
        await BulkInsert.RunAsync(db, [.. people.SelectMany(p => Practices.Where(_ => random.Next(3) == 0).Select(a => NewPlan(a, versions[a], p.HouseholdId, p.Id)))], default);
        await BulkInsert.RunAsync(db, [.. households.SelectMany(h => Practices.Where(_ => random.Next(6) == 0).Select(a => NewPlan(a, versions[a], h.Id, null)))], default);
        await transaction.CommitAsync();
    }

    private IEnumerable<Consent> Consents(Person person, string purpose, Guid by) => Enumerable.Range(0, random.Next(1, 3)).Select(_ => new Consent
    {
        PersonId = person.Id, Purpose = purpose, GivenOn = new(2026, 1, 1), RegisteredBy = by, WithdrawnOn = Maybe() ? new DateOnly(2026, 2, 1) : null,
    });

    private Plan NewPlan(string practice, PracticeVersion version, Guid household, Guid? person)
    {
        var state = One<PlanState>();
        var isOpen = state is PlanState.Running or PlanState.Waiting or PlanState.Paused;
        return new Plan { Practice = practice, PracticeVersionId = version.Id, HouseholdId = household, PersonId = person, State = state, StartedAt = DateTime.UnixEpoch, EndedAt = isOpen ? null : DateTime.UnixEpoch };
    }

    /// <summary>What the explained answer rests on, read as the product reads it.</summary>
    private async Task ReadAsync(List<Household> households)
    {
        await using var db = Open();
        var facts = new List<HouseholdFacts>();
        foreach (var part in households.Chunk(Chunk))
        {
            var ids = part.Select(h => h.Id).ToList();
            var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.HouseholdId)).ToListAsync();
            var said = await SaidReader.OfAsync(db, people, default);
            var home = people.ToLookup(p => p.HouseholdId);
            facts.AddRange(part.Select(h => HouseholdFacts.Of(h, home[h.Id], said)));
        }

        (Facts, HouseholdIds) = (facts, [.. households.Select(h => h.Id)]);
    }

    private bool Maybe() => random.Next(2) == 0;

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];

    private T One<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());
}
