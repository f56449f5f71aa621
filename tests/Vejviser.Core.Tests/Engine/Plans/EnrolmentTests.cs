using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class EnrolmentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_Person_GetsSeatDatesAndTasks(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();

        var enrolled = (await world.EnrolAsync(person, dates: [("start", Day("2026-03-02"))])).Value;

        var (plan, tasks) = (await world.PlanAsync(enrolled.PlanId), await world.TasksAsync(enrolled.PlanId));
        Assert.False(enrolled.IsWaiting);
        Assert.Equal((PlanState.Running, person.Id), (plan.State, plan.PersonId));
        Assert.InRange(plan.Seat!.Value, 1, 2);
        Assert.Equal(Day("2026-03-09"), tasks["placement"].Due);
        Assert.Equal(Day("2008-05-05"), tasks["congratulate"].Due);
        Assert.All(tasks.Values, t => Assert.Equal((person.Id, world.Employment.Id), (t.PersonId, t.OwnerUnitId)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_ManyAtOnce_FillsTheSeatsAndTheLineAndNobodyTwice(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var people = new List<Person>();
        for (var i = 0; i < 12; i++)
            people.Add(await world.NewPersonAsync());

        var all = await Task.WhenAll(people.SelectMany(p => new[] { world.EnrolAsync(p), world.EnrolAsync(p) }));

        Assert.Equal(12, all.Count(r => r.IsSuccess));
        Assert.All(all.Where(r => !r.IsSuccess), r => Assert.Equal("plans.already-running", r.Failure!.Code));
        await using var db = world.Open();
        Assert.Equal([1, 2], await db.Plans.Where(p => p.Seat != null).OrderBy(p => p.Seat).Select(p => p.Seat!.Value).ToListAsync(Cancel));
        Assert.Equal(10, await db.Plans.CountAsync(p => p.State == PlanState.Waiting, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task End_SeatBecomesFree_GoesToWhoWaitedLongest(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var first = await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EnrolledAsync(await world.NewPersonAsync());
        var third = (await world.EnrolAsync(await world.NewPersonAsync(), by: world.By(day: 1), dates: [("start", Day("2026-02-03"))])).Value;
        var fourth = (await world.EnrolAsync(await world.NewPersonAsync(), by: world.By(day: 2))).Value;
        Assert.True(third.IsWaiting && fourth.IsWaiting);
        Assert.Empty(await world.TasksAsync(third.PlanId));

        Assert.True((await world.EndAsync(first, PlanState.BrokenOff, "moved", by: world.By(day: 10))).IsSuccess);

        var plan = await world.PlanAsync(third.PlanId);
        Assert.Equal(PlanState.Running, plan.State);
        Assert.NotNull(plan.Seat);
        Assert.Equal(CourseWorld.Today.AddDays(10), (await world.TasksAsync(third.PlanId))["begin"].Due);
        Assert.Equal(PlanState.Waiting, (await world.PlanAsync(fourth.PlanId)).State);
        Assert.All((await world.TasksAsync(first)).Values, t => Assert.Equal((TaskState.Skipped, SkipReasons.PlanEnded), (t.State, t.SkipReason)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_InWhatEndsAnotherPractice_SeatsThereAreGivenOn(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        await world.AdoptAsync("small-job");
        var (person, other) = (await world.NewPersonAsync(), await world.NewPersonAsync());
        var plan = await world.EnrolledAsync(person);
        await world.EnrolledAsync(other);
        var waiting = (await world.EnrolAsync(await world.NewPersonAsync(), by: world.By(day: 1))).Value;
        await world.GroupAsync("small-course", person, other);

        var job = (await world.EnrolAsync(person, "small-job", world.By(day: 10))).Value;

        var ended = await world.PlanAsync(plan);
        Assert.Equal((PlanState.MovedOn, "small-job"), (ended.State, ended.MovedOnTo));
        Assert.Equal((true, PlanState.Running), (waiting.IsWaiting, (await world.PlanAsync(waiting.PlanId)).State));
        await using var db = world.Open();
        Assert.Equal(CourseWorld.Today.AddDays(10), (await db.CoursePlaces.SingleAsync(p => p.PersonId == person.Id, Cancel)).LeftOn);
        Assert.Null((await db.CoursePlaces.SingleAsync(p => p.PersonId == other.Id, Cancel)).LeftOn);
        Assert.Equal(PlanState.Running, (await world.PlanAsync(job.PlanId)).State);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task End_WhoWaitedBegins_WhatThatEndsIsGivenOnToo(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        await world.AdoptAsync("small-job");
        var (person, other) = (await world.NewPersonAsync(), await world.NewPersonAsync());
        var job = (await world.EnrolAsync(await world.NewPersonAsync(), "small-job")).Value.PlanId;
        var plan = await world.EnrolledAsync(person);
        await world.EnrolledAsync(other);
        Assert.True((await world.EnrolAsync(person, "small-job", world.By(day: 1))).Value.IsWaiting);
        var waiting = (await world.EnrolAsync(await world.NewPersonAsync(), by: world.By(day: 1))).Value.PlanId;
        await world.GroupAsync("small-course", person, other);
        Assert.Equal(PlanState.Running, (await world.PlanAsync(plan)).State);

        Assert.True((await world.EndAsync(job, PlanState.BrokenOff, "moved", by: world.By(day: 10))).IsSuccess);

        Assert.Equal((PlanState.MovedOn, PlanState.Running), ((await world.PlanAsync(plan)).State, (await world.PlanAsync(waiting)).State));
        await using var db = world.Open();
        Assert.Equal(CourseWorld.Today.AddDays(10), (await db.CoursePlaces.SingleAsync(p => p.PersonId == person.Id, Cancel)).LeftOn);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_OutsideTheTargetGroup_IsRefusedWithTheConditionUntilAReasonIsGiven(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var child = await world.NewPersonAsync("2015-01-01");

        var refused = (await world.EnrolAsync(child)).Failure!;

        Assert.Equal(("plans.not-in-target-group", "age"), (refused.Code, refused.Values["condition"]));
        Assert.True((await world.EnrolAsync(child, despite: "Følger sin mor.")).IsSuccess);
    }

    [Fact]
    public async Task Enrol_WithoutTheConsentItNeeds_IsRefused()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal("plans.consent-missing", (await world.EnrolAsync(await world.NewPersonAsync(consents: false))).Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_SameCommandTwice_AnswersTheFirst(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (person, command) = (await world.NewPersonAsync(), Guid.CreateVersion7());

        var first = await world.EnrolAsync(person, by: world.By(command));
        var second = await world.EnrolAsync(person, by: world.By(command));

        Assert.Equal(first.Value, second.Value);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Pause_ThenResume_TasksRestAndTheirDatesMoveByTheDaysItStoodStill(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plan = (await world.EnrolAsync(await world.NewPersonAsync(), dates: [("start", Day("2026-02-02"))])).Value.PlanId;
        await world.FinishAsync(plan, "begin");

        Assert.True((await world.PauseAsync(plan, Day("2026-03-01"))).IsSuccess);
        Assert.Equal(TaskState.Resting, (await world.TasksAsync(plan))["finish"].State);
        Assert.Equal(TaskState.Done, (await world.TasksAsync(plan))["begin"].State);
        Assert.True((await world.ResumeAsync(plan, day: 14)).IsSuccess);

        var tasks = await world.TasksAsync(plan);
        Assert.Equal((TaskState.Open, Day("2026-03-16")), (tasks["finish"].State, tasks["finish"].Due));
        Assert.Equal(Day("2026-02-23"), tasks["placement"].Due);
        Assert.Equal(Day("2008-05-05"), tasks["congratulate"].Due);
        Assert.Equal("plans.not-paused", (await world.ResumeAsync(plan, day: 15)).Failure!.Code);
    }

    [Fact]
    public async Task Complete_WithTheLastStepOpen_IsRefusedAndNamesIt()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = await world.EnrolledAsync(await world.NewPersonAsync());

        var refused = (await world.EndAsync(plan, PlanState.Completed)).Failure!;
        Assert.Equal(("plans.not-completed", "“Slut”"), (refused.Code, refused.Values["titles-da"]));
        await world.FinishAsync(plan, "finish");

        Assert.True((await world.EndAsync(plan, PlanState.Completed)).IsSuccess);
        Assert.Equal(PlanState.Completed, (await world.PlanAsync(plan)).State);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_ThenTheNextPractice_SkipsWhatTheFirstGave(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var plan = await world.EnrolledAsync(person);
        await world.FinishAsync(plan, "finish");
        await world.EndAsync(plan, PlanState.Completed);

        var tasks = await world.TasksAsync(await world.EnrolledAsync(person, "small-next"));

        Assert.Equal((TaskState.Skipped, SkipReasons.GivenBy("small-course")), (tasks["introduction"].State, tasks["introduction"].SkipReason));
        Assert.Equal(TaskState.Open, tasks["work"].State);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task MoveOn_StartsTheNextPracticeInTheSameBreath(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var plan = await world.EnrolledAsync(person);

        Assert.Equal("plans.unknown-next", (await world.EndAsync(plan, PlanState.MovedOn, practice: "reception-plan")).Failure!.Code);
        Assert.True((await world.EndAsync(plan, PlanState.MovedOn, practice: "small-next")).IsSuccess);

        await using var db = world.Open();
        var next = await db.Plans.SingleAsync(p => p.Practice == "small-next", Cancel);
        Assert.Equal((person.Id, PlanSource.Practice, plan), (next.PersonId!.Value, next.Source, next.SourceId!.Value));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reopen_TakesTheEndingBack(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plan = await world.EnrolledAsync(await world.NewPersonAsync());
        var before = await world.TasksAsync(plan);
        await world.EndAsync(plan, PlanState.BrokenOff, "got-work");

        Assert.True((await world.ReopenAsync(plan)).IsSuccess);

        Assert.Equal(PlanState.Running, (await world.PlanAsync(plan)).State);
        Assert.All(await world.TasksAsync(plan), t => Assert.Equal((before[t.Key].State, before[t.Key].Due), (t.Value.State, t.Value.Due)));
    }

    [Fact]
    public async Task Reopen_SeatGivenToAnother_IsRefused()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var first = await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EnrolledAsync(await world.NewPersonAsync());
        await world.EndAsync(first, PlanState.BrokenOff, "moved");

        Assert.Equal("plans.no-seat", (await world.ReopenAsync(first)).Failure!.Code);
    }

    [Fact]
    public async Task Enrol_HalfPastMidnight_BeginsOnTheTownHallsDay()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        // At that time it is still yesterday by UTC.
        var by = world.By() with { At = TimeZones.At(CourseWorld.Today, new TimeOnly(0, 30)) };

        var enrolled = await world.EnrolAsync(await world.NewPersonAsync(), by: by);

        await using var db = world.Open();
        var plan = await db.Plans.Include(p => p.Anchors).SingleAsync(p => p.Id == enrolled.Value.PlanId, Cancel);
        Assert.Equal((CourseWorld.Today, CourseWorld.Today), (plan.Anchors.Single(a => a.Name == Anchor.Start).Date, plan.LawDate));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task RegisterOutcome_TheNewestWordCounts_AndCanBeTakenBack(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plan = await world.EnrolledAsync(await world.NewPersonAsync());

        await world.RegisterAsync(plan, false);
        await world.RegisterAsync(plan, true);
        await using (var db = world.Open())
            Assert.True((await db.PlanOutcomes.SingleAsync(Cancel)).IsYes);
        await world.RegisterAsync(plan, null);

        await using (var db = world.Open())
            Assert.False(await db.PlanOutcomes.AnyAsync(Cancel));
        Assert.Equal("plans.outcome-in-future", (await world.RegisterAsync(plan, true, CourseWorld.Today.AddDays(1))).Failure!.Code);
        Assert.Equal("plans.unknown-outcome", (await world.RegisterAsync(plan, true, outcome: "rich")).Failure!.Code);
    }
}
