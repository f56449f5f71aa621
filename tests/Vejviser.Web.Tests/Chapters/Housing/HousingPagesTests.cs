using System.Net;
using System.Text;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Chapters.Housing;

public sealed class HousingPagesTests
{
    [Theory]
    [InlineData("/housing")]
    [InlineData("/housing/estates")]
    [InlineData("/housing/needs")]
    [InlineData("/housing/allocation")]
    [InlineData("/housing/policy")]
    [InlineData("/housing/nominations")]
    [InlineData("/housing/agreements")]
    [InlineData("/housing/agreements/new")]
    [InlineData("/housing/cases")]
    [InlineData("/housing/move-ins")]
    [InlineData("/housing/homes/new")]
    public async Task Page_WithoutThePermission_IsForbidden_AndOpensForHousing(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("ulla.frost@havneby.example")).GetAsync(path)).Status);
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        var page = await peter.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/housing/homes/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/homes/x")]
    [InlineData("/housing/estates/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/needs/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/allocation/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/agreements/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/move-ins/0193a3a0-0000-7000-8000-000000000000")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        Assert.Equal(HttpStatusCode.NotFound, (await peter.GetAsync(path)).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Import_FaultyThenWhole_TakesNothingThenAllAndTheSameTwiceChangesNothing(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        var page = await peter.GetAsync("/housing/estates");
        Assert.True((await peter.SubmitAsync(page.Form("#area-new"), ("name", "Fjordkvarteret"), ("work", "78"), ("school", "500"), ("transport", "300"))).IsRedirect);
        page = await peter.GetAsync("/housing/estates");
        Assert.True((await peter.SubmitAsync(page.Form("#estate-new"), ("name", "Fjordparken"))).IsRedirect);
        const string Good = "association;estate;address;kind;rooms;m2;rent;use;accessible;from\r\nBoligselskabet Fjordbo;Fjordparken;Vej 1;family;2;60;5000;600;no;2026-04-01\r\n";

        var faulty = await SendAsync(peter, Good + "Boligselskabet Fjordbo;Skoven;Vej 2;villa;2;60;fem;600;no;2026-04-01\r\n");
        Assert.Equal(["3", "3"], faulty.Texts("section[aria-labelledby=faults] tbody td.number"));
        Assert.Empty((await peter.GetAsync("/housing")).Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("1 boliger er tilføjet", (await SendAsync(peter, Good)).Told, StringComparison.Ordinal);
        Assert.Contains("0 boliger er tilføjet, 0 er rettet, 1 var der", (await SendAsync(peter, Good)).Told, StringComparison.Ordinal);
        Assert.Single((await peter.GetAsync("/housing")).Page.QuerySelectorAll("tbody tr"));
        var export = await peter.GetAsync("/housing/export?format=csv");
        Assert.Contains("Vej 1;Boligselskabet Fjordbo;Fjordparken", export.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Association_SeesNoOthersNominationsAndNoStaffPages()
    {
        await using var app = await VejviserApp.StartAsync();
        var jens = await app.SignInAsync("jens.bro@fjordbo.example");
        Assert.Equal(HttpStatusCode.OK, (await jens.GetAsync("/partner/housing")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await jens.GetAsync("/housing")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("peter.lund@havneby.example")).GetAsync("/partner/housing")).Status);
    }

    private static async Task<PageAnswer> SendAsync(Visitor visitor, string file)
    {
        var form = (await visitor.GetAsync("/housing/import")).Form();
        var answer = await visitor.UploadAsync(form, "file", "boliger.csv", Encoding.UTF8.GetBytes(file));
        return answer.IsRedirect ? await visitor.GetAsync(answer.Location!) : answer;
    }
}
