using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;

namespace Vejviser.Proofs;

/// <summary>What a person does in the browser, and what every page is held to.</summary>
internal static class Visits
{
    private const string RunAxe = """
        () => axe.run(document, { resultTypes: ['violations'] }).then(result =>
          result.violations.flatMap(v => v.nodes.map(n => `${location.pathname}${location.search} ${v.id}: ${v.help}: ${n.html}`)))
        """;

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <param name="page">Of somebody who has not signed in.</param>
    /// <param name="email">One of the demo's accounts.</param>
    /// <param name="until">Where the sign-in leads.</param>
    public static async Task SignInAsync(this IPage page, string email, string until = "/")
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[type=email]", email);
        await page.FillAsync("input[type=password]", DemoMunicipality.Password);
        await page.ClickAsync("main form:has(input[type=password]) button[type=submit]");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == until);
    }

    public static async Task AssertFineAsync(this IPage page) => Assert.Empty(await page.ProblemsAsync());

    /// <summary>Each broken rule of axe with the element and how to mend it, and a line where the page scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this IPage page)
    {
        // Once a document, and only what is broken comes back: the product has no frames to join.
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Axe.Value} }} }}");
        var problems = (await page.EvaluateAsync<string[]>(RunAxe)).ToList();
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if (widths[0] > widths[1])
            problems.Add($"{new Uri(page.Url).PathAndQuery} is {widths[0]} px wide in a window of {widths[1]} px");
        return problems;
    }
}
