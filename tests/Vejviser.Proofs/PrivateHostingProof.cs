using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>private-hosting</c>: a host goes from the public form to a signed lease; rent over the market value is refused; the refugee's family comes, the refugee moves out, and the same host gets the next proposal by itself;
/// the host's own page shows only what concerns the host.
/// </summary>
public sealed class PrivateHostingProof(Browser browser)
{
    private const string Consent = "information-to-landlord";
    private const string Cpr = "0105901237";

    [Fact]
    [Trait("practice", "private-hosting")]
    public async Task Host_FromThePublicFormToALease_AndToTheNextHouseholdWhenTheFamilyCame()
    {
        await using var app = await VejviserApp.StartAsync();
        var (mette, peter) = (await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "peter.lund@havneby.example"));
        await (await browser.OpenAsync(app, "birgit.storm@havneby.example")).AdoptAsync("private-hosting");
        await peter.AreaAsync("Fjordkvarteret", 78);
        var first = await LooksForAHostAsync(mette, "Yonas", "Tekle", "ti");
        await NumberAsync(mette, first);
        var letter = await mette.GiveOwnPageAsync(first);
        await EnquireAsync(app);

        var address = await VisitAndJudgeAsync(app, peter);
        var (host, paper) = await OwnPageAsync(app, peter, address);
        await Expect(host.Locator(".lead")).ToContainTextAsync("Du står på ventelisten");
        await WishAndPutForwardAsync(peter, "tigrinya");
        await MeetAsync(app, peter, host, letter, address, "Yonas");
        await LeaseAsync(peter, address);
        await ComeInAsync(host, paper);
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("Yonas");
        await ShowsOnlyWhatConcernsTheHostAsync(host, "Tekle");
        await host.AssertFineAsync();

