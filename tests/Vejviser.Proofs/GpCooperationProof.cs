using System.Text.Json;
using Microsoft.Playwright;
using Vejviser.Cli;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>gp-cooperation</c>: 60 people and 7 practices. Turns differ by at most one, nobody is sent too far, each has its reason; a practice that withdraws between the proposal and the decision is told, and
/// when it withdraws with its people they are spread over the rest, which then are to be negotiated again.
/// </summary>
public sealed class GpCooperationProof(Browser browser)
{
    private const string Practice = "gp-cooperation";
    private const int People = 60;
    private const string Leaver = "Torvets Læger";

    private static readonly (string Name, string Place)[] Practices =
    [
        ("Havnens Lægehus", "55.9670, 12.0210"), (Leaver, "55.9640, 12.0180"), ("Nordstrands Læger", "55.9880, 12.0490"), ("Sønderby Lægehus", "55.9210, 11.9850"), ("Østermark Læge", "55.9510, 12.1480"),
        ("Skovens Læger", "55.9400, 12.0600"), ("Lægerne Engvej", "55.9750, 12.0000"),
    ];

    private static readonly (string Name, string Place)[] Districts = [("Midtbyen", "55.9660, 12.0200"), ("Nordstrand", "55.9900, 12.0500"), ("Sønderby", "55.9200, 11.9800"), ("Østermark", "55.9500, 12.1500")];

