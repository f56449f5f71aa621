using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// A fortieth practice: a manager writes it in the browser, with scripts or without and never in YAML, adopts it and enrols a newcomer, and from
/// then on it stands on the newcomer's road and on a colleague's list as the catalogue's do.
/// </summary>
public sealed class OwnPracticeProof(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WriteAdoptAndEnrol_ByAManager(bool javaScript)
    {
        await using var app = await VejviserApp.StartAsync();
        var colleague = await browser.OpenAsync(app.Address.ToString(), javaScript: javaScript);
        await colleague.SignInAsync("mette.holm@havneby.example");
        var person = await colleague.RegisterAsync("Rami", "Darwish");
        var page = await browser.OpenAsync(app.Address.ToString(), javaScript: javaScript);
        await page.SignInAsync("birgit.storm@havneby.example");
        await page.GotoAsync("/practices");
        await page.ClickAsync(".page-head a[href='/practices/new']");
        if (javaScript)
            await page.AssertFineAsync();

        await page.FillAsync("[name='Draft.Title.Da']", "Natteravne");
        await page.PressAsync("[name='Draft.Title.Da']", "Enter");
        await Expect(page.Locator("[name='Draft.Title.Da']")).ToHaveValueAsync("Natteravne");
        await page.FillAsync("[name='Draft.Summary.Da']", "Frivillige følges med nye borgere hjem.");
        await page.SelectOptionAsync("[name='Draft.Chapter']", "civil-society");
        foreach (var role in new[] { "Lead", "DecidedBy" })
            await page.SelectOptionAsync($"[name='Draft.{role}']", "volunteer-coordinator");
        await page.SelectOptionAsync("[name='Draft.Contact']", "contact-person");
        await page.FillAsync("[name='Draft.If.AgeFrom.Number']", "18");
        await SettingAsync(page);
        await StepsAsync(page);
        await page.FillAsync("[name='Draft.CitizenTitle.Da']", "Gå hjem sammen");
        await page.ClickAsync("button[value=save]");
        await Expect(page.Locator("#failures")).ToContainTextAsync("Ét sted mangler noget");
        if (javaScript)
            await page.AssertFineAsync();
        await page.FillAsync("[name='Draft.CitizenWhat.Da']", "En frivillig går med dig hjem om aftenen.");
        await page.ClickAsync("button[value=save]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Natteravne");
        await Expect(page.Locator("#s-gaa-med-hjem")).ToContainTextAsync("6 uger efter starten");

        await page.ClickAsync(".page-head a[href$='/adopt']");
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Natteravne er taget i brug");
        await page.GotoAsync("/practices?adopted=yes");
        await Expect(page.Locator("#p-natteravne")).ToContainTextAsync("I brug, udgave 1");
        await using var db = app.Open();
        Assert.Equal(1, await db.OwnPractices.CountAsync(TestContext.Current.CancellationToken));

        await page.GotoAsync(person);
        await EnrolAsync(page, javaScript);
        await OnTheListAsync(colleague);
    }

    /// <summary>From the person to the practice, and its tasks on the person's road.</summary>
    private static async Task EnrolAsync(IPage page, bool javaScript)
    {
        var road = page.Url;
        await page.ClickAsync("main a[href$='/enrol']");
        await page.ClickAsync(".enrol-choices a[href$='practice=natteravne']");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Natteravne");
        await Expect(page.Locator(".road-task")).ToHaveCountAsync(2);
        if (javaScript)
            await page.AssertFineAsync();
        await page.GotoAsync(road);
        await Expect(page.Locator(".road-plans > li")).ToContainTextAsync("Natteravne");
        await Expect(page.Locator(".road-task", new() { HasText = "Find en frivillig" })).ToBeVisibleAsync();
    }

    /// <summary>The contact persons' team has the task among its own, and finds it by the practice's name.</summary>
    private static async Task OnTheListAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.ClickAsync(".work-whose a >> text=Modtageenheden");
        await Expect(page.Locator(".work-whose [aria-current=page]")).ToHaveTextAsync("Modtageenheden");
        await page.SelectOptionAsync("#practice", new SelectOptionValue { Label = "Natteravne" });
        await page.ClickAsync(".filters button[type=submit]");
        var row = page.Locator(".work-row", new() { HasText = "Find en frivillig" });
        await Expect(row).ToContainTextAsync("Rami Darwish");
        await row.Locator(".work-title").ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("Natteravne");
    }

    /// <summary>A figure the municipality may change later.</summary>
    private static async Task SettingAsync(IPage page)
    {
        await page.ClickAsync("button[value='add:Settings']");
        await page.FillAsync("[name='Draft.Settings[0].Name.Da']", "Uger, turene varer");
        await page.FillAsync("[name='Draft.Settings[0].Value']", "6");
        await page.SelectOptionAsync("[name='Draft.Settings[0].Unit']", "weeks");
    }

    private static async Task StepsAsync(IPage page)
    {
        await StepAsync(page, 0, "Find en frivillig", "Ring til foreningen, og spørg.");
        await page.FillAsync("[name='Draft.Steps[0].Amount.Number']", "5");
        await page.ClickAsync("button[value='add:Steps']");
        await StepAsync(page, 1, "Gå med hjem", "Følges ad, til det er trygt.");
        await page.SelectOptionAsync("[name='Draft.Steps[1].Amount.Setting']", new SelectOptionValue { Label = "Uger, turene varer" });
        await page.SelectOptionAsync("[name='Draft.Steps[1].Unit']", "Weeks");
        await page.CheckAsync("[name='Draft.Steps[1].IsLast']");
    }

    private static async Task StepAsync(IPage page, int index, string title, string how)
    {
        await page.FillAsync($"[name='Draft.Steps[{index}].Name.Da']", title);
        await page.FillAsync($"[name='Draft.Steps[{index}].How.Da']", how);
        await page.SelectOptionAsync($"[name='Draft.Steps[{index}].Owner']", "contact-person");
    }
}
