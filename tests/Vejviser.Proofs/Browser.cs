using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Vejviser.Proofs.Browser))]

namespace Vejviser.Proofs;

/// <summary>
/// One headless Chromium for the whole run; each test opens its own session, as a person with a browser of their own would.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>What Playwright turns off (Chromium heeds only the last such list), and the address bar's own pages: every window had a hidden renderer for them.</summary>
    private const string Off =
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
        + "BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,AutoDeElevate,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new FileNotFoundException($"{Chromium} is missing: install the package chromium.", Chromium);
        playwright = await Playwright.CreateAsync();
        // Long, for two cores that do much else; what is there at once is seen at once.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--disable-features={Off}"],
        });
    }

    /// <summary>A session with its own cookies, closed when the test ends.</summary>
    /// <param name="baseUrl">Where the product is served.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="javaScript">False as a browser whose scripts are off.</param>
    public async Task<IPage> OpenAsync(string baseUrl, int width = 1280, bool javaScript = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = baseUrl,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
        });
        ClosesWindowsAttribute.Remember(context);
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
