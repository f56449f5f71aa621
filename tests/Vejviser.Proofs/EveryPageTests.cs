using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Vejviser.Proofs;

/// <summary>
/// Walks every page the running host has, as it is counted by the host itself: axe finds nothing, wide, at 320 px and right-to-left,
/// and no page scrolls sideways. A page with an unknown parameter fails here until it gets a sample.
/// </summary>
[Trait("Run", "Full")]
public sealed class EveryPageTests(Browser browser) : IAsyncLifetime
{
    private const int Walkers = 2;
    private const int FewestPages = 55;
    private const int Wide = 1280;
    private const int Narrow = 320;

    /// <summary>Answers that are no page of their own to look at: actions, downloads, and the way out to another sign-in.</summary>
    private static readonly string[] NoPages = [".ics", "/sign-out", "/language", "/export", "/evidence/", "/work/finish", "/work/undo", "/people/search", "/sign-in/municipality", "/papers/"];

    /// <summary>Those who between them may open every page; the last stands between password and code.</summary>
    private static readonly string[] Readers = ["mette.holm@havneby.example", "birgit.storm@havneby.example", "sofie.bach@havneby.example", "peter.lund@havneby.example", "admin@havneby.example", "lone.krag@frivilligcenter.example", "jens.bro@fjordbo.example", DemoApp.AskedForCode];

    private DemoApp demo = null!;

    public async ValueTask InitializeAsync()
    {
        demo = await DemoApp.StartAsync();
        await demo.TurnOnAuthenticatorAsync();
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    [Fact]
    public async Task EveryPage_WideNarrowAndRightToLeft_PassesAxeAndFits()
    {
        var addresses = new ConcurrentQueue<string>(await AddressesAsync());
        Assert.True(addresses.Count >= FewestPages, $"Only {addresses.Count} pages were found: the walk is broken.");
        var problems = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Walkers).Select(_ => WalkAsync(addresses, problems)));
        Assert.True(problems.IsEmpty, string.Join('\n', problems.Order(StringComparer.Ordinal)));
    }

    private async Task WalkAsync(ConcurrentQueue<string> addresses, ConcurrentQueue<string> problems)
    {
        var pages = new List<IPage>();
        foreach (var reader in Readers)
        {
            pages.Add(await browser.OpenAsync(demo.Address, Wide));
            await pages[^1].SignInAsync(reader, until: reader == DemoApp.AskedForCode ? "/sign-in/code" : reader.EndsWith("@havneby.example", StringComparison.Ordinal) ? "/" : "/partner");
        }

        pages.Add(await browser.OpenAsync(demo.Address, Wide));
        await pages[^1].SignInAsNewcomerAsync();
        pages.Add(await browser.OpenAsync(demo.Address, Wide));
        await pages[^1].SignInAsHostAsync();
        while (addresses.TryDequeue(out var address))
        {
            var (page, turnedAway) = await OpenAsync(pages, address);
            foreach (var problem in page is null ? [$"{address} is shown to nobody: {turnedAway}"] : await LookAsync(page))
                problems.Enqueue(problem);
        }

        foreach (var page in pages)
            await page.Context.CloseAsync();
    }

    /// <summary>The page as the first reader sees it who is neither turned away nor sent elsewhere.</summary>
    private static async Task<(IPage? Page, string TurnedAway)> OpenAsync(IEnumerable<IPage> pages, string address)
    {
        var answers = new List<string>();
        foreach (var page in pages)
        {
            var answer = await page.GotoAsync(address);
            var isError = address.StartsWith("/error/", StringComparison.Ordinal);
            if ((answer?.Status == 200 || isError) && new Uri(page.Url).AbsolutePath == address.Split('?')[0])
                return (page, "");
            answers.Add($"{answer?.Status} at {new Uri(page.Url).AbsolutePath}");
        }

        return (null, string.Join(", ", answers));
    }

    /// <summary>
    /// One visit, turned about: what a reader's own window and language would make of the same page. It fits in every view; axe, which is slow, sees each width and each direction once, and
    /// colours once.
    /// </summary>
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        List<string> problems = [];
        foreach (var (width, direction, isForAxe) in new[] { (Wide, "ltr", true), (Narrow, "ltr", false), (Narrow, "rtl", true), (Wide, "rtl", false) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("direction => document.documentElement.dir = direction", direction);
            problems.AddRange((isForAxe ? await page.ProblemsAsync(withColours: width == Wide) : await page.SidewaysAsync()).Select(p => $"{p} ({width} px, {direction})"));
        }

        return problems;
    }

    private async Task<IEnumerable<string>> AddressesAsync()
    {
        var samples = await demo.SamplesAsync();
        return demo.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !Array.Exists(NoPages, n => n == "/sign-in/municipality" ? route == n : route.Contains(n, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)
            .SelectMany(samples.Fill);
    }
}
