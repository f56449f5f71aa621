using Microsoft.Playwright;

namespace Vejviser.Proofs;

/// <summary>The README's three pictures: the demo municipality on a Monday morning, as those who work there see it.</summary>
[Trait("Run", "Full")]
public sealed class PicturesTests(Browser browser)
{
    [Fact]
    public async Task Readme_ShowsMyWorkAHouseholdAndTheManagersPage()
    {
        await using var demo = await DemoApp.StartAsync();
        var mette = await browser.OpenAsync(demo.Address);
        await mette.SignInAsync("mette.holm@havneby.example");
        await mette.GotoAsync("/");
        await Assertions.Expect(mette.Locator(".work-row").First).ToBeVisibleAsync();
        await mette.ShowAsync("my-work");

        await mette.SetViewportSizeAsync(1280, 1500);
        await mette.GotoAsync($"/households/{await demo.FamilyAsync()}");
        await Assertions.Expect(mette.Locator(".road-phase, h1").First).ToBeVisibleAsync();
        await mette.ShowAsync("household");

        var birgit = await browser.OpenAsync(demo.Address);
        await birgit.SignInAsync("birgit.storm@havneby.example");
        await birgit.GotoAsync("/managers");
        await Assertions.Expect(birgit.Locator("#trend-chart svg")).ToBeVisibleAsync();
        await birgit.ShowAsync("managers");
    }
}
