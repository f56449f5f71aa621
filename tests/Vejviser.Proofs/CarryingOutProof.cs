using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
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

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("practice", Practice)]
    public async Task EnrolToTheNextInLine_ByCaseWorker()
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var (first, second) = (await NewcomerAsync(app, "Rami", "Darwish"), await NewcomerAsync(app, "Nour", "Salem"));
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("mette.holm@havneby.example");

        await EnrolAsync(page, first);
        var course = page.Url;
        await Expect(page.Locator(".page-head .chip").First).ToHaveTextAsync("I gang");
        await Expect(page.Locator(".road-task").First).ToBeVisibleAsync();

        await page.GotoAsync($"/people/{second}");
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

    [Theory]
    [InlineData(1280, "ltr")]
    [InlineData(320, "ltr")]
    [InlineData(320, "rtl")]
    public async Task ItsPages_ByWidthAndDirection_PassAxeAndFit(int width, string direction)
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var (first, second) = (await NewcomerAsync(app, "Rami", "Darwish"), await NewcomerAsync(app, "نور", "سالم"));
        var page = await browser.OpenAsync(app.Address.ToString(), width);
        await page.SignInAsync("mette.holm@havneby.example");
        await EnrolAsync(page, first);
        var plan = new Uri(page.Url).AbsolutePath;
        await EnrolAsync(page, second);
        var waiting = new Uri(page.Url).AbsolutePath;
        var household = await HouseholdAsync(app, first);

        var problems = new List<string>();
        foreach (var address in new[]
        {
            $"/people/{first}", $"/people/{first}/enrol", $"/people/{second}/enrol?practice=industry-packages", $"/households/{household}", $"/households/{household}/enrol", plan, waiting,
            $"{plan}/dates?dates[start]=2026-04-06&dates[offered]=2026-03-02", $"/practices/{Practice}/people", $"/practices/{Practice}/people?show=waiting", "/practices/industry-packages/people",
        })
        {
            var answer = await page.GotoAsync(address);
            if (answer?.Status != 200)
                problems.Add($"{address} answers {answer?.Status}");
            await page.EvaluateAsync($"document.documentElement.dir = '{direction}'; document.querySelectorAll('main details').forEach(d => d.open = true)");
            problems.AddRange(await page.ProblemsAsync());
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Enrol_WithTheKeyboardAlone_Works()
    {
        await using var app = await VejviserApp.StartAsync();
        await TakeUpAsync(app);
        var person = await NewcomerAsync(app, "Rami", "Darwish");
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("mette.holm@havneby.example");
        await page.GotoAsync($"/people/{person}");

        await TabToAsync(page, $"a[href='/people/{person}/enrol']");
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

    private static async Task EnrolAsync(IPage page, Guid person)
    {
        await page.GotoAsync($"/people/{person}");
        await page.ClickAsync("a[href$='/enrol']");
        await page.ClickAsync($".enrol-choices a[href$='practice={Practice}']");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
    }

    private static async Task TakeUpAsync(VejviserApp app)
    {
        foreach (var (practice, changes) in new[] { (Practice, new PracticeChanges { Settings = new Dictionary<string, int> { ["seats"] = 1 } }), ("industry-packages", PracticeChanges.None), ("permanent-social-housing", PracticeChanges.None) })
        {
            await using var scope = app.Host.Services.CreateAsyncScope();
            Assert.True((await scope.ServiceProvider.GetRequiredService<PublishPracticeVersion>().RunAsync(new(practice, changes), Audit("practices.publish-version"), Cancel)).IsSuccess);
        }
    }

    private static async Task<Guid> NewcomerAsync(VejviserApp app, string given, string family)
    {
        await using var db = app.Open();
        var household = new Household { Name = $"{given} {family}", Basis = ResidenceBasis.Asylum71, ArrivalDate = new DateOnly(2026, 2, 16), TakeoverDate = new DateOnly(2026, 2, 2), TakeoverRule = "takeover", HasArrived = true };
        var person = new Person
        {
            HouseholdId = household.Id, Role = HouseholdRole.Head, GivenName = given, FamilyName = family, SearchName = $"{given} {family}".ToLowerInvariant(), BirthDate = new DateOnly(1990, 5, 1), BirthYear = 1990,
            Basis = ResidenceBasis.Asylum71, Language = "ar",
        };
        db.AddRange(household, person, new Consent { PersonId = person.Id, Purpose = Consent, GivenOn = new DateOnly(2026, 2, 20), GivenById = person.Id, RegisteredBy = (await app.AccountAsync("mette.holm@havneby.example")).Id });
        await db.SaveAsync(Audit("people.add-household"), new AuditSubject(person.Id, household.Id, "person", person.Id), Cancel);
        return person.Id;
    }

    private static async Task<Guid> HouseholdAsync(VejviserApp app, Guid person)
    {
        await using var db = app.Open();
        return await db.People.Where(p => p.Id == person).Select(p => p.HouseholdId).SingleAsync(Cancel);
    }

    private static AuditContext Audit(string action) => new(null, action, TestDatabase.Start.UtcDateTime);

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
