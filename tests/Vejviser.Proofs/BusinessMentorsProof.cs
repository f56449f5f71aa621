using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>business-mentors</c> as a manager lives it: adopts it, has two people in it, makes four months five, publishes, moves the two running
/// plans, and sees the difference.
/// </summary>
public sealed class BusinessMentorsProof(Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("practice", "business-mentors")]
    public async Task AdoptChangeAndMove_ByAManager()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("birgit.storm@havneby.example");
        await AdoptAsync(page);
        foreach (var person in await PeopleAsync(app))
            await EnrolAsync(page, person);
        await page.GotoAsync("/practices/business-mentors");
        await Expect(page.Locator(".practice-facts")).ToContainTextAsync("2 personer i gang");
        await PublishFiveMonthsAsync(page);
        Assert.All(await DuesAsync(app), due => Assert.Equal(new DateOnly(2026, 7, 2), due));
        await MoveAsync(page);
        Assert.All(await DuesAsync(app), due => Assert.Equal(new DateOnly(2026, 8, 3), due));

        await page.GotoAsync("/practices/business-mentors/versions/2");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("4 måneder");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("5 måneder");
        await page.AssertFineAsync();
    }

    private static async Task AdoptAsync(IPage page)
    {
        await page.GotoAsync("/practices");
        await page.FillAsync("#q", "erhvervsmentor");
        await page.ClickAsync(".filters button[type=submit]");
        await page.ClickAsync("#p-business-mentors h3 a");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Erhvervsmentorer");
        await page.AssertFineAsync();
        await page.ClickAsync(".page-head a[href$='/adopt']");
        await page.AssertFineAsync();
        await page.CheckAsync("#setup-pilot");
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("er taget i brug");
        await Expect(page.Locator("section[aria-labelledby=setup] .chip-done")).ToHaveCountAsync(1);
    }

    private static async Task PublishFiveMonthsAsync(IPage page)
    {
        await page.ClickAsync(".page-head a[href$='/adapt']");
        await page.FillAsync("[name='Setting[months]']", "5");
        await page.ClickAsync("section[aria-labelledby=settings] button");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("Måneder, mentorforløbet varer");
        await page.AssertFineAsync();
        await page.FillAsync("#Note", "Fire måneder var for kort");
        await page.ClickAsync("button[formaction$='handler=Publish']");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Udgave 2 er udgivet");
    }

    private static async Task MoveAsync(IPage page)
    {
        await page.ClickAsync(".page-head a[href$='/move']");
        await Expect(page.Locator(".road-counts li").First).ToHaveTextAsync("2 planer");
        await page.AssertFineAsync();
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("2 planer følger nu");
    }

    /// <summary>Two engineers with good English, who have said that volunteers may ring.</summary>
    private async Task<IReadOnlyList<string>> PeopleAsync(VejviserApp app)
    {
        var reception = await browser.OpenAsync(app.Address.ToString());
        await reception.SignInAsync("mette.holm@havneby.example");
        var people = new List<string>();
        foreach (var name in new[] { "Hala", "Rami" })
        {
            people.Add(await reception.RegisterAsync(name, "Darwish", ("Education", "University"), ("English", "Good"), ("DenmarkSince", "2025-06-01")));
            await reception.ConsentAsync(people[^1], "contact-by-volunteers");
        }

        return people;
    }

    private static async Task EnrolAsync(IPage page, string person)
    {
        await page.GotoAsync($"{person}/enrol");
        await page.ClickAsync(".enrol-choices a[href$='practice=business-mentors']");
        await page.FillAsync("#d-start", "2026-03-02");
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Erhvervsmentorer");
    }

    private static async Task<List<DateOnly?>> DuesAsync(VejviserApp app)
    {
        await using var db = app.Open();
        return await db.PlanTasks.Where(t => t.Practice == "business-mentors" && t.Step == "final-talk").Select(t => t.Due).ToListAsync(Cancel);
    }
}
