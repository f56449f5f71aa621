using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;
using Vejviser.Web.Tests;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>reception-plan</c> as a case worker and a manager live it: a file comes in, a full plan stands, tasks are ticked off, the board
/// says who is ready and what stops the other, and the municipality's own version is followed by new plans at once and by running ones when asked.
/// </summary>
public sealed partial class ReceptionPlanProof(Browser browser)
{
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";
    private const string StillMissing = "Få skattekortet på plads";

    [Fact]
    [Trait("practice", "reception-plan")]
    public async Task ImportToReadyForAJob_ByCaseWorkerAndManager()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await SignInAsync(app, "mette.holm@havneby.example");
        await ImportAsync(mette, "H2026-990001", "Darwish", "Rami", "Hala");
        var home = await OpenFromArrivalsAsync(mette, "Rami Darwish");
        await PlanIsFullAsync(mette);
        await MoveArrivalAsync(mette, home, "2026-03-09");
        await TickOffAsync(mette);
        // The board's figures are shared for half a minute at most (ADR 0022).
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await BoardSaysAsync(mette);

        var chief = await SignInAsync(app, "birgit.storm@havneby.example");
        await PublishOwnVersionAsync(chief);
        await ImportAsync(mette, "H2026-990002", "Salem", "Nour", "Basel");
        await OpenFromArrivalsAsync(chief, "Nour Salem");
        await Expect(DoctorOf(chief)).ToContainTextAsync("Modtageenheden");
        await chief.GotoAsync(home);
        await Expect(DoctorOf(chief)).ToContainTextAsync("Hanne Friis");
        await MoveRunningPlansAsync(chief);
        await chief.GotoAsync(home);
        await Expect(DoctorOf(chief)).ToContainTextAsync("Modtageenheden");

