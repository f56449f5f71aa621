using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>Families as the reception unit enters them.</summary>
internal static class Families
{
    private static readonly HashSet<string> Chosen = ["Basis", "Language", "Role", "AsylumPhase"];

    /// <summary>Registers a household by its head, a grown-up who speaks Arabic and needs an interpreter.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="fields">The household's own fields by id, such as <c>#ArrivalDate</c>, and the person's by name, such as <c>AllocationDate</c>.</param>
    /// <returns>The household's address.</returns>
    public static async Task<string> RegisterFamilyAsync(this IPage page, string given, string family, params (string Field, string Value)[] fields)
    {
        await page.GotoAsync("/households/new");
        (string, string)[] always = [("GivenName", given), ("FamilyName", family), ("BirthDate", "1990-05-01"), ("Language", "ar")];
        await page.FillPersonAsync([.. always, .. fields]);
        await page.CheckAsync("#Form_NeedsInterpreter");
        await page.ClickAsync(".person-form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/households/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Adds a child to the household.</summary>
    /// <param name="born">ISO 8601.</param>
    public static async Task AddChildAsync(this IPage page, string household, string given, string family, string born)
    {
        await page.GotoAsync($"{household}/add-person");
        await page.FillPersonAsync([("GivenName", given), ("FamilyName", family), ("BirthDate", born), ("Language", "ar"), ("Role", "Child")]);
        await page.ClickAsync(".person-form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }

    /// <summary>Takes the household into a practice, from its own page.</summary>
    /// <returns>The plan's address.</returns>
    public static async Task<string> EnrolFamilyAsync(this IPage page, string household, string practice)
    {
        await page.GotoAsync($"{household}/enrol");
        await page.ClickAsync($".enrol-choices a[href$='practice={practice}']");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task FillPersonAsync(this IPage page, IReadOnlyList<(string Field, string Value)> fields)
    {
        foreach (var (field, value) in fields)
        {
            var at = page.Locator(field.StartsWith('#') ? field : $"#Form_{field}");
            if (Chosen.Contains(field))
                await at.SelectOptionAsync(value);
            else
                await at.FillAsync(value);
        }
    }
}
