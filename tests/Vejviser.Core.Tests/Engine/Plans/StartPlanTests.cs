using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class StartPlanTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Start_Family_SavesDatedTasksWithOwnersAndNeedToKnow(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var planId = await world.StartAsync();

        var tasks = await world.TasksAsync();
        Assert.Equal(["find-home", "hand-over-keys", "make-cv", "make-cv", "contract", "contract"], tasks.Select(t => t.Step));
        Assert.Equal((Day("2026-02-23"), world.Reception.Id, (Guid?)null), (tasks[0].Due!.Value, tasks[0].OwnerUnitId!.Value, tasks[0].OwnerAccountId));
        Assert.Equal((Day("2026-03-20"), world.Jonas.Id, "job-ready"), (tasks[2].Due!.Value, tasks[2].OwnerAccountId!.Value, tasks[2].Blocks.Single().Goal));
        Assert.Equal([null, "education"], tasks.Where(t => t.Step == "contract").Select(t => t.NotKnown));

        await using var db = world.Open();
        var plan = await db.Plans.Include(p => p.Anchors).SingleAsync(p => p.Id == planId, PlanWorld.Cancel);
        Assert.Equal(Day("2026-03-01"), plan.LawDate);
        Assert.Equal(["allocation", "arrival", "contract-deadline", "takeover"], plan.Anchors.Select(a => a.Name).Order());
        var access = await db.HouseholdAccesses.Where(a => a.HouseholdId == world.Family.Id).ToListAsync(PlanWorld.Cancel);
        Assert.Equivalent(new[] { world.Reception.Id, world.Employment.Id, world.Jonas.Id }, access.Select(a => a.UnitId ?? a.AccountId));
        Assert.All(access, a => Assert.Equal("task-owner", a.Why));
        Assert.Equal(planId, Assert.Single(await world.AuditAsync("plans.start-plan")).EntityId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Start_AlreadyRunning_IsRefusedAndTheSameCommandAnswersTheFirst(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var command = Guid.CreateVersion7();
        var results = new List<Core.Foundation.Common.Result<StartedPlan>>();
        foreach (var id in new[] { command, command, Guid.CreateVersion7() })
        {
            await using var db = world.Open();
            results.Add(await new StartPlan(db, world.Practices, world.Law).RunAsync(new(world.Family.Id, "small-plan"), world.By("plans.start-plan", command: id), PlanWorld.Cancel));
        }

        Assert.Equal(results[0].Value, results[1].Value);
        Assert.Equal("plans.already-running", results[2].Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Start_ManyAtOnce_MakesOnePlan(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = world.Open();
            return await new StartPlan(db, world.Practices, world.Law).RunAsync(new(world.Family.Id, "small-plan"), world.By("plans.start-plan"), PlanWorld.Cancel);
        }));

        Assert.Single(results, r => r.IsSuccess);
        Assert.All(results.Where(r => !r.IsSuccess), r => Assert.Equal("plans.already-running", r.Failure!.Code));
        Assert.Equal(6, (await world.TasksAsync()).Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Start_PracticeNotAdopted_IsRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await using var db = world.Open();
        var result = await new StartPlan(db, world.Practices, world.Law).RunAsync(new(world.Family.Id, "other-plan"), world.By("plans.start-plan"), PlanWorld.Cancel);

        Assert.Equal("plans.practice-not-adopted", result.Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Build_ManyHouseholds_SavesThemInOneTransaction(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await using var db = world.Open();
        var builder = (await PlanBuilder.LoadAsync(db, world.Practices, world.Law, "small-plan", PlanWorld.Cancel))!;
        var households = Enumerable.Range(0, 50).Select(i => PlanWorld.NewHousehold($"H{i}")).ToList();
        foreach (var household in households)
        {
            var person = PlanWorld.NewPerson(household, Core.Foundation.People.HouseholdRole.Head, "1990-01-01", Core.Foundation.People.EducationLevel.University);
            db.AddRange(household, person);
            builder.Build(household, [person], PlanWorld.Now).AddTo(db);
        }

        await db.SaveAsync(world.By("import.take"), [.. households.Select(h => new Core.Foundation.Audit.AuditSubject(HouseholdId: h.Id))], PlanWorld.Cancel);

        await using var fresh = world.Open();
        Assert.Equal(50, await fresh.Plans.CountAsync(PlanWorld.Cancel));
        Assert.Equal(200, await fresh.PlanTasks.CountAsync(PlanWorld.Cancel));
        Assert.Equal(150, await fresh.HouseholdAccesses.CountAsync(PlanWorld.Cancel));
    }
}
