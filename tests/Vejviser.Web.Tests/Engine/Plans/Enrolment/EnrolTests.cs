using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans.Enrolment;

public sealed class EnrolTests
{
    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        await app.WithoutAsync("Modtagelse", Permissions.PlansEdit);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/people/{head.Id}/enrol")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/households/{head.HouseholdId}/enrol")).Status);
    }

    [Fact]
    public async Task Get_UnknownIdOrPractice_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/people/{Guid.CreateVersion7()}/enrol")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/households/{Guid.CreateVersion7()}/enrol")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Packages}")).Status);
    }

    [Fact]
    public async Task Get_PersonOfOthers_LeadsToBreakingTheGlass()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        var jonas = await app.SignInAsync(RoadWorld.Jonas);
        Assert.StartsWith("/break-glass?", (await jonas.GetAsync($"/people/{head.Id}/enrol")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingAdopted_SaysWhatToDo()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Contains("/practices", (await mette.GetAsync($"/people/{head.Id}/enrol")).One(".empty").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FromThePersonsPage_FitsAreFirstAndWhyNotIsSaid()
    {
        await using var app = await VejviserApp.StartAsync();
        foreach (var practice in new[] { EnrolTown.Packages, EnrolTown.Support, EnrolTown.Housing, "relation-centred-reception" })
            await app.TakeUpAsync(practice);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.NotNull((await mette.GetAsync($"/people/{head.Id}")).Page.QuerySelector($"a[href='/people/{head.Id}/enrol']"));

        var page = await mette.GetAsync($"/people/{head.Id}/enrol");

        Assert.Equal(["g-fits", "g-referral", "g-not"], page.Page.QuerySelectorAll(".enrol-group h2").Select(h => h.Id));
        Assert.NotEmpty(page.Texts(".enrol-group:last-of-type .enrol-why"));
        Assert.NotNull(page.Page.QuerySelector($"a[href='/people/{head.Id}/enrol?practice={EnrolTown.Packages}']"));
        Assert.Equal(head.Id, Assert.Single(await app.AuditAsync("enrolment.read")).PersonId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_Person_IsEnrolledFromTheDayWithTasksAndAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var form = (await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Packages}")).Form();

        var saved = await mette.SubmitAsync(form, ("Form.Dates[start]", "2026-03-16"));

        Assert.True(saved.IsRedirect, saved.Failures);
        await using var db = app.Open();
        var plan = await db.Plans.Include(p => p.Anchors).SingleAsync(p => p.Practice == EnrolTown.Packages, EnrolTown.Cancel);
        Assert.Equal($"/plans/{plan.Id}", saved.Location);
        Assert.Equal((head.Id, PlanSource.Staff, new DateOnly(2026, 3, 16)), (plan.PersonId!.Value, plan.Source, plan.Anchors.Single(a => a.Name == "start").Date));
        Assert.True(await db.PlanTasks.AnyAsync(t => t.PlanId == plan.Id && t.PersonId == head.Id, EnrolTown.Cancel));
        Assert.Single(await app.AuditAsync("plans.enrol"), e => e.EntityId == plan.Id);

        var again = await mette.SubmitAsync(form, ("Form.Dates[start]", "2026-03-16"));
        Assert.Equal(saved.Location, again.Location);
    }

    [Fact]
    public async Task Post_DateThatIsNone_TellsAndEnrolsNobody()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var refused = await mette.SubmitAsync((await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Packages}")).Form(), ("Form.Dates[start]", "i morgen"));

        Assert.NotEmpty(refused.Failures);
        await using var db = app.Open();
        Assert.False(await db.Plans.AnyAsync(EnrolTown.Cancel));
    }

    [Fact]
    public async Task Post_OutsideTheTargetGroup_IsRefusedInWordsUntilAReasonIsGiven()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync("relation-centred-reception");
        var head = await app.HeadAsync();
        await app.ConsentAsync(head, "information-from-asylum-centre");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var form = (await mette.GetAsync($"/people/{head.Id}/enrol?practice=relation-centred-reception")).Form();

        var refused = await mette.SubmitAsync(form, ("Form.Despite", " "));
        Assert.Contains("Der er ingen uledsaget mindreårig", refused.Failures, StringComparison.Ordinal);
        Assert.DoesNotContain("unaccompanied", refused.Failures, StringComparison.Ordinal);
        var saved = await mette.SubmitAsync(refused.Form(), ("Form.Despite", "Søster til en i huset"));

        Assert.True(saved.IsRedirect, saved.Failures);
        Assert.Equal("Søster til en i huset", Assert.Single(await app.AuditAsync("plans.enrol")).Reason);
    }

    [Fact]
    public async Task Get_ConsentMissing_LeadsToConsentsAndHasNoForm()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Support);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Support}");

        Assert.Contains($"/people/{head.Id}/consents", page.One(".empty").InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main form"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_EverySeatTaken_SaysTheNumberAndStandsInLine(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Support, ("seats", 1));
        var (first, second) = (await app.HeadAsync(), await app.HeadAsync("Nour Salem", "H2026-900002"));
        await app.ConsentAsync(first, "information-to-support-centre");
        await app.ConsentAsync(second, "information-to-support-centre");
        await app.EnrolAsync(first, EnrolTown.Support);
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/people/{second.Id}/enrol?practice={EnrolTown.Support}");
        Assert.Contains("nummer 1 i køen", page.One(".alert-info").TextContent, StringComparison.Ordinal);
        var plan = await mette.SubmitAndFollowAsync(page.Form());

        Assert.Contains("Nummer 1 i køen", plan.Page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(PlanState.Waiting, (await db.Plans.SingleAsync(p => p.PersonId == second.Id, EnrolTown.Cancel)).State);
    }

    [Fact]
    public async Task Post_HouseholdPracticeFromThePersonsPage_EnrolsTheHousehold()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Housing);
        var head = await app.HeadAsync();
        await app.ConsentAsync(head, "information-to-landlord");
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var saved = await mette.SubmitAsync((await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Housing}")).Form());

        Assert.True(saved.IsRedirect, saved.Failures);
        await using var db = app.Open();
        Assert.Null((await db.Plans.SingleAsync(EnrolTown.Cancel)).PersonId);
    }

    [Fact]
    public async Task Post_ReferredByAPartner_NamesItOnThePlan()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var partner = new Vejviser.Core.Foundation.Organisation.PartnerOrganisation { Name = "Havneby Maskinfabrik", Kind = Vejviser.Core.Foundation.Organisation.PartnerKind.Company };
        await using (var db = app.Open())
        {
            db.Add(partner);
            await db.SaveAsync(new(null, "organisation.add-partner", TestDatabase.Start.UtcDateTime), new Vejviser.Core.Foundation.Audit.AuditSubject(Entity: "partner"), EnrolTown.Cancel);
        }

        var mette = await app.SignInAsync(RoadWorld.Mette);
        var plan = await mette.SubmitAndFollowAsync((await mette.GetAsync($"/people/{head.Id}/enrol?practice={EnrolTown.Packages}")).Form(), ("Form.Source", $"partner:{partner.Id}"));

        Assert.Contains("Havneby Maskinfabrik", plan.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task Get_EveryPractice_HasNoHoles()
    {
        await using var app = await VejviserApp.StartAsync();
        var practices = app.Host.Services.GetRequiredService<PracticeCatalogue>().Practices.Select(p => p.Id).Where(p => p != "reception-plan").ToList();
        foreach (var practice in practices)
            await app.TakeUpAsync(practice);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);

        foreach (var address in practices.Select(p => $"/people/{head.Id}/enrol?practice={p}").Append($"/people/{head.Id}/enrol").Append($"/people/{head.Id}/practices"))
            Assert.DoesNotContain('{', (await mette.GetAsync(address)).One("main").TextContent);
    }

    [Fact]
    public async Task Choices_SummaryWithAFigure_SaysTheFigure()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync("mindspring", ("group-least", 7));
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var choices = (await mette.GetAsync($"/people/{head.Id}/enrol")).One(".enrol-choices").TextContent;
        var chosen = (await mette.GetAsync($"/people/{head.Id}/enrol?practice=mindspring")).One(".lead").TextContent;

        Assert.Contains("7 til", choices, StringComparison.Ordinal);
        Assert.StartsWith("7 til", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Household_OffersItsPracticesAndItsPeople()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.TakeUpAsync(EnrolTown.Housing);
        var head = await app.HeadAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/households/{head.HouseholdId}/enrol");

        Assert.Equal(4, page.Page.QuerySelectorAll(".enrol-members a").Length);
        Assert.Equal($"/households/{head.HouseholdId}/enrol?practice={EnrolTown.Housing}", Assert.Single(page.Page.QuerySelectorAll(".enrol-name > a")).GetAttribute("href"));
    }
}
