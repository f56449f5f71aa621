using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Law;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Gatherings.GatheringWorld;

namespace Vejviser.Core.Tests.Engine.Gatherings;

/// <summary>What a practice holds by itself follows its plans, once each, and leaves alone what people chose.</summary>
public sealed class KeepMeetingsTests
{
    private static readonly string[] Three = ["first-screening-meeting", "start-meeting-parents", "second-screening-meeting"];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_Family_ThreeMeetingsInTheirWeeksWithTheirRoles(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        await world.EnrolAsync(await world.FamilyAsync(), Team);

        var meetings = await world.MeetingsAsync(Three);

        Assert.Equal([new(2026, 3, 25), new(2026, 4, 17), new(2026, 4, 24)], meetings.Select(m => m.Day));
        await using var db = world.Open();
        var roles = await db.MeetingParticipants.Where(p => p.MeetingId == meetings[0].Id).Select(p => p.Role).ToListAsync(Cancel);
        // The child is nine: day care has no part in it.
        Assert.Equal(["family-consultant,child-and-youth-advisor", "health-coordinator", "reception-unit", "school-placement"], roles.Order(StringComparer.Ordinal));
        Assert.Equal(1, await db.MeetingParticipants.CountAsync(p => p.MeetingId == meetings[1].Id && p.PersonId != null, Cancel));
        Assert.Equal(0, await db.MeetingParticipants.CountAsync(p => p.MeetingId == meetings[0].Id && p.PersonId != null, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task MoveArrival_ThreeMeetingsMove_AndAnswersBeginAnew(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        var home = await world.FamilyAsync();
        await world.EnrolAsync(home, Team);
        await using (var db = world.Open())
            await db.MeetingParticipants.ExecuteUpdateAsync(s => s.SetProperty(p => p.Answer, Invited.Coming), Cancel);

        await world.MoveArrivalAsync(home.Id, new(2026, 4, 27));

        var meetings = await world.MeetingsAsync(Three);
        Assert.Equal([new(2026, 4, 13), new(2026, 5, 1), new(2026, 5, 8)], meetings.Select(m => m.Day));
        await using var after = world.Open();
        var ids = meetings.Select(m => m.Id).ToList();
        Assert.Equal(0, await after.MeetingParticipants.CountAsync(p => ids.Contains(p.MeetingId) && p.Answer == Invited.Coming, Cancel));
        // Nobody's time is kept on the old days.
        var quarters = await after.MeetingSlots.Where(s => ids.Contains(s.MeetingId)).Select(s => new { s.MeetingId, s.Quarter }).ToListAsync(Cancel);
        Assert.All(quarters, q => Assert.Equal(meetings.Single(m => m.Id == q.MeetingId).Day, DateOnly.FromDateTime(DateTime.UnixEpoch.AddMinutes(15.0 * q.Quarter))));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Keep_Again_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        await world.EnrolAsync(await world.FamilyAsync(), Team);
        await world.KeepAsync(Team);

        Assert.Equal(new KeptMeetings(0, 0, 0, 0), await world.KeepAsync(Team));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Keep_EightAtOnce_EachMeetingIsBookedOnce(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.KeepAsync(Team)));

        await using var db = world.Open();
        var twins = await db.Meetings.GroupBy(m => m.KeptKey).CountAsync(g => g.Count() > 1, Cancel);
        Assert.Equal(0, twins);
        Assert.NotEqual(0, await db.Meetings.CountAsync(m => m.PracticeMeeting == "management-follow-up", Cancel));
    }

    [Fact]
    public async Task Keep_CalledOffByHand_IsNotBookedAgain()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite, Team);
        await world.EnrolAsync(await world.FamilyAsync(), Team);
        var screening = (await world.MeetingsAsync(Three[0]))[0];
        await using (var db = world.Open())
            Assert.True((await new CancelMeeting(db).RunAsync(new(screening.Id, "Alle har talt sammen"), await world.ReaderAsync("sofie.bach@havneby.example"), By(), Cancel)).IsSuccess);

        await world.KeepAsync(Team);

        Assert.Equal(MeetingState.Cancelled, Assert.Single(await world.MeetingsAsync(Three[0])).State);
    }

    [Fact]
    public async Task Keep_EmployeeIsTaken_AnotherTimeOfTheDay()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite, Team);
        var sofie = await world.AccountAsync("sofie.bach@havneby.example");
        await using (var db = world.Open())
        {
            var time = new MeetingTime(new(2026, 3, 25), new(8, 30), 60, Core.Engine.Catalogue.MeetingRoom.Phone);
            Assert.True((await new BookMeeting(db, world.Practices, LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"))).RunAsync(
                new("Andet møde", time, new MeetingGuestList([sofie], [], [])), await world.ReaderAsync("sofie.bach@havneby.example"), By(), Cancel)).IsSuccess);
        }

        await world.EnrolAsync(await world.FamilyAsync(), Team);

        var screening = Assert.Single(await world.MeetingsAsync(Three[0]));
        Assert.Equal(new DateOnly(2026, 3, 25), screening.Day);
        // 9.30 in Denmark in March.
        Assert.Equal(new DateTime(2026, 3, 25, 8, 30, 0, DateTimeKind.Utc), screening.StartsAt);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Keep_PlanHasEnded_CallsItsMeetingsOffAndFreesTheTime(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        var plan = await world.EnrolAsync(await world.FamilyAsync(), Team);
        await using (var db = world.Open())
            await db.Plans.Where(p => p.Id == plan).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PlanState.BrokenOff).SetProperty(p => p.EndedAt, Now), Cancel);

        await world.KeepAsync(Team);

        var meetings = await world.MeetingsAsync(Three);
        Assert.All(meetings, m => Assert.Equal((MeetingState.Cancelled, KeepMeetings.NobodyLeft), (m.State, m.CancelReason)));
        await using var after = world.Open();
        var ids = meetings.Select(m => m.Id).ToList();
        Assert.False(await after.MeetingSlots.AnyAsync(s => ids.Contains(s.MeetingId), Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enrol_SinglesInTwoLanguages_GroupsThatGrowAndLetGo(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Dialogue);
        foreach (var language in new[] { "ar", "ar", "ti" })
            await world.SingleAsync(language);
        var late = await world.FamilyAsync("ar", withChild: false);
        await using (var db = world.Open())
            await world.EnrolAsync(late, Dialogue, await db.People.Where(p => p.HouseholdId == late.Id).Select(p => p.Id).SingleAsync(Cancel));
        Assert.Equal([("ar", 3), ("ti", 1)], await SizesAsync(world));

        // Three weeks later: another pre-meeting, and those who stay keep theirs.
        await world.MoveArrivalAsync(late.Id, new(2026, 5, 4));

        Assert.Equal([("ar", 2), ("ti", 1), ("ar", 1)], await SizesAsync(world));
    }

    private static async Task<List<(string, int)>> SizesAsync(GatheringWorld world)
    {
        var meetings = await world.MeetingsAsync("pre-meeting");
        await using var db = world.Open();
        var counts = await db.MeetingParticipants.Where(p => p.PersonId != null).GroupBy(p => p.MeetingId).ToDictionaryAsync(g => g.Key, g => g.Count(), Cancel);
        return [.. meetings.Where(m => m.State == MeetingState.Planned).Select(m => (m.GroupLanguage!, counts[m.Id]))];
    }
}
