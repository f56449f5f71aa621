using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

/// <summary>Adding by hand, moving and relating.</summary>
public sealed class HouseholdPagesTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AddHousehold_DecisionOnTheFirst_AsksThenMakes(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var asked = await visitor.SubmitAsync((await visitor.GetAsync("/households/new")).Form(".person-form"),
            ("Form.GivenName", "Yousef"), ("Form.FamilyName", "Haddad"), ("Form.Basis", "Asylum71"), ("Form.AllocationDate", "2026-04-01"), ("Cpr", Newcomers.Cpr));
        var choice = asked.Page.QuerySelectorAll("#ChosenTakeover option").Select(o => o.GetAttribute("value")).Last()!;
        Assert.DoesNotContain(Newcomers.Cpr, asked.Body, StringComparison.Ordinal);
        var made = await visitor.SubmitAsync(asked.Form(".person-form"), ("ChosenTakeover", choice));

        Assert.True(made.IsRedirect, made.Failures);
        await using var db = app.Open();
        var household = await db.Households.SingleAsync(Newcomers.Cancel);
        Assert.Equal($"/households/{household.Id}", made.Location);
        Assert.Equal(DateOnly.Parse(choice, null), household.TakeoverDate);
        Assert.Equal(2, (await app.AuditAsync("people.add-household")).Count);
    }

    [Theory]
    [InlineData("Form.BirthDate", "1990-05-01", "1990-05-01", null)]
    [InlineData("Form.BirthYear", "1990", null, 1990)]
    public async Task AddHousehold_BirthWrittenAndNotChosen_IsKept(string field, string value, string? date, int? year)
    {
        await using var app = await VejviserApp.StartAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var made = await visitor.SubmitAsync((await visitor.GetAsync("/households/new")).Form(".person-form"),
            ("Form.GivenName", "Yousef"), ("Form.FamilyName", "Haddad"), ("Form.Basis", "Asylum71"), ("Form.AllocationDate", "2026-04-12"), (field, value));

        Assert.True(made.IsRedirect, made.Failures);
        await using var db = app.Open();
        var person = await db.People.SingleAsync(Newcomers.Cancel);
        Assert.Equal((date, year), (person.BirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), person.BirthYear));
    }

    [Fact]
    public async Task AddHousehold_Empty_TellsAndMakesNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var answer = await visitor.SubmitAsync((await visitor.GetAsync("/households/new")).Form(".person-form"));
        Assert.NotEmpty(answer.Failures);
        await using var db = app.Open();
        Assert.False(await db.Households.AnyAsync(Newcomers.Cancel));
    }

    [Fact]
    public async Task AddPerson_ToAHousehold_IsThereAndNoted()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/households/{Guid.CreateVersion7()}/add-person")).Status);

        var page = await visitor.GetAsync($"/households/{head.HouseholdId}/add-person");
        var refused = await visitor.SubmitAsync(page.Form(".person-form"), ("Form.GivenName", "Salma"), ("Form.Role", "Head"));
        var added = await visitor.SubmitAsync(page.Form(".person-form"), ("Form.GivenName", "Salma"), ("Form.Role", "Child"));

        Assert.NotEmpty(refused.Failures);
        Assert.Equal($"/households/{head.HouseholdId}", added.Location);
        Assert.Single(await app.AuditAsync("people.add-person"));
    }

    [Fact]
    public async Task Move_ToOwnHousehold_LeadsThere()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.AddAsync();
        var child = await app.AddAsync("Salma", "Haddad", head.HouseholdId);
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var page = await visitor.GetAsync($"/people/{child.Id}/move");

        var refused = await visitor.SubmitAsync(page.Form($"/people/{child.Id}/move"), ("Reference", "H0000-000000"));
        var moved = await visitor.SubmitAsync(page.Form($"/people/{child.Id}/move"), ("IsOwn", "true"));

        Assert.NotEmpty(refused.Failures);
        Assert.NotEqual($"/households/{head.HouseholdId}", moved.Location);
        Assert.Equal(2, (await app.AuditAsync("people.move")).Count);
    }

    [Fact]
    public async Task Relations_AddAndRemove_ShowsAndForgets()
    {
        await using var app = await VejviserApp.StartAsync();
        var parent = await app.AddAsync();
        var child = await app.AddAsync("Salma", "Haddad", parent.HouseholdId);
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{parent.Id}/relations";

        var nobody = await visitor.SubmitAsync((await visitor.GetAsync(at)).Form(at + "?handler=Add"), ("kind", "ParentOf"));
        var added = await visitor.SubmitAndFollowAsync((await visitor.GetAsync(at)).Form(at + "?handler=Add"), ("kind", "CustodyHolderOf"), ("other", child.Id.ToString()));
        Assert.NotEmpty(nobody.Failures);
        Assert.Single(added.Page.QuerySelectorAll($"main .people-list a[href='/people/{child.Id}']"));
        var removed = await visitor.SubmitAndFollowAsync(added.Form(at + "?handler=Remove"));
        Assert.Single(removed.Page.QuerySelectorAll(".empty"));
        Assert.Equal(2, (await app.AuditAsync("people.add-relation")).Count);
    }
}
