using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using Vejviser.Web.Tests.Commands;

namespace Vejviser.Web.Tests.Engine.Interpreters;

public sealed class InterpreterPagesTests
{
    private const string Coordinator = "karim.nasser@havneby.example";
    private const string Advisor = "jonas.krogh@havneby.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Road_FromTheRegisterToTheShareOnVideo_IsWalkedByPages(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var meeting = await MeetAsync(app);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));

        await AddInterpreterAsync(karim, "Aisha Darwish", "1984-03-12");
        var booking = await jonas.GetAsync($"/meetings/{meeting}/interpreter");
        var booked = await jonas.SubmitAndFollowAsync(booking.Form("#request-form"), ("language", "ar"), ("dialect", "Syrisk"));
        Assert.Contains("Venter på tolk", booked.Body, StringComparison.Ordinal);

        var proposed = await karim.GetAsync("/interpreters");
        Assert.Contains("Aisha Darwish", proposed.Body, StringComparison.Ordinal);
        var assigned = await karim.SubmitAndFollowAsync(proposed.Form(".assign-form"));
        Assert.Contains("1 af 1 på video", assigned.Body, StringComparison.Ordinal);
        Assert.Contains("100 %", assigned.Body, StringComparison.Ordinal);
        Assert.Contains("1,5 timer", assigned.Body, StringComparison.Ordinal);

        var after = await jonas.GetAsync($"/meetings/{meeting}/interpreter");
        Assert.Contains("Aisha Darwish tolker", after.Body, StringComparison.Ordinal);
        Assert.Contains("tavshedspligt", after.Body, StringComparison.Ordinal);
        await jonas.SubmitAsync(after.Form("#note-form"), ("complaint", "Talte for hurtigt"));
        Assert.Contains("Talte for hurtigt", (await karim.GetAsync("/interpreters")).Body, StringComparison.Ordinal);
        var released = await jonas.SubmitAndFollowAsync(after.Form("#release-form"));
        Assert.Contains("Venter på tolk", released.Body, StringComparison.Ordinal);
        Assert.Equal(["interpreters.change", "interpreters.request", "interpreters.assign", "interpreters.note", "interpreters.release"],
            (await app.AuditAsync()).Select(a => a.Action).Where(a => a.StartsWith("interpreters.", StringComparison.Ordinal) && !a.EndsWith(".read", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SixPeopleOnVideo_AreRefusedInWords()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app, guests: 6);
        var jonas = await app.SignInAsync(Advisor);

        var refused = await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"), ("mode", "Video"));

        Assert.Contains("på video kan tolken højst se 5", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_TooYoung_IsShownAndNeverProposed()
    {
        await using var app = await VejviserApp.StartAsync();
        await MeetAsync(app);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));
        await AddInterpreterAsync(karim, "Ung Tolk", "2009-01-01");
        await using (var db = app.Open())
        {
            var meeting = await db.Meetings.Select(m => m.Id).SingleAsync(Cancel);
            await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"));
        }

        Assert.Contains("Under 18 år", (await karim.GetAsync("/interpreters/register")).Body, StringComparison.Ordinal);
        Assert.Contains("1 er for ung efter loven", (await karim.GetAsync("/interpreters")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfOthers_AreClosed()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app);
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        foreach (var page in new[] { "/interpreters", "/interpreters/register", "/interpreters/register/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await peter.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peter.GetAsync($"/meetings/{meeting}/interpreter")).Status);
    }

    [Fact]
    public async Task AssignCommand_DryRunThenReal_SaysTheSameAndAssignsOnce()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));
        await AddInterpreterAsync(karim, "Aisha Darwish", "1984-03-12");
        await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"));
        string[] line = ["interpreters", "assign", "--from", "2026-03-01", "--to", "2026-03-31", "--json", "--database", app.Database.Database];

        var (dry, real, again) = (await CommandRun.RunAsync([.. line, "--dry-run"]), await CommandRun.RunAsync(line), await CommandRun.RunAsync(line));

        Assert.Equal((0, dry.Output, "[]"), (real.Code, real.Output, again.Output.Trim()));
        Assert.Contains("\"name\":\"Aisha Darwish\",\"mode\":\"video\"", real.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MatchCommand_DryRunThenReal_ProvesAndAssigns()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));
        await AddInterpreterAsync(karim, "Aisha Darwish", "1984-03-12");
        await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"));
        string[] line = ["match", "interpreters", "--from", "2026-03-01", "--json", "--database", app.Database.Database];

        var (dry, real, again) = (await CommandRun.RunAsync([.. line, "--dry-run"]), await CommandRun.RunAsync(line), await CommandRun.RunAsync(line));

        Assert.Contains("\"to\":\"2026-04-26\",\"status\":\"optimal\"", dry.Output, StringComparison.Ordinal);
        Assert.Contains("\"meetings\":1,\"placed\":1,\"assigned\":0", dry.Output, StringComparison.Ordinal);
        Assert.Contains("\"meetings\":1,\"placed\":1,\"assigned\":1", real.Output, StringComparison.Ordinal);
        Assert.Contains("\"meetings\":0,\"placed\":0,\"assigned\":0", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseByHand_WithAReason_StandsOnTheCoordinatorsPage()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));
        await AddInterpreterAsync(karim, "Aisha Darwish", "1984-03-12");
        await AddInterpreterAsync(karim, "Bilal Haddad", "1979-11-02");
        await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"));

