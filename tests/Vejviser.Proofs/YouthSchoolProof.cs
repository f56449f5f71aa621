using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>youth-school-early-integration</c>: the club is put where the youth school's room stands free, a child of five is refused and one of six is not, and the adult course
/// ends with printed certificates for those who attended.
/// </summary>
public sealed class YouthSchoolProof(Browser browser)
{
    private const string Practice = "youth-school-early-integration";
    private const string Room = "Ungdomsskolens værksted";
    private static readonly DateOnly Monday = new(2026, 3, 9);

    [Fact]
    [Trait("practice", Practice)]
    public async Task ClubInTheRoomsFreeHours_TakesSixToSeventeen()
    {
        await using var app = await VejviserApp.StartAsync();
        await (await browser.OpenAsync(app, "birgit.storm@havneby.example")).AdoptAsync(Practice);
        var lars = await browser.OpenAsync(app, "lars.dam@havneby.example");
        await OpenRoomAsync(app, lars);
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        var start = Monday;
        // Six on the very day of the first club day; five until the day after that.
        var six = await mette.RegisterAtCentreAsync("Sami", "Rahimi", start.AddYears(-6));
        var five = await mette.RegisterAtCentreAsync("Femi", "Rahimi", start.AddYears(-6).AddDays(1));
        var grown = await mette.RegisterAtCentreAsync("Voksen", "Rahimi", new DateOnly(1990, 5, 1));
        await mette.GotoAsync($"{five}/enrol?practice={Practice}");
        await mette.FillAsync("#d-start", CourseVisits.Written(Monday));
        await mette.FillAsync("#d-offered", CourseVisits.Written(Monday));
        await mette.EvaluateAsync("document.querySelectorAll('main [required]').forEach(e => e.required = false)");
        await mette.ClickAsync("main form .button-primary");
        await Expect(mette.Locator("#failures")).ToContainTextAsync("6");

        // The day the club begins: the child is six, whoever looks at the year alone.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 9, 7, 0, 0, TimeSpan.Zero));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        foreach (var person in new[] { six, grown })
            await mette.EnrolAsync(person, Practice, Monday);

        lars = await browser.OpenAsync(app, "lars.dam@havneby.example");
        var club = await MakeClubAsync(lars);
        await mette.GotoAsync(club);
        await mette.EvaluateAsync("document.querySelectorAll('#join input[name=people]').forEach(i => i.checked = true)");
        await mette.EvaluateAsync("document.querySelectorAll('details.course-do').forEach(d => d.open = true)");
        await mette.ClickAsync("#join button");
        await Expect(mette.Locator("#failures")).ToContainTextAsync("Voksen Rahimi: Kurset er ikke for denne person");
        await Expect(mette.Locator("section[aria-labelledby=people] tbody tr")).ToHaveCountAsync(1);
        await Expect(mette.Locator("section[aria-labelledby=people] tbody tr")).ToContainTextAsync("Sami Rahimi");
        await mette.AssertFineAsync();
    }

