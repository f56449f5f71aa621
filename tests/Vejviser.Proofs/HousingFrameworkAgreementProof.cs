using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>housing-framework-agreement</c>: every nomination counts against the quarter and the extra homes separately, exceeding either warns, a hotline case has an owner and a time to
/// answer by, and milestones stand on the agreement's page.
/// </summary>
public sealed class HousingFrameworkAgreementProof(Browser browser)
{
    private const string Fjordbo = "Boligselskabet Fjordbo";

    [Fact]
    [Trait("practice", "housing-framework-agreement")]
    public async Task Agreement_NominationsHotlineAndMilestones_AreCountedAndOwned()
    {
        await using var app = await VejviserApp.StartAsync();
        var (mette, peter) = (await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "peter.lund@havneby.example"));
        await peter.AreaAsync("Fjordkvarteret", 78);
        var estate = await peter.EstateAsync("Fjordparken", Fjordbo, "Fjordkvarteret");
        await peter.GotoAsync("/housing/estates");
        await peter.SelectOptionAsync("#mo-association", new SelectOptionValue { Label = Fjordbo });
        await peter.SelectOptionAsync("#mo-year", "2026");
        await peter.FillAsync("#mo-count", "8");
        await peter.ClickAsync("#move-outs-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToHaveCountAsync(1);
        await peter.HomesAsync([.. Enumerable.Range(1, 6).Select(i => $"{Fjordbo};Fjordparken;Fjordparken {i};family;1;32;2900;400;no;2026-04-01")]);
        await mette.HouseholdsAsync([.. Enumerable.Range(0, 5).Select(i => ($"H2026-99{i:0000}", new[] { 1980 + i }, "primary"))]);
        await peter.GotoAsync("/housing/needs");
        await peter.ClickAsync("#put-form button");
        var agreement = await RegisterAsync(peter);

        await NominateAsync(peter, 1, "Quarter");
        await NominateAsync(peter, 2, "Quarter");
        await NominateAsync(peter, 3, "Extra");
        await CountsAsync(peter, agreement, quarter: "2", extra: "1");
        await Expect(peter.Locator(".alert-warning")).ToHaveCountAsync(0);
        await NominateAsync(peter, 4, "Extra");
        await CountsAsync(peter, agreement, quarter: "2", extra: "2");
        await Expect(peter.Locator(".alert-warning")).ToContainTextAsync("2 ekstra boliger");
        await Expect(peter.Locator(".alert-warning")).Not.ToContainTextAsync("fjerdedelsretten");
        await NominateAsync(peter, 5, "Quarter");
        await CountsAsync(peter, agreement, quarter: "3", extra: "2");
        await Expect(peter.Locator(".alert-warning")).ToContainTextAsync("3 boliger efter fjerdedelsretten. 25 pct. af fraflytningerne er 2");
        await peter.AssertFineAsync();
        await MilestonesAsync(peter, agreement);
        await HotlineAsync(app, peter, estate);
    }

    private static async Task<string> RegisterAsync(IPage peter)
    {
        await peter.GotoAsync("/housing/agreements/new");
        // The practice's own figures stand there to begin with.
        await Expect(peter.Locator("#percent")).ToHaveValueAsync("25");
        await Expect(peter.Locator("#extra")).ToHaveValueAsync("60");
        await Expect(peter.Locator("#kroner")).ToHaveValueAsync("600000");
        await peter.FillAsync("#name", "Rammeaftale 2026-2029");
        await peter.FillAsync("#extra", "1");
        await peter.CheckAsync($"fieldset div:has-text('{Fjordbo}') input");
        await peter.AssertFineAsync();
        await peter.ClickAsync("#agreement-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Aftalen er gemt");
        return new Uri(peter.Url).AbsolutePath;
    }

    private static async Task NominateAsync(IPage peter, int home, string right)
    {
        await peter.GotoAsync("/housing");
        await peter.ClickAsync($"tbody a:has-text('Fjordparken {home}')");
        await peter.SelectOptionAsync("#right", right);
        await peter.ClickAsync("#claim-form button");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Boligen er anvist");
    }

    private static async Task CountsAsync(IPage peter, string agreement, string quarter, string extra)
    {
        await peter.GotoAsync(agreement);
        await Expect(peter.Locator("#right-quarter td").First).ToHaveTextAsync(quarter);
        await Expect(peter.Locator("#right-quarter td").Nth(1)).ToHaveTextAsync("2");
        await Expect(peter.Locator("#right-extra td").First).ToHaveTextAsync(extra);
        await Expect(peter.Locator("#right-extra td").Nth(1)).ToHaveTextAsync("1");
    }

    private static async Task MilestonesAsync(IPage peter, string agreement)
    {
        await peter.GotoAsync(agreement);
        await peter.FillAsync("#title", "De første ti er flyttet ind");
        await peter.FillAsync("#due", "2026-02-27");
        await peter.ClickAsync("#milestone-form button");
        var milestone = peter.Locator("section[aria-labelledby=milestones] li");
        await Expect(milestone).ToContainTextAsync("For sent");
        await milestone.Locator("input[name=note]").FillAsync("Tolv er flyttet ind.");
        await milestone.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(milestone).ToContainTextAsync("Nået 02-03-2026");
        await Expect(milestone).ToContainTextAsync("Tolv er flyttet ind.");
        await peter.AssertFineAsync();
    }

    private async Task HotlineAsync(VejviserApp app, IPage peter, string estate)
    {
        await peter.GotoAsync(estate);
        await peter.ClickAsync("details:has(#report-form) > summary");
        await peter.FillAsync("#reported-by", "En nabo");
        await peter.FillAsync("#what", "Hvem må bruge gården?");
        await peter.ClickAsync("#report-form button[type=submit]");
        await Expect(peter.Locator("#failures")).ToContainTextAsync("Vælg en ejer i kommunen");
        await peter.SelectOptionAsync("#owner", new SelectOptionValue { Label = "Peter Lund" });
        await peter.ClickAsync("#report-form button[type=submit]");
        var line = peter.Locator("section[aria-labelledby=cases] li");
        await Expect(line).ToContainTextAsync("Svar senest 03-03-2026 kl. 09.00");
        await Expect(line).ToContainTextAsync("Kommunen: Peter Lund");
        await Expect(line.Locator(".chip-late")).ToHaveCountAsync(0);
        // A day later the former session is over.
        app.Clock.Advance(TimeSpan.FromHours(25));
        peter = await browser.OpenAsync(app, "peter.lund@havneby.example");
        await peter.GotoAsync("/housing/cases");
        await Expect(peter.Locator(".housing-lines .chip-late")).ToContainTextAsync("For sent");
    }
}