        var proposed = await karim.GetAsync("/interpreters");
        Assert.Contains("Det er bevist, at ingen anden fordeling giver flere", proposed.Body, StringComparison.Ordinal);
        Assert.Contains("Ellers Bilal Haddad: koster intet", proposed.Body, StringComparison.Ordinal);
        Guid booking;
        Guid bilal;
        await using (var db = app.Open())
            (booking, bilal) = (await db.InterpreterBookings.Select(b => b.Id).SingleAsync(Cancel), await db.Interpreters.Where(i => i.Name == "Bilal Haddad").Select(i => i.Id).SingleAsync(Cancel));
        var choosing = await karim.GetAsync($"/interpreters?choose={booking}");
        Assert.Contains("Skriv, hvorfor", (await karim.SubmitAsync(choosing.Form("#choose-form"), ("interpreter", bilal.ToString()), ("reason", ""))).Body, StringComparison.Ordinal);
        var chosen = await karim.SubmitAndFollowAsync(choosing.Form("#choose-form"), ("interpreter", bilal.ToString()), ("reason", "Har tolket for familien før"));

        Assert.Contains("Valgt i hånden én gang", chosen.Body, StringComparison.Ordinal);
        Assert.Contains("Har tolket for familien før", chosen.Body, StringComparison.Ordinal);
        Assert.Contains((await app.AuditAsync()).Select(a => a.Action), a => a == "interpreters.choose");
    }

    [Fact]
    public async Task TryAnotherView_SixPeople_ShowsWhatItWouldChange()
    {
        await using var app = await VejviserApp.StartAsync();
        var meeting = await MeetAsync(app, guests: 6);
        var (karim, jonas) = (await app.SignInAsync(Coordinator), await app.SignInAsync(Advisor));
        await AddInterpreterAsync(karim, "Aisha Darwish", "1984-03-12");
        await jonas.SubmitAsync((await jonas.GetAsync($"/meetings/{meeting}/interpreter")).Form("#request-form"), ("language", "ar"));

        Assert.Contains("1 af 1 forslag ville blive et andet.", (await karim.GetAsync("/interpreters?view=6")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"tried\"", (await karim.GetAsync("/interpreters?view=5")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewCommand_OfAYear_HasEachRound()
    {
        var run = await CommandRun.RunAsync(["meetings", "preview", "refugees-as-volunteers", "--from", "2027-01-01", "--to", "2027-01-31", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("\"meeting\":\"tour\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"date\":\"2027-01-02\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"cycle\":\"2027-02\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.RunAsync(["meetings", "preview", "no-such", "--from", "2027-01-01", "--to", "2027-01-31"])).Code);
    }

    private static async Task AddInterpreterAsync(Visitor visitor, string name, string born)
    {
        var saved = await visitor.SubmitAsync((await visitor.GetAsync("/interpreters/register/new")).Form("#interpreter-form"),
            ("name", name), ("birth", born), ("travel", "45"), ("languages", "ar"), ("languages", ""), ("languages", ""), ("languages", ""), ("dialects", "Syrisk"), ("dialects", ""), ("dialects", ""), ("dialects", ""));
        Assert.True(saved.IsRedirect, saved.Failures);
    }

    /// <summary>A meeting of Jonas, and as many colleagues more as are asked for, the day after the tests' own.</summary>
    private static async Task<Guid> MeetAsync(VejviserApp app, int guests = 1)
    {
        var jonas = await app.AccountAsync(Advisor);
        await using var scope = app.Host.Services.CreateAsyncScope();
        await using var db = app.Open();
        var others = await db.Users.Where(a => a.Id != jonas.Id && a.Kind == AccountKind.Employee && a.Email != "peter.lund@havneby.example").OrderBy(a => a.Email).Take(guests - 1).Select(a => a.Id).ToListAsync(Cancel);
        var time = new MeetingTime(new DateOnly(2026, 3, 3), new TimeOnly(10, 0), 60, MeetingRoom.Online);
        var booked = await ActivatorUtilities.CreateInstance<BookMeeting>(scope.ServiceProvider).RunAsync(
            new("Samtale", time, new MeetingGuestList([jonas.Id, .. others], [], [])), Reader.System with { AccountId = jonas.Id }, new AuditContext(jonas.Id, "meetings.book", TestDatabase.Start.UtcDateTime), Cancel);
        Assert.True(booked.IsSuccess, booked.Failure?.Code);
        return booked.Value.MeetingId;
    }
}
