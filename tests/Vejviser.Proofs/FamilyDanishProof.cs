using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>family-danish</c>: a family allocated today has a host family proposed before it arrives, by town and language; nobody without a valid child-protection certificate comes to a family with children; a
/// question that is not answered the next day is late; and the practice's meeting is held every third month.
/// </summary>
public sealed class FamilyDanishProof(Browser browser)
{
    [Fact]
    [Trait("practice", "family-danish")]
    public async Task FamilyAllocatedToday_HostFamilyByTownAndLanguage_BeforeArrival()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, mette, lone) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "lone.krag@frivilligcenter.example", "/partner"));
        await birgit.AdoptAsync("family-danish");
        foreach (var town in new[] { "Havneby", "Skovby" })
            await mette.TownAsync("families", town);
        await mette.GotoAsync("/pairs/families/towns");
        await Expect(mette.Locator("main")).ToContainTextAsync("2 af 6 byer har en aktivitetsleder");
        await mette.AssertFineAsync();
        await lone.VolunteerAsync("families", "Familien Uden", "Havneby", "ar");
        await lone.VolunteerAsync("families", "Familien Langt Væk", "Skovby", "ar", certificateOn: "2026-01-05");
        await lone.VolunteerAsync("families", "Familien Lund", "Havneby", "en", certificateOn: "2026-01-05");
        await lone.GotoAsync("/partner/volunteers");
        await lone.AssertFineAsync();

        var household = await mette.RegisterFamilyAsync("Hala", "Darwish", ("Basis", "Asylum71"), ("AllocationDate", "2026-03-02"), ("#ArrivalDate", "2026-04-10"));
        await mette.AddChildAsync(household, "Omar", "Darwish", "2018-04-01");
        var head = await HeadAsync(mette, household);
        await mette.ConsentAsync(head, "contact-by-volunteers");
        await mette.EnrolFamilyAsync(household, "family-danish");
        await mette.GotoAsync("/pairs/families");
        await Expect(mette.PairLine("Hala")).ToContainTextAsync("by mangler");
        await mette.AssertFineAsync();
        await mette.PairLine("Hala").GetByRole(AriaRole.Link, new() { Name = "Skriv ønsker" }).ClickAsync();
        await mette.SelectOptionAsync("#town", new SelectOptionValue { Label = "Havneby" });
        await mette.ClickAsync("#wish-form button[type=submit]");
        await Expect(mette.Locator(".alert-success")).ToContainTextAsync("Ønskerne er gemt");
        // Neither who has no certificate nor who lives elsewhere, whatever they speak.
        await Expect(mette.PairLine("Hala").Locator(".housing-home")).ToContainTextAsync("Familien Lund");
        await Expect(mette.PairLine("Hala")).ToContainTextAsync("Forslag senest");
        await Expect(mette.PairLine("Hala").Locator(".chip-late")).ToHaveCountAsync(0);
        await mette.PairLine("Hala").GetByRole(AriaRole.Link, new() { Name = "Vælg selv" }).ClickAsync();
        await Expect(mette.Locator("#volunteer option")).ToHaveCountAsync(2);
        await Expect(mette.Locator("#volunteer option", new() { HasText = "Familien Uden" })).ToHaveCountAsync(0);

        // The association has seen the certificates: the one who speaks the family's language is nearer now.
        await lone.GotoAsync("/partner/volunteers");
        await lone.GetByRole(AriaRole.Link, new() { Name = "Familien Uden" }).ClickAsync();
        await lone.SelectOptionAsync("#certificate", "Seen");
        await lone.FillAsync("#certificate-on", "2026-03-02");
        await lone.ClickAsync("#volunteer-form button[type=submit]");
        await Expect(lone.Locator(".alert-success")).ToContainTextAsync("Den frivillige er gemt");
        await mette.GotoAsync("/pairs/families");
        await Expect(mette.PairLine("Hala").Locator(".housing-home")).ToContainTextAsync("Familien Uden");
        await Expect(mette.PairLine("Hala").Locator("li", new() { HasText = "Taler modersmålet" })).ToHaveCountAsync(1);
        await Expect(mette.PairLine("Hala").Locator("li", new() { HasText = "Næstbedst: Familien Lund" })).ToHaveCountAsync(1);
        await mette.AssertFineAsync();
        await mette.ClickAsync("#decide-form button");
        await Expect(mette.Locator(".alert-success")).ToContainTextAsync("1 familie og dens modtagerfamilie er spurgt");
        await lone.SayYesAsync("Familien Uden");
        var family = await browser.OpenAsync(app.Address.ToString(), width: 320);
        await family.ComeInAsync(await mette.GiveOwnPageAsync(head));
        await family.AnswerProposalAsync(isYes: true);
        await Expect(family.Locator("main")).ToContainTextAsync("Familien Uden");
        await mette.GotoAsync("/pairs/families/list");
        await mette.GetByRole(AriaRole.Link, new() { Name = "Hala" }).ClickAsync();
        await mette.AssertFineAsync();
        await lone.GotoAsync("/partner/pairs");
        await Expect(lone.Locator("section[aria-labelledby=agreed]")).ToContainTextAsync("Hala Darwish");
        await lone.AssertFineAsync();

        await mette.GotoAsync($"{head}/consents");
        await mette.ClickAsync("form[action*='handler=Withdraw'] button");
        await lone.GotoAsync("/partner/pairs");
        await Expect(lone.GetByText("Hala Darwish")).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("practice", "family-danish")]
    public async Task Enquiry_NotAnsweredNextDay_IsLate_AndTheMeetingIsEveryThirdMonth()
    {
        await using var app = await VejviserApp.StartAsync();
        var (birgit, mette, lone) = (await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "mette.holm@havneby.example"), await browser.OpenAsync(app, "lone.krag@frivilligcenter.example", "/partner"));
        await birgit.AdoptAsync("family-danish");
        await mette.TownAsync("families", "Havneby");
        await lone.VolunteerAsync("families", "Familien Lund", "Havneby", "en", certificateOn: "2026-01-05");
        foreach (var question in new[] { "Må vi køre familien til sprogskolen?", "Hvem betaler for busbilletten?" })
        {
            await lone.GotoAsync("/partner/pairs");
            await lone.FillAsync("#what-families", question);
            await lone.ClickAsync("#ask-form-families button");
            await Expect(lone.Locator(".alert-success")).ToContainTextAsync("Spørgsmålet er sendt");
        }

        await lone.AssertFineAsync();
        await mette.GotoAsync("/pairs/families/enquiries");
        await Expect(mette.Locator(".pair-enquiries .chip-late")).ToHaveCountAsync(0);
        await Expect(mette.Locator(".pair-enquiries > li").First).ToContainTextAsync("svarer: Mette Holm");
        await AnswerAsync(mette, "Må vi køre", "Ja, det må I gerne.");
        await mette.AssertFineAsync();

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await mette.GotoAsync("/");
        await Expect(mette.Locator(".work-owed .chip-late")).ToHaveTextAsync("1 for sent");
        await mette.ClickAsync(".work-owed a");
        await Expect(mette.Locator(".pair-enquiries > li", new() { HasText = "busbilletten" }).Locator(".chip-late")).ToHaveCountAsync(1);
        await Expect(mette.Locator(".pair-enquiries .chip-late")).ToHaveCountAsync(1);
        await AnswerAsync(mette, "busbilletten", "Det gør familien selv.");
        lone = await browser.OpenAsync(app, "lone.krag@frivilligcenter.example", "/partner");
        await lone.GotoAsync("/partner/pairs");
        await Expect(lone.Locator(".pair-enquiries")).ToContainTextAsync("Ja, det må I gerne.");

        var household = await mette.RegisterFamilyAsync("Hala", "Darwish", ("Basis", "Asylum71"), ("AllocationDate", "2026-03-02"), ("#ArrivalDate", "2026-04-10"));
        await mette.ConsentAsync(await HeadAsync(mette, household), "contact-by-volunteers");
        await mette.EnrolFamilyAsync(household, "family-danish");
        await mette.GotoAsync("/practices/family-danish/meetings");
        await Expect(mette.Locator("main")).ToContainTextAsync("2. jun.");
    }

    /// <returns>The address of the household's head.</returns>
    private static async Task<string> HeadAsync(IPage page, string household)
    {
        await page.GotoAsync(household);
        return new Uri(new Uri(page.Url), await page.Locator("main a[href^='/people/']", new() { HasText = "Hala" }).First.GetAttributeAsync("href")).AbsolutePath;
    }

    private static async Task AnswerAsync(IPage page, string question, string answer)
    {
        var one = page.Locator(".pair-enquiries > li", new() { HasText = question });
        await one.Locator("textarea").FillAsync(answer);
        await one.Locator("button").ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Svaret er gemt");
    }
}
