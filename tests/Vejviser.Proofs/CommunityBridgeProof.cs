using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>community-bridge</c>: the time line draws itself from what is adopted and registered and marks where a group is offered nothing, a new
/// initiative closes the hole, and a volunteer sees a person only for as long as the person agrees.
/// </summary>
public sealed class CommunityBridgeProof(Browser browser)
{
    private const string Consent = "contact-by-volunteers";
    private const string Children = "Børn, 6-12 år";
    private const string Club = "Legestue for skolebørn";

    [Fact]
    [Trait("practice", "community-bridge")]
    public async Task TimeLine_AdoptedThenAnInitiative_ShowsTheHoleAndClosesIt()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("birgit.storm@havneby.example");
        await page.GotoAsync("/time-line");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await page.GotoAsync("/practices/community-bridge/adopt");
        await page.ClickAsync("main form .button-primary");

        await page.GotoAsync("/time-line");
        await Expect(page.Locator("tbody th", new() { HasText = "Lokalsamfundet bygger bro" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".time-line-bar-practice").First).ToBeAttachedAsync();
        // Who is grown up has the café every week; to children nothing is offered all year.
        await Expect(page.Locator(".time-line-holes li", new() { HasText = "Voksne" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".time-line-holes li", new() { HasText = Children })).ToContainTextAsync("uge 0-51");
        await page.AssertFineAsync();

        await page.Locator(".time-line-holes li", new() { HasText = Children }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("#group-children-new")).ToBeCheckedAsync();
        await page.FillAsync("#name-new", Club);
        await page.SelectOptionAsync("#partner-new", new SelectOptionValue { Label = "Frivilligcenter Havneby" });
        await page.FillAsync("#from-new", "2");
        await page.FillAsync("#to-new", "");
        await page.ClickAsync("#initiative-new button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Initiativet er gemt");
        await page.AssertFineAsync();

        await page.GotoAsync("/time-line");
        // The first two weeks are still a hole of two: the least there is.
        await Expect(page.Locator(".time-line-holes li", new() { HasText = Children })).ToContainTextAsync("uge 0-1");
        await Expect(page.Locator("tbody tr", new() { HasText = Club })).ToContainTextAsync("2-51");
        await page.GotoAsync("/initiatives");
        await page.ClickAsync(".initiatives summary");
        await page.FillAsync(".initiatives input[name=from]", "0");
        await page.ClickAsync(".initiatives form[action$='handler=Save'] button");
        await page.GotoAsync("/time-line?for=children");
        await Expect(page.Locator(".time-line-holes")).ToHaveCountAsync(0);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.AssertFineAsync();
    }

    [Fact]
    [Trait("practice", "community-bridge")]
    public async Task Volunteer_ConsentGivenAndWithdrawn_SeesThePersonOnlyMeanwhile()
    {
        await using var app = await VejviserApp.StartAsync();
        var staff = await browser.OpenAsync(app.Address.ToString());
        await staff.SignInAsync("mette.holm@havneby.example");
        var person = await staff.RegisterAsync("Hala", "Darwish");
        var volunteer = await browser.OpenAsync(app.Address.ToString());
        await volunteer.SignInAsync("lone.krag@frivilligcenter.example", "/partner");

        await GiveAsync(staff, person);
        await Expect(staff.Locator(".alert-error")).ToContainTextAsync("ikke sagt ja til at blive kontaktet af frivillige");
        await Expect(staff.Locator("#what")).ToHaveValueAsync("Vil gerne med i sprogcaféen.");
        await SeesAsync(volunteer, 0);

        await staff.ConsentAsync(person, Consent);
        await GiveAsync(staff, person);
        await Expect(staff.Locator(".alert-success")).ToHaveCountAsync(1);
        await SeesAsync(volunteer, 1);
        await volunteer.AssertFineAsync();

        await staff.GotoAsync($"{person}/consents");
        await staff.ClickAsync("form[action*='handler=Withdraw'] button");
        await SeesAsync(volunteer, 0);
    }

    private static async Task GiveAsync(IPage page, string person)
    {
        await page.GotoAsync($"{person}/contact");
        await page.SelectOptionAsync("#to", new SelectOptionValue { Label = "Frivilligcenter Havneby" });
        await page.FillAsync("#what", "Vil gerne med i sprogcaféen.");
        await page.ClickAsync("#give-form button");
    }

    private static async Task SeesAsync(IPage volunteer, int times)
    {
        await volunteer.GotoAsync("/partner");
        await Expect(volunteer.GetByText("Hala Darwish")).ToHaveCountAsync(times);
    }
}
