using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>One's own passkeys: sign-in by the device's fingerprint, face or code (WebAuthn).</summary>
public sealed class PasskeysModel(SignInManager<Account> signIn) : VejviserPage
{
    private const int NameLength = 60;

    internal IReadOnlyList<Line> Passkeys { get; private set; } = [];

    private UserManager<Account> Accounts => signIn.UserManager;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(await MeAsync());

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = await MeAsync();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name)
    {
        var account = await MeAsync();
        if (await signIn.MadeAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id.ToString())
            return await RefuseAsync(account, "access.passkey-not-made");
        made.Passkey.Name = string.IsNullOrWhiteSpace(name) ? Text["access.passkey.unnamed"] : name.Trim()[..Math.Min(name.Trim().Length, NameLength)];
        await Accounts.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return await SaveAsync(account, "access.add-passkey") ? Told("access.passkey.added") : await RefuseAsync(await MeAsync(), "access.conflict");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        var account = await MeAsync();
        var credential = WebEncoders.Base64UrlDecode(id);
        if (await Accounts.GetPasskeyAsync(account, credential) is null)
            return NotFound();
        await Accounts.RemovePasskeyAsync(account, credential);
        return await SaveAsync(account, "access.remove-passkey") ? Told("access.passkey.removed") : await RefuseAsync(await MeAsync(), "access.conflict");
    }

    private async Task<Account> MeAsync() => (await Accounts.FindByIdAsync(Reader.AccountId.ToString()))!;

    private async Task<bool> SaveAsync(Account account, string action) =>
        await Db.SaveAsync(Audit(action), new AuditSubject(Entity: "account", EntityId: account.Id), Cancel) != SaveOutcome.Conflict;

    private LocalRedirectResult Told(string key)
    {
        Tell(Text[key]);
        return LocalRedirect("/account/passkeys");
    }

    private async Task<IActionResult> RefuseAsync(Account account, string code)
    {
        TellFailure(Failure.Of(code));
        return await ShowAsync(account);
    }

    private async Task<IActionResult> ShowAsync(Account account)
    {
        AddCrumb(Text["nav.account"], "/account");
        AddCrumb(Text["access.passkey.title"]);
        Passkeys = [.. (await Accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)
            .Select(p => new Line(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", p.CreatedAt.UtcDateTime))];
        return Page();
    }

    internal sealed record Line(string Id, string Name, DateTime CreatedAt);
}
