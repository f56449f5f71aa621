using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Health;

/// <summary>A town with one or more districts, and practices and people as the test adds them. The clock goes a minute forward with every act.</summary>
internal sealed class DoctorWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly PracticeVersion version = new() { Practice = DoctorPolicy.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = 1 }).ToJson(), PublishedAt = Start };
    private int minutes;

    private DoctorWorld(TestDatabase database) => this.database = database;

    public static DateTime Start { get; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static EffectivePractices Practices { get; } = new(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Reader Hanne => Reader.System with { AccountId = Guid.Parse("0193a3a0-0000-7000-8000-000000000002") };

    public CareDistrict Middle { get; } = new() { Name = "Midtbyen", Latitude = 55.966, Longitude = 12.02 };

    /// <summary>Some 20 km from the middle.</summary>
    public CareDistrict Far { get; } = new() { Name = "Fjordbakken", Latitude = 55.79, Longitude = 12.02 };

    public static async Task<DoctorWorld> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var world = new DoctorWorld(await TestDatabase.CreateAsync(kind));
        await using var db = world.Open();
        db.AddRange(world.Middle, world.Far, world.version);
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public VejviserDb Open() => database.Open();

    public AuditContext By(Guid? command = null) => new(Hanne.AccountId, "test.do", Start.AddMinutes(++minutes), CommandId: command);

    public async Task<Guid> PracticeAsync(string name, double north = 0, int numbers = 1, int? capacity = null)
    {
        await using var db = Open();
        var place = new MapPoint(Middle.Latitude + north, Middle.Longitude);
        return (await ChangeMedicalPractice.RunAsync(db, new ChangeMedicalPractice.Input(null, name, null, null, place.ToString(), numbers, capacity), Hanne, By(), Cancel)).Value;
    }

    /// <summary>People alone who are in the practice and have no doctor.</summary>
    public async Task<IReadOnlyList<Guid>> ArriveAsync(int count, CareDistrict? district = null)
    {
        await using var db = Open();
        var (people, audit) = (new List<Guid>(), By());
        for (var i = 0; i < count; i++)
        {
            var household = new Household { Name = "Hus", Basis = ResidenceBasis.Asylum71, CreatedAt = audit.At };
            var person = new Person { HouseholdId = household.Id, Role = HouseholdRole.Head, GivenName = "Navn", FamilyName = "Navn", SearchName = "navn", BirthDate = new DateOnly(1980, 1, 1), CreatedAt = audit.At };
            var plan = new Plan { Practice = DoctorPolicy.Practice, PracticeVersionId = version.Id, HouseholdId = household.Id, PersonId = person.Id, LawDate = audit.Day, StartedAt = audit.At };
            var task = new PlanTask { PlanId = plan.Id, HouseholdId = household.Id, PersonId = person.Id, Practice = DoctorPolicy.Practice, Step = "register-the-choice", Area = "health", Phase = "register", OwnerRole = "citizen-service" };
            task.Blocks.Add(new PlanTaskBlock { TaskId = task.Id, Goal = "has-doctor" });
            db.AddRange(household, person, plan, task, new HouseholdDistrict { HouseholdId = household.Id, DistrictId = (district ?? Middle).Id });
            people.Add(person.Id);
        }

        await db.SaveAsync(audit, new AuditSubject(Entity: "test"), Cancel);
        return people;
    }

    public async Task<DoctorBoard> SeeAsync()
    {
        await using var db = Open();
        return await ReadDoctors.RunAsync(db, Practices, Cancel);
    }

    public async Task<Result<int>> DecideAsync(DoctorBoard seen, Guid? command = null)
    {
        await using var db = Open();
        return await new DecideDoctors(db, Practices).RunAsync(new DecideDoctorsInput(seen.Proposal.Fingerprint, [.. seen.Proposal.Practices.Where(p => p.Proposed > 0).Select(p => p.Practice.Id)]), Hanne, By(command), Cancel);
    }

    public async Task<Result<int>> StandAsync(Guid practice, PracticeStanding standing)
    {
        await using var db = Open();
        return await StandOfPractice.RunAsync(db, practice, standing, null, Hanne, By(), Cancel);
    }

    public async Task<Result<int>> ChooseAsync(Guid person, Guid? practice)
    {
        await using var db = Open();
        return await ChooseDoctor.RunAsync(db, new DoctorChoice(person, practice, "Bor ved siden af"), Hanne, By(), Cancel);
    }

    public async Task EndAsync(Guid person, bool needsAnother)
    {
        await using var db = Open();
        await RegisterDoctor.EndAsync(db, person, needsAnother, Hanne, By(), Cancel);
    }

    public async Task<IReadOnlyDictionary<Guid, PracticeFacts>> AccountsAsync()
    {
        await using var db = Open();
        return (await ReadDoctors.PracticesAsync(db, Cancel)).ToDictionary(p => p.Id);
    }

    /// <summary>Whom each practice has, counted in the people's own rows.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> PatientsAsync()
    {
        await using var db = Open();
        return await db.PersonDoctors.Where(d => d.PracticeId != null).GroupBy(d => d.PracticeId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
