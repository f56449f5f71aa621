using System.Net;
using Microsoft.Playwright;
using Vejviser.Core.Data.Seeding;

namespace Vejviser.Web.Tests.Foundation.Access;

/// <summary>Passkeys in a real browser, with an authenticator that the browser plays (WebAuthn by the DevTools protocol).</summary>
[Trait("Run", "Full")]
public sealed class PasskeyTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task Passkey_Added_SignsInAndRemovedSignsInNoMore()
    {
        Assert.SkipUnless(File.Exists(Chromium), "No Chromium: ./test installs it.");
        await using var app = await VejviserApp.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        // WebAuthn takes a name, not an address: localhost is the name of this machine.
        var page = await browser.NewPageAsync(new() { BaseURL = $"http://localhost:{app.Address.Port}", Locale = "da-DK" });
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/sign-in?ReturnUrl=/account/passkeys");
        await page.FillAsync("#Email", "mette.holm@havneby.example");
        await page.FillAsync("#Password", DemoMunicipality.Password);
        await page.ClickAsync("#password-form button[type=submit]");
        await page.FillAsync("#name", "Min bærbare");
        await page.ClickAsync("#passkey-form button[type=submit]");
        await page.WaitForSelectorAsync("th:has-text('Min bærbare')");
        Assert.Single(await app.AuditAsync("access.add-passkey"));

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?ReturnUrl=/account/passkeys");
        await page.ClickAsync("#passkey-form button[type=submit]");
        await page.WaitForSelectorAsync("th:has-text('Min bærbare')");
        Assert.Contains("passkey", (await app.AuditAsync("access.sign-in"))[^1].Details!, StringComparison.Ordinal);

        await page.ClickAsync("tbody button");
        await page.WaitForSelectorAsync(".empty");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("#passkey-form button[type=submit]");
        await page.WaitForSelectorAsync("#failures");
        Assert.EndsWith("/sign-in?handler=Passkey", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_MadeUpCredential_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = app.Visit();
        var page = await visitor.GetAsync("/sign-in");
        var answer = await visitor.SubmitAsync(page.Form("#passkey-form"), ("credential", "{}"));
        Assert.Equal((HttpStatusCode.OK, true), (answer.Status, answer.Failures.StartsWith("Adgangsnøglen kendes ikke", StringComparison.Ordinal)));
    }
}
