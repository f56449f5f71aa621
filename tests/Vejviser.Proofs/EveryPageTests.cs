using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vejviser.Testing;

namespace Vejviser.Proofs;

/// <summary>
/// Walks every page the running host has, as it is counted by the host itself: axe finds nothing, wide, at 320 px and right-to-left,
/// and no page scrolls sideways; and each is shown on the other database too, where the browser looks on as little as may be. A page with an unknown parameter fails here until it gets a sample.
/// </summary>
[Trait("Run", "Full")]
public sealed class EveryPageTests(Browser browser)
{
    private const int FewestPages = 55;

    /// <summary>Answers that are no page of their own to look at: actions and downloads.</summary>
    private static readonly string[] NoPages = [".ics", "/sign-out", "/language", "/export", "/evidence/", "/work/finish", "/work/undo", "/people/search", "/papers/"];

    /// <summary>Nor are the ways out to another's sign-in.</summary>
    private static readonly string[] WaysOut = ["/sign-in/municipality", "/my/sign-in/mitid"];

    /// <summary>A broker that nobody asks, so that what there is of MitID is shown.</summary>
    private static readonly string[] WithMitId = ["--MitId:Authority=https://broker.example", "--MitId:ClientId=vejviser", "--MitId:ClientSecret=secret"];

    /// <summary>Those who between them may open every page, whoever may open most of them first; Lars stands between password and code.</summary>
    private static readonly Func<IPage, Task>[] SignIns =
    [
        .. new[] { "mette.holm", "birgit.storm", "sofie.bach", "peter.lund", "admin" }.Select(name => (Func<IPage, Task>)(page => page.SignInAsync($"{name}@havneby.example"))),
        page => page.SignInAsync("lone.krag@frivilligcenter.example", until: "/partner"), page => page.SignInAsync("jens.bro@fjordbo.example", until: "/partner"),
        page => page.SignInAsync(DemoApp.AskedForCode, until: "/sign-in/code"), Visits.SignInAsNewcomerAsync, Visits.SignInAsHostAsync,
    ];

    [Fact]
    public async Task EveryPage_WideNarrowAndRightToLeft_PassesAxeAndFits()
    {
        await using var demo = await StartAsync(DatabaseKind.Sqlite);
        var unseen = await AddressesAsync(demo);
        var problems = new ConcurrentQueue<string>();
        foreach (var signIn in SignIns)
        {
            var page = await browser.OpenAsync(demo.Address);
            await signIn(page);
            string[] own = [.. (await Task.WhenAll(unseen.Select(async address => (Address: address, IsOwn: await IsShownAsync(page, address))))).Where(a => a.IsOwn).Select(a => a.Address)];
            unseen = [.. unseen.Except(own)];
            var ahead = new ConcurrentQueue<string>(own);
            // A second window of the same session: while one is looked at, the other opens.
            await Task.WhenAll(WalkAsync(page, ahead, problems), WalkAsync(await page.Context.NewPageAsync(), ahead, problems));
            await page.Context.CloseAsync();
        }

        Assert.True(problems.IsEmpty && unseen.Length == 0, string.Join('\n', [.. unseen.Select(u => $"{u} is shown to nobody."), .. problems.Order(StringComparer.Ordinal)]));
    }

    [Fact]
    public async Task EveryPage_OnPostgreSql_IsShown()
    {
        await using var demo = await StartAsync(DatabaseKind.Postgres);
        var unseen = await AddressesAsync(demo);
        foreach (var signIn in SignIns)
        {
            var page = await browser.OpenAsync(demo.Address);
            await signIn(page);
            var shown = new List<string>();
            foreach (var address in unseen)
            {
                if (await IsShownAsync(page, address))
                    shown.Add(address);
            }

            unseen = [.. unseen.Except(shown)];
        }

        Assert.Empty(unseen);
    }

    private static async Task<DemoApp> StartAsync(DatabaseKind kind)
    {
        var demo = await DemoApp.StartAsync(kind, WithMitId);
        await demo.TurnOnAuthenticatorAsync();
        return demo;
    }

    /// <summary>Whether the reader is neither turned away nor sent elsewhere; asked without drawing the page.</summary>
    private static async Task<bool> IsShownAsync(IPage page, string address) =>
        address.StartsWith("/error/", StringComparison.Ordinal) || (await page.Context.APIRequest.GetAsync(address, new() { MaxRedirects = 0 })).Status == 200;

    private static async Task WalkAsync(IPage page, ConcurrentQueue<string> addresses, ConcurrentQueue<string> problems)
    {
        while (addresses.TryDequeue(out var address))
        {
            await page.GotoAsync(address);
            if (new Uri(page.Url).AbsolutePath != address.Split('?')[0])
                problems.Enqueue($"{address} leads to {new Uri(page.Url).AbsolutePath}.");
            foreach (var problem in await page.ProblemsInEveryViewAsync())
                problems.Enqueue(problem);
        }
    }

    private static async Task<string[]> AddressesAsync(DemoApp demo)
    {
        var samples = await demo.SamplesAsync();
        string[] found = [.. demo.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !WaysOut.Contains(route) && !Array.Exists(NoPages, n => route.Contains(n, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)
            .SelectMany(samples.Fill)];
        Assert.True(found.Length >= FewestPages, $"Only {found.Length} pages were found: the walk is broken.");
        return found;
    }
}