        await mette.SignInAsync("mette.holm@havneby.example");
        await OwnHomeAsync(app, mette, peter, first, address);
        await LooksForAHostAsync(mette, "Hala", "Darwish", "ar");
        await FamilyComesAsync(mette, first);
        await peter.GotoAsync(address);
        await peter.ClickAsync("#end > summary");
        await peter.SelectOptionAsync("#why", "FamilyArrived");
        await peter.ClickAsync("#end-form button[type=submit]");
        await Expect(peter.Locator("section[aria-labelledby=match]")).ToContainTextAsync("Foreslået af sig selv");
        await Expect(peter.Locator("section[aria-labelledby=past]")).ToContainTextAsync("Familien kom");
        await peter.AssertFineAsync();
        await host.ReloadAsync();
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("Vil du møde dem?");
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("arabisk");
        await Expect(host.Locator("main")).Not.ToContainTextAsync("Hala");
        await Expect(host.Locator("main")).Not.ToContainTextAsync("Yonas");
        await ShowsOnlyWhatConcernsTheHostAsync(host, "Darwish");
    }

    /// <returns>The person's address.</returns>
    private static async Task<string> LooksForAHostAsync(IPage mette, string given, string family, string language)
    {
        var person = await mette.RegisterAsync(given, family, ("Language", language));
        await mette.ConsentAsync(person, Consent);
        await mette.GotoAsync(person);
        await mette.ClickAsync("main a[href^='/households/']");
        await mette.ClickAsync("a[href$='/enrol']");
        await mette.ClickAsync(".enrol-choices a[href$='practice=private-hosting']");
        await mette.FillAsync("#d-start", "2026-03-02");
        await mette.ClickAsync("main form .button-primary");
        await mette.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        return person;
    }

    private static async Task NumberAsync(IPage mette, string person)
    {
        await mette.GotoAsync($"{person}/cpr");
        await mette.FillAsync("#number", Cpr);
        await mette.ClickAsync("form[action*='handler=Replace'] button[type=submit]");
        await Expect(mette.Locator("td.cpr-number")).ToHaveCountAsync(1);
    }

    /// <summary>Somebody without an account, on a telephone and without scripts.</summary>
    private async Task EnquireAsync(VejviserApp app)
    {
        var citizen = await browser.OpenAsync(app.Address.ToString(), width: 390, javaScript: false);
        await citizen.GotoAsync("/become-a-host");
        await citizen.FillAsync("#name", "Inger Toft");
        await citizen.FillAsync("#address", "Fjordvej 12");
        await citizen.FillAsync("#phone", "12 34 56 78");
        await citizen.FillAsync("#rooms", "1");
        await citizen.FillAsync("#people", "2");
        await citizen.FillAsync("#from", "2026-03-02");
        await citizen.CheckAsync("#speaks-ti");
        // Sooner than anybody can read it: what was written is kept.
        await citizen.ClickAsync("#enquiry-form button[type=submit]");
        await Expect(citizen.Locator("#failures")).ToContainTextAsync("Vent et par sekunder");
        await Expect(citizen.Locator("#name")).ToHaveValueAsync("Inger Toft");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await citizen.ClickAsync("#enquiry-form button[type=submit]");
        await Expect(citizen.Locator("h1")).ToContainTextAsync("Tak");
        var looking = await browser.OpenAsync(app.Address.ToString(), width: 390);
        await looking.GotoAsync("/become-a-host");
        await looking.AssertFineAsync();
    }

    /// <returns>The host's address.</returns>
    private static async Task<string> VisitAndJudgeAsync(VejviserApp app, IPage peter)
    {
        await peter.GotoAsync("/housing/hosts");
        await peter.AssertFineAsync();
        await peter.ClickAsync("tbody tr:has-text('Inger Toft') a");
        var address = new Uri(peter.Url).AbsolutePath;
        await peter.FillAsync("#visit-day", "2026-03-03");
        await peter.FillAsync("#visit-at", "16:00");
        await peter.ClickAsync("#visit-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Besøget er aftalt");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await peter.SignInAsync("peter.lund@havneby.example");
        await peter.GotoAsync(address);
        await peter.FillAsync("#expectations", "Fælles aftensmad om søndagen. Ro efter kl. 22.");
        await peter.FillAsync("#judge-reason", "Eget værelse med lås, lyst og tørt.");
        await peter.FillAsync("#metres", "14");
        await peter.FillAsync("#market", "3500");
        await peter.FillAsync("#judge-use", "400");
        await peter.FillAsync("#ground", "Tre værelser i kvarteret");
        await peter.ClickAsync("#judge-form button[value=true]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("står på ventelisten");
        await peter.AssertFineAsync();
        return address;
    }

    /// <summary>The paper handed over, and in by it.</summary>
    private async Task<(IPage Host, (string Link, string Code) Paper)> OwnPageAsync(VejviserApp app, IPage peter, string address)
    {
        await peter.GotoAsync(address);
        await peter.ClickAsync("#access-form button");
        await peter.AssertFineAsync();
        var (link, code) = (await peter.Locator("#own-address").InnerTextAsync(), await peter.Locator("#own-code").InnerTextAsync());
        var host = await browser.OpenAsync(app.Address.ToString(), width: 390);
        await host.GotoAsync(new Uri(link).AbsolutePath);
        await host.AssertFineAsync();
        await host.FillAsync("#code", "00000000");
        await host.ClickAsync("#code-form button");
        await Expect(host.Locator("#failures")).ToContainTextAsync("passer ikke");
        await ComeInAsync(host, (link, code));
        await host.AssertFineAsync();
        return (host, (link, code));
    }

    private static async Task ComeInAsync(IPage host, (string Link, string Code) paper)
    {
        await host.GotoAsync(new Uri(paper.Link).AbsolutePath);
        await host.FillAsync("#code", paper.Code);
        await host.ClickAsync("#code-form button");
        await host.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/host");
    }

    private static async Task WishAndPutForwardAsync(IPage peter, string language)
    {
        await peter.GotoAsync("/housing/hosts/proposal");
        await peter.ClickAsync(".housing-line h3 a");
        await peter.SelectOptionAsync("#together", "Together");
        await peter.ClickAsync("#wish-form button[type=submit]");
        var line = peter.Locator(".housing-line").First;
        await Expect(line).ToContainTextAsync(language, new() { IgnoreCase = true });
        await Expect(line).ToContainTextAsync("1 sprog fælles");
        await Expect(line).ToContainTextAsync("Inger Toft");
        await peter.AssertFineAsync();
        await line.Locator("button.button-primary").ClickAsync();
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Nu skal begge spørges");
    }

    /// <summary>Both will meet, they meet in the host's home with an employee, and both say yes.</summary>
    private async Task MeetAsync(VejviserApp app, IPage peter, IPage host, (string Link, string Code) letter, string address, string name)
    {
        var newcomer = await browser.OpenAsync(app.Address.ToString(), width: 320);
        await newcomer.ComeInAsync(letter);
        await newcomer.GotoAsync("/my/proposals");
        await Expect(newcomer.Locator("html")).ToHaveAttributeAsync("lang", "ti");
        await Expect(newcomer.Locator("#host-card")).ToContainTextAsync("Fjordkvarteret");
        await Expect(newcomer.Locator("main")).Not.ToContainTextAsync("Inger Toft");
        await Expect(newcomer.Locator("main")).Not.ToContainTextAsync("Fjordvej");
        await host.ReloadAsync();
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("1 voksen");
        await Expect(host.Locator("main")).Not.ToContainTextAsync(name);
        await host.ClickAsync("#answer-form button[value=true]");
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("venter på husstandens svar");
        await Expect(host.Locator("main")).Not.ToContainTextAsync(name);
        await newcomer.AnswerProposalAsync(isYes: true);
        await Expect(newcomer.Locator("#host-card")).ToContainTextAsync("Inger Toft");
        await Expect(newcomer.Locator("main form.answers")).ToHaveCountAsync(0);
        await peter.GotoAsync(address);
        await peter.FillAsync("#meet-day", "2026-03-10");
        await peter.FillAsync("#meet-at", "17:00");
        await peter.ClickAsync("#meet-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Mødet er aftalt");
        await peter.AssertFineAsync();
        await host.ReloadAsync();
        await Expect(host.Locator(".hosting-names")).ToHaveTextAsync(name);
        await Expect(host.Locator("section[aria-labelledby=guest]")).ToContainTextAsync("ingen tolk");
        app.Clock.Advance(TimeSpan.FromDays(7));
        await newcomer.ComeInAsync(letter);
        await newcomer.AnswerProposalAsync(isYes: true);
        await peter.SignInAsync("peter.lund@havneby.example");
        await peter.GotoAsync(address);
        await peter.ClickAsync("#answer-host button[value=true]");
        await Expect(peter.Locator("section[aria-labelledby=match]")).ToContainTextAsync("Begge har sagt ja");
    }

    private static async Task LeaseAsync(IPage peter, string address)
    {
        await peter.GotoAsync(address);
        await peter.FillAsync("#lease-from", "2026-03-16");
        await peter.FillAsync("#lease-to", "2028-03-15");
        await peter.FillAsync("#lease-rent", "3501");
        await peter.ClickAsync("#lease-form button[type=submit]");
        await Expect(peter.Locator("#failures")).ToContainTextAsync("er for høj");
        await Expect(peter.Locator("#lease-to")).ToHaveValueAsync("2028-03-15");
        await peter.FillAsync("#lease-rent", "3500");
        await peter.FillAsync("#lease-to", "2028-03-16");
        await peter.ClickAsync("#lease-form button[type=submit]");
        await Expect(peter.Locator("#failures")).ToContainTextAsync("højst i 24 måneder");
        await peter.FillAsync("#lease-to", "2028-03-15");
        await peter.ClickAsync("#lease-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("skrevet under");
        await peter.AssertFineAsync();
        await peter.GotoAsync("/housing/hosts");
        await Expect(peter.Locator(".road-counts")).ToContainTextAsync("(1 af 1; målet er 33,3 pct.)");
    }

    /// <summary>A home of their own is confirmed: the stay would end by itself that day, and staff say that they stay on.</summary>
    private async Task OwnHomeAsync(VejviserApp app, IPage mette, IPage peter, string person, string address)
    {
        var admin = await browser.OpenAsync(app, "admin@havneby.example");
        await admin.AssociationAsync("Fjordbo");
        await peter.EstateAsync("Fjordparken", "Fjordbo", "Fjordkvarteret");
        await peter.HomesAsync(["Fjordbo;Fjordparken;Fjordparken 1;family;1;45;2500;300;no;2026-04-01"]);
        await mette.GotoAsync(person);
        var household = (await mette.Locator("main a[href^='/households/']").First.GetAttributeAsync("href"))!["/households/".Length..];
        await peter.GotoAsync($"/housing/needs/{household}");
        await peter.CheckAsync("#waiting");
        await peter.ClickAsync("#need-form button[type=submit]");
        await Expect(peter.Locator(".alert-success")).ToHaveCountAsync(1);
        await peter.GotoAsync("/housing");
        await peter.ClickAsync("tbody a:has-text('Fjordparken 1')");
        await peter.ClickAsync("#claim-form button");
        await Expect(peter.Locator(".alert-success")).ToContainTextAsync("Boligen er anvist");
        await peter.GotoAsync(address);
        await Expect(peter.Locator("#stay-form")).ToHaveCountAsync(0);
        await peter.GotoAsync("/housing/nominations");
        await peter.ClickAsync(".housing-answer form:has(input[name=confirmed][value=true]) button");
        await peter.GotoAsync(address);
        await Expect(peter.Locator("#stay-form")).ToContainTextAsync("egen bolig fra 01-04-2026");
        await peter.AssertFineAsync();
        await peter.ClickAsync("#stay-form button");
        await Expect(peter.Locator("#stay-form")).ToContainTextAsync("bliver boende hos værten");
    }

    /// <summary>The wife comes: the household is two.</summary>
    private static async Task FamilyComesAsync(IPage mette, string person)
    {
        await mette.GotoAsync(person);
        await mette.ClickAsync("main a[href^='/households/']");
        await mette.GotoAsync(new Uri(mette.Url).AbsolutePath + "/add-person");
        await mette.SelectOptionAsync("#Form_Role", "Spouse");
        await mette.FillAsync("#Form_GivenName", "Selam");
        await mette.FillAsync("#Form_FamilyName", "Tekle");
        await mette.FillAsync("#Form_BirthDate", "1993-02-01");
        await mette.ClickAsync(".person-form button[type=submit]");
    }

    /// <summary>No number, no family name, no household reference, no address of anybody else, no page but its own.</summary>
    private static async Task ShowsOnlyWhatConcernsTheHostAsync(IPage host, string family)
    {
        var all = await host.MarkupAsync();
        foreach (var secret in new[] { Cpr, Cpr[..6] + "-" + Cpr[6..], family, "H2026", "H-", "/people/", "/households/", "1990" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "/housing/hosts", "/", "/people", "/my/road" })
        {
            var answer = await host.Context.APIRequest.GetAsync(elsewhere);
            Assert.DoesNotContain("Tekle", await answer.TextAsync(), StringComparison.Ordinal);
            Assert.NotEqual(elsewhere, new Uri(answer.Url).AbsolutePath);
        }
    }
}
