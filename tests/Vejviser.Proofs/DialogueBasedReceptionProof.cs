using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>dialogue-based-reception</c> with eleven arrivals in three languages: pre-meetings and welcome meetings in groups that form themselves, with
/// interpreters; a question at the open house, written down and answered; and what they say at month three as a trend on the practice's page.
/// </summary>
public sealed class DialogueBasedReceptionProof(Browser browser)
{
    private const string Practice = "dialogue-based-reception";
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";
    private const string Question = "Hvor køber jeg et buskort?";

    private static readonly string[] Questions = ["looks-forward", "knows-next", "is-heard"];

    private static readonly string[] Languages = ["ar", "ar", "ar", "ar", "ar", "ti", "ti", "ti", "ti", "so", "so"];

    [Fact]
    [Trait("practice", Practice)]
    public async Task ElevenArrivalsInThreeLanguages_FromPreMeetingToSurvey()
    {
        await using var app = await VejviserApp.StartAsync();
        var (karim, birgit, mette) = (await browser.OpenAsync(app, "karim.nasser@havneby.example"), await browser.OpenAsync(app, "birgit.storm@havneby.example"), await browser.OpenAsync(app, "mette.holm@havneby.example"));
        foreach (var (language, mode) in new[] { ("ar", "OnSite"), ("ti", "OnSite"), ("so", "Phone") })
            await RegisterInterpreterAsync(karim, language, mode);
        await birgit.AdoptAsync(Practice);
        var people = await ImportAsync(mette);
        foreach (var person in people)
            await EnrolAsync(mette, person);

        await GroupsAreAsync(mette, "pre-meeting", "11. mar.");
        await GroupsAreAsync(mette, "welcome-meeting", "15. apr.");
        var newcomer = await SignInAsync(app, mette, people[0]);
        await newcomer.GotoAsync("/my/appointments");
        // Wednesday 11 March and Wednesday 15 April, in Arabic.
        await Expect(newcomer.Locator("main")).ToContainTextAsync("11");
        await QuestionIsAnsweredAsync(app, people[0]);
        await SurveyIsATrendAsync(app, people);
    }

    private static async Task RegisterInterpreterAsync(IPage page, string language, string mode)
    {
        await page.GotoAsync("/interpreters/register/new");
        await page.FillAsync("#name", $"Tolk {language}");
        await page.FillAsync("#birth", "1985-05-05");
        await page.FillAsync("#travel", "45");
        await page.SelectOptionAsync("#language-0", language);
        foreach (var other in new[] { "Video", "Phone", "OnSite" })
            await page.SetCheckedAsync($"#mode-{other}", other == mode);
        await page.ClickAsync("#interpreter-form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Tolken er gemt");
    }

