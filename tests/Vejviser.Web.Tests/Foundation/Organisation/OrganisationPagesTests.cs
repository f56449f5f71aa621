using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Organisation;

public sealed class OrganisationPagesTests
{
    private const string Admin = "admin@havneby.example";
    private const string Peter = "peter.lund@havneby.example";

    [Theory]
    [InlineData("/organisation")]
    [InlineData("/organisation/roles")]
    [InlineData("/organisation/job-functions")]
    [InlineData("/organisation/partners")]
    [InlineData("/organisation/closing-days")]
    public async Task Page_Reader_SeesButHasNoForms(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await (await app.SignInAsync(Peter)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Empty(page.Page.QuerySelectorAll("[style], script:not([src])"));
        Assert.NotEmpty((await (await app.SignInAsync(Admin)).GetAsync(path)).Page.QuerySelectorAll("main form[method=post], main .page-head a"));
    }

    [Theory]
    [InlineData("/organisation/units/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/organisation/partners/0193a3a0-0000-7000-8000-000000000000")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Admin)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Post_ReaderWithoutEdit_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync();
        var (admin, peter) = (await app.SignInAsync(Admin), await app.SignInAsync(Peter));
        var form = (await admin.GetAsync("/organisation")).Form("#add-form");
        var token = (await peter.GetAsync("/account")).Form("/account?handler=SignOutEverywhere").Elements.OfType<IHtmlInputElement>().Single(i => i.Name == "__RequestVerificationToken").Value;
        var answer = await peter.SubmitAsync(form, ("name", "Min egen"), ("__RequestVerificationToken", token));
        Assert.StartsWith("Det kræver, at du må rette i hele kommunen", answer.Failures, StringComparison.Ordinal);
        Assert.Empty(await app.AuditAsync("organisation.add-unit"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Unit_AddedMovedFilledAndClosed_IsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var form = (await admin.GetAsync("/organisation")).Form("#add-form");
        Assert.Equal("Skriv et navn.", (await admin.SubmitAsync(form, ("name", " "))).Failures);
        await admin.SubmitAsync(form, ("name", "Frivillighed"));
        await admin.SubmitAsync(form, ("name", "Frivillighed"));
        await using var db = app.Open();
        var id = await db.Units.Where(u => u.Name == "Frivillighed").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
        var parent = await db.Units.Where(u => u.Name == "Integration og beskæftigelse").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);

        var path = $"/organisation/units/{id}";
        await admin.SubmitAsync((await admin.GetAsync(path)).Form("#change-form"), ("name", "Civilsamfund"), ("parent", parent.ToString()));
        var moved = await db.Units.AsNoTracking().SingleAsync(u => u.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal(("Civilsamfund", parent), (moved.Name, moved.ParentId));

        var placed = await admin.SubmitAndFollowAsync((await admin.GetAsync(path)).Form("#place-form"), ("account", (await app.AccountAsync(Peter)).Id.ToString()), ("leader", "true"));
        Assert.Contains("Peter Lund", Assert.Single(placed.Texts("tbody th")), StringComparison.Ordinal);
        Assert.StartsWith("Tag først medarbejderne ud", (await admin.SubmitAsync(placed.Form("#close-form"))).Failures, StringComparison.Ordinal);
        await admin.SubmitAsync(placed.Form($"{path}?handler=TakeOut"));
        await admin.SubmitAsync((await admin.GetAsync(path)).Form("#close-form"));
        Assert.True((await db.Units.AsNoTracking().SingleAsync(u => u.Id == id, TestContext.Current.CancellationToken)).IsClosed);
        foreach (var action in (string[])["add-unit", "change-unit", "place-member", "take-out-member", "close-unit"])
            Assert.Single(await app.AuditAsync($"organisation.{action}"));
    }

    [Fact]
    public async Task JobFunction_AddedTwice_IsRefusedAndOneInUseStays()
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await app.SignInAsync(Admin);
        var page = await admin.GetAsync("/organisation/job-functions");
        Assert.True((await admin.SubmitAsync(page.Form("#add-form"), ("name", "Jurist"))).IsRedirect);
        Assert.Equal("Stillingen findes allerede.", (await admin.SubmitAsync((await admin.GetAsync("/organisation/job-functions")).Form("#add-form"), ("name", "Jurist"))).Failures);
        var form = page.Form("#add-form");
        form.SetAttribute("action", "/organisation/job-functions?handler=Remove");
        await using var db = app.Open();
        var used = await db.JobFunctions.Where(f => f.Name == "Boligmedarbejder").Select(f => f.Id).SingleAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Stillingen kan ikke fjernes", (await admin.SubmitAsync(form, ("id", used.ToString()))).Failures, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Partner_ClosedWithItsUsers_EndsTheirSessions(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var partner = (await admin.SubmitAsync((await admin.GetAsync("/organisation/partners/new")).Form("#partner-form"), ("Name", "Center Avnstrup"), ("Kind", "AsylumCentre"))).Location!;
        var page = await admin.GetAsync(partner);
        var added = await admin.SubmitAsync((await admin.GetAsync(page.One("a[href^='/access/new']").GetAttribute("href")!)).Form(), ("Name", "Ole Center"), ("Email", "ole@center.example"));
        var ole = await app.SignInAsync("ole@center.example", added.One(".one-time").TextContent);
        Assert.False((await ole.GetAsync("/account/password")).IsRedirect);

        await admin.SubmitAsync((await admin.GetAsync(partner)).Form("#close-form"));
        Assert.True((await ole.GetAsync("/account/password")).IsRedirect);
        Assert.Equal(2, (await app.AuditAsync("organisation.close-partner")).Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task ClosingDays_AddedRemovedAndUsualTaken_StandInTheYear(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var page = await admin.GetAsync("/organisation/closing-days?year=2041");
        Assert.Contains("Juleaftensdag", page.Form("#usual-form").TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAndFollowAsync(page.Form("#usual-form"));
        Assert.Equal(["Grundlovsdag", "Juleaftensdag", "Nytårsaftensdag"], page.Texts("main table.table tbody th"));
        Assert.Empty(page.Page.QuerySelectorAll("#usual-form"));
        page = await admin.SubmitAndFollowAsync(page.Form("#add-form"), ("date", "2041-05-31"), ("name", "Dagen efter Kristi himmelfart"));
        Assert.Contains("31 Dagen efter Kristi himmelfart", page.Texts(".day-closed"));
        Assert.Contains("er der allerede", (await admin.SubmitAsync(page.Form("#add-form"), ("date", "2041-05-31"), ("name", "Igen"))).Failures, StringComparison.Ordinal);
        var row = page.Page.QuerySelectorAll("main table.table tbody tr").First(r => r.TextContent.Contains("Kristi", StringComparison.Ordinal));
        page = await admin.SubmitAndFollowAsync((IHtmlFormElement)row.QuerySelector("form")!);
        Assert.Equal(3, page.Texts("main table.table tbody th").Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task PracticeRole_FilledEverywhereAndInOnePractice_IsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var cancel = TestContext.Current.CancellationToken;
        await using var db = app.Open();
        var unit = await db.Units.Where(u => u.Name == "Boligteamet").Select(u => u.Id).SingleAsync(cancel);
        Task<Guid?> FilledAsync(string practice) => db.PracticeRoles.AsNoTracking().Where(r => r.Practice == practice && r.Role == "mentor-coordinator").Select(r => r.UnitId).SingleOrDefaultAsync(cancel);

        var open = await admin.GetAsync("/organisation/roles?edit=mentor-coordinator");
        Assert.Equal("Mentorkoordinator", open.Texts("#role-mentor-coordinator th").Single());
        await admin.SubmitAsync(open.Form("#fill-form"), ("unit", unit.ToString()), ("account", ""));
        Assert.Equal(unit, await FilledAsync(PracticeRole.Everywhere));

        var exception = open.Form("#exception-form");
        var made = await admin.SubmitAndFollowAsync(exception, ("practice", "business-mentors"), ("role", "mentor-coordinator"), ("unit", unit.ToString()), ("account", ""));
        Assert.Equal(["Erhvervsmentorer Mentorkoordinator Boligteamet Fjern"], made.Texts("#exceptions-table tbody tr"));
        await admin.SubmitAsync((IHtmlFormElement)made.One("#exceptions-table form"));
        Assert.Null(await FilledAsync("business-mentors"));

        Assert.StartsWith("Praksissen har ikke den rolle", (await admin.SubmitAsync(exception, ("practice", "reception-plan"), ("role", "mentor-coordinator"))).Failures, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SubmitAsync(open.Form("#fill-form"), ("role", "nobody\",\"x"))).Status);
        Assert.Equal(3, (await app.AuditAsync("organisation.fill-practice-role")).Count);
    }
}
