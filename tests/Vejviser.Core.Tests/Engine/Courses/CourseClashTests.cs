using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Courses;

/// <summary>Whatever is generated, joined and left: nobody and no room is at two places at once, and no course has more people than seats.</summary>
[Trait("Run", "Full")]
public sealed class CourseClashTests
{
    private static CancellationToken Cancel => CoursesWorld.Cancel;

    [Fact]
    public async Task AnyCoursesAndAnyComingAndGoing_NobodyTwiceAndNeverOverSeats()
    {
        var doings = Gen.Select(
            Gen.Select(Gen.Int[0, 13], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Select(Gen.Int[1, 5], Gen.Int[0, 12], Gen.Int[20, 120], Gen.Int[0, 1], Gen.Int[0, 2]).Array[1, 3], Gen.Bool).Array[1, 4],
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 20]).Array[0, 16]);
        await doings.SampleAsync(async (courses, moves) =>
        {
            await using var world = await CoursesWorld.CreateAsync(DatabaseKind.Sqlite);
            var people = await world.NewPeopleAsync(6);
            Account[] teachers = [world.Plans.Jonas, world.Plans.Mette];
            Room?[] rooms = [null, world.Meetings.Blue, world.Meetings.Small];
            var made = new List<Guid>();
            foreach (var (day, weeks, seats, times, leavesOut) in courses)
            {
                var week = times.Select(t => world.Time((DayOfWeek)t.Item1, $"{8 + t.Item2 / 4:00}:{t.Item2 % 4 * 15:00}", t.Item3, teachers[t.Item4], seats > 2 && t.Item5 == 2 ? null : rooms[t.Item5])).ToArray();
                if (await world.MakeAsync(world.Free(weeks, seats, first: CoursesWorld.Monday.AddDays(day), leavesOut: leavesOut, times: week)) is { IsSuccess: true } done)
                    made.Add(done.Value.CourseId);
            }

            foreach (var (course, who, leaves, day) in moves.Where(_ => made.Count > 0))
                await MoveAsync(world, made[course % made.Count], people[who], leaves, day);
            await AssertSoundAsync(world, made);
        }, iter: 25, threads: 1);
    }

    private static async Task MoveAsync(CoursesWorld world, Guid course, Person person, bool leaves, int day)
    {
        if (!leaves)
            await world.JoinAsync(course, person, day);
        else if ((await world.ReadAsync(course)).Places.FirstOrDefault(p => p.PersonId == person.Id && p.LeftOn is null) is { } place)
            await world.LeaveAsync(course, place.Id, day);
    }

    private static async Task AssertSoundAsync(CoursesWorld world, List<Guid> courses)
    {
        await using var db = world.Open();
        foreach (var course in courses)
        {
            var seats = await db.CoursePlaces.Where(p => p.CourseId == course && p.LeftOn == null && p.Seat != null).Select(p => p.Seat!.Value).ToListAsync(Cancel);
            Assert.Equal(seats.Count, seats.Distinct().Count());
            var most = await db.Courses.Where(c => c.Id == course).Select(c => c.Seats).SingleAsync(Cancel);
            Assert.All(seats, s => Assert.InRange(s, 1, most));
        }

        // By the meetings themselves, not by the slots that guard them.
        var at = await WhereAsync(db);
        foreach (var one in at.GroupBy(a => a.Who).Select(g => g.OrderBy(a => a.From).ToList()))
            Assert.All(one.Zip(one.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From, $"{pair.First.Who} is at two places at {pair.Second.From:g}."));
        Assert.Equal(at.Sum(a => ((int)(a.To - a.From).TotalMinutes + 14) / 15), await db.MeetingSlots.CountAsync(Cancel));
    }

    private static async Task<List<(Guid Who, DateTime From, DateTime To)>> WhereAsync(VejviserDb db)
    {
        var meetings = await db.Meetings.AsNoTracking().ToDictionaryAsync(m => m.Id, Cancel);
        var people = await db.MeetingParticipants.AsNoTracking().ToListAsync(Cancel);
        return
        [
            .. people.Select(p => ((p.AccountId ?? p.PersonId)!.Value, meetings[p.MeetingId].StartsAt, meetings[p.MeetingId].EndsAt)),
            .. meetings.Values.Where(m => m.RoomId is not null).Select(m => (m.RoomId!.Value, m.StartsAt, m.EndsAt)),
        ];
    }
}
