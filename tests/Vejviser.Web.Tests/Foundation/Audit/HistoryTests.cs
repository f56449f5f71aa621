using System.Net;
using Vejviser.Testing;
using Vejviser.Web.Tests.Foundation.People;

namespace Vejviser.Web.Tests.Foundation.Audit;

public sealed class HistoryTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_SeenAndChanged_TellsWhoInWordsAndFilters(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        using var mette = await app.SignInAsync(Newcomers.Reception);
        using var birgit = await app.SignInAsync(Newcomers.Manager);
        await mette.SubmitAsync((await mette.GetAsync("/people")).Form("/people/search"), ("q", "haddad"));
        await mette.SubmitAsync((await mette.GetAsync($"/people/{person.Id}/edit")).Form(".person-form"), ("Form.Phone", "11111111"));
        var at = $"/people/{person.Id}/history";

        var all = await birgit.GetAsync(at);
        Assert.Equal(["Birgit Storm så, hvem der har set og ændret", "Mette Holm rettede oplysninger: Telefon", "Mette Holm åbnede borgerens oplysninger"],
            all.Texts(".history-list li").Select(l => l[6..]));
        Assert.Equal(["Mette Holm rettede oplysninger: Telefon"], (await birgit.GetAsync(at + "?Kind=Changes")).Texts(".history-list li").Select(l => l[6..]));
        Assert.Empty((await birgit.GetAsync(at + "?To=2026-03-01")).Texts(".history-list li"));
        Assert.All((await birgit.GetAsync(at + $"?Account={(await app.AccountAsync(Newcomers.Manager)).Id}")).Texts(".history-list li"), l => Assert.Contains("Birgit Storm", l, StringComparison.Ordinal));
        Assert.Contains("Mette Holm så borgeren i en søgning", (await birgit.GetAsync(at + "?Lists=true")).Texts(".history-list li").Select(l => l[6..]));
    }

    [Fact]
    public async Task Get_ManyRows_PagesToTheOlder()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        for (var i = 0; i < 51; i++)
            await visitor.GetAsync($"/people/{person.Id}/cpr");

        var first = await visitor.GetAsync($"/people/{person.Id}/history");
        var older = await visitor.GetAsync($"/people/{person.Id}/history" + first.One("main a[href*='Before=']").GetAttribute("href"));

        Assert.Equal(50, first.Texts(".history-list li").Count);
        Assert.Equal(2, older.Texts(".history-list li").Count);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Get_Export_IsAFileAndNoted(string format, string type)
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var file = await visitor.GetAsync($"/people/{person.Id}/history?export={format}");

        Assert.StartsWith(type, file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("people.history.export")).PersonId);
    }

    [Fact]
    public async Task Audit_All_ShowsIdsAndNoNamesOfPeople()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync("Zenobia", "Quartermaine");
        using var mette = await app.SignInAsync(Newcomers.Reception);
        await mette.GetAsync($"/people/{person.Id}/edit");
        using var admin = await app.SignInAsync("admin@havneby.example");
        using var jonas = await app.SignInAsync(Newcomers.JobConsultant);

        var page = await admin.GetAsync($"/audit?Person={person.Id}");
        Assert.Contains(page.Texts(".history-list li"), l => l.Contains("Mette Holm", StringComparison.Ordinal) && l.Contains(person.Id.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Zenobia", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await jonas.GetAsync("/audit")).Status);
        Assert.Single(await app.AuditAsync("audit.all.read"));
    }
}
