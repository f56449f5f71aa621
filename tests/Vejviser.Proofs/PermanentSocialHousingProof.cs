using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vejviser.Cli;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>permanent-social-housing</c>: a month of 40 households and 55 homes is shared out over the associations by last year's move-outs, each placement with its reason and
/// runner-up; the meeting changes two by hand, the rest is shared out again, and it is decided. Nobody comes to a listed area.
/// </summary>
public sealed partial class PermanentSocialHousingProof(Browser browser)
{
    private const int Households = 40;
    private const int Homes = 55;
    private const string Fjordbo = "Boligselskabet Fjordbo";

    /// <summary>Rooms, square metres, rent, use: what is built in turn.</summary>
    private static readonly (int Rooms, int Metres, int Rent, int Use)[] Types = [(1, 32, 2900, 400), (1, 35, 3200, 400), (2, 60, 5600, 700), (2, 66, 3300, 500), (3, 80, 7200, 900), (3, 84, 7800, 900)];

    [Fact]
    [Trait("practice", "permanent-social-housing")]
    public async Task AllocationMeeting_FortyHouseholdsFiftyFiveHomes_ProposedChangedTwiceAndDecided()
    {
        await using var app = await VejviserApp.StartAsync();
        var (admin, mette, peter) = (await browser.OpenAsync(app, "admin@havneby.example"), await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "peter.lund@havneby.example"));
        await RegisterAsync(admin, peter);
        await mette.HouseholdsAsync([.. Month()]);
        await peter.GotoAsync("/housing/needs");
        await peter.AssertFineAsync();
        await peter.ClickAsync("#put-form button");
        await Expect(peter.Locator("tbody tr")).ToHaveCountAsync(Households);
        await peter.AssertFineAsync();
        await SumIsFollowedAsync(peter);
        await CommandProposesAsync(app);

        await peter.GotoAsync("/housing/allocation");
        await peter.ClickAsync("#open-form button");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync($"{Households} husstande");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync($"{Homes} ledige boliger");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync($"{Households} får en bolig");
        await KeyIsKeptAsync(peter);
        await Expect(peter.Locator(".housing-line details")).ToHaveCountAsync(Households);
        await Expect(peter.Locator(".housing-line", new() { HasText = "Højvang" })).ToHaveCountAsync(0);
        await Expect(peter.Locator(".housing-line li", new() { HasText = "Næstbedst" }).First).ToBeAttachedAsync();
        await peter.AssertFineAsync();

