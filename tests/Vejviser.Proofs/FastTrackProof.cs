using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>fast-track</c> as all who take part live it: six people at the centre get seven weeks that stand on the municipality's and the operator's calendars, each teacher
/// notes attendance, one graduates with a card, is allocated here, and begins the industry package at its second module. Somebody in another phase is refused with the reason.
/// </summary>
public sealed class FastTrackProof(Browser browser)
{
    private const string Practice = "fast-track";
    private const string Operator = "Røde Kors, Center Jelling";
    private const string OperatorUser = "ida.kors@jelling.example";
    private static readonly string[] Names = ["Amal", "Bashar", "Dalia", "Elias", "Farah", "Ghassan"];
    private static readonly DateOnly Start = new(2026, 3, 9);

    [Fact]
    [Trait("practice", Practice)]
    public async Task SixThroughSevenWeeks_OneGraduatesAndGoesStraightToTheTaster()
    {
        await using var app = await VejviserApp.StartAsync();
        var password = await (await browser.OpenAsync(app, "admin@havneby.example")).AddPartnerUserAsync(Operator, "AsylumCentre", "Ida Kors", OperatorUser);
        await (await browser.OpenAsync(app, "birgit.storm@havneby.example")).AdoptAsync(Practice, "industry-packages");
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        var people = await EnrolSixAsync(mette);
        await RefuseAnotherPhaseAsync(mette);

        var rasmus = await browser.OpenAsync(app, "rasmus.vind@havneby.example");
        await WriteWordsAsync(rasmus);
        await MakeAsync(rasmus);
        var course = new Uri(rasmus.Url).AbsolutePath;
        await mette.GotoAsync(course);
        await mette.PutAllOnAsync();
        await Expect(mette.Locator("section[aria-labelledby=people] tbody tr")).ToHaveCountAsync(6);
        await mette.AssertFineAsync();

        await BothCalendarsAsync(app, password, rasmus);
        await AttendAsync(app, course);
        await GraduateAsync(app, people[0], course);
        await AllocatedAsync(app, people[0]);
    }

    private static async Task<List<string>> EnrolSixAsync(IPage mette)
    {
        var people = new List<string>();
        foreach (var name in Names)
        {
            people.Add(await mette.RegisterAtCentreAsync(name, "Haddad", new DateOnly(1990, 5, 1)));
            await AskAsync(mette, people[^1]);
            await mette.EnrolAsync(people[^1], Practice, Start);
        }

        return people;
    }

    /// <summary>What the course asks of whoever is to be on it: their agreement, and whether a permit is near.</summary>
    private static async Task AskAsync(IPage mette, string person)
    {
        await mette.ConsentAsync(person, "information-from-asylum-centre");
        var answered = await mette.SendAsync((await mette.ReadAsync($"{person}/practices")).Tick("#q-quick-permit-yes"), "form:has(#q-quick-permit-yes)");
        Assert.Null(answered.Page.QuerySelector("#q-quick-permit-yes"));
    }

    private static async Task RefuseAnotherPhaseAsync(IPage mette)
    {
        var early = await mette.RegisterAtCentreAsync("Hussein", "Nasr", new DateOnly(1991, 6, 1), "First");
        await mette.ConsentAsync(early, "information-from-asylum-centre");
        await mette.GotoAsync($"{early}/enrol?practice={Practice}");
        await mette.FillAsync("#d-start", CourseVisits.Written(Start));
        await mette.EvaluateAsync("document.querySelectorAll('main [required]').forEach(e => e.required = false)");
        await mette.ClickAsync("main form .button-primary");
        await Expect(mette.Locator("#failures")).ToContainTextAsync("Fase 1");
    }

    /// <summary>Six industries with their words; a longer list than the practice allows is refused.</summary>
    private static async Task WriteWordsAsync(IPage rasmus)
    {
        await rasmus.GotoAsync("/courses/industries");
        await rasmus.FillAsync("#name-new", "Køkken");
        await rasmus.FillAsync("#words-new", string.Join('\n', Enumerable.Range(1, 31).Select(i => $"ord {i}")));
        await rasmus.ClickAsync("#industry-new button");
        await Expect(rasmus.Locator("#failures")).ToContainTextAsync("højst være 30");
        foreach (var industry in new[] { "Køkken", "Rengøring", "Lager", "Industri", "Omsorg", "Byggeri" })
        {
            await rasmus.FillAsync("#name-new", industry);
            await rasmus.FillAsync("#words-new", string.Join('\n', Enumerable.Range(1, 20).Select(i => $"{industry} {i}")));
            await rasmus.ClickAsync("#industry-new button");
            await Expect(rasmus.Locator(".alert-success")).ToContainTextAsync("Branchen er gemt");
        }

        await Expect(rasmus.Locator("#industry-new")).ToHaveCountAsync(0);
        await rasmus.AssertFineAsync();
    }

