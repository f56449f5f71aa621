using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

public sealed class PersonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await HeadAsync(app, await app.FamilyAsync());
        await app.WithoutAsync("Modtagelse", Permissions.PeopleRead);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/people/{person.Id}")).Status);
    }

    [Fact]
    public async Task Get_UnknownId_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/people/{Guid.CreateVersion7()}")).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Running_DrawsNineAreasWithTheSameAsTableAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, _) = await app.RunningAsync();
        var person = await HeadAsync(app, household);
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/people/{person.Id}");

        Assert.Equal(9, page.Page.QuerySelectorAll("svg.road-line .road-area").Length);
        var rows = page.Texts(".road-why tbody tr");
        Assert.True(rows.Count > 40, $"{rows.Count} tasks");
        Assert.InRange(page.Page.QuerySelectorAll(".road-task").Length, 1, 15);
        Assert.Contains(rows, r => r.StartsWith("Bolig Uge 0 (uge 11) Udlever nøglerne", StringComparison.Ordinal));
        Assert.DoesNotContain("Omar Haddad", string.Join('\n', page.Texts(".road-task, .road-why tbody tr")), StringComparison.Ordinal);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("people.read")).PersonId);
    }

    [Fact]
    public async Task Get_ProtectedAddressWithoutTheCompartment_HidesAddressAndPhone()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync(isProtected: true);
        var person = await HeadAsync(app, household);
        await using (var db = app.Open())
        {
            await db.Households.ExecuteUpdateAsync(s => s.SetProperty(h => h.Address, "Havnegade 4"), Cancel);
            await db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, "12345678"), Cancel);
        }

        var (chief, mette) = (await app.SignInAsync(RoadWorld.Chief), await app.SignInAsync(RoadWorld.Mette));
        foreach (var path in new[] { $"/people/{person.Id}", $"/households/{household.Id}" })
        {
            Assert.DoesNotMatch("Havnegade 4|12345678", (await chief.GetAsync(path)).Body);
            Assert.Contains("Havnegade 4", (await mette.GetAsync(path)).Body, StringComparison.Ordinal);
        }
    }

    private static async Task<Person> HeadAsync(VejviserApp app, Household household)
    {
        await using var db = app.Open();
        return await db.People.AsNoTracking().SingleAsync(p => p.HouseholdId == household.Id && p.Role == HouseholdRole.Head, Cancel);
    }
}