        await DragAsync(peter);
        var first = await ChangeAsync(peter, 3, "Familien kender en nabo der.", byKeyboard: true);
        await KeyIsKeptAsync(peter);
        // The same page without scripts: the form is the feature.
        var plain = await browser.OpenAsync(app.Address.ToString(), javaScript: false);
        await plain.SignInAsync("peter.lund@havneby.example");
        await plain.GotoAsync(new Uri(peter.Url).AbsolutePath);
        var second = await ChangeAsync(plain, 11, "Tæt på datterens skole.", byKeyboard: false);
        await peter.GotoAsync(new Uri(peter.Url).AbsolutePath);
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync("2 valgt i hånden");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync($"{Households} får en bolig");
        await KeyIsKeptAsync(peter);
        await peter.AssertFineAsync();
        await DecideAsync(peter, first, second);
    }

    private static async Task RegisterAsync(IPage admin, IPage peter)
    {
        foreach (var name in new[] { "Havnely", "Skovhus Almene" })
            await admin.AssociationAsync(name);
        await peter.AreaAsync("Fjordkvarteret", 78);
        await peter.AreaAsync("Bymidten", 71, school: 900, transport: 150);
        await peter.AreaAsync("Skovbrynet", 83, school: 1800, transport: 1200);
        await peter.AreaAsync("Højvangkvarteret", 49, isListed: true);
        await peter.EstateAsync("Fjordparken", Fjordbo, "Fjordkvarteret");
        await peter.EstateAsync("Højvang", Fjordbo, "Højvangkvarteret");
        await peter.EstateAsync("Havnehusene", "Havnely", "Bymidten");
        await peter.EstateAsync("Skovbakken", "Skovhus Almene", "Skovbrynet");
        await peter.GotoAsync("/housing/estates");
        await peter.AssertFineAsync();
        foreach (var (association, count) in new[] { (Fjordbo, 120), ("Havnely", 80), ("Skovhus Almene", 40) })
            await peter.MoveOutsAsync(association, 2025, count);
        await peter.HomesAsync([.. Lines(Fjordbo, "Fjordparken", 22), .. Lines(Fjordbo, "Højvang", 6), .. Lines("Havnely", "Havnehusene", 17), .. Lines("Skovhus Almene", "Skovbakken", 10)]);
        await Expect(peter.Locator("main")).ToContainTextAsync($"{Homes} boliger");
        await peter.AssertFineAsync();
    }

    private static IEnumerable<string> Lines(string association, string estate, int count) => Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{association};{estate};{estate} {i + 1};family;{Types[i % Types.Length].Rooms};{Types[i % Types.Length].Metres};{Types[i % Types.Length].Rent + 25 * i};{Types[i % Types.Length].Use};{(i % 4 == 0 ? "yes" : "no")};2026-04-01"));

    /// <summary>Singles, couples, families with one and two children, large families, single parents.</summary>
    private static IEnumerable<(string Reference, int[] Born, string Education)> Month() => Enumerable.Range(0, Households).Select(i => ($"H2026-77{i:0000}", i switch
    {
        < 14 => new[] { 1975 + 2 * i },
        < 24 => [1985, 1987],
        < 28 => [1985, 1987, 2019],
        < 32 => [1984, 1986, 2017, 2020],
        < 38 => [1983, 1985, 2013, 2016, 2019],
        _ => [1988, 2015, 2018],
    }, i % 2 == 0 ? "secondary" : "primary"));

    private static async Task SumIsFollowedAsync(IPage peter)
    {
        await peter.ClickAsync("tbody tr:first-child a");
        await Expect(peter.Locator("section[aria-labelledby=sum] tbody")).ToContainTextAsync("Højeste husleje med forbrug");
        await Expect(peter.Locator("section[aria-labelledby=sum] tbody")).ToContainTextAsync("Til at leve for, hver voksen");
        await peter.AssertFineAsync();
    }

    /// <summary>The municipality's own problem by the command: in seconds, key kept, no rule broken, each with a reason and a runner-up.</summary>
    private static async Task CommandProposesAsync(VejviserApp app)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var code = await CommandLine.RunAsync(["match", "housing", "--dry-run", "--json", "--day", "2026-03-03", "--database", app.Database.Database], TextReader.Null, said, complained);
        Assert.True(code == 0, complained.ToString());
        using var answer = JsonDocument.Parse(said.ToString());
        var root = answer.RootElement;
        Assert.Equal((Households, Homes, Households, "optimal"), (root.GetProperty("households").GetInt32(), root.GetProperty("homes").GetInt32(), root.GetProperty("placed").GetInt32(), root.GetProperty("status").GetString()));
        Assert.All(root.GetProperty("key").EnumerateArray(), k => Assert.InRange(Math.Abs(k.GetProperty("placed").GetInt32() - k.GetProperty("part").GetDouble()), 0, 1));
        var placements = root.GetProperty("placements").EnumerateArray().ToList();
        Assert.Equal(Households, placements.Select(p => p.GetProperty("homeId").GetString()).Distinct().Count());
        Assert.All(placements, p =>
        {
            Assert.False(p.GetProperty("isListedArea").GetBoolean());
            Assert.True(p.GetProperty("rent").GetInt32() <= p.GetProperty("mostRent").GetInt32());
            Assert.NotEmpty(p.GetProperty("reasons").EnumerateArray());
            Assert.NotEqual(JsonValueKind.Null, p.GetProperty("runnerUp").ValueKind);
        });
    }

    private static async Task KeyIsKeptAsync(IPage page)
    {
        await Expect(page.Locator(".housing-key tbody .chip-done")).ToHaveCountAsync(3);
        await Expect(page.Locator(".housing-key tbody .chip-late")).ToHaveCountAsync(0);
    }

    /// <summary>Gives a line another home than was proposed: the third best that keeps every rule and is not the line's own.</summary>
    /// <returns>The household and the home.</returns>
    private static async Task<(string Household, string Home)> ChangeAsync(IPage page, int line, string reason, bool byKeyboard)
    {
        var row = page.Locator(".housing-line").Nth(line);
        var household = await row.Locator("h3").InnerTextAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Vælg selv" }).ClickAsync();
        var own = await page.Locator("#home option:checked").InnerTextAsync();
        var choices = await page.Locator("#home option").AllInnerTextsAsync();
        var chosen = choices.Skip(1).Where(c => c != own).ElementAt(2);
        await page.SelectOptionAsync("#home", new SelectOptionValue { Label = chosen });
        await page.FillAsync("#reason", reason);
        if (byKeyboard)
            await page.PressAsync("#reason", "Enter");
        else
            await page.ClickAsync("#pin-form button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("resten er fordelt igen");
        var home = AddressOf().Match(chosen).Value;
        var changed = page.Locator(".housing-line", new() { HasText = household });
        await Expect(changed).ToContainTextAsync(reason);
        await Expect(changed.Locator(".housing-home a")).ToHaveTextAsync(home);
        await Expect(page.Locator(".road-counts")).ToContainTextAsync($"{Households} får en bolig");
        return (household, home);
    }

    /// <summary>A vacant home dragged to a line opens the same form with the home chosen; the reason is still to be written, so nothing has changed yet.</summary>
    private static async Task DragAsync(IPage peter)
    {
        // All of it in one window: a page that scrolls while the button is down drags something else.
        var size = peter.ViewportSize!;
        await peter.SetViewportSizeAsync(size.Width, 9000);
        var home = peter.Locator(".housing-vacant > li", new() { HasText = "Ledig" }).First;
        var id = await home.GetAttributeAsync("data-home");
        await home.DragToAsync(peter.Locator(".housing-line").Nth(5));
        await peter.WaitForURLAsync(url => url.Contains($"home={id}", StringComparison.Ordinal));
        await peter.SetViewportSizeAsync(size.Width, size.Height);
        await Expect(peter.Locator("#pin-form")).ToHaveCountAsync(1);
        await peter.AssertFineAsync();
        await peter.ClickAsync("#pin-form a");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync("0 valgt i hånden");
    }

    private static async Task DecideAsync(IPage peter, params (string Household, string Home)[] byHand)
    {
        await peter.FillAsync("#minutes", "Alle tre organisationer var med.");
        await peter.ClickAsync("#decide-form button");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync($"{Households} boliger er anvist");
        await Expect(peter.Locator(".housing-minutes")).ToContainTextAsync("Alle tre");
        var rows = peter.Locator(".housing-decided tbody tr");
        await Expect(rows).ToHaveCountAsync(Households);
        await Expect(peter.Locator(".housing-decided", new() { HasText = "Højvang" })).ToHaveCountAsync(0);
        foreach (var (household, home) in byHand)
            await Expect(rows.Filter(new() { HasText = household })).ToContainTextAsync(home);
        await peter.AssertFineAsync();
        await peter.GotoAsync("/housing/nominations");
        await NominationsAreTurnedAsync(peter);
        await peter.GotoAsync("/housing?state=let");
        await Expect(peter.Locator("main")).ToContainTextAsync($"{Households} boliger");
        await peter.GotoAsync("/housing/needs");
        await Expect(peter.Locator(".empty")).ToBeVisibleAsync();
    }

    /// <summary>Twenty-five on a page; who answers one stays where they were, and a page that is not there is the last one.</summary>
    private static async Task NominationsAreTurnedAsync(IPage peter)
    {
        const int OnAPage = 25;
        var lines = peter.Locator(".housing-nomination");
        await Expect(lines).ToHaveCountAsync(OnAPage);
        await peter.AssertFineAsync();
        await peter.ClickAsync("a[rel=next]");
        await Expect(lines).ToHaveCountAsync(Households - OnAPage);
        await lines.First.Locator(".housing-answer form:has(input[name=confirmed][value=true]) button").ClickAsync();
        await Expect(lines).ToHaveCountAsync(Households - OnAPage - 1);
        await Expect(peter.Locator("a[rel=prev]")).ToBeVisibleAsync();
        await peter.GotoAsync("/housing/nominations?page-number=99");
        await Expect(lines).ToHaveCountAsync(Households - OnAPage - 1);
        await peter.GotoAsync("/housing/nominations?show=all&page-number=2");
        await Expect(lines).ToHaveCountAsync(Households - OnAPage);
    }

    [GeneratedRegex("^[^,]+")]
    private static partial Regex AddressOf();
}
