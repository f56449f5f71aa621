using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>cross-department-team</c> as the departments live it, each signed in as themselves: a family is taken in and its three meetings stand in the right
/// weeks with those who have something to do for it; the arrival moves and the meetings with it; a third contact person is refused; what the departments must
/// answer together is on the management's agenda by itself.
/// </summary>
public sealed class CrossDepartmentTeamProof(Browser browser)
{
    private const string Practice = "cross-department-team";
    private const string Question = "Kan bussen køre til skolen fra den nye bolig?";

    [Fact]
    [Trait("practice", Practice)]
    public async Task FamilyWithTwoChildren_ByTheDepartmentsThemselves()
    {
        await using var app = await VejviserApp.StartAsync();
        var birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.AdoptAsync(Practice);
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        // Easter lies in the ten workdays before: the first screening is on 25 March.
        var home = await mette.RegisterFamilyAsync("Rami", "Darwish", ("#ArrivalDate", "2026-04-13"), ("AllocationDate", "2026-02-16"), ("Basis", "Asylum71"));
        await mette.AddChildAsync(home, "Nour", "Darwish", "2022-05-01");
        await mette.AddChildAsync(home, "Yusuf", "Darwish", "2016-05-01");
        var plan = await mette.EnrolFamilyAsync(home, Practice);

        await MeetingsAreAsync(mette, ("first-screening-meeting", "25. mar."), ("start-meeting-parents", "17. apr."), ("second-screening-meeting", "24. apr."));
        var (sofie, lars, hanne) = (await browser.OpenAsync(app, "sofie.bach@havneby.example"), await browser.OpenAsync(app, "lars.dam@havneby.example"), await browser.OpenAsync(app, "hanne.friis@havneby.example"));
        foreach (var department in new[] { sofie, lars, hanne })
        {
            await department.GotoAsync("/meetings?when=month");
            await Expect(department.Locator("section[aria-labelledby='d-2026-03-25']")).ToContainTextAsync("Første screeningsmøde");
        }

        await lars.ClickAsync("section[aria-labelledby='d-2026-03-25'] a:has-text('Første screeningsmøde')");
        var guests = lars.Locator(".meeting-guests tbody tr");
        await Expect(guests.Filter(new() { HasText = "Lars Dam" })).ToContainTextAsync("Skole");
        await Expect(guests.Filter(new() { HasText = "Hanne Friis" })).ToHaveCountAsync(1);
        await Expect(guests.Filter(new() { HasText = "Mette Holm" })).ToHaveCountAsync(1);
        await Expect(guests.Filter(new() { HasText = "Rami" })).ToHaveCountAsync(0);
        await lars.AssertFineAsync();

        await ThirdContactIsRefusedAsync(mette, home);
        await MoveArrivalAsync(mette, home);
        await MeetingsAreAsync(lars, ("first-screening-meeting", "13. apr."));
        await MeetingsAreAsync(sofie, ("first-screening-meeting", "13. apr."), ("start-meeting-parents", "1. maj"), ("second-screening-meeting", "8. maj"));
        await PointIsGatheredAsync(app, sofie, plan);
        await MeetingsAreAsync(await browser.OpenAsync(app, "birgit.storm@havneby.example"), ("management-follow-up", "4. jun."), ("summing-up", "19. mar."));
    }

    [Fact]
    [Trait("practice", Practice)]
    public async Task FamilyWithoutSmallChildren_DayCareIsNotAsked()
    {
        await using var app = await VejviserApp.StartAsync();
        var birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.AdoptAsync(Practice);
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        var home = await mette.RegisterFamilyAsync("Hala", "Salem", ("#ArrivalDate", "2026-04-13"), ("AllocationDate", "2026-02-16"), ("Basis", "Asylum71"));
        await mette.AddChildAsync(home, "Yusuf", "Salem", "2016-05-01");
        await mette.EnrolFamilyAsync(home, Practice);

        await mette.GotoAsync($"/practices/{Practice}/meetings?meeting=first-screening-meeting");
        await mette.ClickAsync("main table tbody th a");
        var lars = mette.Locator(".meeting-guests tbody tr", new() { HasText = "Lars Dam" });
        await Expect(lars).ToContainTextAsync("Skole");
        await Expect(lars).Not.ToContainTextAsync("agtilbud");
    }

    private static async Task MeetingsAreAsync(IPage page, params (string Meeting, string Day)[] wanted)
    {
        foreach (var (meeting, day) in wanted)
        {
            await page.GotoAsync($"/practices/{Practice}/meetings?meeting={meeting}");
            await Expect(page.Locator("main table tbody")).ToContainTextAsync(day);
        }

        await page.AssertFineAsync();
    }

    private static async Task ThirdContactIsRefusedAsync(IPage page, string home)
    {
        await page.GotoAsync($"{home}/staff");
        await page.SelectOptionAsync("#contactPerson", new SelectOptionValue { Label = "Sofie Bach" });
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator("section[aria-labelledby=staff]")).ToContainTextAsync("Fast fra første dag");
        await AddContactAsync(page, home, "Jonas Krogh");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Kontaktpersonen er tilføjet");
        await AddContactAsync(page, home, "Hanne Friis");
        await Expect(page.Locator(".alert-error")).ToContainTextAsync("allerede 2 kontaktpersoner: Sofie Bach, Jonas Krogh");
        await Expect(page.Locator("#contact-list li")).ToHaveCountAsync(2);
        await page.AssertFineAsync();
    }

    private static async Task AddContactAsync(IPage page, string home, string name)
    {
        await page.GotoAsync($"{home}/staff");
        await page.SelectOptionAsync("#account", new SelectOptionValue { Label = name });
        await page.ClickAsync("#add-contact button");
    }

    private static async Task MoveArrivalAsync(IPage page, string home)
    {
        await page.GotoAsync($"{home}/anchors/arrival?date=2026-04-27");
        await page.ClickAsync("section[aria-labelledby=what] button");
        await Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }

    /// <summary>The family consultant raises it; on the day of the quarterly meeting it stands there, and the manager answers.</summary>
    private async Task PointIsGatheredAsync(VejviserApp app, IPage sofie, string plan)
    {
        await sofie.GotoAsync(plan);
        await sofie.FillAsync("#point", Question);
        await sofie.ClickAsync("#raise-point button");
        await Expect(sofie.Locator(".alert-success")).ToContainTextAsync("på dagsordenen");
        await sofie.AssertFineAsync();

        app.Clock.Advance(TimeSpan.FromDays(3));
        var birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.GotoAsync($"/practices/{Practice}/meetings?meeting=management-follow-up");
        await birgit.Locator("main table tbody th a").First.ClickAsync();
        await Expect(birgit.Locator("section[aria-labelledby=agenda]")).ToContainTextAsync(Question);
        await birgit.AssertFineAsync();
        await birgit.FillAsync("section[aria-labelledby=agenda] input[name=answer]", "Ja, fra august.");
        await birgit.ClickAsync("section[aria-labelledby=agenda] form[action*=AnswerPoint] button");
        await Expect(birgit.Locator(".alert-success")).ToContainTextAsync("Svaret er gemt");
        sofie = await browser.OpenAsync(app, "sofie.bach@havneby.example");
        await sofie.GotoAsync(plan);
        await Expect(sofie.Locator("section[aria-labelledby=points]")).ToContainTextAsync("Ja, fra august.");
    }
}
