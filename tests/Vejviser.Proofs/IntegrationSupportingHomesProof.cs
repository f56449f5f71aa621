using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>integration-supporting-homes</c>: letting keeps two thirds to one third at each step, a home over the rent ceiling cannot join, and a problem has an owner on both sides who
/// answer it.
/// </summary>
public sealed class IntegrationSupportingHomesProof(Browser browser)
{
    private const string Fjordbo = "Boligselskabet Fjordbo";

    [Fact]
    [Trait("practice", "integration-supporting-homes")]
    public async Task Letting_StudentsAndNewcomers_KeepsTheMixTheCeilingAndTheOwners()
    {
        await using var app = await VejviserApp.StartAsync();
        var (mette, peter, jens) = (await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "peter.lund@havneby.example"), await browser.OpenAsync(app, "jens.bro@fjordbo.example", "/partner"));
        await peter.AreaAsync("Fjordkvarteret", 78);
        var estate = await peter.EstateAsync("Campus Fjord", Fjordbo, "Fjordkvarteret", isMixed: true);
        await peter.HomesAsync([.. Enumerable.Range(1, 9).Select(i => $"{Fjordbo};Campus Fjord;Campus {i};family;1;30;2950;500;no;2026-03-01")]);
        await mette.HouseholdsAsync([.. Enumerable.Range(0, 4).Select(i => ($"H2026-88{i:0000}", new[] { 1990 + i }, "secondary"))]);
        await peter.GotoAsync("/housing/needs");
        await peter.ClickAsync("#put-form button");
        await CeilingHoldsAsync(peter);

        await peter.GotoAsync(estate);
        await LetAsync(peter, student: false);
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("udlejet");
        await LetAsync(peter, student: false);
        await Expect(peter.Locator("#failures")).ToContainTextAsync("Den næste skal være en studerende");
        await MixIsAsync(peter, 0, 1);
        foreach (var students in new[] { 1, 2, 3, 4 })
        {
            await LetAsync(peter, student: true);
            await MixIsAsync(peter, students, 1);
        }

        await LetAsync(peter, student: true);
        await Expect(peter.Locator("#failures")).ToContainTextAsync("Den næste skal være en nyankommen");
        await LetAsync(peter, student: false);
        await MixIsAsync(peter, 4, 2);
        await peter.AssertFineAsync();
        await ProblemHasOwnersAsync(peter, jens, estate);
    }

    private static async Task CeilingHoldsAsync(IPage peter)
    {
        await peter.GotoAsync("/housing/homes/new");
        await peter.FillAsync("#address", "Campus 10");
        await peter.SelectOptionAsync("#estate", new SelectOptionValue { Label = $"{Fjordbo}, Campus Fjord" });
        foreach (var (field, value) in new[] { ("rooms", "1"), ("metres", "30"), ("rent", "3001"), ("use", "500") })
            await peter.FillAsync($"#{field}", value);
        await peter.ClickAsync("#home-form button[type=submit]");
        await Expect(peter.Locator("#failures")).ToContainTextAsync("må den højst være 3500 kr.");
        await peter.AssertFineAsync();
        await peter.FillAsync("#rent", "3000");
        await peter.ClickAsync("#home-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Boligen er gemt");
    }

    private static async Task LetAsync(IPage page, bool student)
    {
        if (student)
            await page.SelectOptionAsync("#tenant", "student");
        else
            await page.SelectOptionAsync("#tenant", new SelectOptionValue { Index = 1 });
        await page.ClickAsync("#let-form button");
    }

    private static async Task MixIsAsync(IPage page, int students, int newcomers)
    {
        await Expect(page.Locator("section[aria-labelledby=mix] .road-counts strong").Nth(0)).ToHaveTextAsync($"{students}");
        await Expect(page.Locator("section[aria-labelledby=mix] .road-counts strong").Nth(1)).ToHaveTextAsync($"{newcomers}");
        await Expect(page.Locator("section[aria-labelledby=mix] .chip-done")).ToContainTextAsync("2 til 1 holdes");
    }

    private static async Task ProblemHasOwnersAsync(IPage peter, IPage jens, string estate)
    {
        await peter.GotoAsync(estate);
        await peter.ClickAsync("details:has(#report-form) > summary");
        await peter.SelectOptionAsync("#kind", "Problem");
        await peter.FillAsync("#reported-by", "Ejendomskontoret");
        await peter.FillAsync("#what", "Der er støj i fællesrummet om natten.");
        await peter.SelectOptionAsync("#owner", new SelectOptionValue { Label = "Peter Lund" });
        await peter.ClickAsync("#report-form button[type=submit]");
        await Expect(peter.Locator("#failures")).ToContainTextAsync("en ejer på begge sider");
        await peter.SelectOptionAsync("#contact", new SelectOptionValue { Label = "Jens Bro" });
        await peter.ClickAsync("#report-form button[type=submit]");
        // Two workdays from Monday: answered by the end of Wednesday.
        await Expect(peter.Locator("section[aria-labelledby=cases] li")).ToContainTextAsync("Svar senest 05-03-2026 kl. 00.00");
        await Expect(peter.Locator("section[aria-labelledby=cases] li")).ToContainTextAsync("Kommunen: Peter Lund. Boligorganisationen: Jens Bro.");
        await peter.AssertFineAsync();

        await jens.GotoAsync("/partner");
        await jens.ClickAsync("main a[href='/partner/housing']");
        await jens.ClickAsync("section[aria-labelledby=cases] summary");
        await jens.FillAsync("section[aria-labelledby=cases] textarea", "Vi har talt med beboerne om ro efter kl. 22.");
        await jens.ClickAsync("section[aria-labelledby=cases] form button");
        await Expect(jens.Locator(".alert-success")).ToContainTextAsync("Svaret er gemt");
        await jens.AssertFineAsync();
        await peter.GotoAsync("/housing/cases");
        await Expect(peter.Locator(".housing-lines li")).ToContainTextAsync("ro efter kl. 22");
        await Expect(peter.Locator(".housing-lines li")).ToContainTextAsync("Besvaret");
        await peter.AssertFineAsync();
    }
}
