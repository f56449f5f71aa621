using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

public sealed class EditTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_UnchangedForm_WritesNothing(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync(also: p => (p.Nationality, p.Language, p.NeedsInterpreter, p.PermitDate) = ("SYR", "ar", true, new DateOnly(2026, 2, 1)));
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var page = await visitor.GetAsync($"/people/{person.Id}/edit");
        var answer = await visitor.SubmitAsync(page.Form(".person-form"));

        Assert.True(answer.IsRedirect, answer.Failures);
        Assert.Empty(await app.AuditAsync("people.edit"));
        await using var db = app.Open();
        Assert.Equal(person.Version, (await db.People.SingleAsync(p => p.Id == person.Id, Newcomers.Cancel)).Version);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_Changed_SavesAndNotes(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var page = await visitor.GetAsync($"/people/{person.Id}/edit");
        var answer = await visitor.SubmitAndFollowAsync(page.Form(".person-form"), ("Form.FamilyName", "الخطيب"), ("Form.BirthKnown", "Year"), ("Form.BirthYear", "1988"),
            ("Form.Languages[0].Language", "fa"), ("Form.Languages[0].Level", "Good"));

        Assert.NotNull(answer.Told);
        Assert.Contains("الخطيب", answer.One("h1").TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        var stored = await db.People.SingleAsync(p => p.Id == person.Id, Newcomers.Cancel);
        Assert.Equal(("الخطيب", null, 1988), (stored.FamilyName, stored.BirthDate, stored.BirthYear));
        Assert.Equal("Yousef الخطيب", (await db.Households.SingleAsync(h => h.Id == person.HouseholdId, Newcomers.Cancel)).Name);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("people.edit")).PersonId);
    }

    [Fact]
    public async Task Post_BirthNoLongerKnown_IsTakenAway()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        await visitor.SubmitAsync((await visitor.GetAsync($"/people/{person.Id}/edit")).Form(".person-form"), ("Form.BirthKnown", "Date"), ("Form.BirthDate", "1990-05-01"));

        await visitor.SubmitAsync((await visitor.GetAsync($"/people/{person.Id}/edit")).Form(".person-form"), ("Form.BirthKnown", "Unknown"));

        await using var db = app.Open();
        var stored = await db.People.SingleAsync(p => p.Id == person.Id, Newcomers.Cancel);
        Assert.Equal((null, null), (stored.BirthDate, stored.BirthYear));
    }

    [Fact]
    public async Task Post_ColleagueSavedMeanwhile_KeepsWhatWasWrittenAndShowsTheirs()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var first = await visitor.GetAsync($"/people/{person.Id}/edit");
        var second = await visitor.GetAsync($"/people/{person.Id}/edit");
        await visitor.SubmitAsync(first.Form(".person-form"), ("Form.Phone", "11111111"));

        var told = await visitor.SubmitAsync(second.Form(".person-form"), ("Form.Phone", "22222222"));
        var again = await visitor.SubmitAsync(told.Form(".person-form"));

        Assert.Equal("22222222", told.One("#Form_Phone").GetAttribute("value"));
        Assert.Contains("11111111", told.One("#conflicts").TextContent, StringComparison.Ordinal);
        Assert.True(again.IsRedirect, again.Failures);
        await using var db = app.Open();
        Assert.Equal("22222222", (await db.People.SingleAsync(p => p.Id == person.Id, Newcomers.Cancel)).Phone);
    }

    [Theory]
    [InlineData("Form.GivenName", "", "Form.FamilyName", "")]
    [InlineData("Form.BirthDate", "ikke en dato", "Form.Phone", "1")]
    [InlineData("Form.Email", "uden snabel", "Form.Phone", "1")]
    public async Task Post_Invalid_TellsAndSavesNothing(string field, string value, string other, string otherValue)
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var answer = await visitor.SubmitAsync((await visitor.GetAsync($"/people/{person.Id}/edit")).Form(".person-form"), (field, value), (other, otherValue));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Failures);
        Assert.DoesNotContain("ikke en dato", answer.Failures, StringComparison.Ordinal);
        Assert.Empty(await app.AuditAsync("people.edit"));
    }

    [Fact]
    public async Task Protect_ByReception_SetsAndIsNoted()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var page = await visitor.GetAsync($"/people/{person.Id}/edit");

        await visitor.SubmitAsync(page.Form($"/people/{person.Id}/edit?handler=Protect"));

        await using var db = app.Open();
        Assert.True((await db.People.SingleAsync(p => p.Id == person.Id, Newcomers.Cancel)).HasProtectedAddress);
        Assert.Equal("{\"protected\":true}", Assert.Single(await app.AuditAsync("people.protect-address")).Details);
    }
}