    [Fact]
    [Trait("practice", Practice)]
    public async Task Turns_SixtyPeopleSevenPractices_AtMostOneApartAndReSpreadWhenOneWithdraws()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, hanne, mette) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "hanne.friis@havneby.example"), await browser.OpenAsync(app, "mette.holm@havneby.example"));
        await birgit.AdoptAsync(Practice);
        await hanne.GotoAsync("/doctors");
        await Expect(hanne.Locator(".empty").First).ToBeVisibleAsync();
        await hanne.AssertFineAsync();
        await RegisterAsync(hanne);
        await mette.HouseholdsAsync([.. Newcomers()]);
        await EnrolAllAsync(app);
        await hanne.GotoAsync($"/practices/{Practice}/meetings");
        await Expect(hanne.Locator("main")).ToContainTextAsync("Møde med lægelauget");

        await PlaceAsync(hanne);
        await CommandProposesAsync(app);
        await Expect(hanne.Locator(".road-counts")).ToContainTextAsync($"{People} har et forslag");
        await Expect(hanne.Locator(".health-difference .chip-done")).ToContainTextAsync("rækkevidde: 1");
        await Expect(hanne.Locator(".health-line details li", new() { HasText = "er nærmere" }).First).ToBeAttachedAsync();
        await Expect(hanne.Locator(".health-line details li", new() { HasText = "Næstbedst er" }).First).ToBeAttachedAsync();
        await hanne.AssertFineAsync();
        await ChooseAsync(hanne);
        await WithdrawnMeanwhileAsync(hanne, birgit);

        await hanne.ClickAsync("#decide-form button");
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync($"{People} personer har fået en læge");
        await hanne.GotoAsync("/doctors/practices");
        await Expect(hanne.Locator(".health-accounts .chip", new() { HasText = "Tæt på grænsen" })).ToHaveCountAsync(Practices.Length);
        await hanne.AssertFineAsync();
        await WithdrawWithPeopleAsync(hanne);
        await RegisterOneAsync(hanne, mette);
    }

    private static async Task RegisterAsync(IPage hanne)
    {
        foreach (var (name, place) in Practices)
            await hanne.SavedAsync((await hanne.ReadAsync("/doctors/practices/new")).Fill("#name", name).Fill("#place", place), "#practice-form");
        foreach (var (name, place) in Districts)
            await hanne.SavedAsync((await hanne.ReadAsync("/doctors/practices")).Fill("#n-new", name).Fill("#m-new", place), "#district-new");
        await hanne.GotoAsync("/doctors/practices");
        await hanne.AssertFineAsync();
    }

    /// <summary>Thirty alone and ten families of three.</summary>
    private static IEnumerable<(string Reference, int[] Born, string Education)> Newcomers() => Enumerable.Range(0, 40).Select(i => ($"H2026-66{i:0000}", i < 30 ? new[] { 1970 + i } : [1985, 1987, 2015], "secondary"));

    /// <summary>As reception does it person by person, on the page without scripts.</summary>
    private static async Task EnrolAllAsync(VejviserApp app)
    {
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        var people = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; people.Count < People && page < 10; page++)
            people.UnionWith((await mette.GetAsync($"/practices/{Practice}/offer?page-number={page}")).Page.QuerySelectorAll("input[name=ids]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(People, people.Count);
        foreach (var person in people)
        {
            var enrolled = await mette.SubmitAsync((await mette.GetAsync($"/people/{person}/enrol?practice={Practice}")).Form());
            Assert.StartsWith("/plans/", enrolled.Location, StringComparison.Ordinal);
        }
    }

    private static async Task PlaceAsync(IPage hanne)
    {
        await hanne.GotoAsync("/doctors");
        await Expect(hanne.Locator(".road-counts")).ToContainTextAsync($"{People} mangler en læge");
        await hanne.AssertFineAsync();
        await hanne.EvaluateAsync("document.querySelectorAll('#place-form select').forEach((s, i) => s.selectedIndex = 1 + i % 4)");
        await hanne.ClickAsync("#place-form button");
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("40 husstande");
    }

    /// <summary>The municipality's own by the command: even, near enough, warned, each with its reason.</summary>
    private static async Task CommandProposesAsync(VejviserApp app)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var code = await CommandLine.RunAsync(["match", "gp", "--dry-run", "--json", "--database", app.Database.Database], TextReader.Null, said, complained);
        Assert.True(code == 0, complained.ToString());
        using var answer = JsonDocument.Parse(said.ToString());
        var root = answer.RootElement;
        Assert.Equal((People, People), (root.GetProperty("people").GetInt32(), root.GetProperty("placed").GetInt32()));
        var practices = root.GetProperty("practices").EnumerateArray().Select(p => p.GetProperty("proposed").GetInt32()).ToList();
        Assert.Equal((Practices.Length, People), (practices.Count, practices.Sum()));
        Assert.Equal(1, practices.Max() - practices.Min());
        Assert.All(root.GetProperty("practices").EnumerateArray(), p => Assert.True(p.GetProperty("warned").GetBoolean()));
        Assert.All(root.GetProperty("placements").EnumerateArray(), p =>
        {
            Assert.InRange(p.GetProperty("metres").GetInt32(), 0, 15_000);
            Assert.NotEqual(JsonValueKind.Null, p.GetProperty("runnerUp").ValueKind);
        });
    }

    /// <summary>A choice by hand shows its reason and its price, and is let go again.</summary>
    private static async Task ChooseAsync(IPage hanne)
    {
        var row = hanne.Locator(".health-line").First;
        await row.GetByRole(AriaRole.Link, new() { Name = "Vælg selv" }).ClickAsync();
        var own = await hanne.Locator("#practice option:checked").InnerTextAsync();
        var other = (await hanne.Locator("#practice option").AllInnerTextsAsync()).Skip(1).Last(c => c != own);
        await hanne.SelectOptionAsync("#practice", new SelectOptionValue { Label = other });
        await hanne.FillAsync("#reason", "Arbejder lige ved siden af.");
        await hanne.AssertFineAsync();
        await hanne.PressAsync("#reason", "Enter");
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("resten er fordelt igen");
        await Expect(row).ToContainTextAsync("Arbejder lige ved siden af.");
        await Expect(row).ToContainTextAsync("Valget koster");
        await row.GetByRole(AriaRole.Button, new() { Name = "følge turen igen" }).ClickAsync();
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("Valget er sluppet");
    }

    /// <summary>While Hanne looks at the proposal a practice withdraws: nothing is decided, she is told which, and the next stands there. Then it is in again.</summary>
    private static async Task WithdrawnMeanwhileAsync(IPage hanne, IPage birgit)
    {
        await birgit.StandAsync(Leaver, "Withdrawn");
        await hanne.ClickAsync("#decide-form button");
        await Expect(hanne.Locator(".alert-error")).ToContainTextAsync($"{Leaver} tager ikke længere imod. Ingen har fået en læge endnu.");
        await Expect(hanne.Locator(".health-given", new() { HasText = Leaver })).ToHaveCountAsync(0);
        await Expect(hanne.Locator(".road-counts")).ToContainTextAsync($"{People} har et forslag");
        await birgit.StandAsync(Leaver, "Open");
        await hanne.GotoAsync("/doctors");
        await Expect(hanne.Locator(".health-difference .chip-done")).ToHaveCountAsync(1);
    }

    /// <summary>A practice withdraws with those it was given: the six others have ten each, and all of them are to be negotiated again.</summary>
    private static async Task WithdrawWithPeopleAsync(IPage hanne)
    {
        await hanne.StandAsync(Leaver, "Withdrawn");
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("mangler en ny læge");
        await Expect(hanne.Locator(".health-line .chip-late", new() { HasText = $"{Leaver} har trukket sig" }).First).ToBeVisibleAsync();
        await hanne.ClickAsync("#decide-form button");
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("har fået en læge");
        await hanne.GotoAsync("/doctors/practices");
        await Expect(hanne.Locator(".health-accounts .chip", new() { HasText = "Skal forhandles igen" })).ToHaveCountAsync(Practices.Length - 1);
        var accounts = await hanne.EvaluateAsync<int[][]>("[...document.querySelectorAll('.health-accounts tbody tr')].map(r => [...r.querySelectorAll('td.number')].slice(1).map(c => +c.innerText))");
        // Given + moved here - moved away - left = has now, for each; and nobody is lost.
        Assert.All(accounts, a => Assert.Equal(a[4], a[0] + a[1] - a[2] - a[3]));
        Assert.Equal(People, accounts.Sum(a => a[4]));
        Assert.Equal([0, 10, 10, 10, 10, 10, 10], accounts.Select(a => a[4]).Order());
        await hanne.ClickAsync("a:has-text('Havnens Lægehus')");
        await hanne.ClickAsync("#renegotiate-form button");
        await Expect(hanne.Locator("main")).ToContainTextAsync("0 af 10 siden aftalen");
        await hanne.AssertFineAsync();
    }

    /// <summary>Registered, the doctor stands on the person's page and what stood in the way of having one is done.</summary>
    private static async Task RegisterOneAsync(IPage hanne, IPage mette)
    {
        await hanne.GotoAsync("/doctors/given");
        await hanne.AssertFineAsync();
        var person = await hanne.Locator("tbody tr").First.Locator("th a").GetAttributeAsync("href");
        await hanne.Locator("tbody tr").First.GetByRole(AriaRole.Button, new() { Name = "Registrér" }).ClickAsync();
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("Lægen er registreret");
        await mette.GotoAsync(person!);
        await Expect(mette.Locator("#doctor")).ToContainTextAsync("registreret");
        await mette.ClickAsync("a[href^='/plans/']:has-text('praktiserende læger')");
        await Expect(mette.Locator("#outcome-has-doctor")).ToBeAttachedAsync();
        await Expect(mette.Locator(".road-task-open", new() { HasText = "Registrér lægen hos Borgerservice" })).ToHaveCountAsync(0);
    }
}

/// <summary>What the Proof does at a medical practice's own page.</summary>
internal static class DoctorVisits
{
    public static async Task StandAsync(this IPage page, string practice, string standing)
    {
        await page.GotoAsync("/doctors/practices");
        await page.ClickAsync($".health-accounts a:has-text('{practice}')");
        await page.SelectOptionAsync("#standing", standing);
        await page.ClickAsync("#stand-form button");
        await Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }
}
