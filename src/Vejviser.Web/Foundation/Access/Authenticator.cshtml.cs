using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>An authenticator app as second step (RFC 6238), with ten recovery codes for the day the phone is gone.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class AuthenticatorModel(SignInManager<Account> signIn) : VejviserPage
{
    private const int Codes = 10;

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>The secret in groups of four, for those who cannot scan.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The secret's <c>otpauth</c> address as an SVG.</summary>
    public string Qr { get; private set; } = "";

    /// <summary>Shown once, just after they were made.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    private UserManager<Account> Accounts => signIn.UserManager;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(await MeAsync());

    public async Task<IActionResult> OnPostOnAsync()
    {
        var account = await MeAsync();
        var code = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (account.TwoFactorEnabled || !await Accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return await RefuseAsync(account, nameof(Code), "access.wrong-code");
        await Accounts.SetTwoFactorEnabledAsync(account, true);
        return await SaveWithCodesAsync(account, "access.turn-on-authenticator");
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var account = await MeAsync();
        return await IsMeAsync(account) ? await SaveWithCodesAsync(account, "access.new-recovery-codes") : await RefuseAsync(account, "codes-password", "access.old-password");
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var account = await MeAsync();
        if (!await IsMeAsync(account))
            return await RefuseAsync(account, "off-password", "access.old-password");
        await Accounts.SetTwoFactorEnabledAsync(account, false);
        await Accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "RecoveryCodes");
        await Accounts.ResetAuthenticatorKeyAsync(account);
        if (!await SaveAsync(account, "access.turn-off-authenticator"))
            return await RefuseAsync(await MeAsync(), "", "access.conflict");
        Tell(Text["access.authenticator.turned-off"]);
        return LocalRedirect("/account");
    }

    private async Task<Account> MeAsync() => (await Accounts.FindByIdAsync(Reader.AccountId.ToString()))!;

    /// <summary>An open screen in an empty office must not be enough to take the second step away.</summary>
    private async Task<bool> IsMeAsync(Account account)
    {
        if (await Accounts.IsLockedOutAsync(account))
            return false;
        if (await Accounts.CheckPasswordAsync(account, Password ?? ""))
            return true;
        await Accounts.AccessFailedAsync(account);
        return false;
    }

    private async Task<IActionResult> SaveWithCodesAsync(Account account, string action)
    {
        var codes = await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
        if (!await SaveAsync(account, action))
            return await RefuseAsync(await MeAsync(), "", "access.conflict");
        RecoveryCodes = [.. codes!];
        return await ShowAsync(account);
    }

    private async Task<bool> SaveAsync(Account account, string action)
    {
        if (await Db.SaveAsync(Audit(action), new AuditSubject(Entity: "account", EntityId: account.Id), Cancel) != SaveOutcome.Saved)
            return false;
        await signIn.RefreshSignInAsync(account);
        return true;
    }

    private async Task<IActionResult> RefuseAsync(Account account, string field, string code)
    {
        ModelState.AddModelError(field, Text[Failure.Of(code)]);
        return await ShowAsync(account);
    }

    private async Task<IActionResult> ShowAsync(Account account)
    {
        AddCrumb(Text["nav.account"], "/account");
        AddCrumb(Text["access.authenticator.title"]);
        IsOn = account.TwoFactorEnabled;
        CodesLeft = await Accounts.CountRecoveryCodesAsync(account);
        Response.Headers.CacheControl = "no-cache, no-store";
        if (IsOn || RecoveryCodes is not null)
            return Page();
        var key = await Accounts.GetAuthenticatorKeyAsync(account) ?? await NewKeyAsync(account);
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        var url = UrlEncoder.Default;
        using var qr = QRCodeGenerator.GenerateQrCode($"otpauth://totp/Vejviser:{url.Encode(account.Email!)}?secret={key}&issuer=Vejviser&digits=6", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        Qr = svg.GetGraphic(pixelsPerModule: 4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Page();
    }

    private async Task<string> NewKeyAsync(Account account)
    {
        var stamp = account.SecurityStamp;
        await Accounts.ResetAuthenticatorKeyAsync(account);
        // A key that nothing asks for yet is no reason to sign the account's other browsers out.
        account.SecurityStamp = stamp;
        await SaveAsync(account, "access.new-authenticator-key");
        return (await Accounts.GetAuthenticatorKeyAsync(account))!;
    }
}