    private static async Task MakeAsync(IPage rasmus)
    {
        await rasmus.GotoAsync($"/practices/{Practice}");
        await rasmus.ClickAsync($"a[href='/courses/new?practice={Practice}']");
        await rasmus.ClickAsync(".course-list a[href*='strand=fast-track']");
        await Expect(rasmus.Locator(".course-row")).ToHaveCountAsync(6);
        await rasmus.FillAsync("#first", CourseVisits.Written(Start));
        foreach (var teacher in await rasmus.Locator(".course-row:has-text('Tema') select[name$='Teacher']").AllAsync())
            await teacher.SelectOptionAsync(new SelectOptionValue { Label = "Rasmus Vind" });
        await rasmus.ClickAsync("button[formaction$='handler=Preview']");
        // Seven weeks of six, without Maundy Thursday, Good Friday and Easter Monday.
        await Expect(rasmus.Locator("#preview tbody tr")).ToHaveCountAsync(38);
        await Expect(rasmus.Locator("#preview")).ToContainTextAsync("2. apr.");
        await rasmus.AssertFineAsync();
        await rasmus.ClickAsync("#course-form .button-primary");
        await Expect(rasmus.Locator(".alert-success")).ToContainTextAsync("38 gange");
        await Expect(rasmus.Locator(".course-sessions tbody tr")).ToHaveCountAsync(38);
        await rasmus.AssertFineAsync();
    }

    /// <summary>The same seven weeks stand on the municipality's and on the operator's calendar; the operator's own are those of its modules.</summary>
    private async Task BothCalendarsAsync(VejviserApp app, string password, IPage rasmus)
    {
        await rasmus.GotoAsync("/courses/week?whose=mine&day=2026-03-23");
        await Expect(rasmus.Locator(".course-cell")).ToHaveCountAsync(1);
        await rasmus.GotoAsync("/courses/week?day=2026-03-23");
        await Expect(rasmus.Locator(".course-cell")).ToHaveCountAsync(6);
        await rasmus.GotoAsync("/meetings?when=month");
        await Expect(rasmus.Locator(".meeting-list li", new() { HasText = "Fast Track" }).First).ToBeVisibleAsync();

        var ida = await browser.OpenAsync(app.Address.ToString());
        await ida.SignInFirstAsync(OperatorUser, password);
        await ida.GotoAsync("/partner");
        await ida.ClickAsync("a[href='/partner/courses']");
        await Expect(ida.Locator(".partner-sessions tbody tr")).ToHaveCountAsync(6);
        await ida.GotoAsync("/partner/courses?day=2026-03-23");
        await Expect(ida.Locator(".course-cell")).ToHaveCountAsync(6);
        await Expect(ida.Locator(".course-cell-partner")).ToHaveCountAsync(2);
        await Expect(ida.GetByText("Haddad")).ToHaveCountAsync(0);
        await ida.AssertFineAsync();
        var file = await ida.APIRequest.GetAsync(app.Address + "partner/courses?handler=Calendar");
        Assert.Equal(38, (await file.TextAsync()).Split("BEGIN:VEVENT").Length - 1);
    }

