using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>video-interpreting</c> as those who live it do: the coordinator keeps the register, two advisors book twenty conversations in six languages, a sixth
/// person on video is refused, and the coordinator chooses one interpreter by hand, follows the proposals and reads the share on video and the travel saved.
/// </summary>
public sealed class VideoInterpretingProof(Browser browser)
{
    private static readonly string[] Languages = ["ar", "fa", "ti", "so", "uk", "ps"];

    [Fact]
    [Trait("practice", "video-interpreting")]
    public async Task TwentyConversationsInSixLanguages_ByCoordinatorAndAdvisors()
    {
        await using var app = await VejviserApp.StartAsync();
        var (karim, jonas, amina) = (await browser.OpenAsync(app, "karim.nasser@havneby.example"), await browser.OpenAsync(app, "jonas.krogh@havneby.example"), await browser.OpenAsync(app, "amina.yusuf@havneby.example"));
        foreach (var language in Languages)
        {
            await RegisterAsync(karim, $"Videotolk {language}", language, isOnVideo: true);
            await RegisterAsync(karim, $"Rejsende tolk {language}", language, isOnVideo: false);
        }

        var booked = new List<(IPage Advisor, string Meeting)>();
        for (var i = 0; i < 20; i++)
        {
            // Both advisors at the same hours: each language is wanted twice at once now and then.
            var page = i % 2 == 0 ? jonas : amina;
            var meeting = await BookAsync(page, new DateOnly(2026, 3, 3).AddDays(i / 8), $"{9 + i % 8 / 2:00}:00", i % 2 == 0 ? "Jonas Krogh" : "Amina Yusuf");
            booked.Add((page, meeting));
            await page.SavedAsync((await page.ReadAsync(meeting + "/interpreter")).Fill("#language", Languages[i / 2 % 6]), "#request-form", "Tolken er bestilt");
        }

        await jonas.GotoAsync(await BookAsync(jonas, new DateOnly(2026, 3, 12), "13:00", "Jonas Krogh", "Karim Nasser", "Mette Holm", "Rasmus Vind", "Ulla Frost", "Bo Lind") + "/interpreter");
        await jonas.SelectOptionAsync("#language", "ar");
        await jonas.SelectOptionAsync("#mode", "Video");
        await jonas.ClickAsync("#request-form button");
        await Expect(jonas.Locator("#failures")).ToContainTextAsync("på video kan tolken højst se 5");

        await karim.GotoAsync("/interpreters");
        await Expect(karim.Locator("section[aria-labelledby=open] li")).ToHaveCountAsync(20);
        await karim.AssertFineAsync();
        await Expect(karim.Locator("section[aria-labelledby=open]")).ToContainTextAsync("20 af 20 møder får en tolk. Det er bevist");
        await ChooseByHandAsync(karim);
        await karim.ClickAsync("#follow-form button");
        await Expect(karim.Locator(".alert-success")).ToContainTextAsync("19 møder har fået en tolk");
        await Expect(karim.Locator("section[aria-labelledby=share]")).ToContainTextAsync("10 af 20 på video");
        await Expect(karim.Locator("section[aria-labelledby=share]")).ToContainTextAsync("Målet er nået");
        await Expect(karim.Locator("section[aria-labelledby=share] .facts")).ToContainTextAsync("15 timer");
        await Expect(karim.Locator("section[aria-labelledby=departments] tbody tr").First).ToContainTextAsync("Beskæftigelse");
        await Expect(karim.Locator("section[aria-labelledby=by-hand]")).ToContainTextAsync("Har tolket for familien før");
        await karim.AssertFineAsync();
        await AssertNoClashAsync(booked);
        await karim.GotoAsync("/interpreters/fairness");
        await Expect(karim.Locator("h1")).ToHaveTextAsync("Lige fordeling");
        await karim.AssertFineAsync();
    }

    /// <summary>The other interpreter of the language than is proposed for the first meeting, with a reason: the rest is proposed around it.</summary>
    private static async Task ChooseByHandAsync(IPage page)
    {
        await page.Locator("section[aria-labelledby=open] li").First.GetByRole(AriaRole.Link, new() { Name = "Vælg en anden" }).ClickAsync();
        await page.AssertFineAsync();
        await page.SelectOptionAsync("#interpreter", (await page.Locator("#interpreter option:not([selected])").First.GetAttributeAsync("value"))!);
        await page.FillAsync("#reason", "Har tolket for familien før");
        await page.ClickAsync("#choose-form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("er sat på");
        await Expect(page.Locator("section[aria-labelledby=open] li")).ToHaveCountAsync(19);
    }

    private static async Task RegisterAsync(IPage page, string name, string language, bool isOnVideo)
    {
        var form = (await page.ReadAsync("/interpreters/register/new")).Fill("#name", name).Fill("#birth", "1985-05-05").Fill("#travel", "45").Fill("#language-0", language);
        await page.SavedAsync(form.Tick("#mode-Video", isOnVideo).Tick("#mode-OnSite", !isOnVideo), "#interpreter-form", "Tolken er gemt");
    }

    /// <summary>Books a conversation of an hour.</summary>
    /// <returns>The meeting's address.</returns>
    private static async Task<string> BookAsync(IPage page, DateOnly day, string time, params string[] staff)
    {
        var form = (await page.ReadAsync("/meetings/new")).Fill("[name='Form.Title']", "Samtale").Fill("[name='Form.Day']", CourseVisits.Written(day)).Fill("[name='Form.At']", time).Fill("[name='Form.Minutes']", "60");
        var ids = form.Page.QuerySelectorAll<IHtmlOptionElement>("[name='Form.Staff'] option").Where(o => staff.Contains(o.Text.Trim())).Select(o => ("Form.Staff", (string?)o.Value)).ToArray();
        Assert.Equal(staff.Length, ids.Length);
        return (await page.SendAsync(form, "#book", ids)).Path("/meetings/");
    }

    /// <summary>Each advisor reads at their meetings who comes and when: nobody is in two places.</summary>
    private static async Task AssertNoClashAsync(IReadOnlyList<(IPage Advisor, string Meeting)> booked)
    {
        var taken = new HashSet<(string When, string Who)>();
        foreach (var (advisor, meeting) in booked)
        {
            var shown = await advisor.ReadAsync(meeting + "/interpreter");
            var when = shown.One("main h1 + p").TextContent.Trim();
            Assert.True(taken.Add((when, shown.One("section[aria-labelledby=state] .chip-done").TextContent.Trim())), $"{when} has an interpreter who is taken.");
        }

        Assert.Equal(20, taken.Count);
    }
}
