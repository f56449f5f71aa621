using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Vejviser.Cli;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>mindspring</c>: sixty parents in five languages are laid in the best groups, none over ten or under eight, each with a trainer who speaks its language; the eleventh is on the waiting list and what another group lacks is named.
/// A group that is formed is a course with meetings, and its tasks are done once for all.
/// </summary>
public sealed class MindspringProof(Browser browser)
{
    private const string Practice = "mindspring";
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";

    /// <summary>Couples with a child, by language: 22, 14, 10, 8 and 6 parents.</summary>
    private static readonly (string Language, int Couples)[] Spoken = [("ar", 11), ("ti", 7), ("so", 5), ("uk", 4), ("fa", 3)];

    private static readonly (string Name, string Language)[] Trainers = [("Layla Omar", "ar"), ("Dawit Haile", "ti"), ("Hodan Ali", "so"), ("Oksana Bondar", "uk")];

    [Fact]
    [Trait("practice", Practice)]
    public async Task Groups_SixtyInFiveLanguages_BestGroupsTheEleventhWaitsAndLacksAreNamed()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, hanne, admin) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "hanne.friis@havneby.example"), await browser.OpenAsync(app, "admin@havneby.example"));
        await birgit.AdoptAsync(Practice);
        await hanne.GotoAsync("/language-groups");
        await hanne.AssertFineAsync();
        await SetUpAsync(admin, hanne);
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await TakeInAsync(mette);
        await SayDaysAsync(app, await mette.GiveOwnPageAsync(await InterestAsync(app)));
        await CommandProposesAsync(app);

        await hanne.GotoAsync("/language-groups");
        await Expect(hanne.Locator(".road-counts")).ToContainTextAsync("60 er interesserede");
        await Expect(hanne.Locator(".health-group")).ToHaveCountAsync(5);
        await Expect(hanne.Locator(".health-waiting tbody tr", new() { HasText = "Gruppen er fuld" })).ToHaveCountAsync(6);
        await Expect(hanne.Locator(".health-lacks li", new() { HasText = "ingen underviser taler sproget" })).ToHaveCountAsync(1);
        await Expect(hanne.Locator(".health-lacks li", new() { HasText = "der mangler" })).ToHaveCountAsync(2);
        await hanne.AssertFineAsync();
        await FormAsync(hanne);
    }

    private static async Task SetUpAsync(IPage admin, IPage hanne)
    {
        foreach (var room in new[] { "Lokale 1", "Lokale 2" })
            await admin.SavedAsync((await admin.ReadAsync("/rooms")).Fill("#room-new input[name=name]", room).Fill("#room-new input[name=seats]", "14"), "#room-new");
        foreach (var (name, language) in Trainers.Skip(1))
            await hanne.SavedAsync((await hanne.ReadAsync("/language-groups/setup")).Fill("#name-new", name).Fill("#language-new", language), "#trainer-new");
        foreach (var (day, room) in new[] { ("Tuesday", "Lokale 1"), ("Wednesday", "Lokale 1"), ("Monday", "Lokale 2"), ("Tuesday", "Lokale 2"), ("Wednesday", "Lokale 2") })
            await hanne.SavedAsync((await hanne.ReadAsync("/language-groups/setup")).Fill("#weekday", day).Fill("#room", $"{room} (14)"), "#time-new");
        await hanne.GotoAsync("/language-groups/setup");
        await hanne.FillAsync("#name-new", Trainers[0].Name);
        await hanne.SelectOptionAsync("#language-new", Trainers[0].Language);
        await hanne.ClickAsync("#trainer-new button");
        await Expect(hanne.Locator(".alert-success")).ToHaveCountAsync(1);
        await hanne.SelectOptionAsync("#weekday", "Monday");
        await hanne.SelectOptionAsync("#room", new SelectOptionValue { Label = "Lokale 1 (14)" });
        await hanne.ClickAsync("#time-new button");
        await Expect(hanne.Locator(".alert-success")).ToHaveCountAsync(1);
        await hanne.AssertFineAsync();
    }

    private static async Task TakeInAsync(IPage mette)
    {
        var rows = Spoken.SelectMany(s => Enumerable.Range(0, s.Couples).SelectMany(i => new[] { ("head", 1984), ("spouse", 1986), ("child", 2016) }.Select((p, n) => string.Create(
            CultureInfo.InvariantCulture,
            $"UDL-{s.Language.ToUpperInvariant()}{i:00}-{n};H2026-{s.Language.ToUpperInvariant()}{i:00};{p.Item1};Navn{s.Language}{i:00};Person{n};;{p.Item2}-05-01;{(n % 2 == 0 ? "F" : "M")};SYR;{s.Language};no;good;secondary;;no;asylum-7-1;2025-12-01;2026-01-12;Centre Nord;no;2025-06-01;"))));
        await mette.GotoAsync("/import");
        await mette.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "husstande.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header))) });
        await mette.ClickAsync("main form button[type=submit]");
        await mette.ClickAsync("#decision button[value=Take]");
        await Expect(mette.Locator("h1")).ToHaveTextAsync("Filen er indlæst");
    }

    /// <summary>Each parent agrees to be contacted by volunteers and is taken into the practice, on the pages without scripts.</summary>
    /// <returns>The address of one of them.</returns>
    private static async Task<string> InterestAsync(VejviserApp app)
    {
        var one = "";
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        foreach (var (language, couples) in Spoken)
        {
            for (var i = 0; i < couples; i++)
            {
                var name = $"Navn{language}{i:00}";
                var found = await mette.SubmitAndFollowAsync((await mette.GetAsync("/people")).Form("/people/search"), ("q", $"UDL-{language.ToUpperInvariant()}{i:00}"));
                var parents = found.Page.QuerySelectorAll("main a[href^='/people/']").Where(a => a.TextContent.Contains(name, StringComparison.Ordinal) && !a.TextContent.Contains("Person2", StringComparison.Ordinal)).Select(a => a.GetAttribute("href")!).Distinct().ToList();
                Assert.True(parents.Count == 2, $"{name}: {string.Join(' ', parents)}");
                foreach (var parent in parents)
                    await InterestAsync(mette, parent);
                one = parents[0];
            }
        }

        return one;
    }

    /// <summary>On the own page, in the own language: the days are theirs to say.</summary>
    private async Task SayDaysAsync(VejviserApp app, (string Link, string Code) letter)
    {
        var parent = await browser.OpenAsync(app.Address.ToString(), width: 320, javaScript: false);
        await parent.ComeInAsync(letter);
        await parent.GotoAsync("/my/road");
        await parent.ClickAsync("a[href='/my/proposals']");
        await Expect(parent.Locator("html")).ToHaveAttributeAsync("lang", "fa");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday" })
            await parent.CheckAsync($"#days-form input[value={day}]");
        await parent.ClickAsync("#days-form button");
        await Expect(parent.Locator(".told")).ToHaveCountAsync(1);
        await Expect(parent.Locator("#days-form input:checked")).ToHaveCountAsync(3);
        await parent.GotoAsync("/my/road");
        await Expect(parent.Locator("a[href='/my/proposals']")).ToHaveCountAsync(0);
    }

    private static async Task InterestAsync(Visitor mette, string person)
    {
        var consented = await mette.SubmitAsync((await mette.GetAsync($"{person}/consents")).Form($"{person}/consents?handler=Give"), ("Input.Purpose", "contact-by-volunteers"));
        Assert.True(consented.IsRedirect, $"{person}: {consented.Failures}");
        var enrolled = await mette.SubmitAsync((await mette.GetAsync($"{person}/enrol?practice={Practice}")).Form(), ("Form.Despite", "Er flyttet ind; datoen er ikke skrevet endnu."));
        Assert.StartsWith("/plans/", enrolled.Location, StringComparison.Ordinal);
    }

    private static async Task CommandProposesAsync(VejviserApp app)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var code = await CommandLine.RunAsync(["match", "groups", "--dry-run", "--json", "--day", "2026-03-02", "--database", app.Database.Database], TextReader.Null, said, complained);
        Assert.True(code == 0, complained.ToString());
        using var answer = JsonDocument.Parse(said.ToString());
        var root = answer.RootElement;
        Assert.Equal((60, 48, true), (root.GetProperty("people").GetInt32(), root.GetProperty("placed").GetInt32(), root.GetProperty("proven").GetBoolean()));
        var groups = root.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["ar", "ar", "so", "ti", "uk"], groups.Select(g => g.GetProperty("language").GetString()));
        Assert.All(groups, g =>
        {
            var members = g.GetProperty("members").EnumerateArray().ToList();
            Assert.InRange(members.Count, 8, 10);
            Assert.All(members, m => Assert.Equal(g.GetProperty("language").GetString(), m.GetProperty("language").GetString()));
            Assert.True(g.GetProperty("trainerSpeaks").GetBoolean());
        });
        Assert.Equal(12, root.GetProperty("waiting").GetArrayLength());
        Assert.Equal(["people-short", "no-leader-speaks", "people-short"], root.GetProperty("lacks").EnumerateArray().Select(l => l.GetProperty("reason").GetString()));
    }

    /// <summary>The Somali group becomes a course: eight meetings of ten people, and tasks done once for all.</summary>
    private static async Task FormAsync(IPage hanne)
    {
        var group = hanne.Locator(".health-group[data-language=so]");
        await group.Locator("summary").ClickAsync();
        await group.Locator("input[name=first]").FillAsync("2026-04-13");
        await group.Locator("select[name=trainer]").SelectOptionAsync(new SelectOptionValue { Label = "Sofie Bach" });
        await group.Locator("button").ClickAsync();
        await Expect(hanne.Locator(".alert-success")).ToContainTextAsync("Gruppen er dannet");
        await Expect(hanne.Locator("#step-form-the-group .chip-done")).ToHaveCountAsync(1);
        await hanne.AssertFineAsync();
        foreach (var step in new[] { "book-the-interpreter", "room-and-food" })
        {
            await hanne.ClickAsync($"#step-{step} summary");
            await hanne.ClickAsync($"#step-{step} button");
            await Expect(hanne.Locator($"#step-{step} .chip-done")).ToHaveCountAsync(1);
        }

        await Expect(hanne.Locator("#step-midway-evaluation")).ToBeVisibleAsync();
        await Expect(hanne.Locator("#step-end-evaluation")).ToBeVisibleAsync();
        await hanne.ClickAsync("main a[href^='/courses/']");
        await Expect(hanne.Locator("main")).ToContainTextAsync("10");
        await hanne.GotoAsync("/language-groups");
        await Expect(hanne.Locator(".road-counts")).ToContainTextAsync("50 er interesserede");
        await Expect(hanne.Locator("section[aria-labelledby=formed] li")).ToHaveCountAsync(1);
    }
}
