using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Engine.Gatherings;

/// <summary>/practices/{id}/meetings, /starts and /agreement: who may, what they refuse, and what they leave in the audit.</summary>
public sealed class GatheringPagesTests
{
    private const string Team = "cross-department-team";
    private const string Centre = "school-start-in-asylum";
    private const string Birgit = "birgit.storm@havneby.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"/practices/{Team}/meetings", Permissions.MeetingsRead)]
    [InlineData($"/practices/{Centre}/starts", Permissions.PlansRead)]
    [InlineData($"/practices/{Centre}/starts/export?format=csv", Permissions.Export)]
    [InlineData($"/practices/{Centre}/agreement", Permissions.PracticesRead)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", permission);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData($"/practices/{Team}/meetings")]
    [InlineData($"/practices/{Centre}/starts")]
    [InlineData("/practices/no-such/agreement")]
    [InlineData("/practices/video-interpreting/starts")]
    public async Task Get_NotAdoptedOrNotThere_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Meetings_LookNow_BooksTheSeriesAndSaysSo()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(Team);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var empty = await mette.GetAsync($"/practices/{Team}/meetings");
        Assert.Single(empty.Page.QuerySelectorAll(".empty"));

        Assert.True((await mette.SubmitAsync(empty.Form("#keep"))).IsRedirect);

        var page = await mette.GetAsync($"/practices/{Team}/meetings?meeting=summing-up");
        Assert.Contains("Opsamlingsmøde", Assert.Single(page.Texts("main table tbody tr")), StringComparison.Ordinal);
        Assert.NotEmpty(await app.AuditAsync("meetings.keep"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Agreement_ReadAgainBeforeSigned_IsRefused_ThenSaved(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var partner = await AddPartnerAsync(app);
        using var birgit = await app.SignInAsync(Birgit);
        var form = (await birgit.GetAsync($"/practices/{Centre}/agreement")).Form("#agreement-operator");

        var refused = await birgit.SubmitAsync(form, ("organisation", partner.ToString()), ("signed", "2026-03-02"), ("reread", "2026-03-01"));
        Assert.Contains("ligger før underskriften", refused.Failures, StringComparison.Ordinal);
        Assert.True((await birgit.SubmitAsync(refused.Form("#agreement-operator"), ("organisation", partner.ToString()), ("signed", "2026-03-02"), ("reread", "2027-03-01"))).IsRedirect);

        await using var db = app.Open();
        Assert.Equal(new DateOnly(2027, 3, 1), (await db.PartnerAgreements.SingleAsync(Cancel)).RereadOn);
        Assert.Single(await app.AuditAsync("organisation.change-agreement"));
    }

    [Fact]
    public async Task Agreement_ByWhoMayNotAdapt_IsShownAndNotChanged()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync($"/practices/{Centre}/agreement");
        Assert.Null(page.Page.QuerySelector("#agreement-operator"));

        using var fields = new FormUrlEncodedContent([new("partner", "operator"), new("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "")]);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.Client.PostAsync($"/practices/{Centre}/agreement", fields, Cancel)).StatusCode);
    }

    private static async Task<Guid> AddPartnerAsync(VejviserApp app)
    {
        await using var db = app.Open();
        var partner = new PartnerOrganisation { Name = "Nordvest Asyl", Kind = PartnerKind.AsylumCentre };
        db.Add(partner);
        await db.SaveAsync(new(null, "test.seed", app.Clock.GetUtcNow().UtcDateTime), new Core.Foundation.Audit.AuditSubject(Entity: "partner"), Cancel);
        return partner.Id;
    }
}
