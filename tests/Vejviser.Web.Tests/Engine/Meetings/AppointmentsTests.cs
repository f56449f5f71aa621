using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Engine.Meetings;

/// <summary>What a newcomer is to come to: booked before proposed.</summary>
public sealed class AppointmentsTests
{
    private const int DaysLooked = 180;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Appointments_MeetingOfAPlanBookedMovedCancelled_FollowAndNeverShowTheProposalToo(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var plan = await app.EnrolAsync(head);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var link = (await mette.GetAsync($"/plans/{plan}")).Page.QuerySelector(".enrol-dates a[href^='/meetings/new']")!.GetAttribute("href")!;
        var proposed = await OfAsync(app, head);
        var taken = proposed.First(a => link.Contains($"meeting={Meeting(a)}&on={a.Date:yyyy-MM-dd}", StringComparison.Ordinal));
        var day = taken.Date.AddDays(1);

        var booked = await mette.SubmitAsync((await mette.GetAsync(link)).Form("#book"), ("Form.Day", day.ToString("O")), ("Form.At", "08:30"), ("Form.Minutes", "45"), ("Form.Confirm", "true"));
        Assert.True(booked.IsRedirect, booked.Failures);
        var after = await OfAsync(app, head);

        var stands = Assert.Single(after, a => a.MeetingId is not null);
        Assert.Equal((day, new TimeOnly(8, 30), 45, EnrolTown.Packages), (stands.Date, stands.At, stands.Minutes, stands.Practice));
        Assert.Equal(taken.What["en"], stands.What["en"]);
        Assert.DoesNotContain(after, a => a.Key == taken.Key);
        Assert.Equal(proposed.Count, after.Count);

        Assert.True((await mette.SubmitAsync((await mette.GetAsync(booked.Location!)).Form("#move"), ("Form.At", "14:00"))).IsRedirect);
        var moved = Assert.Single(await OfAsync(app, head), a => a.MeetingId is not null);
        Assert.Equal((stands.Key, new TimeOnly(14, 0)), (moved.Key, moved.At));
        Assert.NotEqual(RemindOfAppointment.KeyOf(stands), RemindOfAppointment.KeyOf(moved));

        Assert.True((await mette.SubmitAsync((await mette.GetAsync(booked.Location!)).Form("#cancel"), ("reason", "Syg"))).IsRedirect);
        Assert.Equal(proposed.Where(a => a.Key != taken.Key).Select(a => a.Key), (await OfAsync(app, head)).Select(a => a.Key));
        Assert.NotNull((await mette.GetAsync($"/plans/{plan}")).Page.QuerySelector($".enrol-dates a[href='{link}']"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Appointments_DayByDay_AreThoseOfTheWholeTime(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        await app.EnrolAsync(head);

        var whole = await OfAsync(app, head);
        var daily = new List<Appointment>();
        for (var day = 0; day <= DaysLooked; day++)
            daily.AddRange(await OfAsync(app, head, day, day));

        Assert.NotEmpty(whole);
        Assert.Equal(whole.Select(a => a.Key), daily.Select(a => a.Key));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Calls_OfABookedMeeting_AreMineForWhoTakesPartAndElseUnderAll(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var head = await app.HeadAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var booked = await mette.SubmitAsync((await mette.GetAsync($"/meetings/new?person={head.Id}")).Form("#book"), ("Form.Title", "Samtale"), ("Form.Day", "2026-03-03"), ("Form.At", "10:00"));
        Assert.True(booked.IsRedirect, booked.Failures);

        var mine = await mette.GetAsync("/messages/calls");
        Assert.Contains("Ikke svaret", Assert.Single(mine.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.NotNull(mine.Page.QuerySelector($"tbody a[href='{booked.Location}']"));
        var told = await mette.SubmitAndFollowAsync(mine.Form(".remind"));
        Assert.Contains("Sendt", Assert.Single(told.Texts("tbody tr")), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(head.Id, (await db.Messages.SingleAsync(m => m.Template == "reminder", Cancel)).PersonId);
        await db.Meetings.ExecuteUpdateAsync(m => m.SetProperty(x => x.OrganiserId, Guid.Empty), Cancel);
        await db.MeetingParticipants.Where(p => p.AccountId != null).ExecuteDeleteAsync(Cancel);

        Assert.Empty((await mette.GetAsync("/messages/calls")).Texts("tbody tr"));
        Assert.Single((await mette.GetAsync("/messages/calls?whose=all")).Texts("tbody tr"));
    }

    [Fact]
    public async Task Calls_OnAFriday_HoldSaturdayAndMondayToo()
    {
        await using var app = await VejviserApp.StartAsync(start: new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        var head = await app.HeadAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        foreach (var day in new[] { "2026-05-02", "2026-05-04", "2026-05-05" })
        {
            var booked = await mette.SubmitAsync((await mette.GetAsync($"/meetings/new?person={head.Id}")).Form("#book"), ("Form.Title", "Byvandring"), ("Form.Day", day), ("Form.At", "10:00"));
            Assert.True(booked.IsRedirect, booked.Failures);
        }

        Assert.Equal(["lør. 2. maj 10.00", "man. 4. maj 10.00"], (await mette.GetAsync("/messages/calls")).Texts("tbody td:first-child"));
        Assert.Equal(["10.00"], (await mette.GetAsync("/messages/calls?date=2026-05-05")).Texts("tbody td:first-child"));
    }

    /// <summary>More households than a hundred have a share in what is found for all; what each is to come to is the same, and of a plan that has ended since nothing stands there.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OfManyHouseholds_IsWhatEachHasAlone_WithoutPlansThatHaveEndedSince(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        await app.EnrolAsync(head);
        var alone = await OfAsync(app, head);
        Assert.NotEmpty(alone);
        await using var db = app.Open();

        var many = await OfManyAsync();
        Assert.Equal(alone.Select(a => a.Key), many.Where(a => a.PersonId == head.Id).Select(a => a.Key));
        Assert.All(many, a => Assert.Equal(head.HouseholdId, a.HouseholdId));

        await db.Plans.ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PlanState.Completed).SetProperty(x => x.EndedAt, TestDatabase.Start.UtcDateTime), Cancel);
        Assert.Empty(await OfManyAsync());

        async Task<IReadOnlyList<Appointment>> OfManyAsync()
        {
            await using var scope = app.Host.Services.CreateAsyncScope();
            var from = DateOnly.FromDateTime(TestDatabase.Start.UtcDateTime);
            Guid[] homes = [head.HouseholdId, .. Enumerable.Range(0, AppointmentQuery.MostAlone).Select(_ => Guid.CreateVersion7())];
            return await scope.ServiceProvider.GetRequiredService<IAppointments>().OfAsync(db, new AppointmentQuery([], from, from.AddDays(DaysLooked)) { Households = homes }, Cancel);
        }
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Calls_OnADayBeyondWhatIsReckoned_AreNone(string day)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.EnrolAsync(await app.HeadAsync());
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync($"/messages/calls?date={day}&whose=all");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Texts("tbody tr"));
    }

    /// <summary>The meeting's id within a proposal's key: plan, meeting, date.</summary>
    private static string Meeting(Appointment appointment) => appointment.Key[33..^9];

    private static async Task<IReadOnlyList<Appointment>> OfAsync(VejviserApp app, Person person, int first = 0, int last = DaysLooked)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        await using var db = app.Open();
        var from = DateOnly.FromDateTime(TestDatabase.Start.UtcDateTime);
        return await scope.ServiceProvider.GetRequiredService<IAppointments>().OfAsync(db, new AppointmentQuery([new Invitee(person.Id, person.HouseholdId, person.Role)], from.AddDays(first), from.AddDays(last)), Cancel);
    }
}
