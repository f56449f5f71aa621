using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>What the housing Proofs register through the pages before they begin: associations, areas, estates, homes, households.</summary>
internal static class HousingSetting
{
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";

    public static async Task AssociationAsync(this IPage admin, string name)
    {
        var added = await admin.SendAsync((await admin.ReadAsync("/organisation/partners/new")).Fill("#Name", name).Fill("#Kind", "HousingAssociation"), "#partner-form");
        Assert.Contains(name, added.One("h1").TextContent, StringComparison.Ordinal);
    }

    public static async Task AreaAsync(this IPage page, string name, int work, bool isListed = false, int school = 500, int transport = 300)
    {
        var form = (await page.ReadAsync("/housing/estates")).Fill("#area-name-new", name).Fill("#area-work-new", $"{work}").Fill("#area-school-new", $"{school}").Fill("#area-transport-new", $"{transport}");
        await page.SavedAsync(form.Tick("#area-listed-new", isListed), "#area-new");
    }

    /// <returns>The estate's address.</returns>
    public static async Task<string> EstateAsync(this IPage page, string name, string association, string area, bool isMixed = false)
    {
        var form = (await page.ReadAsync("/housing/estates")).Fill("#estate-name", name).Fill("#estate-association", association).Fill("#estate-area", area).Tick("#estate-mixed", isMixed);
        var saved = await page.SavedAsync(form, "#estate-new");
        return Assert.Single(saved.Page.QuerySelectorAll("section[aria-labelledby=estates] tbody a"), a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    public static async Task MoveOutsAsync(this IPage page, string association, int year, int count)
    {
        var form = (await page.ReadAsync("/housing/estates")).Fill("#mo-association", association).Fill("#mo-year", $"{year}").Fill("#mo-count", $"{count}");
        await page.SavedAsync(form, "#move-outs-form");
    }

    /// <param name="page">Of somebody who may.</param>
    /// <param name="lines">Lines of the file, without the headings.</param>
    public static async Task HomesAsync(this IPage page, IReadOnlyCollection<string> lines)
    {
        await page.GotoAsync("/housing/import");
        var file = string.Join("\r\n", lines.Prepend("association;estate;address;kind;rooms;m2;rent;use;accessible;from"));
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "boliger.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync($"{lines.Count} boliger er tilføjet");
    }

    /// <summary>Takes households in by the allocation file, as the reception unit does.</summary>
    /// <param name="page">Of somebody who may.</param>
    /// <param name="households">Each with the years its people are born in; the first is the head, the next a spouse where there are two adults.</param>
    public static async Task HouseholdsAsync(this IPage page, IReadOnlyList<(string Reference, int[] Born, string Education)> households)
    {
        var rows = households.SelectMany(h => h.Born.Select((born, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"UDL-{h.Reference}-{i};{h.Reference};{(i == 0 ? "head" : born < 2008 ? "spouse" : "child")};Navn{h.Reference[^3..]};Person{i};;{born}-05-01;{(i % 2 == 0 ? "F" : "M")};SYR;ar;no;good;{h.Education};;no;asylum-7-1;2025-12-01;2026-01-12;Centre Nord;no;2025-06-01;")));
        await page.GotoAsync("/import");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "husstande.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header))) });
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Se filen igennem");
        await page.ClickAsync("#decision button[value=Take]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Filen er indlæst");
    }
}
