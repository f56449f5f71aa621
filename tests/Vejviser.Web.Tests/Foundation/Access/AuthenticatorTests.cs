using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Vejviser.Core.Data.Seeding;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class AuthenticatorTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Authenticator_TurnedOn_AsksForACodeAtSignIn(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (key, codes) = await TurnOnAsync(app);
        Assert.Equal(10, codes.Count);

        var visitor = app.Visit();
        var asked = await PasswordAsync(visitor);
        Assert.StartsWith("/sign-in/code", asked.Location, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/account")).IsRedirect);

        Assert.StartsWith("Koden passer ikke", (await CodeAsync(visitor, Wrong(key))).Failures, StringComparison.Ordinal);
        Assert.Equal("/", (await CodeAsync(visitor, CodeOf(key))).Location);
        Assert.False((await visitor.GetAsync("/account")).IsRedirect);
    }

    [Fact]
    public async Task RecoveryCode_UsedOnce_IsSpent()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, codes) = await TurnOnAsync(app);
        var visitor = app.Visit();
        await PasswordAsync(visitor);
        Assert.True((await CodeAsync(visitor, codes[0])).IsRedirect);

        var second = app.Visit();
        await PasswordAsync(second);
        Assert.False((await CodeAsync(second, codes[0])).IsRedirect);
    }

    [Fact]
    public async Task Code_WrongFiveTimes_LocksTheAccount()
    {
        await using var app = await VejviserApp.StartAsync();
        var (key, _) = await TurnOnAsync(app);
        var visitor = app.Visit();
        await PasswordAsync(visitor);
        for (var i = 0; i < 4; i++)
            await CodeAsync(visitor, i % 2 == 0 ? Wrong(key) : "wrong-recovery");
        Assert.StartsWith("Kontoen er låst", (await CodeAsync(visitor, Wrong(key))).Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authenticator_TurnedOffWithPassword_AsksNoMore()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(Mette);
        await TurnOnAsync(mette);
        var page = await mette.GetAsync("/account/authenticator");
        Assert.Equal("Adgangskoden passer ikke.", (await mette.SubmitAsync(page.Form("#off-form"), ("Password", "guess"))).Failures);
        Assert.Equal("/account", (await mette.SubmitAsync(page.Form("#off-form"), ("Password", DemoMunicipality.Password))).Location);
        await app.SignInAsync(Mette);
    }

    [Fact]
    public async Task Page_Opened_LeavesOtherBrowsersSignedIn()
    {
        await using var app = await VejviserApp.StartAsync();
        var (desk, phone) = (await app.SignInAsync(Mette), await app.SignInAsync(Mette));
        await desk.GetAsync("/account/authenticator");
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Page_ShowsTheKeyAsAPictureWithoutInlineStyle()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await (await app.SignInAsync(Mette)).GetAsync("/account/authenticator");
        Assert.NotNull(page.One(".qr svg"));
        Assert.Empty(page.Page.QuerySelectorAll("[style]"));
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(VejviserApp app) => await TurnOnAsync(await app.SignInAsync(Mette));

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor mette)
    {
        var page = await mette.GetAsync("/account/authenticator");
        var key = page.One(".authenticator-key").TextContent.Replace(" ", "", StringComparison.Ordinal);
        var on = await mette.SubmitAsync(page.Form("#on-form"), ("Code", CodeOf(key)));
        Assert.Equal("", on.Failures);
        return (key, on.Texts(".recovery-codes li"));
    }

    private static async Task<PageAnswer> PasswordAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/sign-in");
        return await visitor.SubmitAsync(page.Form("#password-form"), ("Email", Mette), ("Password", DemoMunicipality.Password));
    }

    private static async Task<PageAnswer> CodeAsync(Visitor visitor, string code)
    {
        var page = await visitor.GetAsync("/sign-in/code");
        return await visitor.SubmitAsync(page.Form(), ("Code", code));
    }

    private static string Wrong(string key) => ((int.Parse(CodeOf(key), CultureInfo.InvariantCulture) + 500_000) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>RFC 6238 as a phone does it: by the world's clock, for the framework reads that one too.</summary>
    private static string CodeOf(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 and every authenticator app: HMAC-SHA1.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
