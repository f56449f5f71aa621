using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Engine.Courses;
using Vejviser.Core.Tests.Engine.Meetings;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Health;

public sealed class GroupTests
{
    private static readonly string[] Tongues = ["ar", "ti", "so"];
    private static readonly GroupPolicy Policy = new(3, 4, 20, 18);
    private static readonly DateOnly First = new(2026, 3, 10);

    /// <summary>Whoever is interested: groups of the right size, one language and one kind, a trainer who speaks it in one place at a time, nobody twice and nobody forgotten.</summary>
    [Fact]
    public void Propose_AnybodyInterested_GroupsKeepEveryRuleAndNobodyIsForgotten() => Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[1, 127]).Array[0, 14], Gen.Select(Gen.Int[0, 2], Gen.Int[1, 127]).Array[0, 3], Gen.Select(Gen.Int[1, 5], Gen.Int[2, 5]).Array[0, 3]).Sample(
        (people, leaders, evenings) =>
        {
            var seekers = people.Select((p, i) => new GroupSeeker(Guid.CreateVersion7(), Guid.Empty, $"P{i}", [Tongues[p.Item1]], p.Item2 == 0 ? null : (GroupKind)p.Item2, (Weekdays)p.Item3, First, i, null, null)).ToList();
            var trainers = leaders.Select((l, i) => new TrainerFacts(Guid.CreateVersion7(), $"T{i}", [Tongues[l.Item1]], (Weekdays)l.Item2, [])).ToList();
            var times = evenings.Select((e, i) => new TimeFacts(Guid.CreateVersion7(), (DayOfWeek)e.Item1, new TimeOnly(17, 0), Guid.Empty, $"R{i}", e.Item2, IsTaken: false)).ToList();

            var proposal = ProposeGroups.Propose(new GroupFacts(seekers, times, trainers, new Dictionary<string, int>()), Policy, CancellationToken.None);

            Assert.All(proposal.Groups, g =>
            {
                Assert.InRange(g.Members.Count, Policy.Least, Math.Min(Policy.Most, g.Time.Seats));
                Assert.All(g.Members, m => Assert.True(m.Languages.Contains(g.Language) && m.Kind == g.Kind && m.Days.Has(g.Time.Weekday)));
                Assert.True(g.Trainer.Languages.Contains(g.Language) && g.Trainer.Days.Has(g.Time.Weekday));
            });
            Assert.Equal(proposal.Groups.Count, proposal.Groups.Select(g => g.Time.Id).Distinct().Count());
            Assert.Equal(proposal.Groups.Count, proposal.Groups.Select(g => (g.Trainer.Id, g.Time.Weekday, g.Time.At)).Distinct().Count());
            Assert.Equal(seekers.Select(s => s.Id).Order(), proposal.Groups.SelectMany(g => g.Members).Select(m => m.Id).Concat(proposal.Waiting.Select(w => w.Seeker.Id)).Order());
            Assert.Equal(Enumerable.Range(1, proposal.Waiting.Count), proposal.Waiting.Select(w => w.Number));
        },
        iter: 150, threads: 1, seed: "0000000000000");

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_GroupAsSeen_IsACourseWithItsPeopleInterpretersAndDatesAndOnceOnly(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await InterestedAsync(world);
        var (group, form) = (await SeeAsync(world), Guid.CreateVersion7());

        var (formed, again) = (await DecideAsync(world, group.Fingerprint, form), await DecideAsync(world, group.Fingerprint, form));

        Assert.True(formed.IsSuccess, formed.Failure?.Code);
        Assert.Equal(formed.Value, again.Value);
        await using var db = world.Open();
        var sessions = await db.CourseSessions.Where(s => s.CourseId == formed.Value).Select(s => s.MeetingId).ToListAsync(CoursesWorld.Cancel);
        Assert.Equal(people.Count, await db.CoursePlaces.CountAsync(p => p.CourseId == formed.Value && p.Seat != null, CoursesWorld.Cancel));
        Assert.Equal(sessions.Order(), (await db.InterpreterBookings.Where(b => b.Language == "ti").Select(b => b.MeetingId).ToListAsync(CoursesWorld.Cancel)).Order());
        Assert.All(await db.PlanAnchors.Where(a => a.Name == "start").Select(a => a.Date).ToListAsync(CoursesWorld.Cancel), d => Assert.Equal(First, d));
        Assert.All(await db.PlanTasks.Where(t => t.Step == "form-the-group").ToListAsync(CoursesWorld.Cancel), t => Assert.Equal(TaskState.Done, t.State));
        Assert.Equal(1, await db.GroupCourses.CountAsync(CoursesWorld.Cancel));
        Assert.Equal("groups.changed", (await DecideAsync(world, group.Fingerprint)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_OneIsElsewhereAtEveryMeeting_NothingIsFormed(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await InterestedAsync(world);
        var other = await world.MadeAsync(world.Free(weeks: 20, seats: 2, first: new DateOnly(2026, 3, 3), times: world.Time(DayOfWeek.Tuesday, "17:00", 150)));
        Assert.True((await world.JoinAsync(other, people[^1])).IsSuccess);

        var decided = await DecideAsync(world, (await SeeAsync(world)).Fingerprint);

        Assert.Equal("courses.always-elsewhere", decided.Failure?.Code);
        await using var db = world.Open();
        Assert.Equal(other, (await db.Courses.SingleAsync(CoursesWorld.Cancel)).Id);
        Assert.Equal((0, 0), (await db.GroupCourses.CountAsync(CoursesWorld.Cancel), await db.InterpreterBookings.CountAsync(CoursesWorld.Cancel)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Fairness_BeforeAndAfterAGroupIsFormed_CountsWhoGotIn(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        await InterestedAsync(world);
        Assert.Equal((8, 0), await PlacedAsync(world));

        Assert.True((await DecideAsync(world, (await SeeAsync(world)).Fingerprint)).IsSuccess);

        Assert.Equal((8, 8), await PlacedAsync(world));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Effect_OfLargerGroups_FormsTheLastMonthAgain(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        await InterestedAsync(world);
        Assert.True((await DecideAsync(world, (await SeeAsync(world)).Fingerprint)).IsSuccess);
        await using var db = world.Open();
        async Task<IReadOnlyList<GroupEffect>> EffectAsync(int least, int days)
        {
            var today = world.By().Day.AddDays(days);
            return await GroupEffect.ReadAsync(db, await ReadGroups.RunAsync(db, world.Practices, today, CoursesWorld.Cancel), least, 12, today, CoursesWorld.Cancel);
        }

        var effects = await EffectAsync(least: 9, days: 20);

        Assert.Equal([(null, 0, 0, 0), (world.By().Day.AddDays(20).AddMonths(-1), 8, 8, 0)], effects.Select(e => (e.Since, e.People, e.Now.Placed, e.Then.Placed)));
        Assert.Equal((8, 8), ((await EffectAsync(least: 8, days: 20))[1].Now.Placed, (await EffectAsync(least: 8, days: 20))[1].Then.Placed));
        Assert.Equal(0, (await EffectAsync(least: 9, days: 40))[1].People);
    }

    private static async Task<(int?, int?)> PlacedAsync(CoursesWorld world)
    {
        await using var db = world.Open();
        var today = world.By().Day;
        var all = (await GroupFairness.ReadAsync(db, world.Practices, today.AddDays(-30), today, CoursesWorld.Cancel)).All;
        return (all.Count, all.Placed);
    }

    /// <summary>The person's own days, on their own page; a time that staff chose for them stands.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OwnDays_SaidByWhoIsInterested_CountInTheProposalAndEndWithTheGroup(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await InterestedAsync(world);
        await using var db = world.Open();
        var (me, own) = (people[0].Id, new AuditContext(null, "test.own", world.By().At));
        Assert.Equal((true, null), await OwnDays.ReadAsync(db, me, CoursesWorld.Cancel));

        Assert.Equal("groups.days-missing", (await OwnDays.ChangeAsync(db, me, Weekdays.None, own, CoursesWorld.Cancel)).Failure?.Code);
        Assert.True((await OwnDays.ChangeAsync(db, me, Weekdays.Tuesday | Weekdays.Friday, own, CoursesWorld.Cancel)).IsSuccess);

        Assert.Equal((true, Weekdays.Tuesday | Weekdays.Friday), await OwnDays.ReadAsync(db, me, CoursesWorld.Cancel));
        var group = await SeeAsync(world);
        Assert.Equal(Weekdays.Tuesday | Weekdays.Friday, group.Members.Single(m => m.Id == me).Days);
        Assert.True((await DecideAsync(world, group.Fingerprint, Guid.CreateVersion7())).IsSuccess);
        Assert.Equal("groups.not-interested", (await OwnDays.ChangeAsync(db, me, Weekdays.Monday, own, CoursesWorld.Cancel)).Failure?.Code);
        Assert.Equal((false, null), await OwnDays.ReadAsync(db, me, CoursesWorld.Cancel));
    }

    /// <summary>Eight youths of one language, a trainer and a room on Tuesdays.</summary>
    private static async Task<IReadOnlyList<Person>> InterestedAsync(CoursesWorld world)
    {
        await world.AdoptAsync(GroupPolicy.Practice);
        var people = await world.NewPeopleAsync(8, "2009-05-05");
        await using (var db = world.Open())
        {
            var room = new Room { Name = "Lokale 2", Seats = 12 };
            db.AddRange(room, new GroupTime { Weekday = DayOfWeek.Tuesday, At = new TimeOnly(17, 0), RoomId = room.Id }, new GroupTrainer { Name = "Dawit Haile", Language = "ti" });
            foreach (var person in await db.People.Where(p => people.Select(x => x.Id).Contains(p.Id)).ToListAsync(CoursesWorld.Cancel))
            {
                person.Language = "ti";
                db.Add(new Consent { PersonId = person.Id, Purpose = VolunteerSight.Consent, GivenOn = world.By().Day, GivenById = person.Id, RegisteredBy = world.Plans.Mette.Id });
            }

            await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), CoursesWorld.Cancel);
        }

        foreach (var person in people)
        {
            var enrolled = await world.EnrolAsync(GroupPolicy.Practice, person, "Er flyttet ind");
            Assert.True(enrolled.IsSuccess, enrolled.Failure?.Code);
        }

        return people;
    }

    private static async Task<ProposedGroup> SeeAsync(CoursesWorld world)
    {
        await using var db = world.Open();
        return Assert.Single((await ReadGroups.RunAsync(db, world.Practices, world.By().Day, CoursesWorld.Cancel)).Proposal.Groups);
    }

    private static async Task<Result<Guid>> DecideAsync(CoursesWorld world, string fingerprint, Guid? form = null)
    {
        await using var db = world.Open();
        var decide = new DecideGroup(
            db, world.Practices, new MakeCourse(db, world.Practices, MeetingWorld.Law), new JoinCourse(db, world.Practices), new RequestInterpreter(db, world.Practices), new ReschedulePlan(db, world.Practices, world.Plans.Law));
        return await decide.RunAsync(new DecideGroupInput(fingerprint, First, world.Plans.Mette.Id, "Gruppe på tigrinya"), Reader.System with { AccountId = world.Plans.Mette.Id }, world.By(form), CoursesWorld.Cancel);
    }
}
