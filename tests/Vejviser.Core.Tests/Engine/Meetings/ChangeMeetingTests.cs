using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Meetings.MeetingWorld;

namespace Vejviser.Core.Tests.Engine.Meetings;

public sealed class ChangeMeetingTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_IntoItsOwnTime_FreesTheOldAndAsksAnew(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var meeting = await world.BookedAsync(world.Talk(world.At(room: world.Blue)));
        await using (var db = world.Open())
        {
            var head = await db.MeetingParticipants.Where(p => p.PersonId != null).Select(p => p.Id).SingleAsync(Cancel);
            Assert.True((await new AnswerInvitation(db).RunAsync(new(meeting, head, Invited.Coming), world.Mette, world.By(), Cancel)).IsSuccess);
        }

        Assert.True((await world.MoveAsync(meeting, world.At("10:30", room: world.Blue))).IsSuccess);

        await using var after = world.Open();
        Assert.Equal(new DateTime(2026, 2, 3, 9, 30, 0, DateTimeKind.Utc), (await after.Meetings.SingleAsync(Cancel)).StartsAt);
        Assert.Equal(12, await after.MeetingSlots.CountAsync(Cancel));
        Assert.All(await after.MeetingParticipants.ToListAsync(Cancel), p => Assert.Equal(Invited.NotAnswered, p.Answer));
        Assert.True((await world.BookAsync(new("Før", world.At("10:00", 30, room: world.Blue), Guests([world.Plans.Mette.Id])))).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_OntoAnotherOrFromAnOldPage_LeavesItWhereItWas(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.BookedAsync(new("Andet", world.At("13:00", room: world.Blue), Guests([world.Plans.Jonas.Id])));
        var meeting = await world.BookedAsync(world.Talk(world.At(room: world.Blue)));

        Assert.Equal("Blå stue", (await world.MoveAsync(meeting, world.At("13:30", room: world.Blue))).Failure?.Values["who"]);
        Assert.Equal("meetings.changed-meanwhile", (await world.MoveAsync(meeting, world.At("14:00"), version: 7)).Failure?.Code);
        Assert.Equal("meetings.closed-day", (await world.MoveAsync(meeting, world.At(day: new DateOnly(2026, 4, 3)))).Failure?.Code);

        await using var db = world.Open();
        Assert.Equal(12, await db.MeetingSlots.CountAsync(s => s.MeetingId == meeting, Cancel));
        Assert.Equal(Tomorrow, (await db.Meetings.SingleAsync(m => m.Id == meeting, Cancel)).Day);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Cancel_OneAndThoseAfterIt_FreesTheirTime(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var first = (await world.BookAsync(world.Talk(world.At(), "FREQ=WEEKLY;COUNT=3"))).Value.MeetingId;
        Assert.Equal("meetings.reason-required", (await world.CancelAsync(first, " ")).Failure?.Code);
        Guid second;
        await using (var db = world.Open())
            second = await db.Meetings.OrderBy(m => m.StartsAt).Skip(1).Select(m => m.Id).FirstAsync(Cancel);

        Assert.Equal(2, (await world.CancelAsync(second, following: true)).Value);

        await using var after = world.Open();
        Assert.Equal([MeetingState.Planned, MeetingState.Cancelled, MeetingState.Cancelled], await after.Meetings.OrderBy(m => m.StartsAt).Select(m => m.State).ToListAsync(Cancel));
        Assert.Equal([first], await after.MeetingSlots.Select(s => s.MeetingId).Distinct().ToListAsync(Cancel));
        Assert.Equal("meetings.not-planned", (await world.MoveAsync(second, world.At("12:00"))).Failure?.Code);
        Assert.Contains("Syg", (await after.AuditEntries.Where(e => e.EntityId == second).OrderByDescending(e => e.Seq).FirstAsync(Cancel)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Hold_OnItsDay_NotesWhoCameAndWhatWasSaid(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var meeting = await world.BookedAsync(world.Talk(world.At()));
        await using var db = world.Open();
        var places = await db.MeetingParticipants.AsNoTracking().OrderBy(p => p.PersonId == null).Select(p => p.Id).ToListAsync(Cancel);
        var input = new HoldMeetingInput(meeting, new Dictionary<Guid, Attendance> { [places[0]] = Attendance.NoShow, [places[1]] = Attendance.Attended }, " Talte om bolig ");

        Assert.Equal("meetings.not-yet", (await new HoldMeeting(db).RunAsync(input, world.Mette, world.By(), Cancel)).Failure?.Code);
        Assert.True((await new HoldMeeting(db).RunAsync(input, world.Mette, world.By(days: 1), Cancel)).IsSuccess);

        await using var after = world.Open();
        var held = await after.Meetings.SingleAsync(Cancel);
        Assert.Equal((MeetingState.Held, "Talte om bolig"), (held.State, held.Minutes));
        Assert.Equal([Attendance.NoShow, Attendance.Attended], await after.MeetingParticipants.OrderBy(p => p.PersonId == null).Select(p => p.Attendance).ToListAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_WithARunningPlan_IsATaskOfItsOwnerOnce(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var meeting = await world.BookedAsync(world.Talk(world.At()));
        Assert.Equal("meetings.no-plan", (await world.DecideAsync(meeting, "Søg plads i børnehave")).Failure?.Code);
        var plan = await world.Plans.StartAsync();
        Assert.Equal("tasks.title-required", (await world.DecideAsync(meeting, " ")).Failure?.Code);
        var command = Guid.CreateVersion7();

        var (task, again) = ((await world.DecideAsync(meeting, "Søg plads i børnehave", command)).Value, (await world.DecideAsync(meeting, "Søg plads i børnehave", command)).Value);

        Assert.Equal(task, again);
        await using var db = world.Open();
        var row = await db.PlanTasks.SingleAsync(t => t.Id == task, Cancel);
        Assert.Equal((plan, "Søg plads i børnehave", world.Plans.Jonas.Id, new DateOnly(2026, 2, 20), world.Plans.Head.Id), (row.PlanId, row.OwnTitle, row.OwnerAccountId!.Value, row.Due!.Value, row.PersonId!.Value));
        Assert.Equal(task, (await db.MeetingDecisions.SingleAsync(Cancel)).TaskId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Merge_OfTwoPeople_MovesTheirTimeAndGivesItBack(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (kept, merged) = (world.Plans.Spouse, world.Plans.Head);
        await world.BookedAsync(world.Talk(world.At("10:00")));
        await world.BookedAsync(world.Talk(world.At("13:00")));
        await world.BookedAsync(new("Samtidig", world.At("13:30"), Guests(people: [kept.Id]), world.Plans.Family.Id));
        var part = new MeetingsOfPerson();

        var moved = await ChangeAsync(world, async (db, sides) => await part.MoveAsync(sides, Cancel));

        await using (var db = world.Open())
        {
            // At 13 they would be at two places: that one stays.
            Assert.Equal((1, 2), (await db.MeetingParticipants.CountAsync(p => p.PersonId == merged.Id, Cancel), await db.MeetingParticipants.CountAsync(p => p.PersonId == kept.Id, Cancel)));
            Assert.Equal((4, 8), (await db.MeetingSlots.CountAsync(s => s.SubjectId == merged.Id, Cancel), await db.MeetingSlots.CountAsync(s => s.SubjectId == kept.Id, Cancel)));
        }

        await ChangeAsync(world, async (db, sides) =>
        {
            await part.UndoAsync(sides, moved!, Cancel);
            return null;
        });
        await using var after = world.Open();
        Assert.Equal((8, 4), (await after.MeetingSlots.CountAsync(s => s.SubjectId == merged.Id, Cancel), await after.MeetingSlots.CountAsync(s => s.SubjectId == kept.Id, Cancel)));
        Assert.Equal(2, await after.Meetings.CountAsync(m => m.PersonId == merged.Id, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Room_ClosedOrTwiceByName_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await using var db = world.Open();
        Assert.Equal("rooms.name-taken", (await ChangeRoom.RunAsync(db, new(null, "Blå stue", null, 4), world.Mette, world.By(), Cancel)).Failure?.Code);
        Assert.Equal("rooms.seats", (await ChangeRoom.RunAsync(db, new(null, "Grøn stue", null, 0), world.Mette, world.By(), Cancel)).Failure?.Code);
        var onlyOwn = world.Mette with { Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.OrganisationEdit] = new HashSet<Guid> { world.Plans.Reception.Id } } };
        Assert.Equal("rooms.only-own-units", (await ChangeRoom.RunAsync(db, new(world.Blue.Id, "Blå", null, 4), onlyOwn, world.By(), Cancel)).Failure?.Code);
        Assert.True((await ChangeRoom.RunAsync(db, new(null, "Vores", world.Plans.Reception.Id, 4), onlyOwn, world.By(), Cancel)).IsSuccess);

        Assert.True((await ChangeRoom.CloseAsync(db, world.Blue.Id, isClosed: true, world.Mette, world.By(), Cancel)).IsSuccess);

        Assert.Equal("meetings.unknown-room", (await world.BookAsync(world.Talk(world.At(room: world.Blue)))).Failure?.Code);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode?> ChangeAsync(MeetingWorld world, Func<VejviserDb, MergeSides, Task<System.Text.Json.Nodes.JsonNode?>> change)
    {
        await using var db = world.Open();
        var kept = await db.People.SingleAsync(p => p.Id == world.Plans.Spouse.Id, Cancel);
        var merged = await db.People.SingleAsync(p => p.Id == world.Plans.Head.Id, Cancel);
        var answer = await change(db, new MergeSides(db, kept, merged, PlanWorld.Now, TakeCpr: false));
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        return answer;
    }
}
