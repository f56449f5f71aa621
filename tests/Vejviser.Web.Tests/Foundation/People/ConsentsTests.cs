using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

public sealed class ConsentsTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Give_PrintAndWithdraw_IsShownAndNoted(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/consents";

        var given = await visitor.SubmitAndFollowAsync((await visitor.GetAsync(at)).Form(at + "?handler=Give"), ("Input.Purpose", "health-information-to-doctor"));
        Assert.Single(given.Page.QuerySelectorAll(".chip-done"));
        await using var db = app.Open();
        var consent = await db.Consents.AsNoTracking().SingleAsync(Newcomers.Cancel);
        Assert.Equal((person.Id, person.Id), (consent.PersonId, consent.GivenById!.Value));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{at}/{consent.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{at}/{Guid.CreateVersion7()}")).Status);
        var withdrawn = await visitor.SubmitAndFollowAsync(given.Form(at + "?handler=Withdraw"), ("on", "2026-03-02"));

        Assert.Empty(withdrawn.Page.QuerySelectorAll(".chip-done"));
        Assert.Equal(person.Id, (await db.Consents.AsNoTracking().SingleAsync(Newcomers.Cancel)).WithdrawnById);
        foreach (var action in new[] { "people.give-consent", "people.withdraw-consent", "people.consents.print" })
            Assert.Equal(person.Id, Assert.Single(await app.AuditAsync(action)).PersonId);
    }

    [Fact]
    public async Task Give_AgeUnknown_AsksAndTakesTheAnswer()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync(also: p => (p.BirthDate, p.BirthYear) = (null, null));
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/consents";

        var asked = await visitor.SubmitAsync((await visitor.GetAsync(at)).Form(at + "?handler=Give"), ("Input.Purpose", "contact-by-volunteers"));
        var given = await visitor.SubmitAsync(asked.Form(at + "?handler=Give"), ("Input.SaidGiver", "CustodyHolder"), ("Input.CustodyHolderName", "Rana Haddad"));

        Assert.NotEmpty(asked.Failures);
        Assert.True(given.IsRedirect, given.Failures);
        await using var db = app.Open();
        Assert.Equal("Rana Haddad", (await db.Consents.SingleAsync(Newcomers.Cancel)).GivenByName);
    }

    [Fact]
    public async Task Give_ByOneWhoMayOnlyRead_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var birgit = await app.SignInAsync(Newcomers.Manager);
        var page = await birgit.GetAsync($"/people/{person.Id}/consents");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("main form"));
    }
}
