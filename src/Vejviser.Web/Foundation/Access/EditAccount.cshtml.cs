using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>One account: its roles, its details, and help for one who cannot get in.</summary>
public sealed class EditAccountModel : VejviserPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Account Shown { get; private set; } = null!;

    /// <summary>Just made by this request; shown once.</summary>
    public string? OneTimePassword { get; private set; }

    public bool IsEverywhere => Reader.MayEverywhere(Permissions.AccessEdit);

    public bool IsLocked => Shown.LockoutEnd > Clock.GetUtcNow();

    public bool HasSecondFactor { get; private set; }

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<JobFunction> JobFunctions { get; private set; } = [];

    public IReadOnlyList<Role> AllRoles { get; private set; } = [];

    internal IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostGiveAsync(Guid role, Guid? unit) => await AnswerAsync(
        () => AssignRole.RunAsync(Db, new(Id, role, unit), Reader, Audit("access.assign-role"), Cancel), "access.role-given");

    public async Task<IActionResult> OnPostTakeAsync(Guid assignment) => await AnswerAsync(
        () => AssignRole.TakeAsync(Db, assignment, Reader, Audit("access.take-role"), Cancel), "access.role-taken");

    public async Task<IActionResult> OnPostChangeAsync(string? name, string? email, Guid? function) => await AnswerAsync(
        () => ChangeAccount.RunAsync(Db, new(Id, email ?? "", name ?? "", function), Reader, Audit("access.change-account"), Cancel), "access.saved");

    public async Task<IActionResult> OnPostUnlockAsync() => await AnswerAsync(
        () => UnlockAccount.RunAsync(Db, Id, Reader, Audit("access.unlock-account"), Cancel), "access.accounts.unlocked");

    public async Task<IActionResult> OnPostCloseAsync() => await AnswerAsync(
        () => CloseAccount.RunAsync(Db, Id, isClosed: true, Reader, Audit("access.close-account"), Cancel), "access.accounts.was-closed");

    public async Task<IActionResult> OnPostReopenAsync() => await AnswerAsync(
        () => CloseAccount.RunAsync(Db, Id, isClosed: false, Reader, Audit("access.reopen-account"), Cancel), "access.accounts.was-reopened");

    public async Task<IActionResult> OnPostSecondFactorAsync() => await AnswerAsync(
        () => RemoveSecondFactor.RunAsync(Db, Id, Reader, Audit("access.remove-second-factor"), Cancel), "access.accounts.second-factor-removed");

    public async Task<IActionResult> OnPostResetAsync()
    {
        var reset = await ResetPassword.RunAsync(Db, Id, Reader, Audit("access.reset-password"), Cancel);
        if (reset.IsSuccess)
            OneTimePassword = reset.Value;
        else
            TellFailure(reset.Failure);
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync();
    }

    private async Task<IActionResult> AnswerAsync(Func<Task<Result<Done>>> change, string told)
    {
        if (!await AccountsInSight.Of(Db, Reader).AnyAsync(a => a.Id == Id, Cancel))
            return NotFound();
        var changed = await change();
        if (changed.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/access/accounts/{Id}");
        }

        TellFailure(changed.Failure);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        if (await AccountsInSight.Of(Db, Reader).AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, Cancel) is not { } account)
            return NotFound();
        Shown = account;
        AddCrumb(Text["access.accounts.title"], "/access");
        AddCrumb(account.DisplayName);
        HasSecondFactor = account.TwoFactorEnabled || await Db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == Id, Cancel);
        Units = [.. (await UnitTree.LoadAsync(Db, withClosed: false, Cancel)).Where(u => Reader.May(Permissions.AccessEdit, u.Id))];
        JobFunctions = await Db.JobFunctions.AsNoTracking().OrderBy(f => f.Name).ToListAsync(Cancel);
        AllRoles = await Db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(Cancel);
        Roles = await (
            from given in Db.RoleAssignments
            where given.AccountId == Id
            join role in Db.AccessRoles on given.RoleId equals role.Id
            orderby role.Name, given.Id
            select new RoleLine(given.Id, role.Name, Db.Units.Where(u => u.Id == given.UnitId).Select(u => u.Name).FirstOrDefault(), given.IsExternal)).ToListAsync(Cancel);
        return Page();
    }

    internal sealed record RoleLine(Guid Id, string Role, string? Unit, bool IsExternal);
}
