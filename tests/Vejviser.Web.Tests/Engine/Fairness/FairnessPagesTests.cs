using System.Net;

namespace Vejviser.Web.Tests.Engine.Fairness;

/// <summary>The one kind of page that every match has: opened by the permission of its own, hidden where groups are small, and its file by the permission to export beside.</summary>
public sealed class FairnessPagesTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/housing/fairness", "peter.lund@havneby.example" }, { "/housing/hosts/fairness", "peter.lund@havneby.example" }, { "/doctors/fairness", "hanne.friis@havneby.example" },
        { "/language-groups/fairness", "hanne.friis@havneby.example" }, { "/pairs/mentors/fairness", "rasmus.vind@havneby.example" }, { "/pairs/families/fairness", "rasmus.vind@havneby.example" },
        { "/interpreters/fairness", "karim.nasser@havneby.example" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfEveryMatch_OpensByItsPermissionAndHidesWhatIsSmall(string path, string owner)
    {
        await using var app = await VejviserApp.StartAsync();
        var (reader, stranger) = (await app.SignInAsync(owner), await app.SignInAsync("ulla.frost@havneby.example"));

        var page = await reader.GetAsync(path + "?year=1999");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Lige fordeling", Assert.Single(page.Page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Der er færre end 5", page.Body, StringComparison.Ordinal);
        Assert.Contains("Valgt i hånden", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(path)).Status);
        var file = await reader.GetAsync(path + "?handler=Export&format=csv");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("Alle", file.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync(path + "?handler=Export&format=pdf")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(path + "?handler=Export&format=csv")).Status);
    }
}
