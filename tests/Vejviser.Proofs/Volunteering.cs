using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>What the Proofs of pairs do on the pages of volunteers.</summary>
internal static class Volunteering
{
    public static async Task TownAsync(this IPage page, string kind, string name) =>
        await page.SavedAsync((await page.ReadAsync($"/pairs/{kind}/towns")).Fill("#town-name-new", name).Fill("#town-leader-new", "Karen Toft"), "#town-new", "Byen er gemt");

    /// <summary>Registers a volunteer on the association's own page.</summary>
    public static async Task VolunteerAsync(this IPage page, string kind, string name, string town, string language, string? industry = null, string? network = null, string? account = null, string? certificateOn = null)
    {
        var form = (await page.ReadAsync($"/partner/volunteers/new?practice={kind}")).Fill("#name", name).Fill("#language-0", language);
        Assert.Single(form.Page.QuerySelectorAll<IHtmlLabelElement>("label"), l => l.TextContent.Trim() == town).Control!.SetAttribute("checked", "");
        foreach (var (field, value) in new[] { ("#industry-0", industry), ("#network-0", network), ("#account", account), ("#certificate", certificateOn is null ? null : "Seen"), ("#certificate-on", certificateOn) })
        {
            if (value is not null)
                form.Fill(field, value);
        }

        await page.SavedAsync(form, "#volunteer-form", "Den frivillige er gemt");
    }

    /// <summary>A line of the match by the name of who looks.</summary>
    public static ILocator PairLine(this IPage page, string name) => page.Locator(".pair-line", new() { HasText = name });

    public static async Task WishAsync(this IPage page, string kind, string name, string town, string? industry = null)
    {
        var line = Assert.Single((await page.ReadAsync($"/pairs/{kind}")).Page.QuerySelectorAll(".pair-line"), l => l.TextContent.Contains(name, StringComparison.Ordinal));
        var form = (await page.ReadAsync(line.QuerySelector("a[href*='wish=']")!.GetAttribute("href")!.Split('#')[0])).Fill("#town", town);
        if (industry is not null)
            form.Fill("#industry-0", industry);
        await page.SavedAsync(form, "#wish-form", "Ønskerne er gemt");
    }

    /// <summary>Says yes for the association's volunteer to a proposal.</summary>
    public static async Task SayYesAsync(this IPage partner, string volunteer)
    {
        await partner.GotoAsync("/partner/pairs");
        await partner.GetByRole(AriaRole.Button, new() { Name = $"Sig ja for {volunteer}" }).ClickAsync();
        await Expect(partner.Locator(".alert-success")).ToHaveCountAsync(1);
    }
}
