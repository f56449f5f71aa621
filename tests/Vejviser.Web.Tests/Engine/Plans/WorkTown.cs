using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

/// <summary>Households with tasks in Havneby, written straight into the database: who owns what, due when.</summary>
internal sealed class WorkTown
{
    private readonly VejviserApp app;
    private readonly Guid version;
    private readonly Dictionary<string, Plan> plans = [];

    private WorkTown(VejviserApp app, Guid version) => (this.app, this.version) = (app, version);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WorkTown> BuildAsync(VejviserApp app)
    {
        await using var db = app.Open();
        var version = new PracticeVersion { Practice = "reception-plan", Number = 1 + await db.PracticeVersions.CountAsync(Cancel), Changes = PracticeChanges.None.ToJson(), PublishedAt = TestDatabase.Start.UtcDateTime };
        db.PracticeVersions.Add(version);
        await SaveAsync(db);
        return new WorkTown(app, version.Id);
    }

    public async Task<Guid> UnitAsync(string name)
    {
        await using var db = app.Open();
        return await db.Units.Where(u => u.Name == name).Select(u => u.Id).SingleAsync(Cancel);
    }

    public async Task<Guid> AccountAsync(string firstName) => (await app.AccountAsync($"{firstName}@havneby.example")).Id;

    /// <param name="household">The head's full name; the same name is the same household.</param>
    /// <param name="due">Days from the test's first day; null waits for a date.</param>
    /// <param name="step">A step of the reception plan; one without checklist and evidence unless the test asks for one.</param>
    /// <param name="account">The demo employee it belongs to, such as <c>mette.holm</c>; null leaves it to the unit.</param>
    public async Task<PlanTask> TaskAsync(
        string household, int? due, string step = "name-advisor", string? account = null, string? unit = "Modtageenheden", string area = "reception", string[]? blocks = null,
        string? ownTitle = null, TaskState state = TaskState.Open, DateTime? closedAt = null, string phase = "before-arrival")
    {
        await using var db = app.Open();
        if (!plans.TryGetValue(household, out var plan))
            plans[household] = plan = AddHousehold(db, household);
        var owner = account is null ? (Guid?)null : await AccountAsync(account);
        var team = unit is null ? (Guid?)null : await UnitAsync(unit);
        var task = new PlanTask
        {
            PlanId = plan.Id, HouseholdId = plan.HouseholdId, Practice = plan.Practice, Step = step, OwnTitle = ownTitle, Area = area, Phase = phase, OwnerRole = "reception-unit",
            OwnerUnitId = team, OwnerAccountId = owner, Due = due is { } days ? DateOnly.FromDateTime(TestDatabase.Start.UtcDateTime).AddDays(days) : null,
            State = state, ClosedAt = closedAt, ClosedBy = closedAt is null ? null : owner,
        };
        task.Blocks.AddRange((blocks ?? []).Select(goal => new PlanTaskBlock { TaskId = task.Id, Goal = goal }));
        db.PlanTasks.Add(task);
        foreach (var access in new[] { new HouseholdAccess { HouseholdId = plan.HouseholdId, UnitId = team, AccountId = team is null ? owner : null, Why = "task-owner" } })
            if (!await db.HouseholdAccesses.AnyAsync(a => a.HouseholdId == access.HouseholdId && a.UnitId == access.UnitId && a.AccountId == access.AccountId, Cancel))
                db.HouseholdAccesses.Add(access);
        await SaveAsync(db);
        return task;
    }

    public async Task<PlanTask> NowAsync(Guid task)
    {
        await using var db = app.Open();
        return await db.PlanTasks.AsNoTracking().SingleAsync(t => t.Id == task, Cancel);
    }

    private Plan AddHousehold(VejviserDb db, string name)
    {
        var parts = name.Split(' ', 2);
        var household = new Household { Name = name, Reference = $"H2026-{plans.Count + 1:000000}", CreatedAt = TestDatabase.Start.UtcDateTime };
        db.Households.Add(household);
        db.People.Add(new Person { HouseholdId = household.Id, Role = HouseholdRole.Head, GivenName = parts[0], FamilyName = parts[1], SearchName = NameFolding.Fold(parts[0], parts[1]), CreatedAt = household.CreatedAt });
        var plan = new Plan { Practice = "reception-plan", PracticeVersionId = version, HouseholdId = household.Id, LawDate = new DateOnly(2026, 3, 2), StartedAt = household.CreatedAt };
        plan.Anchors.Add(new PlanAnchor { PlanId = plan.Id, Name = "allocation", Date = new DateOnly(2026, 2, 2) });
        db.Plans.Add(plan);
        return plan;
    }

    private static Task SaveAsync(VejviserDb db) => db.SaveAsync(new AuditContext(null, "test.build", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "test"), Cancel);
}