        await chief.GotoAsync("/managers");
        await Expect(chief.Locator("h1")).ToBeVisibleAsync();
    }

    /// <summary>A couple of grown-ups without children, allocated in January: the municipality takes over on Monday 2 March 2026.</summary>
    private static async Task ImportAsync(IPage page, string household, string family, string head, string spouse)
    {
        var rows = string.Join("\r\n", Header, Row("head", head, "1990-05-01", "M"), Row("spouse", spouse, "1992-08-11", "F"));
        await page.GotoAsync("/import");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = $"{household}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(rows) });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Se filen igennem");
        await Expect(page.Locator(".import-figures dd").Nth(1)).ToHaveTextAsync("1");
        await page.AssertFineAsync();
        await page.Locator("#decision button[value=Take]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Filen er indlæst");
        await Expect(page.Locator("main table a[href^='/households/']")).ToHaveCountAsync(1);
        await page.AssertFineAsync();

        string Row(string role, string given, string born, string sex) => string.Create(
            CultureInfo.InvariantCulture,
            $"UDL-{household}-{role};{household};{role};{family};{given};;{born};{sex};SYR;ar;no;good;university;engineer;no;asylum-7-1;2025-12-01;2026-01-12;Centre Nord;no;2025-06-01;");
    }

    private async Task<IPage> SignInAsync(VejviserApp app, string email)
    {
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", DemoMunicipality.Password);
        await page.ClickAsync("#password-form button[type=submit]");
        await Expect(page.Locator("nav.places")).ToBeVisibleAsync();
        return page;
    }

    /// <returns>The household's address.</returns>
    private static async Task<string> OpenFromArrivalsAsync(IPage page, string name)
    {
        await page.GotoAsync("/arrivals");
        var card = page.Locator(".arrivals-card", new() { HasText = name });
        await Expect(card.Locator(".arrivals-done")).ToContainTextAsync("opgaver før ankomst er klaret");
        await Expect(card.Locator(".arrivals-missing li").First).ToContainTextAsync("Modtageenheden");
        await card.Locator("h3 a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task PlanIsFullAsync(IPage page)
    {
        var rows = await page.Locator(".road-task").AllTextContentsAsync();
        Assert.True(rows.Count >= 60, $"{rows.Count} tasks.");
        Assert.All(await page.Locator(".road-task-day").AllTextContentsAsync(), day => Assert.Matches(ADay(), day));
        Assert.All(await page.Locator(".road-task-what > p").AllTextContentsAsync(), owner => Assert.NotEmpty(owner.Trim()));
    }

    private static async Task MoveArrivalAsync(IPage page, string home, string date)
    {
        await page.GotoAsync($"{home}/anchors/arrival");
        await page.FillAsync("#date", date);
        await page.Locator("form.filters button").ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = "Udlever nøglerne" })).ToContainTextAsync("man. 9. mar.");
        await page.Locator("main form[method=post] button").ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Du har flyttet ankomsten");
    }

    /// <summary>Everything that stops somebody is finished on its own page, in the order the tasks wait for each other; all but one thing of Hala's.</summary>
    private static async Task TickOffAsync(IPage page)
    {
        const int MostRounds = 6;
        for (var round = 0; round < MostRounds; round++)
        {
            await page.GotoAsync("/job-ready");
            var hala = await HrefsAsync(page.Locator(".job-ready-people > li", new() { HasText = "Hala" }).Locator(".arrivals-missing a", new() { HasText = StillMissing }));
            var rami = await HrefsAsync(page.Locator(".job-ready-people > li", new() { HasText = "Rami" }).Locator(".arrivals-missing a", new() { HasText = StillMissing }));
            var all = await HrefsAsync(page.Locator(".arrivals-missing a"));
            var left = all.Except(hala.Except(rami)).Distinct().ToList();
            if (left.Count == 0)
                return;
            foreach (var task in left)
            {
                await page.GotoAsync(task);
                if (await page.Locator("#finish-form button").CountAsync() == 0)
                    continue;
                await page.Locator("#finish-form button").ClickAsync();
                await page.WaitForLoadStateAsync();
            }
        }

        Assert.Fail("Tasks still wait for each other.");
    }

    private static async Task BoardSaysAsync(IPage page)
    {
        await page.GotoAsync("/job-ready");
        await Expect(page.Locator("h1")).ToContainTextAsync("uge 2");
        await Expect(page.Locator(".road-counts li").Nth(1)).ToContainTextAsync("1 er klar");
        await Expect(page.Locator(".job-ready-people > li", new() { HasText = "Rami Darwish" }).Locator(".chip-done")).ToHaveTextAsync("Klar");
        await Expect(page.Locator(".job-ready-people > li", new() { HasText = "Hala Darwish" }).Locator(".arrivals-missing li")).ToContainTextAsync(StillMissing);
    }

    private static async Task PublishOwnVersionAsync(IPage page)
    {
        await page.GotoAsync("/practices/reception-plan/adapt");
        await page.Locator("button[name=edit][value=find-doctor]").ClickAsync();
        await page.SelectOptionAsync("[name='Step.Owner']", "reception-unit");
        await page.Locator("#open .actions button").ClickAsync();
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("Modtageenheden");
        await page.FillAsync("#Note", "Modtageenheden kender lægerne");
        await page.Locator("button[formaction*=Publish]").ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("er udgivet");
    }

    private static async Task MoveRunningPlansAsync(IPage page)
    {
        await page.GotoAsync("/practices/reception-plan/move");
        await Expect(page.Locator(".road-counts li").Nth(1)).ToContainTextAsync("1 opgaver får ny ansvarlig");
        await page.Locator("main form[method=post] button").ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("1 plan følger nu");
    }

    private static ILocator DoctorOf(IPage page) => page.Locator(".road-task", new() { HasText = "Find en praktiserende læge" });

    private static async Task<IReadOnlyList<string>> HrefsAsync(ILocator links) =>
        await links.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    [GeneratedRegex(@"\d{1,2}\. [a-zæøå]+", RegexOptions.None, 1000)]
    private static partial Regex ADay();
}
