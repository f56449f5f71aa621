using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vejviser.Web.Tests;

[assembly: AssemblyFixture(typeof(Vejviser.Proofs.Browser))]

namespace Vejviser.Proofs;

/// <summary>
/// One headless Chromium for the whole run; each test opens its own session, as a person with a browser of their own would. A window costs a second and a half of processor time: one that a test has left is emptied and opened again.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Of every window, in CSS pixels.</summary>
    internal const int Height = 900;

    private const string Chromium = "/usr/bin/chromium";
    private const int MostKept = 12;

    /// <summary>
    /// What Playwright turns off (Chromium heeds only the last such list), the address bar's own pages, for which every window had a hidden renderer, the renderer that is started in case it should be needed, and a
    /// frame of its own for every page of the same site.
    /// </summary>
    private const string Off =
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
        + "BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,AutoDeElevate,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess,RenderDocument";

    /// <summary>A page is left before its scripts, and axe's, have run often enough for a compiler to pay: a third less time of the processor for looking at a page.</summary>
    private const string Scripts = "--no-opt,--no-maglev,--always-sparkplug";

    private readonly ConcurrentDictionary<(Uri Address, bool JavaScript), ConcurrentBag<IPage>> left = new();

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new FileNotFoundException($"{Chromium} is missing: install the package chromium.", Chromium);
        VejviserApp.KeepPorts();
        playwright = await Playwright.CreateAsync();
        // Long, for two cores that do much else; what is there at once is seen at once.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--disable-features={Off}", $"--js-flags={Scripts}"],
        });
    }

    /// <summary>A session with its own cookies, closed when the test ends.</summary>
    /// <param name="baseUrl">Where the product is served.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="javaScript">False as a browser whose scripts are off.</param>
    public async Task<IPage> OpenAsync(string baseUrl, int width = 1280, bool javaScript = true)
    {
        var of = left.GetOrAdd((new Uri(baseUrl), javaScript), _ => []);
        var page = of.TryTake(out var one) ? one : await NewAsync(baseUrl, javaScript);
        await page.SetViewportSizeAsync(width, Height);
        ClosesWindowsAttribute.Remember(() => LeaveAsync(page, new Uri(baseUrl), of));
        return page;
    }

    /// <summary>The session of one of the demo's accounts.</summary>
    /// <param name="app">Where the product is served.</param>
    /// <param name="email">The account's.</param>
    /// <param name="until">Where the sign-in leads.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="javaScript">False as a browser whose scripts are off.</param>
    internal async Task<IPage> OpenAsync(VejviserApp app, string email, string until = "/", int width = 1280, bool javaScript = true)
    {
        var page = await OpenAsync(app.Address.ToString(), width, javaScript);
        await page.SignInAsync(email, until);
        return page;
    }

    private async Task<IPage> NewAsync(string baseUrl, bool javaScript)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = baseUrl,
            JavaScriptEnabled = javaScript,
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>Nothing of the session is left: no cookie, storage, cache of pages or worker of its address, no paper instead of a screen, no missing net.</summary>
    private static async Task LeaveAsync(IPage page, Uri address, ConcurrentBag<IPage> of)
    {
        try
        {
            if (page.Context.Pages.Count == 1 && of.Count < MostKept)
            {
                await page.GotoAsync("about:blank");
                await page.EmulateMediaAsync(new() { Media = Media.Null });
                await page.Context.SetOfflineAsync(false);
                await page.Context.ClearCookiesAsync();
                var tools = await page.Context.NewCDPSessionAsync(page);
                await tools.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = address.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "all" });
                await tools.DetachAsync();
                of.Add(page);
                return;
            }

            await page.Context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // A window that does not close goes with the browser.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
