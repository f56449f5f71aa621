using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>The newcomer's page on a cheap phone: right-to-left, and without a net.</summary>
public sealed class NewcomerTests(Browser browser) : IAsyncLifetime
{
    private const int Phone = 320;

    private static readonly string[] Pages = ["road", "appointments", "offers", "proposals", "questions", "documents", "consents", "people"];

    private DemoApp demo = null!;

    public async ValueTask InitializeAsync() => demo = await DemoApp.StartAsync();

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    [Theory]
    [InlineData("ar", "rtl")]
    public async Task EveryPage_OnAPhoneInOwnLanguage_PassesAxeAndFits(string language, string direction)
    {
        var page = await browser.OpenAsync(demo.Address, Phone);
        await page.SignInAsNewcomerAsync();
        await page.ClickAsync(".languages summary");
        await page.ClickAsync($".languages button[value={language}]");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        foreach (var place in Pages)
        {
            await page.GotoAsync($"/my/{place}");
            await page.AssertFineAsync();
            if (place == "road" && language == "ar")
                await page.ShowAsync("newcomer");
        }
    }

    [Fact]
    public async Task Page_SeenBefore_IsThereWithoutANetAndGoneAfterSignOut()
    {
        var page = await browser.OpenAsync(demo.Address, Phone);
        await page.SignInAsNewcomerAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync("/my/people");
        await page.GotoAsync("/my/road");
        var heading = await page.TextContentAsync("h1");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(heading!.Trim());
        await Expect(page.Locator("#offline")).ToBeVisibleAsync();
        await page.GotoAsync("/my/people");
        await Expect(page.Locator(".person").First).ToBeVisibleAsync();

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/my/road");
        await page.ClickAsync("header form[action='/my/sign-out'] button");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("caches.keys().then(keys => keys.length === 0)");
        await page.Context.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync("/my/road"));
    }
}
