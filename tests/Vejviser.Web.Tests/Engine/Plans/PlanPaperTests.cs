using System.Net;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Tests.Engine.Plans;

/// <summary>The plan on paper and as a spreadsheet.</summary>
public sealed class PlanPaperTests
{
    [Theory]
    [InlineData("print", Permissions.PlansRead)]
    [InlineData("export?format=csv", Permissions.Export)]
    public async Task Get_WithoutPermission_IsForbidden(string page, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, plan) = await app.RunningAsync();
        await app.WithoutAsync("Modtagelse", permission);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/plans/{plan}/{page}")).Status);
    }

    [Theory]
    [InlineData("print")]
    [InlineData("export?format=csv")]
    public async Task Get_PlanOfOthers_IsNotFound(string page)
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/plans/{Guid.CreateVersion7()}/{page}")).Status);
    }

    [Fact]
    public async Task Print_Running_HasTheReferenceAtItsHeadNoFamilyNameAndNoNavigation()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, plan) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var sheet = await mette.GetAsync($"/plans/{plan}/print");
        Assert.Contains("H2026-900001", sheet.One(".sheet-head").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", sheet.Body, StringComparison.Ordinal);
        Assert.Null(sheet.Page.QuerySelector("nav"));
        Assert.True(sheet.Page.QuerySelectorAll(".sheet-box").Length >= 60);
        Assert.Single(await app.AuditAsync("plans.print"));
    }

    [Fact]
    public async Task Export_Csv_HasEveryTaskWithOwnerAndDate()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, plan) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var csv = await mette.GetAsync($"/plans/{plan}/export?format=csv");
        Assert.Contains(csv.Body.Split('\n'), l => l.Contains("Udlever nøglerne", StringComparison.Ordinal) && l.Contains("Peter Lund", StringComparison.Ordinal) && l.Contains("2026-03-09", StringComparison.Ordinal));
        Assert.Single(await app.AuditAsync("plans.export"));
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync($"/plans/{plan}/export?format=xlsx")).Status);
    }
}
