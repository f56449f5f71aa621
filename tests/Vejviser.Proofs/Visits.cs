using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;

namespace Vejviser.Proofs;

/// <summary>What a person does in the browser, and what every page is held to.</summary>
internal static class Visits
{
    private const int Wide = 1280;
    private const int Narrow = 320;

    private const string RunAxe = """
        withColours => axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: withColours } } }).then(result =>
          result.violations.flatMap(v => v.nodes.map(n => `${location.pathname}${location.search} ${v.id}: ${v.help}: ${n.html}`)))
        """;

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <param name="page">Of somebody who has not signed in.</param>
    /// <param name="email">One of the demo's accounts.</param>
    /// <param name="until">Where the sign-in leads.</param>
    public static async Task SignInAsync(this IPage page, string email, string until = "/")
    {
        var form = (await page.ReadAsync("/sign-in")).Fill("input[type=email]", email).Fill("input[type=password]", DemoMunicipality.Password);
        Assert.Equal(until, (await page.SendAsync(form, "#password-form")).Path("/"));
    }

    /// <summary>Registers a grown-up of 36 who has arrived, as the reception unit does on its page.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="also">Further fields of the person's form, such as <c>Education</c>, and their values.</param>
    /// <returns>The person's address.</returns>
    public static Task<string> RegisterAsync(this IPage page, string given, string family, params (string Field, string Value)[] also) => page.RegisterPersonAsync(
        given, [("#ArrivalDate", "2026-02-16"), ("GivenName", given), ("FamilyName", family), ("BirthDate", "1990-05-01"), ("Basis", "Asylum71"), ("AllocationDate", "2026-01-12"), ("Language", "ar"), .. also]);

    /// <param name="fields">The household's own fields by id, such as <c>#ArrivalDate</c>, and the person's by name, such as <c>AllocationDate</c>.</param>
    /// <returns>The person's address.</returns>
    public static async Task<string> RegisterPersonAsync(this IPage page, string given, IEnumerable<(string Field, string Value)> fields)
    {
        var form = await page.ReadAsync("/households/new");
        foreach (var (field, value) in fields)
            form.Fill(field.StartsWith('#') ? field : $"#Form_{field}", value);
        var household = await page.SendAsync(form, ".person-form");
        household.Path("/households/");
        return household.Page.QuerySelectorAll("main a[href^='/people/']").First(a => a.TextContent.Contains(given, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    /// <summary>Notes a consent that the person gives today.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="person">The person's address.</param>
    public static async Task ConsentAsync(this IPage page, string person, string purpose) =>
        await page.SavedAsync((await page.ReadAsync($"{person}/consents")).Fill("#Input_Purpose", purpose), "form[action$='handler=Give']");

    /// <summary>In as the demo's newcomer, by the letter's link and code.</summary>
    public static async Task SignInAsNewcomerAsync(this IPage page)
    {
        await page.GotoAsync($"/my/sign-in/{DemoNewcomer.Link}");
        await page.FillAsync("#code", DemoNewcomer.Code);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/my/road");
    }

    /// <summary>Gives a person the way to their own page, as the reception unit does, and reads it off the letter.</summary>
    /// <param name="staff">Of somebody who may.</param>
    /// <param name="person">The person's address.</param>
    public static async Task<(string Link, string Code)> GiveOwnPageAsync(this IPage staff, string person)
    {
        var letter = await staff.SendAsync(await staff.ReadAsync($"{person}/access"), "#give-form");
        return (letter.Texts("article p bdi[dir=ltr]")[0], letter.One("article .code").TextContent.Trim());
    }

    /// <summary>In as the person, by the letter.</summary>
    public static async Task ComeInAsync(this IPage page, (string Link, string Code) letter)
    {
        var form = (await page.ReadAsync(new Uri(letter.Link).AbsolutePath)).Fill("#code", letter.Code);
        (await page.SendAsync(form)).Path("/my/road");
    }

    /// <summary>Yes or no to whom the person is proposed, on their own page and from its front.</summary>
    public static async Task AnswerProposalAsync(this IPage page, bool isYes)
    {
        await page.GotoAsync("/my/road");
        await page.ClickAsync("a[href='/my/proposals']");
        await page.AssertFineAsync();
        await page.ClickAsync($"main form.answers button[value={(isYes ? "true" : "false")}]");
        await Assertions.Expect(page.Locator(".told")).ToHaveCountAsync(1);
        await page.AssertFineAsync();
    }

    /// <summary>In as the demo's private host, by the paper's link and code.</summary>
    public static async Task SignInAsHostAsync(this IPage page)
    {
        await page.GotoAsync($"/host/sign-in/{DemoHosts.Link}");
        await page.FillAsync("#code", DemoHosts.Code);
        await page.ClickAsync("#code-form button");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/host");
    }

    /// <summary>All that stands in the page, but the forms' tokens: numbers by chance, in which any letters may stand.</summary>
    public static Task<string> MarkupAsync(this IPage page) => page.EvaluateAsync<string>(
        "() => { const all = document.documentElement.cloneNode(true); all.querySelectorAll('input[name=__RequestVerificationToken]').forEach(token => token.remove()); return all.outerHTML; }");

    public static async Task AssertFineAsync(this IPage page) => Assert.Empty(await page.ProblemsAsync());

    /// <summary>Each broken rule of axe with the element and how to mend it, and a line where the page scrolls sideways.</summary>
    /// <param name="withColours">False leaves contrast out, which is slow and the same at every width.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this IPage page, bool withColours = true)
    {
        // Once a document, past what Playwright wraps a script in, which took longer than looking; and only what is broken comes back: the product has no frames to join.
        if (!await page.EvaluateAsync<bool>("() => !!window.axe"))
        {
            var tools = await page.Context.NewCDPSessionAsync(page);
            await tools.SendAsync("Runtime.evaluate", new() { ["expression"] = Axe.Value });
            await tools.DetachAsync();
        }

        return [.. await page.EvaluateAsync<string[]>(RunAxe, withColours), .. await page.SidewaysAsync()];
    }

    /// <summary>
    /// One visit, turned about: what a reader's own window and language would make of the same page. It fits in every view; axe, which is slow, sees each width and each direction once, and
    /// colours once.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ProblemsInEveryViewAsync(this IPage page)
    {
        List<string> problems = [];
        foreach (var (width, direction, isForAxe) in new[] { (Wide, "ltr", true), (Narrow, "ltr", false), (Narrow, "rtl", true), (Wide, "rtl", false) })
        {
            await page.SetViewportSizeAsync(width, Browser.Height);
            await page.EvaluateAsync("direction => document.documentElement.dir = direction", direction);
            problems.AddRange((isForAxe ? await page.ProblemsAsync(withColours: width == Wide) : await page.SidewaysAsync()).Select(p => $"{p} ({width} px, {direction})"));
        }

        await page.SetViewportSizeAsync(Wide, Browser.Height);
        return problems;
    }

    /// <summary>A line where the page scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> SidewaysAsync(this IPage page)
    {
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        return widths[0] > widths[1] ? [$"{new Uri(page.Url).PathAndQuery} is {widths[0]} px wide in a window of {widths[1]} px"] : [];
    }
}
