using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Vejviser.Cli;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>shared-homes</c>: nine youths are placed in two villas by language, age and fit, each with a contact person who shares the mother tongue; nobody is proposed a room, or moves in, without a custody holder; a villa that closes
/// between the proposal and the decision is told; and the eighteenth birthday dates the steps of growing up and lets the lease pass.
/// </summary>
public sealed class SharedHomesProof(Browser browser)
{
    private const string Practice = "shared-homes";
    private const string Sofie = "sofie.bach@havneby.example";
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";

    private static readonly (string Name, string Phone, (string Name, string Language)[] Contacts)[] Villas =
        [("Solbakken", "12 00 00 80", [("Samuel Tesfay", "ti"), ("Farhiya Abdi", "so")]), ("Engen", "12 00 00 81", [("Amal Nasser", "ar"), ("Yonas Girmay", "ti")])];

    /// <summary>Given name, mother tongue, birth date. The first is eighteen on 1 October 2026.</summary>
    private static readonly (string Name, string Language, string Born)[] Youths =
    [
        ("Filmon", "ti", "2008-10-01"), ("Merhawi", "ti", "2009-02-10"), ("Senait", "ti", "2009-05-20"), ("Robel", "ti", "2010-12-24"), ("Omar", "ar", "2009-03-03"), ("Yasin", "ar", "2009-09-09"), ("Nour", "ar", "2010-04-04"), ("Sagal", "so", "2009-06-06"),
        ("Hodan", "so", "2009-07-07"),
    ];

