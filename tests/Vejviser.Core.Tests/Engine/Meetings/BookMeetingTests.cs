using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Meetings.MeetingWorld;

namespace Vejviser.Core.Tests.Engine.Meetings;

public sealed class BookMeetingTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_WithRoomAndPeople_ClaimsEveryQuarterOfEach(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);

        var booked = await world.BookedAsync(world.Talk(world.At(minutes: 50, room: world.Blue)));

        await using var db = world.Open();
        var meeting = await db.Meetings.SingleAsync(Cancel);
        // Ten o'clock in winter is nine UTC.
        Assert.Equal((booked, new DateTime(2026, 2, 3, 9, 0, 0, DateTimeKind.Utc), Tomorrow, world.Blue.Id), (meeting.Id, meeting.StartsAt, meeting.Day, meeting.RoomId!.Value));
        var slots = await db.MeetingSlots.GroupBy(s => s.SubjectId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancel);
        Assert.Equal(new Dictionary<Guid, int> { [world.Blue.Id] = 4, [world.Plans.Mette.Id] = 4, [world.Plans.Head.Id] = 4 }, slots);
        Assert.Equal(world.Plans.Head.Id, (await db.AuditEntries.SingleAsync(e => e.EntityId == booked, Cancel)).PersonId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_OneRoomByFiftyAtOnce_OneGetsItAndTheOthersAreToldWhy(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var staff = Enumerable.Range(0, 50).Select(i => new Account { UserName = $"s{i}", DisplayName = $"Ansat {i}" }).ToList();
        await using (var db = world.Open())
        {
            db.AddRange(staff);
            await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        var all = await Task.WhenAll(staff.Select(s => world.BookAsync(new("Møde", world.At(room: world.Small), Guests([s.Id])))));

        Assert.Single(all, a => a.IsSuccess);
        Assert.All(all.Where(a => !a.IsSuccess), a => Assert.Equal(("meetings.taken", "Samtalerum"), (a.Failure!.Code, a.Failure.Values["who"])));
        await using var after = world.Open();
        Assert.Equal((1, 8), (await after.Meetings.CountAsync(Cancel), await after.MeetingSlots.CountAsync(Cancel)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_SomebodyWhoIsTaken_NamesThemAndTheNextTimesAllAreFree(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.BookedAsync(world.Talk(world.At("10:00")));
        await world.BookedAsync(new("Internt", world.At("11:00", 30), Guests([world.Plans.Jonas.Id])));

        var refused = await world.BookAsync(new("Andet", world.At("10:45", 30), Guests([world.Plans.Mette.Id, world.Plans.Jonas.Id])));

        Assert.Equal(("meetings.taken", "Mette Holm"), (refused.Failure!.Code, refused.Failure.Values["who"]));
        Assert.Equal("03-02-2026 11.30, 03-02-2026 12.00, 03-02-2026 12.30", refused.Failure.Values["free"]);
        Assert.True((await world.BookAsync(new("Lige efter", world.At("11:00", 30), Guests([world.Plans.Mette.Id])))).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_OnAHolidayOrClosingDay_IsRefusedByItsNameUntilConfirmed(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await using (var db = world.Open())
        {
            db.ClosingDays.Add(new ClosingDay { Date = new DateOnly(2026, 6, 5), Name = "Grundlovsdag" });
            await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        foreach (var (day, name) in new[] { (new DateOnly(2026, 4, 3), "Langfredag"), (new DateOnly(2026, 6, 5), "Grundlovsdag") })
        {
            var refused = await world.BookAsync(world.Talk(world.At(day: day)));
            Assert.Equal(("meetings.closed-day", name), (refused.Failure?.Code, refused.Failure?.Values["name"]));
            Assert.True((await world.BookAsync(world.Talk(world.At(day: day) with { IsConfirmed = true }))).IsSuccess);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_Series_KeepsItsTimeOverTheClockAndLeavesHolidaysOut(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);

        var booked = (await world.BookAsync(world.Talk(world.At(day: new DateOnly(2026, 3, 16)), "FREQ=WEEKLY;COUNT=5"))).Value;

        Assert.Equal((4, new DateOnly(2026, 4, 6)), (booked.Count, Assert.Single(booked.LeftOut)));
        await using var db = world.Open();
        var meetings = await db.Meetings.OrderBy(m => m.StartsAt).ToListAsync(Cancel);
        Assert.Equal([9, 9, 8, 8], meetings.Select(m => m.StartsAt.Hour));
        Assert.All(meetings, m => Assert.Equal((booked.MeetingId, MeetingKind.Series), (m.SeriesId!.Value, m.Kind)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_SeriesWithOneClash_BooksNothing(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.BookedAsync(world.Talk(world.At(day: Tomorrow.AddDays(14))));

        var refused = await world.BookAsync(world.Talk(world.At(), "FREQ=WEEKLY;COUNT=4"));

        Assert.Equal("meetings.taken", refused.Failure?.Code);
        Assert.Equal(new DateTime(2026, 2, 17, 9, 0, 0, DateTimeKind.Utc), refused.Failure?.Values["at"]);
        await using var db = world.Open();
        Assert.Equal(1, await db.Meetings.CountAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_TheSameFormTwice_IsOneMeeting(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var command = Guid.CreateVersion7();

        var (first, second) = ((await world.BookAsync(world.Talk(world.At()), command)).Value, (await world.BookAsync(world.Talk(world.At()), command)).Value);

        Assert.Equal((command, 1, command, 1), (first.MeetingId, first.Count, second.MeetingId, second.Count));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_WhatCannotBe_IsRefusedByItsReason(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var talk = world.Talk(world.At());
        var online = talk.Time with { Where = MeetingRoom.Online };
        foreach (var (input, code) in new (BookMeetingInput, string)[]
        {
            (talk with { Title = " " }, "meetings.title-required"), (talk with { Guests = Guests() }, "meetings.nobody"),
            (talk with { Guests = Guests([Guid.CreateVersion7()]) }, "meetings.unknown-guest"), (talk with { Time = world.At(day: Tomorrow.AddDays(-2)) }, "meetings.in-past"),
            (talk with { Time = world.At("10:05") }, "meetings.not-a-quarter"), (talk with { Time = world.At(minutes: 0) }, "meetings.length"),
            (talk with { Time = online with { Link = "javascript:alert(1)" } }, "meetings.link-unreadable"), (talk with { Time = online with { RoomId = world.Blue.Id } }, "meetings.unknown-room"),
            (talk with { Time = world.At(room: world.Small), Guests = Guests([world.Plans.Mette.Id, world.Plans.Jonas.Id], [world.Plans.Head.Id]) }, "meetings.room-too-small"),
            (talk with { Rule = "FREQ=WEEKLY" }, "meetings.rule-endless"), (talk with { Rule = "FREQ=NEVER" }, "meetings.rule-unreadable"), (talk with { Rule = "FREQ=DAILY;COUNT=400" }, "meetings.too-many"),
            (talk with { HouseholdId = null }, "meetings.unknown-about"), (talk with { PracticeMeeting = "no-such" }, "meetings.unknown-about"),
        })
            Assert.Equal(code, (await world.BookAsync(input)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_AboutAHouseholdOutOfSight_IsRefusedAsUnknown(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var stranger = world.Mette with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() };

        Assert.Equal("meetings.unknown-about", (await world.BookAsync(world.Talk(world.At()), who: stranger)).Failure?.Code);
        Assert.Equal("meetings.unknown-guest", (await world.BookAsync(new("Møde", world.At(), Guests(people: [world.Plans.Head.Id])), who: stranger)).Failure?.Code);
    }
}
