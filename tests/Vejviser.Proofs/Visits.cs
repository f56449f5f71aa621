using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;

namespace Vejviser.Proofs;

/// <summary>What a person does in the browser, and what every page is held to.</summary>
internal static class Visits
{
    private const string RunAxe = """
        withColours => axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: withColours } } }).then(result =>
          result.violations.flatMap(v => v.nodes.map(n => `${location.pathname}${location.search} ${v.id}: ${v.help}: ${n.html}`)))
        """;

    /// <summary>The fields of a person's form that are chosen and not written.</summary>
    private static readonly HashSet<string> Chosen = ["Basis", "Language", "Education", "English"];

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

    /// <summary>Registers a grown-up of 36 who has arrived, as the reception unit does on its page.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="also">Further fields of the person's form, such as <c>Education</c>, and their values.</param>
    /// <returns>The person's address.</returns>
    public static async Task<string> RegisterAsync(this IPage page, string given, string family, params (string Field, string Value)[] also)
    {
        await page.GotoAsync("/households/new");
        await page.FillAsync("#ArrivalDate", "2026-02-16");
        (string Field, string Value)[] always =
            [("GivenName", given), ("FamilyName", family), ("BirthDate", "1990-05-01"), ("Basis", "Asylum71"), ("AllocationDate", "2026-01-12"), ("Language", "ar")];
        foreach (var (field, value) in always.Concat(also))
        {
            var at = page.Locator($"#Form_{field}");
            if (Chosen.Contains(field))
                await at.SelectOptionAsync(value);
            else
                await at.FillAsync(value);
        }

        await page.ClickAsync(".person-form button[type=submit]");
        await page.ClickAsync($"main a[href^='/people/']:has-text('{given}')");
        await page.WaitForURLAsync(url => url.Contains("/people/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Notes a consent that the person gives today.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="person">The person's address.</param>
    public static async Task ConsentAsync(this IPage page, string person, string purpose)
    {
        await page.GotoAsync($"{person}/consents");
        await page.SelectOptionAsync("#Input_Purpose", purpose);
        await page.ClickAsync("form[action$='handler=Give'] button");
        await Assertions.Expect(page.Locator(".alert-success")).ToHaveCountAsync(1);
    }

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
        await staff.GotoAsync($"{person}/access");
        await staff.ClickAsync("#give-form button");
        return (await staff.Locator("article p bdi[dir=ltr]").First.InnerTextAsync(), await staff.Locator("article .code").InnerTextAsync());
    }

    /// <summary>In as the person, by the letter.</summary>
    public static async Task ComeInAsync(this IPage page, (string Link, string Code) letter)
    {
        await page.GotoAsync(new Uri(letter.Link).AbsolutePath);
        await page.FillAsync("#code", letter.Code);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/my/road");
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

    /// <summary>A line where the page scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> SidewaysAsync(this IPage page)
    {
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        return widths[0] > widths[1] ? [$"{new Uri(page.Url).PathAndQuery} is {widths[0]} px wide in a window of {widths[1]} px"] : [];
    }
}
