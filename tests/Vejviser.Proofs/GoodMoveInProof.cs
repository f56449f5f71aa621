using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>good-move-in</c>: both parts of the checklist are filled in on a telephone, part 1 by the municipality and part 2 by the association, with initials and time; part 2 shows the points of
/// part 1; an unfinished part 1 is late on day 15.
/// </summary>
public sealed class GoodMoveInProof(Browser browser)
{
    private const int Telephone = 390;
    private const string Consent = "information-to-landlord";

    [Fact]
    [Trait("practice", "good-move-in")]
    public async Task Checklist_MunicipalityThenAssociation_IsFilledInOnATelephone()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example", width: Telephone);
        var moveIn = await BeginAsync(app, mette);
        var jens = await browser.OpenAsync(app, "jens.bro@fjordbo.example", "/partner", Telephone);
        await jens.GotoAsync("/partner/housing");
        await Expect(jens.Locator("section[aria-labelledby=move-ins] .empty")).ToBeVisibleAsync();

        var peter = await browser.OpenAsync(app, "peter.lund@havneby.example", width: Telephone);
        await peter.GotoAsync(moveIn);
        await peter.SelectOptionAsync("#contact", new SelectOptionValue { Label = "Boligselskabet Fjordbo: Jens Bro" });
        await peter.ClickAsync("#share-form button");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("udfylde del 2");

        await mette.GotoAsync(moveIn);
        await mette.AssertFineAsync();
        await FillInAsync(mette, "MH");
        await Expect(mette.Locator("h2#part-1 .chip-done")).ToBeVisibleAsync();
        await Expect(mette.Locator("h2#part-2 .chip-done")).ToHaveCountAsync(0);
        await mette.AssertFineAsync();

        await jens.GotoAsync("/partner/housing");
        await jens.ClickAsync("section[aria-labelledby=move-ins] a");
        // The points of part 1 as they were left, with whose initials and when.
        await Expect(jens.Locator("section[aria-labelledby=part-1] abbr[title='Mette Holm']").First).ToHaveTextAsync("MH");
        await Expect(jens.Locator("section[aria-labelledby=part-1] .housing-ticks .small").First).ToContainTextAsync("02-03-2026 kl. 09.00");
        await Expect(jens.Locator("section[aria-labelledby=part-1] button")).ToHaveCountAsync(0);
        await jens.AssertFineAsync();
        await FillInAsync(jens, "JB");
        await Expect(jens.Locator("h2#part-2 .chip-done")).ToBeVisibleAsync();
        await mette.GotoAsync(moveIn);
        await Expect(mette.Locator("section[aria-labelledby=part-2] abbr[title='Jens Bro']").First).ToHaveTextAsync("JB");
    }

    [Fact]
    [Trait("practice", "good-move-in")]
    public async Task Part1_UnfinishedOnDay15_IsLate()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example", width: Telephone);
        await BeginAsync(app, mette);
        app.Clock.Advance(TimeSpan.FromDays(14));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example", width: Telephone);
        await mette.GotoAsync("/housing/move-ins");
        // The inspection itself was due on the day of the keys; what may wait until day 14 is not late yet.
        await mette.ClickAsync(".housing-lines a");
        await Expect(mette.Locator("section[aria-labelledby=part-1] .card-box", new() { HasText = "Vis køkkenet" }).Locator(".chip-late")).ToHaveCountAsync(0);
        app.Clock.Advance(TimeSpan.FromDays(1));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example", width: Telephone);
        await mette.GotoAsync("/housing/move-ins");
        await Expect(mette.Locator(".housing-lines .chip-late").First).ToContainTextAsync("Del 1 er for sent");
        await mette.ClickAsync(".housing-lines a");
        await Expect(mette.Locator("section[aria-labelledby=part-1] .card-box", new() { HasText = "Vis køkkenet" }).Locator(".chip-late")).ToHaveCountAsync(1);
        await mette.AssertFineAsync();
    }

    /// <summary>The practice adopted, and a household that gets its keys today enrolled in it.</summary>
    /// <returns>The move-in's address.</returns>
    private async Task<string> BeginAsync(VejviserApp app, IPage mette)
    {
        await (await browser.OpenAsync(app, "birgit.storm@havneby.example")).AdoptAsync("good-move-in");
        var person = await mette.RegisterAsync("Hala", "Darwish");
        await mette.ConsentAsync(person, Consent);
        await mette.GotoAsync(person);
        await mette.ClickAsync("main a[href^='/households/']");
        await mette.ClickAsync("a[href$='/enrol']");
        await mette.ClickAsync(".enrol-choices a[href$='practice=good-move-in']");
        await mette.FillAsync("#d-start", "2026-03-02");
        await mette.ClickAsync("main form .button-primary");
        await mette.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        return $"/housing/move-ins/{new Uri(mette.Url).Segments[^1]}";
    }

    /// <summary>Every line ticked and every task finished, from the top, as far as they are the reader's own.</summary>
    private static async Task FillInAsync(IPage page, string initials)
    {
        while (await page.Locator("form[action*='handler=Finish']").CountAsync() is > 0 and var left)
        {
            var card = page.Locator(".housing-move-in:has(form[action*='handler=Finish'])").First;
            var id = await card.GetAttributeAsync("id");
            card = page.Locator($"#{id}");
            for (var lines = await card.Locator("button.housing-tick[aria-pressed=false]").CountAsync(); lines > 0; lines--)
            {
                await card.Locator("button.housing-tick[aria-pressed=false]").First.ClickAsync();
                await Expect(card.Locator("button.housing-tick[aria-pressed=false]")).ToHaveCountAsync(lines - 1);
            }

            if (await card.Locator("abbr").CountAsync() > 0)
                await Expect(card.Locator("abbr").First).ToHaveTextAsync(initials);
            if (await card.Locator("input[type=file]").CountAsync() > 0)
                await card.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "syn.png", MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") });
            await card.Locator("form[action*='handler=Finish'] button").ClickAsync();
            await Expect(page.Locator("form[action*='handler=Finish']")).ToHaveCountAsync(left - 1);
        }
    }
}
