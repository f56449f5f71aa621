using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Interpreters.InterpreterWorld;

namespace Vejviser.Core.Tests.Engine.Interpreters;

public sealed class InterpreterBookingTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Request_SixOnVideo_IsRefusedAndFiveIsNot(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);

        var refused = await world.RequestAsync(await world.MeetAsync(staff: 6), mode: InterpretingMode.Video);

        Assert.Equal(("interpreters.too-many-in-view", 5, 6), (refused.Failure?.Code, refused.Failure?.Values["most"], refused.Failure?.Values["count"]));
        Assert.True((await world.RequestAsync(await world.MeetAsync("13:00", staff: 5), mode: InterpretingMode.Video)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Propose_SixPeopleAndAnyWay_IsNotOnVideo(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.AddAsync(NewInterpreter("Aisha", "ar", onSite: true));
        await world.RequestAsync(await world.MeetAsync(staff: 6));

        Assert.Equal(InterpretingMode.OnSite, Assert.Single(await world.ProposeAsync()).Proposal.Chosen?.Mode);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Assign_SeventeenYearsOld_IsRefusedFromTheDayOfTheLaw(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var young = await world.AddAsync(NewInterpreter("Ung", "ar", born: "2008-01-01"));
        var at = new DateTime(2025, 6, 2, 8, 0, 0, DateTimeKind.Utc);
        var (before, after) = (await world.MeetAsync(day: new DateOnly(2025, 6, 30), at: at), await world.MeetAsync(day: new DateOnly(2025, 7, 1), at: at));

        Assert.True((await world.AssignAsync((await world.RequestAsync(before)).Value, young)).IsSuccess);
        var refused = await world.AssignAsync((await world.RequestAsync(after)).Value, young);

        Assert.Equal(("interpreters.cannot-under-age", 18), (refused.Failure?.Code, refused.Failure?.Values["age"]));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Assign_OneInterpreterToTwentyMeetingsAtOnce_TakesOne(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var aisha = await world.AddAsync(NewInterpreter("Aisha", "ar"));
        var bookings = new List<Guid>();
        for (var i = 0; i < 20; i++)
            bookings.Add((await world.RequestAsync(await world.MeetAsync(first: i))).Value);

        var all = await Task.WhenAll(bookings.Select(b => world.AssignAsync(b, aisha)));

        Assert.Single(all, a => a.IsSuccess);
        Assert.All(all.Where(a => !a.IsSuccess), a => Assert.Equal("interpreters.taken", a.Failure?.Code));
        await using var db = world.Open();
        Assert.Equal(4, await db.MeetingSlots.CountAsync(s => s.SubjectId == aisha.Id, Cancel));
        Assert.Equal(1, await db.InterpreterBookings.CountAsync(b => b.InterpreterId != null, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Assign_TwentyMeetingsInSixLanguages_HasNoClash(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        string[] languages = ["ar", "fa", "ti", "so", "uk", "ps"];
        foreach (var (i, language) in languages.Index())
        {
            await world.AddAsync(NewInterpreter($"Tolk {language}", language));
            await world.AddAsync(NewInterpreter($"Reserve {language}", language, video: false, onSite: true, travel: 20 + i));
        }

        for (var i = 0; i < 20; i++)
            await world.RequestAsync(await world.MeetAsync(i % 2 == 0 ? "10:00" : "10:30", first: i, day: Day.AddDays(i / 12)), languages[i % 6]);

        foreach (var line in await world.ProposeAsync())
            Assert.True((await world.AssignAsync(line.Booking.Id, line.Proposal.Chosen!.Interpreter)).IsSuccess);

        Assert.Empty(await world.ProposeAsync());
        await using var db = world.Open();
        var rows = await db.InterpreterBookings.Join(db.Meetings, b => b.MeetingId, m => m.Id, (b, m) => new { b.InterpreterId, m.StartsAt, m.EndsAt }).ToListAsync(Cancel);
        Assert.Equal(20, rows.Count);
        Assert.DoesNotContain(rows.SelectMany((a, i) => rows.Skip(i + 1).Select(b => (a, b))), p => p.a.InterpreterId == p.b.InterpreterId && p.a.StartsAt < p.b.EndsAt && p.b.StartsAt < p.a.EndsAt);
        var figures = await InterpretingFigures.ReadAsync(db, await InterpretingRules.LoadAsync(db, Practices, Cancel), Day, Day.AddDays(14), Cancel);
        Assert.Equal(20, figures.Whole.All);
        Assert.True(figures.Whole.Percent >= 50);
        Assert.Equal((figures.Whole.Video * 60, figures.Whole.Video * 350), (figures.SavedMinutes, figures.SavedKroner));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_OfAnAssignedMeeting_FreesTheInterpreterAndAsksAnew(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var aisha = await world.AddAsync(NewInterpreter("Aisha", "ar"));
        var meeting = await world.MeetAsync();
        var booking = (await world.RequestAsync(meeting)).Value;
        Assert.True((await world.AssignAsync(booking, aisha)).IsSuccess);
        Assert.Empty(await world.ProposeAsync());

        await using (var db = world.Open())
            Assert.True((await new MoveMeeting(db, Law).RunAsync(new(meeting, new MeetingTime(Day, new TimeOnly(14, 0), 60, Core.Engine.Catalogue.MeetingRoom.OnSite)), world.Mette, world.By(), Cancel)).IsSuccess);

        Assert.Equal(booking, Assert.Single(await world.ProposeAsync()).Booking.Id);
        await using (var db = world.Open())
            Assert.Equal(0, await db.MeetingSlots.CountAsync(s => s.SubjectId == aisha.Id, Cancel));
        Assert.True((await world.AssignAsync(booking, aisha)).IsSuccess);
        Assert.Empty(await world.ProposeAsync());
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task NotAgain_IsNotProposedToThePersonAndReleaseFreesTheTime(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var aisha = await world.AddAsync(NewInterpreter("Aisha", "ar"));
        var first = (await world.RequestAsync(await world.MeetAsync(withHead: true))).Value;
        var second = (await world.RequestAsync(await world.MeetAsync("13:00", withHead: true))).Value;
        Assert.True((await world.AssignAsync(first, aisha)).IsSuccess);
        await using (var db = world.Open())
        {
            Assert.Equal("interpreters.not-yet", (await new NoteInterpreting(db).RunAsync(new(first, InterpretingOutcome.NoShow), world.Mette, world.By(), Cancel)).Failure?.Code);
            Assert.True((await new NoteInterpreting(db).RunAsync(new(first, InterpretingOutcome.NotNoted, "De kender hinanden", IsNotAgain: true), world.Mette, world.By(), Cancel)).IsSuccess);
            Assert.True((await new ReleaseInterpreter(db).RunAsync(first, world.Mette, world.By(), Cancel)).IsSuccess);
        }

        Assert.Equal("interpreters.cannot-avoided", (await world.AssignAsync(second, aisha)).Failure?.Code);
        var proposals = await world.ProposeAsync();
        Assert.Equal(2, proposals.Count);
        Assert.All(proposals, p => Assert.Null(p.Proposal.Chosen));
        Assert.All(proposals, p => Assert.Equal(1, p.Proposal.Obstacles[InterpreterObstacle.Avoided]));
        await using var after = world.Open();
        Assert.Equal(0, await after.MeetingSlots.CountAsync(s => s.SubjectId == aisha.Id, Cancel));
        Assert.Contains(await after.AuditEntries.ToListAsync(Cancel), e => e.EntityId == first && e.PersonId == world.Plans.Head.Id);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Change_OfAnInterpreter_KeepsWhatIsSaidAndRefusesWhatCannotBe(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var input = new ChangeInterpreter.Input(
            null, "Aisha", new DateOnly(1985, 5, 5), Sex.Female, true, true, false, true, "8000", 45, null, null, [("ar", "Syrisk"), ("ar", "Syrisk"), ("ku", null)], [(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(15, 0))]);
        await using var db = world.Open();
        Assert.Equal("interpreters.language-missing", (await ChangeInterpreter.RunAsync(db, input with { Languages = [] }, world.By(), Cancel)).Failure?.Code);
        Assert.Equal("interpreters.mode-missing", (await ChangeInterpreter.RunAsync(db, input with { ByVideo = false, OnSite = false }, world.By(), Cancel)).Failure?.Code);
        Assert.Equal("interpreters.hours", (await ChangeInterpreter.RunAsync(db, input with { Hours = [(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(9, 0))] }, world.By(), Cancel)).Failure?.Code);
        var id = (await ChangeInterpreter.RunAsync(db, input, world.By(), Cancel)).Value;

        await using (var again = world.Open())
            Assert.True((await ChangeInterpreter.RunAsync(again, input with { Id = id, Languages = [("ku", null), ("fa", "Dari")], Hours = [] }, world.By(), Cancel)).IsSuccess);

        await using var after = world.Open();
        var saved = await after.Interpreters.Include(i => i.Languages).Include(i => i.Hours).SingleAsync(Cancel);
        Assert.Equal(["fa Dari", "ku "], saved.Languages.Select(l => $"{l.Language} {l.Dialect}").Order(StringComparer.Ordinal));
        Assert.Empty(saved.Hours);
    }
}
