using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>school-start-in-asylum</c>: a family at the asylum centre, whom nobody has allocated, with children of 3, 8 and 14. Each gets what fits the age and
/// a first day within the practice's days; bus cards are the school children's; and on day four the coordinator sees who has not started, and whose it is by the agreement.
/// </summary>
public sealed class SchoolStartInAsylumProof(Browser browser)
{
    private const string Practice = "school-start-in-asylum";

    [Fact]
    [Trait("practice", Practice)]
    public async Task FamilyAtTheCentre_FromNoticeToDayFour()
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await browser.OpenAsync(app, "admin@havneby.example");
        await AddOperatorAsync(admin);
        var birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.AdoptAsync(Practice);
        await AgreeAsync(birgit);
        // Karim is the asylum centre's contact: he registers the family on the day it moves in, Monday 2 March 2026.
        var karim = await browser.OpenAsync(app, "karim.nasser@havneby.example");
        var home = await karim.RegisterFamilyAsync("Amal", "Haddad", ("#Centre", "Asylcenter Nordvest"));
        await karim.AddChildAsync(home, "Lina", "Haddad", "2022-09-01");
        await karim.AddChildAsync(home, "Omar", "Haddad", "2017-09-01");
        await karim.AddChildAsync(home, "Sami", "Haddad", "2011-09-01");
        var plan = await karim.EnrolFamilyAsync(home, Practice);

        await karim.GotoAsync($"/practices/{Practice}/starts");
        var rows = karim.Locator("#starts tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(Row(karim, "Lina")).ToContainTextAsync("Dagtilbud");
        await Expect(Row(karim, "Lina")).Not.ToContainTextAsync("buskort");
        foreach (var pupil in new[] { "Omar", "Sami" })
        {
            await Expect(Row(karim, pupil)).ToContainTextAsync("Modtageklasse");
            await Expect(Row(karim, pupil)).ToContainTextAsync("buskort");
        }

        foreach (var child in new[] { "Lina", "Omar", "Sami" })
            await Expect(Row(karim, child)).ToContainTextAsync("tors. 5. mar.");
        await Expect(karim.Locator("#starts .chip-late")).ToHaveCountAsync(0);
        await karim.AssertFineAsync();

        // Lina's places are found and she begins; Omar and Sami have places, and no bus card.
        var lars = await browser.OpenAsync(app, "lars.dam@havneby.example");
        await FinishAsync(karim, plan, "Tag imod besked om børnene fra centret");
        foreach (var (step, times) in new[] { ("Find plads i en børnehave", 1), ("Find plads i modtageklassen", 2), ("Tag imod på den første dag i børnehaven", 1) })
            for (var time = 0; time < times; time++)
                await FinishAsync(lars, plan, step);

        app.Clock.Advance(TimeSpan.FromDays(3));
        karim = await browser.OpenAsync(app, "karim.nasser@havneby.example");
        await karim.GotoAsync($"/practices/{Practice}/starts");
        // Day three: nobody is late yet.
        await Expect(karim.Locator("#starts .chip-late")).ToHaveCountAsync(0);
        app.Clock.Advance(TimeSpan.FromDays(1));
        karim = await browser.OpenAsync(app, "karim.nasser@havneby.example");
        await karim.GotoAsync($"/practices/{Practice}/starts");
        await Expect(Row(karim, "Lina")).ToContainTextAsync("Begyndt");
        foreach (var pupil in new[] { "Omar", "Sami" })
        {
            await Expect(Row(karim, pupil)).ToContainTextAsync("Forsinket");
            await Expect(Row(karim, pupil)).ToContainTextAsync("Mangler: Skaf buskort til skolebarnet");
            await Expect(Row(karim, pupil)).ToContainTextAsync("Nordvest Asyl, Vagten, 12 00 00 99");
        }

        await karim.AssertFineAsync();
        // With the cards there, what is missing is the school's welcome: the municipality's.
        await FinishAsync(karim, plan, "Skaf buskort til skolebarnet");
        await karim.GotoAsync($"/practices/{Practice}/starts");
        await Expect(karim.Locator("#starts tbody tr", new() { HasText = "Ansvarlig: Kommunen" })).ToHaveCountAsync(1);
        await Expect(karim.Locator("#starts tbody tr", new() { HasText = "Ansvarlig: Kommunen" })).ToContainTextAsync("Lars Dam");
    }

    private static ILocator Row(IPage page, string child) => page.Locator("#starts tbody tr", new() { HasText = child });

    /// <summary>Opens the plan's first open task of that title, and finishes it on its page.</summary>
    private static async Task FinishAsync(IPage page, string plan, string title)
    {
        await page.GotoAsync(plan);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        await page.Locator(".road-task-open a", new() { HasText = title }).First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/tasks/", StringComparison.Ordinal));
        await page.ClickAsync("#finish-form button");
        await Expect(page.Locator(".alert-error")).ToHaveCountAsync(0);
    }

    private static async Task AddOperatorAsync(IPage page)
    {
        await page.GotoAsync("/organisation/partners/new");
        await page.FillAsync("[name=Name]", "Nordvest Asyl");
        await page.SelectOptionAsync("[name=Kind]", "AsylumCentre");
        await page.ClickAsync("main form:has([name=Name]) button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }

    private static async Task AgreeAsync(IPage page)
    {
        await page.GotoAsync($"/practices/{Practice}/agreement");
        await Expect(page.Locator("section[aria-labelledby='p-operator']")).ToContainTextAsync("buskort");
        await Expect(page.Locator("section[aria-labelledby=municipality]")).ToContainTextAsync("Find plads i en børnehave");
        await page.SelectOptionAsync("#organisation-operator", new SelectOptionValue { Label = "Nordvest Asyl" });
        await page.FillAsync("#signed-operator", "2026-02-02");
        await page.FillAsync("#reread-operator", "2027-02-01");
        await page.FillAsync("#contact-operator", "Vagten, 12 00 00 99");
        await page.ClickAsync("#agreement-operator button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Aftalen er gemt");
        await page.AssertFineAsync();
    }
}