    [Fact]
    [Trait("practice", Practice)]
    public async Task AdultCourse_AttendedAndOver_PrintsCertificatesForThoseWhoDid()
    {
        await using var app = await VejviserApp.StartAsync();
        await (await browser.OpenAsync(app, "birgit.storm@havneby.example")).AdoptAsync(Practice);
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        foreach (var name in new[] { "Amal", "Bashar", "Dalia" })
            await mette.EnrolAsync(await mette.RegisterAtCentreAsync(name, "Nasr", new DateOnly(1988, 2, 2)), Practice, Monday);
        var lars = await browser.OpenAsync(app, "lars.dam@havneby.example");
        await lars.GotoAsync($"/courses/new?practice={Practice}&strand=workshop");
        await lars.FillAsync("#first", CourseVisits.Written(Monday));
        foreach (var teacher in await lars.Locator("select[name$='Teacher']").AllAsync())
            await teacher.SelectOptionAsync(new SelectOptionValue { Label = "Lars Dam" });
        await lars.ClickAsync("#course-form .button-primary");
        var course = new Uri(lars.Url).AbsolutePath;
        await mette.GotoAsync(course);
        await mette.PutAllOnAsync();

        // Ten weeks of two days without Easter Monday: nineteen sessions, noted after the last.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 18, 7, 0, 0, TimeSpan.Zero));
        lars = await browser.OpenAsync(app, "lars.dam@havneby.example");
        await lars.GotoAsync(course);
        await Expect(lars.Locator("section[aria-labelledby=to-note] h2")).ToContainTextAsync("19");
        for (var session = 1; session <= 4; session++)
        {
            await lars.GotoAsync(course);
            await lars.ClickAsync(".course-to-note a >> nth=0");
            // Bashar is away four times and has 78 percent; Dalia three times and has 84.
            await lars.NoteAttendanceAsync([("Bashar", "Work"), .. session <= 3 ? [("Dalia", "Illness")] : Array.Empty<(string, string)>()]);
        }

        for (var session = 5; session <= 19; session++)
            await lars.NoteAllThereAsync(course);

        await lars.GotoAsync(course);
        await lars.AssertFineAsync();
        await Expect(lars.Locator("tr", new() { HasText = "Bashar" })).ToContainTextAsync("Arbejde eller praktik 4");
        await lars.ClickAsync("a[href$='/certificates']");
        await Expect(lars.Locator(".certificate-name")).ToHaveTextAsync(["Amal Nasr", "Dalia Nasr"]);
        await Expect(lars.Locator(".certificate").First).ToContainTextAsync("57 t.");
        await Expect(lars.Locator("section[aria-labelledby=short]")).ToContainTextAsync("Bashar Nasr: 78 %");
        await lars.AssertFineAsync();
        await lars.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(lars.Locator("section[aria-labelledby=short]")).ToBeHiddenAsync();
        await Expect(lars.Locator(".certificate").First).ToBeVisibleAsync();
    }

    /// <summary>The room, and the weekly evening class that holds it on Mondays from three.</summary>
    private async Task OpenRoomAsync(VejviserApp app, IPage lars)
    {
        var admin = await browser.OpenAsync(app, "admin@havneby.example");
        await admin.GotoAsync("/rooms");
        await admin.FillAsync("#name-new", Room);
        await admin.FillAsync("#seats-new", "30");
        await admin.ClickAsync("#room-new button");
        await Expect(admin.GetByText(Room).First).ToBeVisibleAsync();
        await lars.GotoAsync("/meetings/new");
        await lars.FillAsync("[name='Form.Title']", "Ungdomshold");
        await lars.FillAsync("[name='Form.Day']", CourseVisits.Written(Monday));
        await lars.FillAsync("[name='Form.At']", "15:00");
        await lars.FillAsync("[name='Form.Minutes']", "120");
        await lars.SelectOptionAsync("[name='Form.Room']", new SelectOptionValue { Label = $"{Room} (30 pladser)" });
        await lars.SelectOptionAsync("[name='Form.Repeats']", "week");
        await lars.FillAsync("[name='Form.Times']", "40");
        await lars.ClickAsync("#book .button-primary");
        await Expect(lars.Locator(".alert-success")).ToBeVisibleAsync();
    }

    /// <summary>Asked at the class's hour the course says who is in the way; the room's free hours show where to put it.</summary>
    private static async Task<string> MakeClubAsync(IPage lars)
    {
        await lars.GotoAsync($"/courses/new?practice={Practice}&strand=club");
        await lars.FillAsync("#first", CourseVisits.Written(Monday));
        await Expect(lars.Locator(".course-row")).ToHaveCountAsync(3);
        for (var row = 0; row < 3; row++)
        {
            await lars.FillAsync($"#at-{row}", "15:00");
            await lars.SelectOptionAsync($"#room-{row}", new SelectOptionValue { Label = $"{Room} (30 pladser)" });
        }

        await lars.ClickAsync("#course-form .button-primary");
        await Expect(lars.Locator("#failures")).ToContainTextAsync(Room + " er optaget");
        await lars.ClickAsync("button[formaction$='handler=Hours']");
        await Expect(lars.Locator(".room-hours tr", new() { HasText = "15.00" }).Locator("td").First).Not.ToHaveClassAsync("room-free");
        await Expect(lars.Locator(".room-hours tr", new() { HasText = "17.00" }).Locator("td").First).ToHaveClassAsync("room-free");
        await lars.AssertFineAsync();
        await lars.FillAsync("#at-0", "17:00");
        await lars.ClickAsync("#course-form .button-primary");
        await Expect(lars.Locator(".alert-success")).ToContainTextAsync("Kurset er oprettet");
        return new Uri(lars.Url).AbsolutePath;
    }
}
