using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

public sealed class AnchorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync();
        await app.WithoutAsync("Modtagelse", Permissions.PlansEdit);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/households/{household.Id}/anchors/arrival")).Status);
    }

    [Fact]
    public async Task Get_UnknownAnchor_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/households/{household.Id}/anchors/birthday")).Status);
    }

    [Fact]
    public async Task Preview_NewArrival_ShowsMovesAndWhatStaysAndChangesNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        await app.DoneAsync([(await app.TaskAsync(plan, "welcome-folder")).Id]);
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/households/{household.Id}/anchors/arrival?date=2026-03-23");

        Assert.Contains("Udlever nøglerne, og vis boligen man. 9. mar. man. 23. mar.", string.Join('\n', page.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Contains("De er færdige (1)", page.Texts("details h3"));
        Assert.Equal(new DateOnly(2026, 3, 9), (await app.TaskAsync(plan, "keys-and-home")).Due);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_Previewed_MovesTheHouseholdAndItsOpenTasks(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, plan) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var preview = await mette.GetAsync($"/households/{household.Id}/anchors/arrival?date=2026-03-23");

        var after = await mette.SubmitAndFollowAsync(preview.Page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Single());

        Assert.NotNull(after.Told);
        await using var db = app.Open();
        Assert.Equal(new DateOnly(2026, 3, 23), (await db.Households.SingleAsync(h => h.Id == household.Id, Cancel)).ArrivalDate);
        Assert.Equal(new DateOnly(2026, 3, 23), (await app.TaskAsync(plan, "keys-and-home")).Due);
        Assert.Single(await app.AuditAsync("plans.move-anchor"));
    }

    [Fact]
    public async Task Post_PlanChangedSincePreview_MovesNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var preview = await mette.GetAsync($"/households/{household.Id}/anchors/arrival?date=2026-03-23");
        await app.DoneAsync([(await app.TaskAsync(plan, "keys-and-home")).Id]);
        await using (var db = app.Open())
            await db.PlanTasks.Where(t => t.PlanId == plan && t.Step == "keys-and-home").ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), Cancel);

        var page = await mette.SubmitAsync(preview.Page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Single());

        Assert.Contains("ændret, siden du så den", page.Failures, StringComparison.Ordinal);
        await using var fresh = app.Open();
        Assert.Equal(new DateOnly(2026, 3, 9), (await fresh.Households.SingleAsync(h => h.Id == household.Id, Cancel)).ArrivalDate);
    }
}
