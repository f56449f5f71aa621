using System.Net.Http.Headers;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>A page names its files by their fingerprint: a browser fetches each once, packed, and never asks for it again.</summary>
public sealed class StaticFilesTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Fact]
    public async Task Files_NamedByThePage_AreKeptForAYearAndPacked()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = app.Visit();
        var page = (await visitor.GetAsync("/sign-in")).Page;
        string[] files = [.. page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!), .. page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!)];
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, file);
            Assert.Equal((Year, true), (answer.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero, answer.Headers.CacheControl?.Extensions.Any(e => e.Name == "immutable") ?? false));
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        }
    }

    /// <summary>Under its plain name a file may change tomorrow.</summary>
    [Fact]
    public async Task File_ByItsPlainName_IsAskedForAgain()
    {
        await using var app = await VejviserApp.StartAsync();
        using var answer = await app.Visit().Client.GetAsync("/css/vejviser.css", TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }
}
