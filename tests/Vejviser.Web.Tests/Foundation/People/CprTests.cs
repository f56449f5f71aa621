using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

public sealed class CprTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Show_Asked_UnmasksOnceAndIsNoted(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        await app.GiveCprAsync(person);
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var masked = await visitor.GetAsync($"/people/{person.Id}/cpr");
        var shown = await visitor.SubmitAsync(masked.Form($"/people/{person.Id}/cpr?handler=Show"));
        var after = await visitor.GetAsync($"/people/{person.Id}/cpr");

        Assert.Equal("720390-••••", masked.One(".cpr-number").TextContent);
        Assert.Equal(Newcomers.Cpr, shown.One(".cpr-number").TextContent);
        Assert.Contains("no-store", shown.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("720390-••••", after.One(".cpr-number").TextContent);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("people.show-cpr")).PersonId);
    }

    [Fact]
    public async Task Replace_WrongThenRight_RefusesThenKeepsTheOld()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        await app.GiveCprAsync(person);
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var form = (await visitor.GetAsync($"/people/{person.Id}/cpr")).Form($"/people/{person.Id}/cpr?handler=Replace");

        var refused = await visitor.SubmitAsync(form, ("number", "991399-0000"));
        var taken = await visitor.SubmitAndFollowAsync(refused.Form($"/people/{person.Id}/cpr?handler=Replace"), ("number", "730390-1234"));

        Assert.NotEmpty(refused.Failures);
        Assert.DoesNotContain("991399", refused.Body, StringComparison.Ordinal);
        Assert.NotNull(taken.Told);
        Assert.Equal(["730390-••••", "720390-••••"], taken.Texts(".cpr-number"));
        await using var db = app.Open();
        Assert.Equal(1, await db.PersonCprs.CountAsync(c => c.PersonId == person.Id && c.Until == null, Newcomers.Cancel));
        Assert.Single(await app.AuditAsync("people.replace-cpr"));
    }
}
