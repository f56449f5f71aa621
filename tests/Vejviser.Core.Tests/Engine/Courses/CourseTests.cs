using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Courses;

/// <summary>Making a course, coming on it, leaving it, attendance.</summary>
public sealed class CourseTests
{
    private static CancellationToken Cancel => CoursesWorld.Cancel;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Make_OverEaster_BooksTeacherAndRoomAndLeavesTheHolidayOut(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var command = Guid.CreateVersion7();
        // Six Mondays from 16 March: 6 April is Easter Monday.
        var wanted = world.Free(weeks: 6, first: new DateOnly(2026, 3, 16), times: [world.Time(room: world.Meetings.Blue)]);

        var made = await world.MakeAsync(wanted, command);
        var again = await world.MakeAsync(wanted, command);

        var view = await world.ReadAsync(made.Value.CourseId);
        Assert.Equal((5, 5, command), (made.Value.Sessions, again.Value.Sessions, made.Value.CourseId));
        Assert.DoesNotContain(new DateOnly(2026, 4, 6), view.Sessions.Select(s => s.Day));
        Assert.All(view.Sessions, s => Assert.Equal(("Blå stue", "Jonas Krogh"), (s.Room, Assert.Single(s.Teachers))));
        await using var db = world.Open();
        // An hour of five days: four quarters for the teacher and four for the room.
        Assert.Equal(40, await db.MeetingSlots.CountAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Make_RoomTakenOnce_IsRefusedByNameOrLeavesThatSessionOut(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        await world.Meetings.BookedAsync(world.Meetings.Talk(world.Meetings.At("10:30", day: CoursesWorld.Monday.AddDays(7), room: world.Meetings.Blue)));
        var time = world.Time(room: world.Meetings.Blue);

        var refused = await world.MakeAsync(world.Free(times: [time]));
        var made = await world.MakeAsync(world.Free(leavesOut: true, times: [time]));

        Assert.Equal(("courses.taken", "Blå stue", 1), (refused.Failure?.Code, refused.Failure?.Values["who"], refused.Failure?.Values["count"]));
        Assert.Equal((3, CoursesWorld.Monday.AddDays(7)), (made.Value.Sessions, Assert.Single(made.Value.LeftOut).Session.Day));
    }

    /// <summary>Breaking off the practice takes the person off its course, and the seat goes to who waits; a course of no practice is nothing of it.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task EndPlan_OnACourseOfThePractice_LeavesItAndTheSeatGoesOn(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        await world.AdoptAsync("mindspring");
        var people = await world.NewPeopleAsync(2, "2009-05-05");
        await world.ConsentAsync(people, VolunteerSight.Consent);
        var plans = new List<Guid>();
        foreach (var person in people)
            plans.Add((await world.EnrolAsync("mindspring", person, "Er flyttet ind")).Value.PlanId);
        var (course, other) = (await world.OfPracticeAsync("mindspring", seats: 1), await world.MadeAsync(world.Free(times: [world.Time(DayOfWeek.Friday)])));
        var (first, second) = ((await world.JoinAsync(course, people[0])).Value, (await world.JoinAsync(course, people[1])).Value);
        Assert.True((await world.JoinAsync(other, people[0])).IsSuccess);

        var ended = await world.BreakOffAsync(plans[0], "mindspring", day: 3);

        Assert.True(ended.IsSuccess, ended.Failure?.Code);
        await using var db = world.Open();
        var places = await db.CoursePlaces.Where(p => p.CourseId == course).ToDictionaryAsync(p => p.Id, Cancel);
        Assert.Equal((world.By(day: 3).Day, (int?)1), (places[first.PlaceId].LeftOn!.Value, places[second.PlaceId].Seat));
        Assert.Null((await db.CoursePlaces.SingleAsync(p => p.CourseId == other, Cancel)).LeftOn);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Join_FullThenSomebodyLeaves_WhoWaitedLongestGetsTheSeatAndTheSessionsAhead(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await world.NewPeopleAsync(4);
        var course = await world.MadeAsync(world.Free(seats: 2));
        var places = new List<JoinedCourse>();
        foreach (var person in people)
            places.Add((await world.JoinAsync(course, person)).Value);
        Assert.Equal([false, false, true, true], places.Select(p => p.IsWaiting));
        Assert.Equal("courses.already-in", (await world.JoinAsync(course, people[0])).Failure?.Code);

        // A week later one session has been: who leaves keeps it, and who comes is asked to the three ahead.
        Assert.Equal(1, (await world.LeaveAsync(course, places[0].PlaceId, day: 8)).Value);

        var view = await world.ReadAsync(course);
        Assert.Equal(new HashSet<Guid> { people[1].Id, people[2].Id }, view.Seated.Select(p => p.PersonId).ToHashSet());
        Assert.Equal((people[3].Id, 1), (view.Waiting.Single().PersonId, view.Waiting.Single().InLine));
        await using var db = world.Open();
        Assert.Equal([1, 4, 3, 0], await AskedAsync(people));

        async Task<List<int>> AskedAsync(List<Person> all)
        {
            var counts = new List<int>();
            foreach (var person in all)
                counts.Add(await db.MeetingParticipants.CountAsync(p => p.PersonId == person.Id, Cancel));
            return counts;
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Join_TwentyAtOnce_NeverOverTheSeats(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await world.NewPeopleAsync(20);
        var course = await world.MadeAsync(world.Free(weeks: 1, seats: 5));

        var joined = await Task.WhenAll(people.Select(p => Task.Run(() => world.JoinAsync(course, p), Cancel)));

        Assert.All(joined, j => Assert.True(j.IsSuccess, j.Failure?.Code));
        var view = await world.ReadAsync(course);
        Assert.Equal((5, 15), (view.Seated.Count(), view.Waiting.Count()));
        await using var db = world.Open();
        Assert.Equal(5, await db.MeetingParticipants.CountAsync(p => p.PersonId != null, Cancel));
    }

    [Fact]
    public async Task Join_TakenAtOneSession_IsAskedToTheOthersAndTold()
    {
        await using var world = await CoursesWorld.CreateAsync(DatabaseKind.Sqlite);
        var course = await world.MadeAsync(world.Free());
        await world.Meetings.BookedAsync(world.Meetings.Talk(world.Meetings.At("10:45", day: CoursesWorld.Monday.AddDays(14))));

        var joined = await world.JoinAsync(course, world.Plans.Head);

        Assert.Equal(CoursesWorld.Monday.AddDays(14), DateOnly.FromDateTime(Assert.Single(joined.Value.Elsewhere)));
        await using var db = world.Open();
        Assert.Equal(4, await db.MeetingParticipants.CountAsync(p => p.PersonId == world.Plans.Head.Id, Cancel));
    }

    [Fact]
    public async Task Join_FixedIntakeThatHasBegun_IsRefused()
    {
        await using var world = await CoursesWorld.CreateAsync(DatabaseKind.Sqlite);
        var course = await world.MadeAsync(world.Free(intake: CourseIntake.Fixed));

        Assert.Equal("courses.intake-closed", (await world.JoinAsync(course, world.Plans.Head, day: 8)).Failure?.Code);
        Assert.True((await world.JoinAsync(course, world.Plans.Head)).IsSuccess);
    }

    [Theory]
    [InlineData("2020-02-10", "plans.not-in-target-group", null)]
    [InlineData("2020-02-02", null, null)]
    [InlineData("2008-02-10", null, null)]
    [InlineData("2008-02-09", null, "courses.not-for-person")]
    public async Task Club_ByDayOfBirth_TakesSixToSeventeenOnTheDayTheyWouldJoin(string born, string? practice, string? club)
    {
        const string Practice = "youth-school-early-integration";
        await using var world = await CoursesWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.AdoptAsync(Practice);
        var child = (await world.NewPeopleAsync(1, born))[0];
        var course = await world.MadeAsync(new NewCourse("Klub", Practice, "club", CoursesWorld.Monday, [world.Time() with { Kind = "club-day" }], world.Plans.Mette.Id));
        Assert.Equal("courses.not-in-practice", (await world.JoinAsync(course, child)).Failure?.Code);

        Assert.Equal(practice, (await world.EnrolAsync(Practice, child)).Failure?.Code);
        if (practice is null)
            Assert.Equal(club, (await world.JoinAsync(course, child)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Attendance_NotedAndCorrected_CountsHoursAndDecidesTheCertificate(DatabaseKind kind)
    {
        await using var world = await CoursesWorld.CreateAsync(kind);
        var people = await world.NewPeopleAsync(2);
        var course = await world.MadeAsync(world.Free(weeks: 2, least: 80, times: [world.Time(), world.Time(DayOfWeek.Wednesday, minutes: 240)]));
        foreach (var person in people)
            await world.JoinAsync(course, person);
        var sessions = (await world.ReadAsync(course)).Sessions;
        Assert.Equal("meetings.not-yet", (await world.NoteAsync(sessions[0].MeetingId, day: 0, (people[0], null))).Failure?.Code);

        // Ten hours in all; an hour away is ninety percent, four hours away are sixty.
        await world.NoteAsync(sessions[0].MeetingId, day: 40, (people[0], AbsenceReason.Illness), (people[1], null));
        await world.NoteAsync(sessions[1].MeetingId, day: 40, (people[0], AbsenceReason.Work), (people[1], AbsenceReason.ChildIll));
        foreach (var session in sessions.Skip(2))
            await world.NoteAsync(session.MeetingId, day: 40, (people[0], null), (people[1], null));
        await world.NoteAsync(sessions[1].MeetingId, day: 41, (people[0], null));

        var view = await world.ReadAsync(course);
        var (ill, away) = (view.Places.Single(p => p.PersonId == people[0].Id).Attendance, view.Places.Single(p => p.PersonId == people[1].Id).Attendance);
        Assert.Equal((540, 90, 3, 4, AbsenceReason.Illness), (ill.Minutes, ill.Percent, ill.Attended, ill.Held, ill.Absences.Single().Reason));
        Assert.Equal((60, AbsenceReason.ChildIll), (away.Percent, away.Absences.Single().Reason));
        Assert.Equal(people[0].Id, Assert.Single(view.Certified).PersonId);
    }

    [Fact]
    public async Task CallOff_RunningCourse_FreesWhatIsAheadAndKeepsWhatWasHeld()
    {
        await using var world = await CoursesWorld.CreateAsync(DatabaseKind.Sqlite);
        var course = await world.MadeAsync(world.Free());
        await using var db = world.Open();

        var called = await new CallOffCourse(db).RunAsync(course, "For få", world.By(day: 8), Cancel);

        Assert.Equal(3, called.Value);
        Assert.Equal(4, await db.MeetingSlots.CountAsync(Cancel));
        Assert.Equal("courses.over", (await new CallOffCourse(db).RunAsync(course, "Igen", world.By(day: 8), Cancel)).Failure?.Code);
    }
}