    /// <summary>Eleven who come alone; the municipality takes over on Wednesday 1 April 2026.</summary>
    /// <returns>Each person's address.</returns>
    private static async Task<IReadOnlyList<string>> ImportAsync(IPage page)
    {
        var rows = Languages.Select((language, n) => string.Create(
            CultureInfo.InvariantCulture, $"UDL-99{n:000};H2026-99{n:000};head;Nyborg;Gæst{n};;1990-05-01;M;SYR;{language};yes;none;primary;;no;asylum-7-1;2026-01-15;2026-02-10;Centre Nord;no;2025-06-01;"));
        await page.GotoAsync("/import");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "elleve.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", [Header, .. rows])) });
        await page.ClickAsync("main form button[type=submit]");
        await page.ClickAsync("#decision button[value=Take]");
        await Expect(page.Locator("main table a[href^='/households/']")).ToHaveCountAsync(Languages.Length);
        var homes = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll(\"main table a[href^='/households/']\")].map(a => a.getAttribute('href'))");
        var people = new List<string>();
        foreach (var home in homes)
            people.Add((await page.ReadAsync(home)).Page.QuerySelector("main table a[href^='/people/']")!.GetAttribute("href")!);

        return people;
    }

    private static async Task EnrolAsync(IPage page, string person) => (await page.SendAsync(await page.ReadAsync($"{person}/enrol?practice={Practice}"))).Path("/plans/");

    private static async Task GroupsAreAsync(IPage page, string meeting, string day)
    {
        await page.GotoAsync($"/practices/{Practice}/meetings?meeting={meeting}");
        var rows = page.Locator("main table tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        foreach (var (language, count) in new[] { ("Arabisk", 5), ("Tigrinya", 4), ("Somali", 2) })
        {
            var row = rows.Filter(new() { HasText = language });
            await Expect(row).ToContainTextAsync(day);
            await Expect(row.Locator("td.number")).ToHaveTextAsync(count.ToString(CultureInfo.InvariantCulture));
            await Expect(row.Locator("td").Last).ToHaveTextAsync("Booket");
        }

        await page.AssertFineAsync();
        await rows.First.Locator("th a").ClickAsync();
        await Expect(page.Locator(".meeting-guests")).ToContainTextAsync("Modtageenheden");
        await page.AssertFineAsync();
    }

    /// <summary>The newcomer's own browser, in by the letter that the reception unit prints.</summary>
    private async Task<IPage> SignInAsync(VejviserApp app, IPage staff, string person)
    {
        var letter = await staff.GiveOwnPageAsync(person);
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.ComeInAsync(letter);
        return page;
    }

    /// <summary>At the week's open house an advisor writes down what somebody asks, the reception unit answers it, and the one who asked reads it.</summary>
    private async Task QuestionIsAnsweredAsync(VejviserApp app, string person)
    {
        app.Clock.Advance(TimeSpan.FromDays(3));
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await mette.GotoAsync($"/practices/{Practice}/meetings?meeting=drop-in");
        await mette.Locator("main table tbody th a").First.ClickAsync();
        await mette.SelectOptionAsync("#asker", new SelectOptionValue { Label = "Gæst0 Nyborg" });
        await mette.FillAsync("#question", Question);
        await mette.ClickAsync("#log-question button");
        await Expect(mette.Locator(".alert-success")).ToContainTextAsync("Spørgsmålet er skrevet ned");
        // Thursday and two days is Saturday: the next workday is Monday.
        await Expect(mette.Locator("section[aria-labelledby=questions]")).ToContainTextAsync("Svar senest man. 9. mar.");
        await mette.AssertFineAsync();
        await mette.GotoAsync("/messages/questions");
        await Expect(mette.Locator("main")).ToContainTextAsync("Svar senest man. 9. mar.");
        await mette.ClickAsync("main h2 a:has-text('Gæst0')");
        await mette.FillAsync("section[aria-labelledby=questions] textarea", "I kiosken på stationen.");
        await mette.ClickAsync("section[aria-labelledby=questions] form[action*=Answer] button");
        var newcomer = await SignInAsync(app, mette, person);
        await newcomer.GotoAsync("/my/questions");
        await Expect(newcomer.Locator("main")).ToContainTextAsync(Question);
        await Expect(newcomer.Locator("main")).ToContainTextAsync("I kiosken på stationen.");
    }

    /// <summary>Six answer in July and five in August; a seventh is asked nothing twice.</summary>
    private async Task SurveyIsATrendAsync(VejviserApp app, IReadOnlyList<string> people)
    {
        app.Clock.Advance(TimeSpan.FromDays(new DateOnly(2026, 7, 2).DayNumber - new DateOnly(2026, 3, 5).DayNumber));
        var mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await AnswerInTheWindowAsync(app, mette, people[0], 3);
        foreach (var person in people.Skip(1).Take(3))
            await AnswerAsync(app, mette, person, 3);
        var birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.GotoAsync($"/practices/{Practice}#measures");
        await Expect(birgit.Locator(".survey-table tbody tr")).ToContainTextAsync("Færre end 5 svar");
        foreach (var person in people.Skip(4).Take(2))
            await AnswerAsync(app, mette, person, 3);
        app.Clock.Advance(TimeSpan.FromDays(31));
        mette = await browser.OpenAsync(app, "mette.holm@havneby.example");
        foreach (var person in people.Skip(6))
            await AnswerAsync(app, mette, person, 5);

        birgit = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await birgit.GotoAsync($"/practices/{Practice}");
        var months = birgit.Locator(".survey-table tbody tr");
        await Expect(months).ToHaveCountAsync(2);
        await Expect(months.First).ToContainTextAsync("juli 2026");
        await Expect(months.First.Locator("td").First).ToHaveTextAsync("6");
        await Expect(months.First.Locator("td").Nth(1)).ToHaveTextAsync("3,0");
        await Expect(months.Last.Locator("td").Nth(1)).ToHaveTextAsync("5,0");
        await Expect(birgit.Locator(".survey-trend polyline")).ToHaveCountAsync(3);
        await birgit.AssertFineAsync();
    }

    private async Task AnswerAsync(VejviserApp app, IPage staff, string person, int score)
    {
        var page = await SignInAsync(app, staff, person);
        var answers = await page.ReadAsync("/my/survey");
        foreach (var question in Questions)
            answers.Tick($"input[name='q-{question}'][value='{score}']");
        var road = await page.SendAsync(answers, "form.survey");
        road.Path("/my/road");
        Assert.Null(road.Page.QuerySelector("a[href='/my/survey']"));
    }

    private async Task AnswerInTheWindowAsync(VejviserApp app, IPage staff, string person, int score)
    {
        var page = await SignInAsync(app, staff, person);
        await page.GotoAsync("/my/road");
        await page.ClickAsync("a[href='/my/survey']");
        foreach (var question in Questions)
            await page.CheckAsync($"input[name='q-{question}'][value='{score}']");
        await page.AssertFineAsync();
        await page.ClickAsync("form.survey > button");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/my/road");
        await Expect(page.Locator("a[href='/my/survey']")).ToHaveCountAsync(0);
    }
}
