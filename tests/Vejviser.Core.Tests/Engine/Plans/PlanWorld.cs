using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Plans;

/// <summary>A municipality with two units, two employees, the small practice adopted, and a family of three to arrive on 2026-03-02.</summary>
internal sealed class PlanWorld : IAsyncDisposable
{
    private readonly TestDatabase database;

    private PlanWorld(TestDatabase database) => this.database = database;

    public static DateTime Now { get; } = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Unit Reception { get; } = new() { Name = "Modtageenheden" };

    public Unit Employment { get; } = new() { Name = "Beskæftigelse" };

    public Account Mette { get; } = new() { UserName = "mette", DisplayName = "Mette Holm" };

    public Account Jonas { get; } = new() { UserName = "jonas", DisplayName = "Jonas Krogh" };

    public Household Family { get; } = NewHousehold("Rahimi");

    public Person Head { get; private set; } = null!;

    public Person Spouse { get; private set; } = null!;

    public PracticeVersion Version { get; private set; } = null!;

    public EffectivePractices Practices { get; } = new(SmallPractice.Catalogue());

    public EvidenceRules Rules { get; } = new();

    /// <summary>A contract is due a month after takeover; the takeover is the second month's first day after allocation.</summary>
    public PlanLaw Law { get; } = new(
        (rule, facts) => rule switch
        {
            "takeover" => facts.DateOf("allocation") is { } a ? new DateOnly(a.Year, a.Month, 1).AddMonths(2) : null,
            "contract-deadline" => facts.DateOf("takeover")?.AddMonths(1),
            _ => null,
        },
        _ => SmallPractice.Workdays,
        (name, _, _) => name);

    public bool IsSqlite => database.Kind == DatabaseKind.Sqlite;

    public static async Task<PlanWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new PlanWorld(await TestDatabase.CreateAsync(kind));
        await using var db = world.Open();
        world.Head = NewPerson(world.Family, HouseholdRole.Head, "1990-01-01", EducationLevel.University);
        world.Spouse = NewPerson(world.Family, HouseholdRole.Spouse, "1992-01-01", EducationLevel.Unknown);
        db.AddRange(world.Reception, world.Employment, world.Mette, world.Jonas, world.Family, world.Head, world.Spouse);
        db.Add(NewPerson(world.Family, HouseholdRole.Child, "2015-01-01", EducationLevel.Primary));
        db.Add(new PracticeRole { Practice = "small-plan", Role = "reception-unit", UnitId = world.Reception.Id });
        db.Add(new PracticeRole { Practice = "small-plan", Role = "advisor", UnitId = world.Employment.Id, AccountId = world.Jonas.Id });
        await db.SaveAsync(world.By("test.seed"), new AuditSubject(Entity: "test"), Cancel);
        world.Version = await world.PublishAsync(PracticeChanges.None);
        return world;
    }

    public static Household NewHousehold(string name, string arrival = "2026-03-02") => new()
    {
        Name = name,
        Basis = ResidenceBasis.Asylum71,
        AllocationDate = SmallPractice.Day("2026-01-15"),
        TakeoverDate = SmallPractice.Day("2026-03-01"),
        TakeoverRule = "takeover",
        ArrivalDate = SmallPractice.Day(arrival),
        CreatedAt = Now,
    };

    public static Person NewPerson(Household household, HouseholdRole role, string born, EducationLevel education) => new()
    {
        HouseholdId = household.Id,
        Role = role,
        GivenName = "Navn",
        FamilyName = household.Name,
        SearchName = "navn",
        BirthDate = SmallPractice.Day(born),
        Education = education,
        Basis = household.Basis,
        CreatedAt = Now,
    };

    public VejviserDb Open() => database.Open();

    public AuditContext By(string action, Account? who = null, Guid? command = null) => new((who ?? Mette).Id, action, Now, CommandId: command);

    public async Task<PracticeVersion> PublishAsync(PracticeChanges changes)
    {
        await using var db = Open();
        return (await new PublishPracticeVersion(db, Practices).RunAsync(new("small-plan", changes), By("practices.publish-version"), Cancel)).Value;
    }

    public async Task<Guid> StartAsync(Household? household = null)
    {
        await using var db = Open();
        return (await new StartPlan(db, Practices, Law).RunAsync(new((household ?? Family).Id, "small-plan"), By("plans.start-plan"), Cancel)).Value.PlanId;
    }

    public async Task<PlanTask> TaskAsync(string step, Guid? person = null)
    {
        await using var db = Open();
        return await db.PlanTasks.AsNoTracking().SingleAsync(t => t.Step == step && (person == null || t.PersonId == person), Cancel);
    }

    public async Task<List<PlanTask>> TasksAsync()
    {
        await using var db = Open();
        return await db.PlanTasks.AsNoTracking().Include(t => t.Blocks).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(Cancel);
    }

    public async Task<CompletedTask> CompleteAsync(Guid task, string? note = "Aftalt", Account? who = null)
    {
        await using var db = Open();
        return (await new CompleteTask(db, Practices, Law, Rules).RunAsync(new(task, note), By("plans.complete-task", who), Cancel)).Value;
    }

    public async Task<List<AuditEntry>> AuditAsync(string action)
    {
        await using var db = Open();
        return await db.AuditEntries.AsNoTracking().Where(a => a.Action == action).OrderBy(a => a.Seq).ToListAsync(Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
