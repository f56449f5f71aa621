using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The monthly round of <c>refugees-as-volunteers</c>: every date of two years by the command, and one round as the manager, the reception unit and the newcomer
/// live it, up to the call on the day before; then a year of guides' turns, given fairly, and the diploma with the hours served.
/// </summary>
public sealed class RefugeesAsVolunteersProof(Browser browser)
{
    private const string Practice = "refugees-as-volunteers";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("practice", Practice)]
    public async Task TwoYearsOfRounds_KeepTheirDaysWhereverTheMonthBegins()
    {
        var days = await PreviewAsync("2026-01-01", "2027-12-31");
        for (var month = new DateOnly(2026, 2, 1); month <= new DateOnly(2027, 11, 1); month = month.AddMonths(1))
        {
            var round = days.Where(d => d.Cycle == month).ToDictionary(d => d.Meeting, d => d.Date, StringComparer.Ordinal);
            var saturday = First(DayOfWeek.Saturday, month);
            Assert.Equal(
                (First(DayOfWeek.Thursday, month.AddMonths(-1)), saturday.AddDays(-1), saturday, saturday.AddDays(3)),
                (round["information-meeting"], round["reminder-call"], round["tour"], round["tuesday-cafe"]));
        }

        Assert.Contains(new DateOnly(2026, 5, 1), days.Select(d => d.Cycle));
        Assert.Contains(new DateOnly(2026, 8, 1), days.Select(d => d.Cycle));
    }

    [Fact]
    [Trait("practice", Practice)]
    public async Task RoundOfAMonthThatBeginsOnASaturday_UpToTheCallOnTheDayBefore()
    {
        await using var app = await VejviserApp.StartAsync(start: new DateTimeOffset(2026, 6, 22, 8, 0, 0, TimeSpan.Zero));
        var manager = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await manager.AdoptAsync(Practice);

        var reception = await browser.OpenAsync(app, "mette.holm@havneby.example");
        var person = await reception.RegisterAsync("Hala", "Darwish");
        await reception.ConsentAsync(person, "contact-by-volunteers");
        await reception.GotoAsync($"{person}/enrol");
        await reception.ClickAsync($".enrol-choices a[href$='practice={Practice}']");
        await reception.FillAsync("#d-start", "2026-06-22");
        await reception.FillAsync("#d-tour-day", "2026-08-01");
        await reception.ClickAsync("main form .button-primary");
        await Expect(reception.Locator(".alert-success")).ToBeVisibleAsync();
        foreach (var (day, meeting) in new[] { ("2. jul.", "Informationsmøde"), ("31. jul.", "Opringning dagen før"), ("1. aug.", "Byrundtur"), ("4. aug.", "Café om tirsdagen") })
            await Expect(reception.Locator(".enrol-dates li", new() { HasText = meeting }).First).ToContainTextAsync(day);

        await reception.ClickAsync(".enrol-dates a[href*='meeting=tour&']");
        await reception.FillAsync("[name='Form.At']", "10:00");
        await reception.ClickAsync("#book .button-primary");
        await Expect(reception.Locator("h1")).ToHaveTextAsync("Byrundtur");

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 31, 7, 0, 0, TimeSpan.Zero));
        var caller = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await caller.GotoAsync("/messages/calls?whose=all");
        var tour = caller.Locator("tbody tr", new() { HasText = "Byrundtur" });
        await Expect(tour).ToHaveCountAsync(1);
        await Expect(tour).ToContainTextAsync("1. aug.");
        await Expect(tour).ToContainTextAsync("10.00");
        await Expect(tour).ToContainTextAsync("Hala Darwish");
        await caller.AssertFineAsync();
    }

    [Fact]
    [Trait("practice", Practice)]
    public async Task GuidesTakeTurnsFairly_AndTheDiplomaSaysTheHours()
    {
        await using var app = await VejviserApp.StartAsync(start: new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var manager = await browser.OpenAsync(app, "birgit.storm@havneby.example");
        await manager.AdoptAsync(Practice);
        var coordinator = await browser.OpenAsync(app, "mette.holm@havneby.example");
        await coordinator.GotoAsync("/guides");
        foreach (var guide in new[] { "Hala Darwish", "Samir Aziz", "Mariam Saleh" })
        {
            await coordinator.FillAsync("#name-new", guide);
            await coordinator.SelectOptionAsync("#language-new", "ar");
            await coordinator.ClickAsync("#guide-new button");
            await Expect(coordinator.Locator(".alert-success")).ToBeVisibleAsync();
        }

        // Four quarters of a year: each time three months ahead, as the coordinator does it.
        for (var month = 6; month <= 17; month += 3)
        {
            app.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddMonths(month - 1));
            coordinator = await browser.OpenAsync(app, "mette.holm@havneby.example");
            await coordinator.GotoAsync("/guides");
            await coordinator.ClickAsync("#assign button");
            await Expect(coordinator.Locator("#assign")).ToHaveCountAsync(0);
            var turns = await TurnsAsync(coordinator);
            Assert.True(turns.Max() - turns.Min() <= 1, string.Join(", ", turns));
        }

        // Two guides at each, and not the same.
        foreach (var meeting in await coordinator.Locator(".guide-rota tbody tr").AllAsync())
        {
            var names = await meeting.Locator("li strong").AllInnerTextsAsync();
            Assert.Equal((2, 2), (names.Count, names.Distinct(StringComparer.Ordinal).Count()));
        }

        await coordinator.AssertFineAsync();
        await ServeAsync(coordinator);
    }

    private static async Task<List<int>> TurnsAsync(IPage page) =>
        [.. (await page.Locator("section[aria-labelledby=register] tbody tr td:nth-child(3)").AllInnerTextsAsync()).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];

    /// <summary>What the guides did in the last two months is noted; the diploma has the hours.</summary>
    private static async Task ServeAsync(IPage coordinator)
    {
        var minutes = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await coordinator.Locator(".guide-notes li").CountAsync() > 0)
        {
            var line = coordinator.Locator(".guide-notes li").First;
            var name = await line.Locator("strong").InnerTextAsync();
            minutes[name] = minutes.GetValueOrDefault(name) + 90;
            await line.Locator("input[type=number]").FillAsync("90");
            await line.Locator("button").ClickAsync();
            await Expect(coordinator.Locator(".alert-success")).ToContainTextAsync("noteret");
        }

        Assert.NotEmpty(minutes);
        var (who, served) = minutes.First();
        await coordinator.Locator("section[aria-labelledby=register] tbody tr", new() { HasText = who }).Locator("a[href$='/diploma']").ClickAsync();
        await Expect(coordinator.Locator(".certificate-name")).ToHaveTextAsync(who);
        await Expect(coordinator.Locator(".certificate-course")).ToHaveTextAsync($"{(served / 60m).ToString("0.##", CultureInfo.GetCultureInfo("da-DK"))} timer");
        await coordinator.AssertFineAsync();
        await coordinator.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(coordinator.Locator("header.site-header")).ToBeHiddenAsync();
        await Expect(coordinator.Locator(".certificate")).ToBeVisibleAsync();
    }

    private static DateOnly First(DayOfWeek weekday, DateOnly month) => month.AddDays(((int)weekday - (int)month.DayOfWeek + 7) % 7);

    private static async Task<IReadOnlyList<(string Meeting, DateOnly Date, DateOnly? Cycle)>> PreviewAsync(string from, string to)
    {
        using var command = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vejviser.dll"), "meetings", "preview", Practice, "--from", from, "--to", to, "--json"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = JsonNode.Parse(await command.StandardOutput.ReadToEndAsync(Cancel))!.AsArray();
        await command.WaitForExitAsync(Cancel);
        Assert.Equal(0, command.ExitCode);
        return [.. said.Select(d => (d!["meeting"]!.GetValue<string>(), Day(d["date"]!.GetValue<string>()), d["cycle"] is { } cycle ? Day(cycle.GetValue<string>() + "-01") : (DateOnly?)null))];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
