using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Newcomer;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Engine.Courses;

/// <summary>/courses and what lies under it, the card, and what a newcomer sees of a course.</summary>
public sealed class CoursePagesTests
{
    private const string Mette = "mette.holm@havneby.example";
    private const string Amina = "amina.yusuf@havneby.example";
    private const string Sofie = "sofie.bach@havneby.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/courses", Permissions.CoursesRead)]
    [InlineData("/courses/week", Permissions.CoursesRead)]
    [InlineData("/courses/industries", Permissions.CoursesRead)]
    [InlineData("/courses/new", Permissions.CoursesEdit)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", permission);
        using var mette = await app.SignInAsync(Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(path)).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Course_FromTheFormToTheCertificate_IsRunOnItsPages(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        var (app, me) = (world.App, world.Me);
        using var mette = await app.SignInAsync(Mette);
        var course = await MakeAsync(app, mette);

        var joined = await mette.SubmitAndFollowAsync((await mette.GetAsync(course)).Form("#join"), ("reference", me.CaseRef));
        Assert.Equal("1 er sat på kurset.", joined.Told);
        Assert.Equal("Der er ingen borger med det sagsnummer, som du kan se.", (await mette.SubmitAsync(joined.Form("#join"), ("reference", "findes ikke"))).Failures);
        using (var newcomer = await world.SignInAsync())
            Assert.Contains("Dansk om formiddagen", (await newcomer.GetAsync("/my/appointments")).Body, StringComparison.Ordinal);

        // Amina teaches and works with nobody of the household: she knows the name, and notes who came.
        app.Clock.Advance(TimeSpan.FromDays(9));
        using var amina = await app.SignInAsync(Amina);
        var toNote = (await amina.GetAsync(course)).One(".course-to-note a").GetAttribute("href")!;
        var form = (await amina.GetAsync(toNote)).Form("#attendance");
        Assert.Contains(me.GivenName, form.TextContent, StringComparison.Ordinal);
        var away = await amina.SubmitAndFollowAsync(form, ($"here-{me.Id}", null), ($"reason-{me.Id}", nameof(AbsenceReason.Illness)));
        Assert.Equal("Fremmødet er gemt: 0 af 1 var der.", away.Told);
        Assert.Contains("Syg 1", (await amina.GetAsync(course)).One("section[aria-labelledby=people]").TextContent, StringComparison.Ordinal);
        Assert.Empty((await amina.GetAsync(course + "/certificates")).Page.QuerySelectorAll(".certificate"));
        await amina.SubmitAsync((await amina.GetAsync(toNote)).Form("#attendance"), ($"here-{me.Id}", "true"));
        Assert.Contains(me.GivenName, (await amina.GetAsync(course + "/certificates")).One(".certificate-name").TextContent, StringComparison.Ordinal);

        Assert.DoesNotContain("Illness", string.Concat((await app.AuditAsync("courses.note-attendance")).Select(a => a.Details)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await amina.GetAsync(course + "/export?format=csv")).Status);
        Assert.Contains("BEGIN:VEVENT", (await amina.GetAsync(course + "/course.ics")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(me.GivenName, (await amina.GetAsync(course + "/course.ics")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_ReaderWhoLeadsNothing_SeesNoNameOutOfSight()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        using var mette = await world.App.SignInAsync(Mette);
        var course = await MakeAsync(world.App, mette);
        await using var db = world.App.Open();
        var families = await db.Units.Where(u => u.Name == "Børn og familie").Select(u => u.Id).SingleAsync(Cancel);
        var other = await db.People.AsNoTracking().Where(p => p.CaseRef != null && !db.HouseholdAccesses.Any(a => a.HouseholdId == p.HouseholdId && a.UnitId == families)).OrderBy(p => p.CaseRef).FirstAsync(Cancel);
        Assert.NotNull((await mette.SubmitAndFollowAsync((await mette.GetAsync(course)).Form("#join"), ("reference", other.CaseRef))).Told);
        using var sofie = await world.App.SignInAsync(Sofie);

        var page = await sofie.GetAsync(course);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(other.GivenName, page.One("section[aria-labelledby=people]").TextContent, StringComparison.Ordinal);
        Assert.Contains("En borger, du ikke arbejder med", page.One("section[aria-labelledby=people]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll(".course-to-note"));
    }

    [Fact]
    public async Task Make_TimesThatClash_SaysSoAndKeepsWhatWasWritten()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        var form = (await mette.GetAsync("/courses/new?free=true")).Form("#course-form");

        var refused = await mette.SubmitAsync(form, [.. Week(await TeacherAsync(app), "2026-03-09"), ("Form.Rows[1].Weekday", "Tuesday"), ("Form.Rows[1].At", "10:00"), ("Form.Rows[1].Kind", "Andet")]);

        Assert.Equal("To linjer på samme dag støder sammen: 09.00 og 10.00.", refused.Failures);
        Assert.Equal("Dansk om formiddagen", refused.One("#title").GetAttribute("value"));
        Assert.Equal("09:00", refused.One("#at-0").GetAttribute("value"));
    }

    [Fact]
    public async Task Card_WordsTickedAndClosed_StandOnItAndInTheAuditWithoutText()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        using var mette = await world.App.SignInAsync(Mette);
        var card = $"/people/{world.Me.Id}/card";
        var form = (await mette.GetAsync(card)).Form("#card-form");
        await using var db = world.App.Open();
        var word = await db.IndustryWords.OrderBy(w => w.Order).FirstAsync(Cancel);

        var saved = await mette.SubmitAndFollowAsync(form, ("words", word.Id.ToString()), ("strengths", "Møder til tiden"), ("closed", "true"));
        var stale = await mette.SubmitAsync(form, ("command", Guid.CreateVersion7().ToString()), ("strengths", "Andet"));

        Assert.Equal("Kortet er gemt.", saved.Told);
        Assert.Contains("Møder til tiden", saved.One("section[aria-labelledby=written]").TextContent, StringComparison.Ordinal);
        Assert.Contains("En anden har rettet kortet", stale.Failures, StringComparison.Ordinal);
        Assert.DoesNotContain("tiden", Assert.Single(await world.App.AuditAsync("cards.save")).Details, StringComparison.Ordinal);
    }

    /// <summary>Two mornings a week for four weeks, taught by Amina, from the second day after today.</summary>
    private static async Task<string> MakeAsync(VejviserApp app, Visitor mette)
    {
        var made = await mette.SubmitAsync((await mette.GetAsync("/courses/new?free=true")).Form("#course-form"), Week(await TeacherAsync(app), "2026-12-01"));
        Assert.True(made.IsRedirect, made.Failures);
        return made.Location!;
    }

    private static (string Name, string? Value)[] Week(string teacher, string first) =>
    [
        ("Form.Title", "Dansk om formiddagen"), ("Form.First", first), ("Form.Weeks", "4"), ("Form.Seats", "5"), ("Form.Certificate", "true"), ("Form.Least", "80"),
        ("Form.Rows[0].Kind", "Dansk"), ("Form.Rows[0].Weekday", "Tuesday"), ("Form.Rows[0].At", "09:00"), ("Form.Rows[0].Minutes", "120"), ("Form.Rows[0].Teacher", teacher),
    ];

    private static async Task<string> TeacherAsync(VejviserApp app) => (await app.AccountAsync(Amina)).Id.ToString();
}
