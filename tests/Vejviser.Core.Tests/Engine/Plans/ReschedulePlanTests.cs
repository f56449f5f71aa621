using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class ReschedulePlanTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reschedule_Start_TakesOpenTasksAlongAndWhatStandsInForIt(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plan = (await world.EnrolAsync(await world.NewPersonAsync(), dates: [("start", Day("2026-03-02"))])).Value.PlanId;
        await world.FinishAsync(plan, "begin");

        var preview = (await world.PreviewAsync(plan, ("start", Day("2026-03-16")))).Value;
        Assert.Equal(["placement", "finish"], preview.Move!.Moves.Select(m => m.Step));
        Assert.Equal([("begin", StayReason.Done), ("congratulate", StayReason.Unaffected)], preview.Move.Stays.Select(s => (s.Step, s.Why)));
        Assert.Equal(2, (await world.RescheduleAsync(plan, preview.Token, ("start", Day("2026-03-16")))).Value.Tasks);

        var tasks = await world.TasksAsync(plan);
        Assert.Equal((Day("2026-03-02"), Day("2026-03-23"), Day("2026-04-13")), (tasks["begin"].Due!.Value, tasks["placement"].Due!.Value, tasks["finish"].Due!.Value));
        Assert.Equal(Day("2026-03-16"), (await world.PlanAsync(plan)).Anchors.Single(a => a.Name == "placement-start").Date);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reschedule_OneOwnDate_LeavesTheOthersAndCanBeGivenBack(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plan = (await world.EnrolAsync(await world.NewPersonAsync(), dates: [("start", Day("2026-03-02"))])).Value.PlanId;

        await world.RescheduleAsync(plan, null, ("placement-start", Day("2026-04-06")));
        Assert.Equal((Day("2026-04-13"), Day("2026-03-30")), ((await world.TasksAsync(plan))["placement"].Due!.Value, (await world.TasksAsync(plan))["finish"].Due!.Value));
        await world.RescheduleAsync(plan, null, ("placement-start", null));

        Assert.Equal(Day("2026-03-09"), (await world.TasksAsync(plan))["placement"].Due);
    }

    [Fact]
    public async Task Reschedule_PinnedTask_Stays()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = (await world.EnrolAsync(await world.NewPersonAsync(), dates: [("start", Day("2026-03-02"))])).Value.PlanId;
        await using (var db = world.Open())
        {
            (await db.PlanTasks.SingleAsync(t => t.PlanId == plan && t.Step == "finish", Cancel)).IsPinned = true;
            await db.SaveAsync(world.By(), new Vejviser.Core.Foundation.Audit.AuditSubject(Entity: "test"), Cancel);
        }

        await world.RescheduleAsync(plan, null, ("start", Day("2026-03-16")));

        Assert.Equal(Day("2026-03-30"), (await world.TasksAsync(plan))["finish"].Due);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reschedule_WhoWaits_GetsNoTasksAndBeginsOnTheNewDay(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var first = await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EnrolledAsync(await world.NewPersonAsync());
        var third = await world.EnrolledAsync(await world.NewPersonAsync());

        Assert.True((await world.RescheduleAsync(third, null, ("start", Day("2026-05-04")))).IsSuccess);
        Assert.Empty(await world.TasksAsync(third));
        await world.EndAsync(first, PlanState.BrokenOff, "moved");

        Assert.Equal(Day("2026-05-11"), (await world.TasksAsync(third))["placement"].Due);
    }

    [Fact]
    public async Task Reschedule_ChangedSincePreview_MovesNothing()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = (await world.EnrolAsync(await world.NewPersonAsync(), dates: [("start", Day("2026-03-02"))])).Value.PlanId;
        var token = (await world.PreviewAsync(plan, ("start", Day("2026-03-16")))).Value.Token;
        await world.FinishAsync(plan, "begin");

        Assert.Equal("plans.changed-since-preview", (await world.RescheduleAsync(plan, token, ("start", Day("2026-03-16")))).Failure!.Code);
        Assert.Equal(Day("2026-03-09"), (await world.TasksAsync(plan))["placement"].Due);
    }

    [Theory]
    [InlineData("arrival", "2026-03-16", "plans.unknown-anchor")]
    [InlineData("start", null, "plans.date-required")]
    [InlineData("start", "2126-03-16", "plans.date-out-of-range")]
    public async Task Reschedule_WhatCannotBe_IsRefused(string anchor, string? day, string failure)
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = await world.EnrolledAsync(await world.NewPersonAsync());

        Assert.Equal(failure, (await world.RescheduleAsync(plan, null, (anchor, day is null ? null : Day(day)))).Failure!.Code);
    }

    [Fact]
    public async Task Reschedule_EndedPlan_IsRefused()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EndAsync(plan, PlanState.BrokenOff, "moved");

        Assert.Equal("plans.ended", (await world.RescheduleAsync(plan, null, ("start", Day("2026-03-16")))).Failure!.Code);
    }
}
