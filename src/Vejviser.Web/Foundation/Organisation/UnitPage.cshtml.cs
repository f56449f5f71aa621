using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>One unit: who is in it, where it belongs.</summary>
public sealed class UnitPageModel : VejviserPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Unit Shown { get; private set; } = null!;

    public bool MayEdit => Reader.May(Permissions.OrganisationEdit, Id);

    /// <summary>Units it may be moved below: all open ones but itself and those below it.</summary>
    public IReadOnlyList<UnitLine> Parents { get; private set; } = [];

    internal IReadOnlyList<Member> Members { get; private set; } = [];

    internal IReadOnlyList<Other> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostPlaceAsync(Guid account, bool leader) => await AnswerAsync(
        await ChangeMember.PlaceAsync(Db, new(Id, account, leader), Reader, Audit("organisation.place-member"), Cancel));

    public async Task<IActionResult> OnPostTakeOutAsync(Guid account) => await AnswerAsync(
        await ChangeMember.TakeOutAsync(Db, Id, account, Reader, Audit("organisation.take-out-member"), Cancel));

    public async Task<IActionResult> OnPostCloseAsync() => await AnswerAsync(await CloseUnit.RunAsync(Db, Id, isClosed: true, Reader, Audit("organisation.close-unit"), Cancel));

    public async Task<IActionResult> OnPostReopenAsync() => await AnswerAsync(await CloseUnit.RunAsync(Db, Id, isClosed: false, Reader, Audit("organisation.reopen-unit"), Cancel));

    public async Task<IActionResult> OnPostChangeAsync(string? name, Guid? parent, string? email)
    {
        var changed = await ChangeUnit.RunAsync(Db, new(Id, parent, name ?? "", email), Reader, Audit("organisation.change-unit"), Cancel);
        return await AnswerAsync(changed.IsSuccess ? Done.Result : changed.Failure);
    }

    private async Task<IActionResult> AnswerAsync(Result<Done> result)
    {
        if (result.IsSuccess)
        {
            Tell(Text["access.saved"]);
            return LocalRedirect($"/organisation/units/{Id}");
        }

        TellFailure(result.Failure);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        var units = await Db.Units.AsNoTracking().ToListAsync(Cancel);
        if (units.Find(u => u.Id == Id) is not { } unit)
            return NotFound();
        Shown = unit;
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(unit.Name);
        var below = UnitTree.AndBelow(Id, units);
        Parents = UnitTree.Order([.. units.Where(u => !u.IsClosed && !below.Contains(u.Id))]);
        Members = await (
            from member in Db.UnitMembers
            where member.UnitId == Id
            join account in Db.Users on member.AccountId equals account.Id
            where !account.IsClosed
            orderby member.IsLeader descending, account.DisplayName
            select new Member(account.Id, account.DisplayName, Db.JobFunctions.Where(f => f.Id == account.JobFunctionId).Select(f => f.Name).FirstOrDefault(), account.Email!, member.IsLeader)).ToListAsync(Cancel);
        if (MayEdit)
            Others = await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee && !Db.UnitMembers.Any(m => m.UnitId == Id && m.AccountId == a.Id))
                .OrderBy(a => a.DisplayName).Select(a => new Other(a.Id, a.DisplayName)).ToListAsync(Cancel);
        return Page();
    }

    internal sealed record Member(Guid AccountId, string Name, string? JobFunction, string Email, bool IsLeader);

    internal sealed record Other(Guid Id, string Name);
}