    [Fact]
    [Trait("practice", Practice)]
    public async Task Villas_NineYouthsTwoVillas_ByLanguageAgeAndFitWithCustodyAndInTimeForEighteen()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, sofie, mette) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, Sofie), await browser.OpenAsync(app, "mette.holm@havneby.example"));
        await birgit.AdoptAsync(Practice);
        await sofie.GotoAsync("/villas");
        await Expect(sofie.Locator(".empty").First).ToBeVisibleAsync();
        await sofie.AssertFineAsync();
        await RegisterAsync(sofie);
        await TakeInAsync(mette);
        var youths = await EnrolAsync(app);

        await MissingFirstAsync(app, sofie, youths);
        await CommandProposesAsync(app);
        await sofie.GotoAsync("/villas");
        await Expect(sofie.Locator(".road-counts")).ToContainTextAsync("9 har et forslag");
        await Expect(sofie.Locator("h3.villa")).ToHaveCountAsync(2);
        await Expect(sofie.Locator(".health-line details li", new() { HasText = "Næstbedst er" }).First).ToBeAttachedAsync();
        await sofie.AssertFineAsync();
        await ChooseAsync(sofie);
        await ClosedMeanwhileAsync(sofie, birgit);

        await sofie.ClickAsync("#decide-form button");
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("9 unge har fået et værelse");
        await MoveInAsync(app, sofie, youths);
        await ProtectAsync(mette, sofie, $"/people/{youths["Hodan"]}");
        await GrowUpAsync(app, youths["Filmon"]);
    }

    private static async Task RegisterAsync(IPage sofie)
    {
        foreach (var (name, phone, contacts) in Villas)
        {
            await sofie.SavedAsync((await sofie.ReadAsync("/villas/setup")).Fill("#name-new", name).Fill("#rooms-new", "5").Fill("#phone-new", phone), "#villa-new");
            var added = $".villa-setup[data-villa={name}] .contact-new";
            foreach (var (contact, language) in contacts)
                await sofie.SavedAsync((await sofie.ReadAsync("/villas/setup")).Fill($"{added} input[name=name]", contact).Fill($"{added} select[name=language]", language), $"{added} form");
        }

        await sofie.GotoAsync("/villas/setup");
        await sofie.AssertFineAsync();
    }

    private static async Task TakeInAsync(IPage mette)
    {
        var rows = Youths.Select((y, i) => string.Create(
            CultureInfo.InvariantCulture, $"UDL-UNG-{i:00};H2026-UNG{i:00};minor;Ungenavn{i:00};{y.Name};;{y.Born};M;ERI;{y.Language};yes;good;primary;;no;asylum-7-1;2025-12-01;2026-01-12;Centre Nord;yes;2025-06-01;"));
        await mette.GotoAsync("/import");
        await mette.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "unge.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header))) });
        await mette.ClickAsync("main form button[type=submit]");
        await mette.ClickAsync("#decision button[value=Take]");
        await Expect(mette.Locator("h1")).ToHaveTextAsync("Filen er indlæst");
    }

    /// <summary>As reception does it youth by youth, on the page without scripts.</summary>
    /// <returns>The person's id by given name.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> EnrolAsync(VejviserApp app)
    {
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        var youths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, (name, _, _)) in Youths.Index())
        {
            var found = await mette.SubmitAndFollowAsync((await mette.GetAsync("/people")).Form("/people/search"), ("q", $"UDL-UNG-{index:00}"));
            var person = found.Page.QuerySelectorAll("main a[href^='/people/']").First(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!;
            var enrolled = await mette.SubmitAsync((await mette.GetAsync($"{person}/enrol?practice={Practice}")).Form());
            Assert.True(enrolled.Location?.StartsWith("/plans/", StringComparison.Ordinal) == true, enrolled.Failures);
            youths.Add(name, person["/people/".Length..]);
        }

        return youths;
    }

    /// <summary>All nine lack a custody holder and stand first; what is missing is written for each, the last one's holder last.</summary>
    private static async Task MissingFirstAsync(VejviserApp app, IPage sofie, IReadOnlyDictionary<string, string> youths)
    {
        await sofie.GotoAsync("/villas");
        await Expect(sofie.Locator("#lacking-list > li")).ToHaveCountAsync(Youths.Length);
        await Expect(sofie.Locator("#lacking-list .chip", new() { HasText = "Forældremyndighedsindehaver mangler" })).ToHaveCountAsync(Youths.Length);
        await sofie.AssertFineAsync();
        var plain = await app.SignInAsync(Sofie);
        foreach (var (name, id) in youths)
        {
            var form = (await plain.GetAsync($"/villas/youths/{id}")).Form("#assess-form");
            Assert.True((await plain.SubmitAsync(form, ("assessed", "2026-02-27"), ("holder", name == "Hodan" ? "" : $"Frivillig for {name}"))).IsRedirect);
        }

        await sofie.GotoAsync("/villas");
        await Expect(sofie.Locator("#lacking-list > li")).ToHaveCountAsync(1);
        await Expect(sofie.Locator(".road-counts")).ToContainTextAsync("8 har et forslag");
        await sofie.ClickAsync("#lacking-list a");
        await sofie.FillAsync("#holder", "Frivillig gennem Røde Kors");
        await sofie.ClickAsync("#assess-form button");
        await Expect(sofie.Locator(".alert-success")).ToHaveCountAsync(1);
        // Two who must not live together.
        await sofie.GotoAsync($"/villas/youths/{youths["Robel"]}");
        await sofie.SelectOptionAsync("#other", youths["Filmon"]);
        await sofie.SelectOptionAsync("#apart", "true");
        await sofie.ClickAsync("#tie-form button");
        await Expect(sofie.Locator("#tie-list li")).ToContainTextAsync("må ikke bo sammen");
        await sofie.AssertFineAsync();
    }

    /// <summary>The municipality's own by the command: all nine, four or five in each, near in age, and nobody with a contact person who does not share their tongue.</summary>
    private static async Task CommandProposesAsync(VejviserApp app)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var code = await CommandLine.RunAsync(["match", "villas", "--dry-run", "--json", "--day", "2026-03-02", "--database", app.Database.Database], TextReader.Null, said, complained);
        Assert.True(code == 0, complained.ToString());
        using var answer = JsonDocument.Parse(said.ToString());
        var root = answer.RootElement;
        Assert.Equal((9, 9, true), (root.GetProperty("youths").GetInt32(), root.GetProperty("placed").GetInt32(), root.GetProperty("proven").GetBoolean()));
        Assert.Empty(root.GetProperty("lacking").EnumerateArray());
        var villas = root.GetProperty("villas").EnumerateArray().Select(v => v.GetProperty("proposed").EnumerateArray().ToList()).ToList();
        Assert.Equal([4, 5], villas.Select(v => v.Count).Order());
        Assert.All(villas.SelectMany(v => v), y => Assert.True(y.GetProperty("contactSpeaks").GetBoolean() && y.GetProperty("contact").GetString() is not null));
        Assert.All(villas, v => Assert.True(v.Max(y => y.GetProperty("age").GetInt32()) - v.Min(y => y.GetProperty("age").GetInt32()) <= 3));
        // Three of the four who speak Tigrinya live together; the fourth is the one who must not live with one of them.
        Assert.Equal([1, 3], villas.Select(v => v.Count(y => y.GetProperty("motherTongue").GetString() == "ti")).Order());
    }

    /// <summary>A choice by hand shows its reason and its price, and is let go again.</summary>
    private static async Task ChooseAsync(IPage sofie)
    {
        var row = sofie.Locator(".health-line", new() { HasText = "Senait" });
        await row.GetByRole(AriaRole.Link, new() { Name = "Vælg selv" }).ClickAsync();
        await sofie.SelectOptionAsync("#villa", new SelectOptionValue { Label = (await sofie.Locator("#villa option", new() { HasText = "Engen" }).InnerTextAsync()).Trim() });
        await sofie.FillAsync("#reason", "Går i skole lige ved siden af.");
        await sofie.AssertFineAsync();
        await sofie.PressAsync("#reason", "Enter");
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("resten er fordelt igen");
        await Expect(row).ToContainTextAsync("Går i skole lige ved siden af.");
        await Expect(row).ToContainTextAsync("Valget koster");
        await row.GetByRole(AriaRole.Button, new() { Name = "Lad forslaget gælde" }).ClickAsync();
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("Valget er sluppet");
    }

    /// <summary>While Sofie looks at the proposal a villa closes: nobody is given a room, she is told which, and the next stands there. Then it is open again.</summary>
    private static async Task ClosedMeanwhileAsync(IPage sofie, IPage birgit)
    {
        await CloseAsync(birgit, "Engen", closed: true);
        await sofie.ClickAsync("#decide-form button");
        await Expect(sofie.Locator(".alert-error")).ToContainTextAsync("Engen har ikke længere et ledigt værelse. Ingen har fået et værelse endnu.");
        await Expect(sofie.Locator(".road-counts")).ToContainTextAsync("5 har et forslag");
        await Expect(sofie.Locator("#waiting-list")).ToContainTextAsync("Ingen kontaktperson i en åben villa taler");
        await sofie.AssertFineAsync();
        await CloseAsync(birgit, "Engen", closed: false);
        await sofie.GotoAsync("/villas");
        await Expect(sofie.Locator(".road-counts")).ToContainTextAsync("9 har et forslag");
    }

    private static async Task CloseAsync(IPage page, string villa, bool closed)
    {
        await page.GotoAsync("/villas/setup");
        var section = page.Locator($".villa-setup[data-villa={villa}]");
        await section.Locator("summary").First.ClickAsync();
        await section.Locator("input[name=closed]").First.SetCheckedAsync(closed);
        await section.Locator("form[action$='handler=Villa'] button").ClickAsync();
        await Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }

    /// <summary>Who has lost their custody holder cannot move in; with one they can, and the plan's steps are done.</summary>
    private static async Task MoveInAsync(VejviserApp app, IPage sofie, IReadOnlyDictionary<string, string> youths)
    {
        var plain = await app.SignInAsync(Sofie);
        async Task HoldAsync(string holder) => Assert.True((await plain.SubmitAsync((await plain.GetAsync($"/villas/youths/{youths["Hodan"]}")).Form("#assess-form"), ("holder", holder))).IsRedirect);
        await HoldAsync("");
        await sofie.GotoAsync("/villas/living");
        await Expect(sofie.Locator(".villa-living tbody tr")).ToHaveCountAsync(Youths.Length);
        await sofie.AssertFineAsync();
        await sofie.GetByRole(AriaRole.Button, new() { NameRegex = new("Hodan.*er flyttet ind") }).ClickAsync();
        await Expect(sofie.Locator(".alert-error")).ToContainTextAsync("uden en forældremyndighedsindehaver");
        await HoldAsync("Frivillig gennem Røde Kors");
        await sofie.GotoAsync("/villas/living");
        await sofie.GetByRole(AriaRole.Button, new() { NameRegex = new("Hodan.*er flyttet ind") }).ClickAsync();
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("Den unge er flyttet ind");
        foreach (var id in youths.Where(y => y.Key != "Hodan").Select(y => y.Value))
            await sofie.SavedAsync(await sofie.ReadAsync("/villas/living"), $"form[action$='handler=In']:has(input[value='{id}'])", "Den unge er flyttet ind");
        await sofie.GotoAsync("/villas/living");
        await Expect(sofie.Locator(".villa-living .chip-late")).ToHaveCountAsync(0);
        await sofie.GotoAsync($"/people/{youths["Filmon"]}");
        await Expect(sofie.Locator("#villa")).ToContainTextAsync("døgntelefon 12 00 00 80");
        await sofie.ClickAsync("a[href^='/plans/']:has-text('Bofællesskaber')");
        await Expect(sofie.Locator("#outcome-contact-shares-mother-tongue")).ToBeAttachedAsync();
        foreach (var step in new[] { "Find en midlertidig forældremyndighedsindehaver", "Vælg villa og værelse", "Vælg en kontaktperson", "Tag imod i villaen" })
            await Expect(sofie.Locator(".road-task-open", new() { HasText = step })).ToHaveCountAsync(0);
        await Expect(sofie.Locator(".road-task-open", new() { HasText = "Afgør ungestøtten" })).ToHaveCountAsync(1);
    }

    /// <summary>Where somebody whose address is protected lives is seen by who may see the address.</summary>
    private static async Task ProtectAsync(IPage mette, IPage sofie, string person)
    {
        await sofie.GotoAsync(person);
        await Expect(sofie.Locator("#villa")).ToHaveCountAsync(1);
        await mette.GotoAsync($"{person}/edit");
        await mette.ClickAsync("form[action*='handler=Protect'] button");
        await mette.GotoAsync(person);
        await Expect(mette.Locator("#villa")).ToHaveCountAsync(1);
        await sofie.GotoAsync(person);
        await Expect(sofie.Locator("h1")).ToHaveCountAsync(1);
        await Expect(sofie.Locator("#villa")).ToHaveCountAsync(0);
        await sofie.GotoAsync($"/villas/youths/{person["/people/".Length..]}");
        await Expect(sofie.Locator("#assess-form")).ToHaveCountAsync(1);
        await Expect(sofie.Locator("#room")).ToHaveCountAsync(0);
    }

    /// <summary>Half a year before the birthday the youth stands at the top with the day the preparing begins; the decision on support stands in My work; on the day the lease passes, not before.</summary>
    private async Task GrowUpAsync(VejviserApp app, string filmon)
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));
        var sofie = await browser.OpenAsync(app, Sofie);
        await sofie.GotoAsync("/villas/living");
        var line = sofie.Locator("#growing-list > li", new() { HasText = "Filmon" });
        await Expect(line).ToContainTextAsync("fylder 18 den 01-10-2026");
        await Expect(line).ToContainTextAsync("næste trin 01-04-2026");
        await sofie.AssertFineAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 29, 8, 0, 0, TimeSpan.Zero));
        sofie = await browser.OpenAsync(app, Sofie);
        await sofie.GotoAsync("/");
        await sofie.GetByRole(AriaRole.Link, new() { Name = "Vis kun opgaver for Filmon" }).First.ClickAsync();
        await Expect(sofie.Locator("main")).ToContainTextAsync("Afgør ungestøtten");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 30, 8, 0, 0, TimeSpan.Zero));
        sofie = await browser.OpenAsync(app, Sofie);
        await sofie.GotoAsync("/villas/living");
        await Expect(sofie.GetByRole(AriaRole.Button, new() { NameRegex = new("Filmon.*overtager lejekontrakten") })).ToHaveCountAsync(0);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));
        sofie = await browser.OpenAsync(app, Sofie);
        await sofie.GotoAsync("/villas/living");
        await sofie.GetByRole(AriaRole.Button, new() { NameRegex = new("Filmon.*overtager lejekontrakten") }).ClickAsync();
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("Lejekontrakten er den unges");
        await Expect(sofie.Locator(".villa-living")).ToContainTextAsync(["den unges siden"]);
        await sofie.GotoAsync($"/people/{filmon}");
        await sofie.ClickAsync("a[href^='/plans/']:has-text('Bofællesskaber')");
        await Expect(sofie.Locator(".road-task-open", new() { HasText = "Lad den unge overtage lejekontrakten" })).ToHaveCountAsync(0);
        await sofie.AssertFineAsync();
    }
}
