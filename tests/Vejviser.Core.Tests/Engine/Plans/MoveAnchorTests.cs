using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class MoveAnchorTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_Arrival_TakesOpenTasksAlongAndLeavesTheRest(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var planId = await world.StartAsync();
        await world.CompleteAsync((await world.TaskAsync("find-home")).Id);
        var pinned = await world.TaskAsync("make-cv", world.Spouse.Id);
        await using (var db = world.Open())
            await new RescheduleTask(db, world.Practices, world.Law).RunAsync(new(pinned.Id, Day("2026-05-01")), world.By("plans.reschedule-task"), PlanWorld.Cancel);
        var before = await world.TasksAsync();
        var move = AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-30"));

        var preview = (await PreviewAsync(world, move)).Value;
        Assert.Equal(before.Select(t => (t.Id, t.Due)), (await world.TasksAsync()).Select(t => (t.Id, t.Due)));
        var moved = await MoveAsync(world, new(move, preview.Token));

        var plan = Assert.Single(preview.Plans);
        Assert.Equal(new AnchorChange("arrival", Day("2026-03-02"), Day("2026-03-30")), Assert.Single(plan.Anchors));
        Assert.Equal(
            [("hand-over-keys", Day("2026-03-02"), Day("2026-03-30")), ("make-cv", Day("2026-03-20"), Day("2026-04-17"))],
            plan.Moves.Select(m => (m.Step, m.From!.Value, m.To!.Value)));
        Assert.Equal(
            [("find-home", StayReason.Done), ("make-cv", StayReason.Pinned), ("contract", StayReason.Unaffected), ("contract", StayReason.Unaffected)],
            plan.Stays.Select(s => (s.Step, s.Why)));
        Assert.Equal(new MovedAnchor(1, 2), moved.Value);
        var moves = plan.Moves.ToDictionary(m => m.TaskId);
        Assert.All(before.Zip(await world.TasksAsync()), t =>
        {
            var isMoved = moves.TryGetValue(t.First.Id, out var m);
            Assert.Equal((isMoved ? m!.To : t.First.Due, t.First.Version + (isMoved ? 1 : 0)), (t.Second.Due, t.Second.Version));
        });
        await using var fresh = world.Open();
        Assert.Equal(Day("2026-03-30"), (await fresh.Households.SingleAsync(PlanWorld.Cancel)).ArrivalDate);
        Assert.Equal(Day("2026-03-30"), (await fresh.PlanAnchors.SingleAsync(a => a.Name == "arrival", PlanWorld.Cancel)).Date);
        var audit = Assert.Single(await world.AuditAsync("plans.move-anchor"));
        Assert.Equal((planId, """{"arrival":["2026-03-02","2026-03-30"]}"""), (audit.EntityId!.Value, audit.Details));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_TaskChangedSincePreview_IsRefusedAndMovesNothing(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var move = AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-30"));
        var preview = (await PreviewAsync(world, move)).Value;
        await world.CompleteAsync((await world.TaskAsync("find-home")).Id);

        Assert.Equal("plans.changed-since-preview", (await MoveAsync(world, new(move, preview.Token))).Failure!.Code);
        Assert.Equal(Day("2026-03-02"), (await world.TaskAsync("hand-over-keys")).Due);
        Assert.True((await MoveAsync(world, new(move, (await PreviewAsync(world, move)).Value.Token))).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_SameCommandTwice_MovesOnce(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var command = Guid.CreateVersion7();
        var input = new MoveAnchorInput(AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-30")));

        Assert.False((await MoveAsync(world, input, command)).Value.WasMovedBefore);
        Assert.True((await MoveAsync(world, input, command)).Value.WasMovedBefore);
        Assert.Single(await world.AuditAsync("plans.move-anchor"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ArrivalTakenAway_FallsBackToTheTakeover(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();

        Assert.True((await MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "arrival", null)))).IsSuccess);

        Assert.Equal(Day("2026-03-02"), (await world.TaskAsync("hand-over-keys")).Due);
        await using var db = world.Open();
        Assert.Null((await db.Households.SingleAsync(PlanWorld.Cancel)).ArrivalDate);
        Assert.Equal(Day("2026-03-01"), (await db.PlanAnchors.SingleAsync(a => a.Name == "arrival", PlanWorld.Cancel)).Date);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_Allocation_TakesTheLawsTakeoverAndContractAlong_ByHandItStays(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();

        Assert.True((await MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "allocation", Day("2026-02-10"))))).IsSuccess);
        Assert.Equal(Day("2026-05-01"), (await world.TaskAsync("contract", world.Head.Id)).Due);

        Assert.True((await MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "takeover", Day("2026-04-15"))))).IsSuccess);
        Assert.Equal(Day("2026-05-15"), (await world.TaskAsync("contract", world.Head.Id)).Due);
        Assert.True((await MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "allocation", Day("2026-01-10"))))).IsSuccess);

        await using var db = world.Open();
        var household = await db.Households.SingleAsync(PlanWorld.Cancel);
        Assert.Equal((Day("2026-01-10"), Day("2026-04-15"), "by-hand"), (household.AllocationDate!.Value, household.TakeoverDate!.Value, household.TakeoverRule));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_TakeoverUnderAnotherLaw_AddsAndRemovesSteps(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var move = AnchorMove.Of(world.Family.Id, "takeover", Day("2016-06-01"));

        var preview = Assert.Single((await PreviewAsync(world, move)).Value.Plans);
        Assert.True((await MoveAsync(world, new(move))).IsSuccess);

        Assert.Equal("old-plan", Assert.Single(preview.Added).Step);
        Assert.Equal(["contract", "contract"], preview.Removed.Select(r => r.Step));
        var tasks = await world.TasksAsync();
        Assert.Equal(["find-home", "hand-over-keys", "make-cv", "make-cv", "old-plan"], tasks.Select(t => t.Step));
        Assert.Equal((Day("2016-09-01"), world.Jonas.Id), (tasks[4].Due!.Value, tasks[4].OwnerAccountId!.Value));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ManyHouseholds_GivesEachTheDatesOfItsOwnPreview(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var households = await ManyAsync(world, 40);
        var move = new AnchorMove("arrival", [.. households.Select((h, i) => new HouseholdMove(h, Day("2026-03-09").AddDays(i % 9)))]);
        var preview = (await PreviewAsync(world, move)).Value;

        var moved = await MoveAsync(world, new(move, preview.Token));

        Assert.Equal(new MovedAnchor(40, preview.Plans.Sum(p => p.Moves.Count)), moved.Value);
        var dues = (await world.TasksAsync()).ToDictionary(t => t.Id, t => t.Due);
        Assert.All(preview.Plans.SelectMany(p => p.Moves), m => Assert.Equal(m.To, dues[m.TaskId]));
        Assert.Equal(40, (await world.AuditAsync("plans.move-anchor")).Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_UnknownAnchorHouseholdOrDate_IsRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);

        Assert.Equal("plans.unknown-anchor", (await PreviewAsync(world, AnchorMove.Of(world.Family.Id, "departure", Day("2026-03-30")))).Failure!.Code);
        Assert.Equal("households.unknown", (await PreviewAsync(world, AnchorMove.Of(Guid.CreateVersion7(), "arrival", Day("2026-03-30")))).Failure!.Code);
        Assert.Equal("plans.date-out-of-range", (await MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "arrival", DateOnly.MaxValue)))).Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_WhileTasksAreCompleted_LosesNeither(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");

        await Task.WhenAll(
            MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-30")))),
            world.CompleteAsync(task.Id),
            MoveAsync(world, new(AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-30")))));

        Assert.Equal(TaskState.Done, (await world.TaskAsync("find-home")).State);
        Assert.Equal(Day("2026-03-30"), (await world.TaskAsync("hand-over-keys")).Due);
    }

    internal static async Task<List<Guid>> ManyAsync(PlanWorld world, int count)
    {
        await using var db = world.Open();
        var builder = (await PlanBuilder.LoadAsync(db, world.Practices, world.Law, "small-plan", PlanWorld.Cancel))!;
        var households = Enumerable.Range(0, count).Select(i => PlanWorld.NewHousehold($"H{i}")).ToList();
        db.AddRange(households);
        foreach (var household in households)
            builder.Build(household, [], PlanWorld.Now).AddTo(db);
        await db.SaveAsync(world.By("test.many"), new Core.Foundation.Audit.AuditSubject(Entity: "test"), PlanWorld.Cancel);
        return [.. households.Select(h => h.Id)];
    }

    private static async Task<Result<AnchorMovePreview>> PreviewAsync(PlanWorld world, AnchorMove move)
    {
        await using var db = world.Open();
        return await new PreviewAnchorMove(db, world.Practices, world.Law).RunAsync(move, PlanWorld.Cancel);
    }

    private static async Task<Result<MovedAnchor>> MoveAsync(PlanWorld world, MoveAnchorInput input, Guid? command = null)
    {
        await using var db = world.Open();
        return await new MoveAnchor(db, world.Practices, world.Law).RunAsync(input, world.By("plans.move-anchor", command: command), PlanWorld.Cancel);
    }
}
