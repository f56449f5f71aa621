using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>What the Proofs of pairs do on the pages of volunteers.</summary>
internal static class Volunteering
{
    public static async Task TownAsync(this IPage page, string kind, string name)
    {
        await page.GotoAsync($"/pairs/{kind}/towns");
        await page.FillAsync("#town-name-new", name);
        await page.FillAsync("#town-leader-new", "Karen Toft");
        await page.ClickAsync("#town-new button");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Byen er gemt");
    }

    /// <summary>Registers a volunteer on the association's own page.</summary>
    public static async Task VolunteerAsync(this IPage page, string kind, string name, string town, string language, string? industry = null, string? network = null, string? account = null, string? certificateOn = null)
    {
        await page.GotoAsync($"/partner/volunteers/new?practice={kind}");
        await page.FillAsync("#name", name);
        await page.GetByLabel(town, new() { Exact = true }).CheckAsync();
        await page.SelectOptionAsync("#language-0", language);
        if (industry is not null)
            await page.FillAsync("#industry-0", industry);
        if (network is not null)
            await page.FillAsync("#network-0", network);
        if (account is not null)
            await page.SelectOptionAsync("#account", new SelectOptionValue { Label = account });
        if (certificateOn is not null)
        {
            await page.SelectOptionAsync("#certificate", "Seen");
            await page.FillAsync("#certificate-on", certificateOn);
        }

        await page.ClickAsync("#volunteer-form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Den frivillige er gemt");
    }

    /// <summary>A line of the match by the name of who looks.</summary>
    public static ILocator PairLine(this IPage page, string name) => page.Locator(".pair-line", new() { HasText = name });

    public static async Task WishAsync(this IPage page, string kind, string name, string town, string? industry = null)
    {
        await page.GotoAsync($"/pairs/{kind}");
        await page.PairLine(name).GetByRole(AriaRole.Link, new() { Name = "Skriv ønsker" }).ClickAsync();
        await page.SelectOptionAsync("#town", new SelectOptionValue { Label = town });
        if (industry is not null)
            await page.FillAsync("#industry-0", industry);
        await page.ClickAsync("#wish-form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Ønskerne er gemt");
    }

    /// <summary>Says yes for the association's volunteer to a proposal.</summary>
    public static async Task SayYesAsync(this IPage partner, string volunteer)
    {
        await partner.GotoAsync("/partner/pairs");
        await partner.GetByRole(AriaRole.Button, new() { Name = $"Sig ja for {volunteer}" }).ClickAsync();
        await Expect(partner.Locator(".alert-success")).ToHaveCountAsync(1);
    }
}
