using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Minors;

/// <summary>A town with villas and youths as the test adds them. The clock goes a minute forward with every act.</summary>
internal sealed class VillaWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly PracticeVersion version = new() { Practice = VillaPolicy.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = 1 }).ToJson(), PublishedAt = Start };
    private int minutes;

    private VillaWorld(TestDatabase database) => this.database = database;

    public static DateTime Start { get; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static EffectivePractices Practices { get; } = new(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Who acts; an employee.</summary>
    public Reader Sofie { get; } = Reader.System with { AccountId = Guid.CreateVersion7() };

    public static async Task<VillaWorld> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var world = new VillaWorld(await TestDatabase.CreateAsync(kind));
        await using var db = world.Open();
        db.AddRange(world.version, new Account { Id = world.Sofie.AccountId, UserName = "sofie", DisplayName = "Sofie Bach", Kind = AccountKind.Employee });
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public VejviserDb Open() => database.Open();

    public AuditContext By(Guid? command = null, int days = 0) => new(Sofie.AccountId, "test.do", Start.AddMinutes(++minutes).AddDays(days), CommandId: command);

    public async Task<Guid> VillaAsync(string name, string tongue = "ti", int rooms = 5, Guid? account = null)
    {
        await using var db = Open();
        var villa = (await ChangeVilla.RunAsync(db, new ChangeVilla.Input(null, name, null, rooms, "12 00 00 80"), Sofie, By(), Cancel)).Value;
        await ChangeVillaContact.RunAsync(db, new ChangeVillaContact.Input(null, villa, $"Kontakt {name}", null, tongue, null, account), Sofie, By(), Cancel);
        return villa;
    }

    /// <summary>Youths alone in their household, in the practice, who lack nothing.</summary>
    public async Task<IReadOnlyList<Guid>> ArriveAsync(int count, string tongue = "ti", string? holder = "Frivillig")
    {
        var people = new List<Guid>();
        await using (var db = Open())
        {
            var audit = By();
            for (var i = 0; i < count; i++)
            {
                var household = new Household { Name = "Hus", Basis = ResidenceBasis.Asylum71, CreatedAt = audit.At };
                var person = new Person { HouseholdId = household.Id, Role = HouseholdRole.Minor, GivenName = "Navn", FamilyName = "Navn", SearchName = "navn", BirthDate = new DateOnly(2009, 6, 1), Language = tongue, IsUnaccompanied = true, CreatedAt = audit.At };
                var plan = new Plan { Practice = VillaPolicy.Practice, PracticeVersionId = version.Id, HouseholdId = household.Id, PersonId = person.Id, LawDate = audit.Day, StartedAt = audit.At };
                db.AddRange(household, person, plan);
                foreach (var (step, phase) in new[] { ("custody-holder-found", "fit"), ("villa-chosen", "before-moving-in"), ("contact-person-chosen", "before-moving-in"), ("moved-in", "first-weeks"), ("lease-taken-over", "grown-up") })
                    db.Add(new PlanTask { PlanId = plan.Id, HouseholdId = household.Id, PersonId = person.Id, Practice = VillaPolicy.Practice, Step = step, Area = "minors", Phase = phase, OwnerRole = "child-and-youth-advisor" });
                people.Add(person.Id);
            }

            await db.SaveAsync(audit, new AuditSubject(Entity: "test"), Cancel);
        }

        foreach (var person in people)
            await AssessAsync(person, holder);
        return people;
    }

    public async Task AssessAsync(Guid person, string? holder)
    {
        await using var db = Open();
        var audit = By();
        Assert.True((await AssessYouth.RunAsync(db, new AssessYouthInput(person, audit.Day, Fits: true, holder, null), Sofie, audit, Cancel)).IsSuccess);
    }

    public async Task<VillaBoard> SeeAsync()
    {
        await using var db = Open();
        return await ReadVillas.RunAsync(db, Practices, By().Day, Cancel);
    }

    public async Task<Result<int>> DecideAsync(VillaBoard seen, Guid? command = null)
    {
        await using var db = Open();
        return await new DecideVillas(db, Practices).RunAsync(new DecideVillasInput(seen.Proposal.Fingerprint, [.. seen.Proposal.Villas.Where(l => l.Proposed.Count > 0).Select(l => l.Villa.Id)]), Sofie, By(command), Cancel);
    }

    /// <summary>Acts in a context of its own.</summary>
    public async Task<T> DoAsync<T>(Func<VejviserDb, Task<T>> act)
    {
        await using var db = Open();
        return await act(db);
    }

    /// <summary>The steps of somebody's plan that are done.</summary>
    public Task<List<string>> DoneAsync(Guid person) => DoAsync(db => db.PlanTasks.Where(t => t.PersonId == person && t.State == TaskState.Done).OrderBy(t => t.Step).Select(t => t.Step).ToListAsync(Cancel));

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
