using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans.Enrolment;

/// <summary>What the person's and the household's pages say of all practices together, and what happens when family arrives.</summary>
public sealed class RoadAheadTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Person_TwoMeetingsOnOneMorning_AreToldWithAWayToMove(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.TakeUpAsync("dialogue-based-reception");
        var head = await app.HeadAsync();
        // The welcome meeting is on a Wednesday at 10 after the arrival; the course opens at 9 on its first day.
        var welcome = await app.EnrolAsync(head, "dialogue-based-reception", new DateOnly(2026, 3, 2));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var meeting = (await mette.GetAsync($"/plans/{welcome}")).Texts(".enrol-dates li").FirstOrDefault(m => m.Contains("kl. 10.00", StringComparison.Ordinal));
        Assert.True(meeting is not null, "The practice has no meeting at 10 ahead.");
        await using var db = app.Open();
        var day = await FirstAtTenAsync(app, mette, welcome);
        await app.EnrolAsync(head, start: day);

        var page = await mette.GetAsync($"/people/{head.Id}");

        var clash = Assert.Single(page.Page.QuerySelectorAll(".road-clashes > li"));
        Assert.Contains("formiddag", clash.TextContent, StringComparison.Ordinal);
        // The course moves with its plan; the welcome meeting is booked, for a group, and is moved on its own page.
        Assert.Single(clash.QuerySelectorAll("a[href$='/dates']"));
        Assert.Single(clash.QuerySelectorAll("a[href^='/meetings/']"));
    }

    [Fact]
    public async Task Person_WeeksWithNothing_AreNamed()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Housing);
        var head = await app.HeadAsync();
        await app.ConsentAsync(head, "information-to-landlord");
        await app.EnrolAsync(head, EnrolTown.Housing, new DateOnly(2026, 3, 2));
        await using (var db = app.Open())
        {
            await db.PlanTasks.ExecuteUpdateAsync(t => t.SetProperty(x => x.Due, new DateOnly(2026, 3, 4)), EnrolTown.Cancel);
            var last = await db.PlanTasks.OrderByDescending(t => t.Order).Select(t => t.Id).FirstAsync(EnrolTown.Cancel);
            await db.PlanTasks.Where(t => t.Id == last).ExecuteUpdateAsync(t => t.SetProperty(x => x.Due, new DateOnly(2026, 4, 15)), EnrolTown.Cancel);
        }

        var page = await (await app.SignInAsync(RoadWorld.Mette)).GetAsync($"/people/{head.Id}");

        Assert.Contains("intet planlagt", page.One("section[aria-labelledby=holes]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_Practices_NameContactPersonAndOwner()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        await app.EnrolAsync(head);

        var line = Assert.Single((await (await app.SignInAsync(RoadWorld.Mette)).GetAsync($"/people/{head.Id}")).Texts(".road-plans > li"));

        Assert.Contains("Kontaktperson:", line, StringComparison.Ordinal);
        Assert.Contains("Praksissens ejer:", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Household_PracticeOfAPerson_StandsAsALineWithWhoseItIs()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var plan = await app.EnrolAsync(head);

        var page = await (await app.SignInAsync(RoadWorld.Mette)).GetAsync($"/households/{head.HouseholdId}");

        Assert.Contains("Amal Haddad", Assert.Single(page.Texts(".road-plans > li")), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($".road-plans a[href='/plans/{plan}']"));
        Assert.Empty(page.Page.QuerySelectorAll(".road-task"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AddPerson_HouseholdRunsAPracticeThatAsksForIt_HappensAndIsTold(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync("private-hosting");
        var head = await app.HeadAsync();
        await app.ConsentAsync(head, "information-to-landlord");
        await app.EnrolAsync(head, "private-hosting");
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var told = await mette.SubmitAndFollowAsync(
            (await mette.GetAsync($"/households/{head.HouseholdId}/add-person")).Form(".person-form"), ("Form.GivenName", "Salma"), ("Form.FamilyName", "Haddad"), ("Form.Role", "Child"));

        Assert.Contains(": ", told.Told, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal("permanent-social-housing", (await db.Offers.SingleAsync(EnrolTown.Cancel)).Practice);
        Assert.Single(await app.AuditAsync("plans.family-arrived"));
    }

    [Fact]
    public async Task Finish_FromThePlansPageWithoutScript_ComesBackToIt()
    {
        await using var app = await VejviserApp.StartAsync();
        // Has a step that waits for nothing, with nothing to tick or show.
        await app.TakeUpAsync("video-interpreting");
        var plan = await app.EnrolAsync(await app.HeadAsync(), "video-interpreting");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var task = Guid.Empty;
        await using (var db = app.Open())
            task = await db.PlanTasks.Where(t => t.PlanId == plan && t.Step == "doctor-talk").Select(t => t.Id).SingleAsync(EnrolTown.Cancel);
        var form = Assert.Single(Forms(await mette.GetAsync($"/plans/{plan}")), f => f.QuerySelector("button")!.GetAttribute("value") == task.ToString());

        var done = await mette.SubmitAsync(form, ("task", task.ToString()));

        Assert.Equal($"/plans/{plan}#t-{task}", done.Location);
        Assert.Contains("road-task-done", (await mette.GetAsync($"/plans/{plan}")).One($"#t-{task}").ClassName!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Finish_ThatARuleRefuses_SaysWhyOnThePageThatWasClickedOn(bool isByScript)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);
        // What waits for others can be finished in its row, and is refused while they are open.
        var form = Forms(await mette.GetAsync($"/plans/{plan}")).First();
        if (isByScript)
            mette.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        var refused = await mette.SubmitAsync(form, ("task", form.QuerySelector("button")!.GetAttribute("value")));

        mette.Client.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Equal($"/plans/{plan}", isByScript ? refused.Headers["HX-Redirect"] : refused.Location);
        Assert.Contains("“", (await mette.GetAsync($"/plans/{plan}")).Failures, StringComparison.Ordinal);
        Assert.Equal("", (await mette.GetAsync($"/plans/{plan}")).Failures);
    }

    private static IEnumerable<AngleSharp.Html.Dom.IHtmlFormElement> Forms(PageAnswer page) => page.Page.QuerySelectorAll(".road-task form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>();

    /// <summary>The day of the plan's first meeting at 10.</summary>
    private static async Task<DateOnly> FirstAtTenAsync(VejviserApp app, Visitor mette, Guid plan)
    {
        var arrival = (await app.PlanAsync(plan)).Anchors.Single(a => a.Name == PlanAnchors.Arrival).Date;
        var texts = (await mette.GetAsync($"/plans/{plan}")).Texts(".enrol-dates li").First(m => m.Contains("kl. 10.00", StringComparison.Ordinal));
        return Enumerable.Range(0, 400).Select(arrival.AddDays).First(d => texts.StartsWith(d.ToDateTime(TimeOnly.MinValue).ToString("ddd d. MMM", System.Globalization.CultureInfo.GetCultureInfo("da-DK")), StringComparison.Ordinal));
    }
}
