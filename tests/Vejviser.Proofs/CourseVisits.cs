using System.Globalization;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>What the proofs about courses do in common, each as somebody does it on a page.</summary>
internal static class CourseVisits
{
    public static async Task AdoptAsync(this IPage manager, params string[] practices)
    {
        foreach (var practice in practices)
        {
            await manager.GotoAsync($"/practices/{practice}/adopt");
            await manager.ClickAsync("main form .button-primary");
            await Expect(manager.Locator(".alert-success")).ToContainTextAsync("er taget i brug");
        }
    }

    /// <summary>Registers somebody who lives at an asylum centre.</summary>
    /// <returns>The person's address.</returns>
    public static async Task<string> RegisterAtCentreAsync(this IPage page, string given, string family, DateOnly born, string phase = "Second")
    {
        await page.GotoAsync("/households/new");
        await page.FillAsync("#Centre", "Center Jelling");
        await page.FillAsync("#Form_GivenName", given);
        await page.FillAsync("#Form_FamilyName", family);
        await page.FillAsync("#Form_BirthDate", Written(born));
        await page.SelectOptionAsync("#Form_Basis", "Asylum71");
        await page.SelectOptionAsync("#Form_Language", "ar");
        await page.SelectOptionAsync("#Form_AsylumPhase", phase);
        await page.ClickAsync(".person-form button[type=submit]");
        await page.ClickAsync($"main a[href^='/people/']:has-text('{given}')");
        await page.WaitForURLAsync(url => url.Contains("/people/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    public static async Task EnrolAsync(this IPage page, string person, string practice, DateOnly start)
    {
        await page.GotoAsync($"{person}/enrol?practice={practice}");
        await page.FillAsync("#d-start", Written(start));
        await page.ClickAsync("main form .button-primary");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
    }

    /// <summary>Puts all who can be on the course in the page's address.</summary>
    public static async Task PutAllOnAsync(this IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('#join input[name=people]').forEach(i => i.checked = true)");
        await page.EvaluateAsync("document.querySelectorAll('details.course-do').forEach(d => d.open = true)");
        await page.ClickAsync("#join button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("sat på kurset");
    }

    /// <summary>Adds a partner's user as the administrator, who hands on the one-time password.</summary>
    /// <returns>The password.</returns>
    public static async Task<string> AddPartnerUserAsync(this IPage admin, string partner, string kind, string user, string email)
    {
        await admin.GotoAsync("/organisation/partners/new");
        await admin.FillAsync("#Name", partner);
        await admin.SelectOptionAsync("#Kind", kind);
        await admin.ClickAsync("#partner-form button");
        await admin.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        await admin.ClickAsync("a[href^='/access/new']");
        await admin.FillAsync("#Name", user);
        await admin.FillAsync("#Email", email);
        await admin.SelectOptionAsync("#RoleId", new SelectOptionValue { Label = "Partner" });
        await admin.ClickAsync("main form button[type=submit]");
        return await admin.Locator(".one-time").InnerTextAsync();
    }

    /// <summary>In for the first time, by the one-time password, with an own password from then on: the demo's.</summary>
    public static async Task SignInFirstAsync(this IPage page, string email, string oneTime)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[type=email]", email);
        await page.FillAsync("input[type=password]", oneTime);
        await page.ClickAsync("main form:has(input[type=password]) button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/account/password", StringComparison.Ordinal));
        await page.FillAsync("#Old", oneTime);
        await page.FillAsync("#New", DemoMunicipality.Password);
        await page.FillAsync("#Again", DemoMunicipality.Password);
        await page.ClickAsync(".sign-in form button");
        await page.WaitForURLAsync(url => !url.Contains("/account/password", StringComparison.Ordinal));
    }

    /// <summary>Notes attendance on the session the page shows.</summary>
    /// <param name="absent">Whose tick goes, and why.</param>
    public static async Task NoteAttendanceAsync(this IPage page, params (string Name, string Reason)[] absent)
    {
        foreach (var (name, reason) in absent)
        {
            var line = page.Locator("#attendance li", new() { HasText = name });
            await line.Locator("label").ClickAsync();
            await line.Locator("select").SelectOptionAsync(reason);
        }

        await page.ClickAsync("#attendance > button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Fremmødet er gemt");
    }

    /// <summary>Finishes the tasks of the plan the page shows, round after round, as each becomes possible.</summary>
    public static async Task FinishAllAsync(this IPage page)
    {
        const int MostRounds = 12;
        var plan = new Uri(page.Url).AbsolutePath;
        for (var round = 0; round < MostRounds; round++)
        {
            await page.GotoAsync(plan);
            var open = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.road-task-open .road-task-what > a')].map(a => a.getAttribute('href'))");
            if (open.Length == 0)
                return;
            foreach (var task in open)
                await FinishAsync(page, task);
        }
    }

    private static async Task FinishAsync(IPage page, string task)
    {
        await page.GotoAsync(task);
        if (await page.Locator("#finish-form").CountAsync() == 0)
            return;
        if (await page.Locator("#finish-form #Note").CountAsync() > 0)
            await page.FillAsync("#finish-form #Note", "Gjort.");
        if (await page.Locator("#finish-form #Upload").CountAsync() > 0)
            await page.SetInputFilesAsync("#finish-form #Upload", new FilePayload { Name = "kort.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await page.ClickAsync("#finish-form .button-primary");
        await page.WaitForLoadStateAsync();
    }

    public static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
