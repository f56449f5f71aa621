using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

public sealed class DuplicatesTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task CompareMergeUndo_ByHand_LeadsOnAndBack(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var one = await app.AddAsync(also: p => p.Phone = "11111111");
        var other = await app.AddAsync("Yusuf", "Hadad", also: p => p.Phone = "22222222");
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        var list = await visitor.GetAsync("/people/duplicates");
        Assert.Single(list.Page.QuerySelectorAll("tbody tr"));

        var compare = await visitor.GetAsync($"/people/duplicates/compare?a={one.Id}&b={other.Id}");
        var merged = await visitor.SubmitAsync(compare.Form($"/people/duplicates/compare?a={one.Id}&b={other.Id}"), ("take", "phone"));
        Assert.Equal($"/people/{one.Id}/edit", merged.Location);
        Assert.Equal($"/people/{one.Id}/edit", (await visitor.GetAsync($"/people/{other.Id}/edit")).Location);
        await using var db = app.Open();
        Assert.Equal("22222222", (await db.People.AsNoTracking().SingleAsync(p => p.Id == one.Id, Newcomers.Cancel)).Phone);

        var undone = await visitor.SubmitAsync((await visitor.GetAsync("/people/duplicates")).Form("/people/duplicates?handler=Undo"));
        Assert.Equal($"/people/{other.Id}/edit", undone.Location);
        Assert.Equal("11111111", (await db.People.AsNoTracking().SingleAsync(p => p.Id == one.Id, Newcomers.Cancel)).Phone);
        Assert.Equal(2, (await app.AuditAsync("people.merge")).Count);
        Assert.Equal(2, (await app.AuditAsync("people.undo-merge")).Count);
    }

    [Fact]
    public async Task NotSame_Said_GoesFromTheListAndCanBeTakenBack()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AddAsync();
        await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var said = await visitor.SubmitAndFollowAsync((await visitor.GetAsync("/people/duplicates")).Form("/people/duplicates?handler=NotSame"));
        Assert.Empty(said.Page.QuerySelectorAll("tbody tr"));
        var back = await visitor.SubmitAndFollowAsync(said.Form("/people/duplicates?handler=MaybeSame"));
        Assert.Single(back.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(2, (await app.AuditAsync("people.not-duplicate")).Count);
    }
}
