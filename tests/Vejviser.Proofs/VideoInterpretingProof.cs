using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>video-interpreting</c> as those who live it do: the coordinator keeps the register, two advisors book twenty conversations in six languages, a sixth
/// person on video is refused, and the coordinator follows the proposals and reads the share on video and the travel saved.
/// </summary>
public sealed class VideoInterpretingProof(Browser browser)
{
    private static readonly string[] Languages = ["ar", "fa", "ti", "so", "uk", "ps"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("practice", "video-interpreting")]
    public async Task TwentyConversationsInSixLanguages_ByCoordinatorAndAdvisors()
    {
        await using var app = await VejviserApp.StartAsync();
        var (karim, jonas, amina) = (await OpenAsync(app, "karim.nasser@havneby.example"), await OpenAsync(app, "jonas.krogh@havneby.example"), await OpenAsync(app, "amina.yusuf@havneby.example"));
        foreach (var language in Languages)
        {
            await RegisterAsync(karim, $"Videotolk {language}", language, isOnVideo: true);
            await RegisterAsync(karim, $"Rejsende tolk {language}", language, isOnVideo: false);
        }

        for (var i = 0; i < 20; i++)
        {
            // Both advisors at the same hours: each language is wanted twice at once now and then.
            var page = i % 2 == 0 ? jonas : amina;
            await BookAsync(page, new DateOnly(2026, 3, 3).AddDays(i / 8), $"{9 + i % 8 / 2:00}:00", i % 2 == 0 ? "Jonas Krogh" : "Amina Yusuf");
            await page.SelectOptionAsync("#language", Languages[i / 2 % 6]);
            await page.ClickAsync("#request-form button");
            await Expect(page.Locator(".alert-success")).ToContainTextAsync("Tolken er bestilt");
        }

        await BookAsync(jonas, new DateOnly(2026, 3, 12), "13:00", "Jonas Krogh", "Karim Nasser", "Mette Holm", "Rasmus Vind", "Ulla Frost", "Bo Lind");
        await jonas.SelectOptionAsync("#language", "ar");
        await jonas.SelectOptionAsync("#mode", "Video");
        await jonas.ClickAsync("#request-form button");
        await Expect(jonas.Locator("#failures")).ToContainTextAsync("på video kan tolken højst se 5");

        await karim.GotoAsync("/interpreters");
        await Expect(karim.Locator("section[aria-labelledby=open] li")).ToHaveCountAsync(20);
        await karim.AssertFineAsync();
        await karim.ClickAsync("section[aria-labelledby=open] .button-primary");
        await Expect(karim.Locator(".alert-success")).ToContainTextAsync("20 møder har fået en tolk");
        await Expect(karim.Locator("section[aria-labelledby=share]")).ToContainTextAsync("10 af 20 på video");
        await Expect(karim.Locator("section[aria-labelledby=share]")).ToContainTextAsync("Målet er nået");
        await Expect(karim.Locator("section[aria-labelledby=share] .facts")).ToContainTextAsync("15 timer");
        await Expect(karim.Locator("section[aria-labelledby=departments] tbody tr").First).ToContainTextAsync("Beskæftigelse");
        await karim.AssertFineAsync();
        await AssertNoClashAsync(app);
    }

    private async Task<IPage> OpenAsync(VejviserApp app, string email)
    {
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync(email);
        return page;
    }

    private static async Task RegisterAsync(IPage page, string name, string language, bool isOnVideo)
    {
        await page.GotoAsync("/interpreters/register/new");
        await page.FillAsync("#name", name);
        await page.FillAsync("#birth", "1985-05-05");
        await page.FillAsync("#travel", "45");
        await page.SelectOptionAsync("#language-0", language);
        await page.SetCheckedAsync("#mode-Video", isOnVideo);
        await page.SetCheckedAsync("#mode-OnSite", !isOnVideo);
        await page.ClickAsync("#interpreter-form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Tolken er gemt");
    }

    /// <summary>Books a conversation and opens the page of its interpreter.</summary>
    private static async Task BookAsync(IPage page, DateOnly day, string time, params string[] staff)
    {
        await page.GotoAsync("/meetings/new");
        await page.FillAsync("[name='Form.Title']", "Samtale");
        await page.FillAsync("[name='Form.Day']", day.ToString("O", CultureInfo.InvariantCulture));
        await page.FillAsync("[name='Form.At']", time);
        await page.FillAsync("[name='Form.Minutes']", "60");
        await page.SelectOptionAsync("[name='Form.Staff']", staff.Select(s => new SelectOptionValue { Label = s }));
        await page.ClickAsync("#book .button-primary");
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/interpreter");
    }

    private static async Task AssertNoClashAsync(VejviserApp app)
    {
        await using var db = app.Open();
        var taken = await db.InterpreterBookings.Join(db.Meetings, b => b.MeetingId, m => m.Id, (b, m) => new { b.InterpreterId, m.StartsAt }).ToListAsync(Cancel);
        Assert.Equal((20, 20), (taken.Count(t => t.InterpreterId != null), taken.Distinct().Count()));
    }
}
