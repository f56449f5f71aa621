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
            await manager.SavedAsync(await manager.ReadAsync($"/practices/{practice}/adopt"), "form:has(.button-primary)", "er taget i brug");
    }

    /// <summary>Registers somebody who lives at an asylum centre.</summary>
    /// <returns>The person's address.</returns>
    public static Task<string> RegisterAtCentreAsync(this IPage page, string given, string family, DateOnly born, string phase = "Second") => page.RegisterPersonAsync(
        given, [("#Centre", "Center Jelling"), ("GivenName", given), ("FamilyName", family), ("BirthDate", Written(born)), ("Basis", "Asylum71"), ("Language", "ar"), ("AsylumPhase", phase)]);

    /// <returns>The plan's address.</returns>
    public static async Task<string> EnrolAsync(this IPage page, string person, string practice, DateOnly start)
    {
        var form = (await page.ReadAsync($"{person}/enrol?practice={practice}")).Fill("#d-start", Written(start));
        return (await page.SendAsync(form, "form:has(.button-primary)")).Path("/plans/");
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
        var added = await admin.SendAsync((await admin.ReadAsync("/organisation/partners/new")).Fill("#Name", partner).Fill("#Kind", kind), "#partner-form");
        var form = await admin.ReadAsync(added.One("a[href^='/access/new']").GetAttribute("href")!);
        form.Fill("#Name", user).Fill("#Email", email).Fill("#RoleId", "Partner");
        return (await admin.SendAsync(form)).One(".one-time").TextContent.Trim();
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

    /// <summary>Notes that all were there.</summary>
    /// <param name="course">Its address; the first of its sessions that are to be noted.</param>
    public static async Task NoteAllThereAsync(this IPage page, string course)
    {
        var session = (await page.ReadAsync(course)).Page.QuerySelector(".course-to-note a")!.GetAttribute("href")!;
        await page.SavedAsync(await page.ReadAsync(session), "#attendance", "Fremmødet er gemt");
    }

    /// <summary>Finishes the tasks of the plan the page shows, round after round, as each becomes possible.</summary>
    public static async Task FinishAllAsync(this IPage page)
    {
        const int MostRounds = 12;
        var plan = new Uri(page.Url).AbsolutePath;
        for (var round = 0; round < MostRounds; round++)
        {
            var open = (await page.ReadAsync(plan)).Page.QuerySelectorAll(".road-task-open .road-task-what > a").Select(a => a.GetAttribute("href")!).ToList();
            if (open.Count == 0)
                break;
            foreach (var task in open)
                await FinishAsync(page, task);
        }

        await page.GotoAsync(plan);
    }

    private static async Task FinishAsync(IPage page, string address)
    {
        var task = await page.ReadAsync(address);
        if (task.Page.QuerySelector("#finish-form") is not { } form)
            return;
        if (form.QuerySelector("#Note") is not null)
            task.Fill("#finish-form #Note", "Gjort.");
        if (form.QuerySelector("#Upload") is { } upload)
            await page.UploadAsync(task, "#finish-form", upload.GetAttribute("name")!, new FilePayload { Name = "kort.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        else
            await page.SendAsync(task, "#finish-form");
    }

    public static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
