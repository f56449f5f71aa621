using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;
using Vejviser.Web.Tests.Foundation.People;
using static Vejviser.Web.Tests.Engine.Offers.OfferTown;

namespace Vejviser.Web.Tests.Engine.Offers;

/// <summary>/practices/{id}/offer and /offers.</summary>
public sealed class PracticeOfferTests
{
    private const string At = $"/practices/{Bridge}/offer";

    [Theory]
    [InlineData(At, Permissions.PlansRead)]
    [InlineData(At + "/export?format=csv", Permissions.Export)]
    [InlineData("/offers", Permissions.PlansRead)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", permission);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Get_UnknownPracticeOrFormat_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Newcomers.Reception);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync("/practices/no-such/offer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync("/practices/no-such/offer/export?format=csv")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mette.GetAsync(At + "/export?format=pdf")).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_Ticked_AreOfferedAndLeaveTheList(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync(Bridge);
        var (one, two) = (await app.AddAsync("Amal", "Nur", also: NewInDenmark), await app.AddAsync("Bana", "Nur", also: NewInDenmark));
        var ask = await app.AddAsync("Cem", "Nur");
        using var mette = await app.SignInAsync(Newcomers.Reception);

        var page = await mette.GetAsync(At);
        Assert.Equal(["Amal Nur", "Bana Nur"], page.Texts("tbody th"));
        Assert.NotEmpty((await mette.SubmitAsync(page.Form("#offer"))).Failures);
        var done = await mette.SubmitAndFollowAsync(page.Form("#offer"), ("ids", one.Id.ToString()), ("remind", "2026-03-09"));

        Assert.NotNull(done.Told);
        Assert.Equal(["Bana Nur"], done.Texts("tbody th"));
        await using var db = app.Open();
        Assert.Equal((one.Id, new DateOnly(2026, 3, 9)), await db.Offers.Select(o => new ValueTuple<Guid, DateOnly>(o.PersonId!.Value, o.RemindOn!.Value)).SingleAsync(Cancel));
        Assert.Equal(one.Id, Assert.Single(await app.AuditAsync("offers.offer-many")).PersonId);
        var asked = await mette.GetAsync(At + "?part=ask");
        Assert.Equal(["Cem Nur"], asked.Texts("tbody th"));
        Assert.Contains("hvornår husstanden flytter ind", asked.One("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains(ask.Id.ToString(), (await app.AuditAsync("offers.group.read"))[^1].Details, StringComparison.Ordinal);
        Assert.Contains(two.Id.ToString(), (await app.AuditAsync("offers.group.read"))[0].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OutsideNeedToKnow_ShowsAndCountsNobody()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Bridge);
        await app.AddAsync(also: NewInDenmark);
        using var jonas = await app.SignInAsync(Newcomers.JobConsultant);
        using var birgit = await app.SignInAsync(Newcomers.Manager);

        var page = await jonas.GetAsync(At);

        Assert.Empty(page.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Passer (0)", page.One("nav.page-tabs").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("hele kommunen", page.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I hele kommunen: 1 passer", (await birgit.GetAsync(At)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Household_OpensItsHeadsPage()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Housing);
        var head = await app.AddAsync();
        using var mette = await app.SignInAsync(Newcomers.Reception);

        var page = await mette.GetAsync($"/practices/{Housing}/offer");
        await mette.SubmitAsync(page.Form("#offer"), ("ids", head.HouseholdId.ToString()));

        Assert.Equal($"/people/{head.Id}/practices", page.One("tbody th a").GetAttribute("href"));
        await using var db = app.Open();
        Assert.Equal((head.HouseholdId, null), await db.Offers.Select(o => new ValueTuple<Guid, Guid?>(o.HouseholdId, o.PersonId)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Export_ProtectedName_IsLeftOutAndNoted()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Bridge);
        await app.AddAsync("Amal", "Nur", also: p => { NewInDenmark(p); p.HasProtectedAddress = true; p.CaseRef = "UDL-7"; });
        await app.WithoutAsync("Modtagelse", Permissions.ProtectedAddress);
        using var mette = await app.SignInAsync(Newcomers.Reception);

        var csv = await mette.GetAsync(At + "/export?format=csv");

        Assert.Contains("UDL-7", csv.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Amal", csv.Body, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("offers.group.export"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offers_DueFirst_AndToldOnMyWork(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync(Bridge);
        await app.OfferAsync(await app.AddAsync("Amal", "Nur", also: NewInDenmark));
        await app.OfferAsync(await app.AddAsync("Bana", "Nur", also: NewInDenmark), remind: new DateOnly(2026, 3, 2));
        using var mette = await app.SignInAsync(Newcomers.Reception);
        using var karim = await app.SignInAsync("karim.nasser@havneby.example");

        Assert.Equal(["Bana Nur", "Amal Nur"], (await mette.GetAsync("/offers")).Texts("main h2"));
        Assert.Single((await mette.GetAsync("/offers")).Page.QuerySelectorAll(".chip-late"));
        Assert.Empty((await karim.GetAsync("/offers")).Texts("main h2"));
        Assert.Equal(2, (await karim.GetAsync("/offers?whose=unit")).Texts("main h2").Count);
        Assert.Equal(2, (await karim.GetAsync("/offers?whose=all&practice=" + Bridge)).Texts("main h2").Count);
        Assert.Contains("Ét tilbud skal følges op nu.", (await mette.GetAsync("/")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("skal følges op", (await karim.GetAsync("/")).Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
