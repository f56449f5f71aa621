using Microsoft.Playwright;
using Vejviser.Web.Tests;

namespace Vejviser.Proofs;

/// <summary>
/// A practice with one seat as a case worker lives it, with the keyboard's own controls in a real browser: one is enrolled, another stands in line,
/// the first pauses, goes on and breaks off, and the second gets the seat.
/// </summary>
public sealed class CarryingOutProof(Browser browser)
{
    private const string Practice = "ptsd-support";
    private const string Consent = "information-to-support-centre";

    [Fact]
    [Trait("practice", Practice)]
    public async Task EnrolToTheNextInLine_ByCaseWorker()
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("mette.holm@havneby.example");
        var (first, second) = (await NewcomerAsync(page, "Rami", "Darwish"), await NewcomerAsync(page, "Nour", "Salem"));

        await EnrolAsync(page, first);
        var course = page.Url;
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I gang");
        await Expect(page.Locator(".road-task").First).ToBeVisibleAsync();

        await page.GotoAsync(second);
        await page.ClickAsync("a[href$='/enrol']");
        await Expect(page.Locator(".enrol-choices li", new() { HasText = "nr. 1 i køen" })).ToHaveCountAsync(1);
        await EnrolAsync(page, second);
        var waiting = page.Url;
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I kø");
        await Expect(page.Locator(".road-task")).ToHaveCountAsync(0);

        await page.GotoAsync(course);
        await page.Locator(".enrol-change summary", new() { HasText = "Sæt på pause" }).ClickAsync();
        await page.FillAsync("#Until", "2026-04-01");
        await page.ClickAsync("form[action$='handler=Pause'] button");
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("På pause");
        await Expect(page.Locator(".road-task .chip-soon").First).ToHaveTextAsync("Hviler");
        await page.ClickAsync("form[action$='handler=Resume'] button");
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I gang");

        await page.Locator(".enrol-change summary", new() { HasText = "Afbryd" }).ClickAsync();
        await page.SelectOptionAsync("#Reason", "moved");
        await page.ClickAsync("#break-off button");
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("Afbrudt");

        await page.GotoAsync(waiting);
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I gang");
        await Expect(page.Locator(".road-task").First).ToBeVisibleAsync();
        await page.GotoAsync($"/practices/{Practice}/people");
        await Expect(page.Locator("tbody th")).ToHaveTextAsync(["Nour Salem"]);
        await page.AssertFineAsync();
    }

    [Fact]
    public async Task ItsPages_WideNarrowAndRightToLeft_PassAxeAndFit()
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("mette.holm@havneby.example");
        var (first, second) = (await NewcomerAsync(page, "Rami", "Darwish"), await NewcomerAsync(page, "نور", "سالم"));
        await EnrolAsync(page, first);
        var plan = new Uri(page.Url).AbsolutePath;
        await EnrolAsync(page, second);
        var waiting = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(first);
        var household = await page.Locator("main a[href^='/households/']").First.GetAttributeAsync("href");

        var problems = new List<string>();
        foreach (var address in new[]
        {
            first, $"{first}/enrol", $"{second}/enrol?practice=industry-packages", household!, $"{household}/enrol", plan, waiting,
            $"{plan}/dates?dates[start]=2026-04-06&dates[offered]=2026-03-02", $"/practices/{Practice}/people", $"/practices/{Practice}/people?show=waiting", "/practices/industry-packages/people",
        })
        {
            var answer = await page.GotoAsync(address);
            if (answer?.Status != 200)
                problems.Add($"{address} answers {answer?.Status}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            problems.AddRange(await page.ProblemsInEveryViewAsync());
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Enrol_WithTheKeyboardAlone_Works()
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("mette.holm@havneby.example");
        var person = await NewcomerAsync(page, "Rami", "Darwish");
        await page.GotoAsync(person);

        await TabToAsync(page, $"a[href='{person}/enrol']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/enrol", StringComparison.Ordinal));
        await TabToAsync(page, $"a[href$='practice={Practice}']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("practice=", StringComparison.Ordinal));
        await TabToAsync(page, "main form button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I gang");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int Most = 120;
        for (var i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    private static async Task EnrolAsync(IPage page, string person)
    {
        await page.GotoAsync(person);
        await page.ClickAsync("a[href$='/enrol']");
        await page.ClickAsync($".enrol-choices a[href$='practice={Practice}']");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
    }

    private async Task TakeUpAsync(VejviserApp app)
    {
        var manager = await browser.OpenAsync(app.Address.ToString());
        await manager.SignInAsync("birgit.storm@havneby.example");
        await manager.AdoptAsync("industry-packages", "permanent-social-housing");
        await manager.SavedAsync((await manager.ReadAsync($"/practices/{Practice}/adopt")).Fill("[name='Setting[seats]']", "1"), "form:has(.button-primary)", "er taget i brug");
    }

    private static async Task<string> NewcomerAsync(IPage page, string given, string family)
    {
        var person = await page.RegisterAsync(given, family);
        await page.ConsentAsync(person, Consent);
        return person;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
