using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;

namespace Vejviser.Proofs;

/// <summary>What a person does in the browser, and what every page is held to.</summary>
internal static class Visits
{
    public static async Task SignInAsync(this IPage page, string email, string password = DemoMunicipality.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[type=email]", email);
        await page.FillAsync("input[type=password]", password);
        await page.ClickAsync("main form:has(input[type=password]) button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public static async Task AssertFineAsync(this IPage page) => Assert.Empty(await page.ProblemsAsync());

    /// <summary>Each broken rule of axe with the element and how to mend it, and a line where the page scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        var problems = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{new Uri(page.Url).PathAndQuery} {v.Id}: {v.Help}: {n.Html}")).ToList();
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if (widths[0] > widths[1])
            problems.Add($"{new Uri(page.Url).PathAndQuery} is {widths[0]} px wide in a window of {widths[1]} px");
        return problems;
    }
}
