using System.Text.Json;
using Microsoft.Playwright;
using Vejviser.Cli;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>business-mentors</c> from the offer to the outcome: twelve people and eight mentors are matched as well as can be, who is not eligible is not proposed, the coordinator chooses one by hand, both sides
/// answer, the mentor writes the hours on his own page, and month four closes with what came of it.
/// </summary>
public sealed class MentorMatchProof(Browser browser)
{
    private const string Mentor = "erik.holt@frivilligcenter.example";

    private static readonly string[] Industries = ["It", "Byggeri", "Sundhed", "Regnskab"];

    private static readonly (string Name, string Industry, string Network)[] Mentors =
    [
        ("Erik Holt", "It", "Telekommunikation"), ("Susanne Bro", "It", "Byggeri"), ("Thomas Kjær", "Byggeri", "Transport"), ("Inge Vest", "Byggeri", "It"), ("Anne Dahl", "Sundhed", "Medicin"), ("Ole Friis", "Sundhed", "Regnskab"),
        ("Pia Lund", "Regnskab", "Bank"), ("Jens Mark", "Regnskab", "Sundhed"),
    ];

    [Fact]
    [Trait("practice", "business-mentors")]
    public async Task TwelvePeopleAndEightMentors_FromProposalToOutcome()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, rasmus, lone) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "rasmus.vind@havneby.example"), await browser.OpenAsync(app, "lone.krag@frivilligcenter.example", "/partner"));
        await birgit.AdoptAsync("business-mentors");
        await rasmus.GotoAsync("/pairs/mentors");
        await Expect(rasmus.Locator(".empty").First).ToBeVisibleAsync();
        await rasmus.AssertFineAsync();
        await rasmus.TownAsync("mentors", "Havneby");
        foreach (var (name, industry, network) in Mentors)
            await lone.VolunteerAsync("mentors", name, "Havneby", "en", industry, network, name == "Erik Holt" ? "Erik Holt" : null);
        await lone.GotoAsync("/partner/volunteers");
        await lone.AssertFineAsync();
        var letter = await PeopleAsync(app, birgit);
        for (var i = 0; i < 12; i++)
            await rasmus.WishAsync("mentors", $"Person{i:00}", "Havneby", Industries[i % 4]);

        await rasmus.GotoAsync("/pairs/mentors");
        await Expect(rasmus.Locator(".road-counts")).ToContainTextAsync("13 søger en mentor");
        await Expect(rasmus.Locator(".road-counts")).ToContainTextAsync("8 får et forslag");
        await Expect(rasmus.Locator("main")).ToContainTextAsync("Det er bevist");
        await Expect(rasmus.PairLine("Person12")).ToContainTextAsync("Kan ikke foreslås endnu");
        // Two in each of the four industries, and two mentors in each: each of them from their own.
        await Expect(rasmus.Locator(".pair-line li", new() { HasText = "Samme branche" })).ToHaveCountAsync(8);
        await Expect(rasmus.Locator(".pair-line .housing-where .chip-soon", new() { HasText = "Venter" })).ToHaveCountAsync(4);
        await rasmus.AssertFineAsync();
        await CommandSaysTheSameAsync(app);

        await ChooseByHandAsync(app, rasmus);
        await rasmus.FillAsync("#note", "Drøftet med Frivilligcenteret.");
        await rasmus.ClickAsync("#decide-form button");
        await Expect(rasmus.Locator(".alert-success")).ToContainTextAsync("8 par er spurgt");
        await rasmus.AssertFineAsync();
        await NoAndNextAsync(lone, rasmus);
        await CarryThroughAsync(app, rasmus, letter);
    }

    /// <summary>Thirteen engineers with good English who agree to volunteers; the English of the last turns out not to be good.</summary>
    /// <returns>The letter to the own page of the ninth.</returns>
    private async Task<(string Link, string Code)> PeopleAsync(VejviserApp app, IPage birgit)
    {
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        var (person, ninth) = ("", "");
        for (var i = 0; i < 13; i++)
        {
            person = await mette.RegisterAsync($"Person{i:00}", "Darwish", ("Education", "University"), ("English", "Good"), ("DenmarkSince", "2025-06-01"));
            ninth = i == 8 ? person : ninth;
            await mette.ConsentAsync(person, "contact-by-volunteers");
            await birgit.EnrolAsync(person, "business-mentors", new DateOnly(2026, 3, 2));
        }

        await mette.GotoAsync($"{person}/edit");
        await mette.SelectOptionAsync("#Form_English", "Basic");
        await mette.ClickAsync(".person-form button[type=submit]");
        await Expect(mette.Locator(".alert-success")).ToHaveCountAsync(1);
        return await mette.GiveOwnPageAsync(ninth);
    }

    private static async Task CommandSaysTheSameAsync(VejviserApp app)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var code = await CommandLine.RunAsync(["match", "mentors", "--dry-run", "--json", "--day", "2026-03-02", "--database", app.Database.Database], TextReader.Null, said, complained);
        Assert.True(code == 0, complained.ToString());
        using var answer = JsonDocument.Parse(said.ToString());
        var root = answer.RootElement;
        Assert.Equal((13, 8, 0, "optimal"), (root.GetProperty("newcomers").GetInt32(), root.GetProperty("paired").GetInt32(), root.GetProperty("asked").GetInt32(), root.GetProperty("status").GetString()));
        var pairs = root.GetProperty("pairs").EnumerateArray().Where(p => p.GetProperty("volunteerId").ValueKind == JsonValueKind.String).ToList();
        Assert.Equal(8, pairs.Select(p => p.GetProperty("volunteerId").GetString()).Distinct().Count());
        Assert.All(pairs, p => Assert.True(p.GetProperty("isEligible").GetBoolean() && p.GetProperty("hasConsent").GetBoolean()));
        // The most there is: eight of the same industry (10), the same town (3), nobody has waited a week.
        Assert.Equal(8 * 13, root.GetProperty("score").GetDouble());
    }

    /// <summary>Gives somebody who waits the mentor of the own sign-in, on the page without scripts.</summary>
    private async Task ChooseByHandAsync(VejviserApp app, IPage rasmus)
    {
        var plain = await browser.OpenAsync(app.Address.ToString(), javaScript: false);
        await plain.SignInAsync("rasmus.vind@havneby.example");
        await plain.GotoAsync("/pairs/mentors?choose=" + await PlanOfAsync(rasmus, "Person08"));
        await plain.SelectOptionAsync("#volunteer", new SelectOptionValue { Value = await plain.Locator("#volunteer option", new() { HasText = "Erik Holt" }).GetAttributeAsync("value") });
        await plain.FillAsync("#reason", "De har talt sammen på cafeen.");
        await plain.ClickAsync("#choose-form button[type=submit]");
        await Expect(plain.Locator(".alert-success")).ToContainTextAsync("resten er parret igen");
        await rasmus.GotoAsync("/pairs/mentors");
        await Expect(rasmus.PairLine("Person08")).ToContainTextAsync("De har talt sammen på cafeen.");
        await Expect(rasmus.PairLine("Person08").Locator(".housing-home")).ToContainTextAsync("Erik Holt");
        await Expect(rasmus.Locator(".road-counts")).ToContainTextAsync("8 får et forslag");
        await rasmus.AssertFineAsync();
    }

    private static async Task<string> PlanOfAsync(IPage page, string name) =>
        Guid.ParseExact((await page.PairLine(name).GetAttributeAsync("id"))![2..], "N").ToString();

    /// <summary>A mentor says no: the next proposal is there at once.</summary>
    private static async Task NoAndNextAsync(IPage lone, IPage rasmus)
    {
        await lone.GotoAsync("/partner/pairs");
        await Expect(lone.Locator("section[aria-labelledby=asked] > ul > li")).ToHaveCountAsync(8);
        // Nobody has said yes: no name is shown.
        await Expect(lone.GetByText("Darwish")).ToHaveCountAsync(0);
        await lone.AssertFineAsync();
        var asked = lone.Locator("section[aria-labelledby=asked] > ul > li", new() { HasText = "Jens Mark" });
        await asked.Locator("summary").ClickAsync();
        await asked.Locator("details input[name=note]").FillAsync("Har ikke tid i foråret.");
        await asked.Locator("details button").ClickAsync();
        await Expect(lone.Locator(".alert-success")).ToContainTextAsync("Nejet er gemt");
        await rasmus.GotoAsync("/pairs/mentors");
        await Expect(rasmus.Locator(".pair-line .housing-home", new() { HasText = "Jens Mark" })).ToHaveCountAsync(1);
        await Expect(rasmus.Locator(".road-counts")).ToContainTextAsync("1 får et forslag");
    }

    private async Task CarryThroughAsync(VejviserApp app, IPage rasmus, (string Link, string Code) letter)
    {
        var erik = await browser.OpenAsync(app, Mentor, "/partner/pairs");
        await erik.GotoAsync("/partner/pairs");
        await Expect(erik.Locator("section[aria-labelledby=asked] > ul > li")).ToHaveCountAsync(1);
        await erik.SayYesAsync("Erik Holt");
        await erik.AssertFineAsync();
        var newcomer = await browser.OpenAsync(app.Address.ToString(), width: 320);
        await newcomer.ComeInAsync(letter);
        await newcomer.GotoAsync("/my/proposals");
        await Expect(newcomer.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(newcomer.Locator("main")).Not.ToContainTextAsync("Erik Holt");
        await newcomer.AnswerProposalAsync(isYes: true);
        await Expect(newcomer.Locator("main")).ToContainTextAsync("Erik Holt");
        await rasmus.GotoAsync("/pairs/mentors/list");
        await rasmus.GetByRole(AriaRole.Link, new() { Name = "Person08" }).ClickAsync();
        await rasmus.AssertFineAsync();
        await rasmus.FillAsync("#day", "2026-03-02");
        await rasmus.ClickAsync("#begin-form button");
        await Expect(rasmus.Locator(".alert-success")).ToContainTextAsync("forløbet følger med");
        await rasmus.AssertFineAsync();
        var pair = new Uri(rasmus.Url).AbsolutePath;

        await LogAsync(erik, "2026-03-02", "1,5");
        await Expect(erik.Locator("h1")).ToContainTextAsync("Person08 Darwish");
        await erik.AssertFineAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        erik = await browser.OpenAsync(app, Mentor, "/partner/pairs");
        foreach (var (day, hours) in new[] { ("2026-03-16", "2,5"), ("2026-04-13", "4"), ("2026-05-11", "3") })
            await LogAsync(erik, day, hours);
        await Expect(erik.Locator(".pair-months tbody tr").First).ToContainTextAsync("4");
        rasmus = await browser.OpenAsync(app, "rasmus.vind@havneby.example");
        await rasmus.GotoAsync(pair);
        // The last day of month three: it cannot be closed as carried through yet.
        await Expect(rasmus.Locator("#close-form")).ToHaveCountAsync(0);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 25, 8, 0, 0, TimeSpan.Zero));
        rasmus = await browser.OpenAsync(app, "rasmus.vind@havneby.example");
        await rasmus.GotoAsync(pair);
        await Expect(rasmus.Locator("section[aria-labelledby=hours]")).ToContainTextAsync("11 timer i alt");
        await rasmus.CheckAsync("#o-in-work-yes");
        await rasmus.CheckAsync("#o-in-placement-or-education-no");
        await rasmus.CheckAsync("#o-wider-network-yes");
        await rasmus.FillAsync("#note", "Fik job hos en kollega til mentoren.");
        await rasmus.AssertFineAsync();
        await rasmus.ClickAsync("#close-form button");
        await Expect(rasmus.Locator(".alert-success")).ToContainTextAsync("Parret er afsluttet");
        await Expect(rasmus.Locator("section[aria-labelledby=outcome] li", new() { HasText = "Ja" })).ToHaveCountAsync(2);
        await rasmus.AssertFineAsync();
        // His place is free again, and the pair is gone from his page.
        await rasmus.GotoAsync("/pairs/mentors");
        await Expect(rasmus.Locator(".housing-vacant", new() { HasText = "Erik Holt" })).ToHaveCountAsync(1);
    }

    private static async Task LogAsync(IPage erik, string day, string hours)
    {
        await erik.GotoAsync("/partner/pairs");
        await erik.ClickAsync("section[aria-labelledby=agreed] h3 a");
        await erik.FillAsync("#on", day);
        await erik.FillAsync("#spent", hours);
        await erik.FillAsync("#did", "Mødtes på hans kontor.");
        await erik.ClickAsync("#hours-form button");
        await Expect(erik.Locator(".alert-success")).ToContainTextAsync("Timerne er skrevet");
    }
}