    private async Task AttendAsync(VejviserApp app, string course)
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 23, 18, 0, 0, TimeSpan.Zero));
        var amina = await browser.OpenAsync(app, "amina.yusuf@havneby.example");
        await amina.GotoAsync(course);
        await amina.ClickAsync(".course-to-note a >> nth=0");
        await amina.NoteAttendanceAsync(("Bashar", "Illness"));
        await amina.AssertFineAsync();

        var ida = await browser.OpenAsync(app, OperatorUser, "/partner");
        await ida.GotoAsync("/partner/courses");
        await ida.ClickAsync("section[aria-labelledby=to-note] a");
        await Expect(ida.Locator("#attendance li")).ToHaveCountAsync(6);
        await ida.NoteAttendanceAsync(("Dalia", "ChildIll"));
        await ida.AssertFineAsync();
        await ida.GotoAsync(course);
        await Expect(ida.Locator("body")).Not.ToContainTextAsync("Haddad");
    }

    /// <summary>The card is filled in, the certificate printed, the last tasks done, and the course completed.</summary>
    private async Task GraduateAsync(VejviserApp app, string person, string course)
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 27, 7, 0, 0, TimeSpan.Zero));
        var rasmus = await browser.OpenAsync(app, "rasmus.vind@havneby.example");
        await rasmus.GotoAsync($"{person}/card");
        await Expect(rasmus.Locator("section[aria-labelledby=attended] tbody tr").First).ToContainTextAsync("1 af 1");
        await rasmus.Locator("#card-form summary", new() { HasText = "Køkken" }).ClickAsync();
        foreach (var word in (await rasmus.Locator("#card-form details:has-text('Køkken') label").AllAsync()).Take(12))
            await word.ClickAsync();
        await rasmus.SelectOptionAsync("#industry", new SelectOptionValue { Label = "Køkken" });
        await rasmus.FillAsync("#strengths", "Møder til tiden");
        await rasmus.FillAsync("#skills", "Skærer grønt\nKender hygiejnereglerne");
        await rasmus.Locator("label[for=closed]").ClickAsync();
        await rasmus.ClickAsync("#card-form > .button-primary");
        await Expect(rasmus.Locator("section[aria-labelledby=known]")).ToContainTextAsync("12 af 20");
        await rasmus.AssertFineAsync();

        await rasmus.GotoAsync(course);
        await rasmus.ClickAsync("a[href$='/certificates']");
        // Bashar was ill at the one session and Dalia was not at the other: half is not enough.
        await Expect(rasmus.Locator(".certificate")).ToHaveCountAsync(4);
        await Expect(rasmus.Locator(".certificate-name", new() { HasText = "Amal Haddad" })).ToHaveCountAsync(1);
        await rasmus.AssertFineAsync();

        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await mette.GotoAsync(person);
        await mette.ClickAsync("section[aria-labelledby=practices] a[href^='/plans/']");
        await mette.FinishAllAsync();
        await mette.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        await mette.ClickAsync("form[action$='handler=Complete'] button");
        await Expect(mette.Locator(".page-head .chip").First).ToHaveTextAsync("Gennemført");
        await mette.GotoAsync($"{person}/practices");
        await Expect(mette.Locator("section[aria-labelledby=made]")).ToContainTextAsync("ranchepakke");
    }

    private async Task AllocatedAsync(VejviserApp app, string person)
    {
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await mette.GotoAsync(person);
        var household = await mette.Locator("main a[href^='/households/']").First.GetAttributeAsync("href");
        await mette.GotoAsync($"{person}/edit");
        await mette.FillAsync("#Form_PermitDate", "2026-04-20");
        await mette.FillAsync("#Form_AllocationDate", "2026-04-27");
        await mette.SelectOptionAsync("#Form_AsylumPhase", "Permit");
        await mette.ClickAsync(".person-form button[type=submit]");
        await Expect(mette.Locator(".alert-success")).ToBeVisibleAsync();
        foreach (var (anchor, day) in new[] { ("allocation", "2026-04-27"), ("arrival", "2026-05-04") })
        {
            await mette.GotoAsync($"{household}/anchors/{anchor}?date={day}");
            await mette.ClickAsync("form[method=post]:has(input[name=token]) button");
            await Expect(mette.Locator(".alert-success")).ToBeVisibleAsync();
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await mette.GotoAsync("/arrivals");
        await mette.ClickAsync($"form:has(input[value='{household!.Split('/')[^1]}']) button:has-text('ankommet')");
        var jonas = await browser.OpenAsync(app, "jonas.krogh@havneby.example");
        await jonas.GotoAsync(await jonas.EnrolAsync(person, "industry-packages", new DateOnly(2026, 5, 4)));
        await Expect(jonas.Locator("section[aria-labelledby=card]")).ToContainTextAsync("Kortet fulgte med fra Fast Track");
        await jonas.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        await Expect(jonas.Locator(".road-task-skipped")).ToHaveCountAsync(6);
        await Expect(jonas.Locator(".road-task-open").First).ToContainTextAsync("snusepraktik", new() { IgnoreCase = true });
        await jonas.AssertFineAsync();
        await jonas.ClickAsync("section[aria-labelledby=card] a");
        await Expect(jonas.Locator("section[aria-labelledby=known]")).ToContainTextAsync("12 af 20");
    }
}
