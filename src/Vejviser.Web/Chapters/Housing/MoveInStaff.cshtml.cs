using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>A move-in for staff: part 1 to fill in, part 2 to follow, and the association's user it is shared with.</summary>
public sealed class MoveInStaffModel(WorkOnMoveIn work, TaskWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public MoveInView View { get; private set; } = null!;

    /// <summary>Users of housing associations.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Contacts { get; private set; } = [];

    public bool MayShare => Reader.May(Permissions.HousingEdit);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostTickAsync(Guid task, string? item) => await ToldAsync(
        await work.TickAsync(Id, task, MoveInWork.ItemOf(item), item is ['+', ..], Reader, Audit("plans.tick-item"), Cancel), "", task);

    public async Task<IActionResult> OnPostFinishAsync(Guid task, string? note, IFormFile? file) => await ToldAsync(
        await work.FinishAsync(Id, new CompleteTaskInput(task, note, await MoveInWork.FileAsync(file, Cancel)), Reader, Audit("plans.complete-task"), Cancel), "household.finished", task);

    public async Task<IActionResult> OnPostShareAsync(Guid? contact) => MayShare ? await ToldAsync(await work.ShareAsync(Id, contact, Reader, Audit("housing.share-move-in"), Cancel), "housing.move-in.shared", null) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, Guid? task)
    {
        if (done.IsSuccess)
        {
            if (told.Length > 0)
                Tell(Text[told]);
            return LocalRedirect($"/housing/move-ins/{Id}{(task is null ? "" : $"#t-{task:N}")}");
        }

        ModelState.AddModelError("", await TaskFailures.SayAsync(done.Failure, Db, Text, Cancel));
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await MoveInWork.ReadAsync(Db, words, reads, Reader, Id, Today, Clock.Now(), $"/housing/move-ins/{Id}", Cancel) is not { } view)
            return false;
        View = view;
        if (MayShare)
            Contacts = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.PartnerId != null).Join(Db.PartnerOrganisations.Where(p => p.Kind == Core.Foundation.Organisation.PartnerKind.HousingAssociation), a => a.PartnerId, p => p.Id, (a, p) => new { a.Id, a.DisplayName, p.Name }).OrderBy(a => a.Name).ToListAsync(Cancel)).Select(a => (a.Id, $"{a.Name}: {a.DisplayName}"))];
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.move-in.title"], "/housing/move-ins");
        AddCrumb(view.MoveIn.Label);
        return true;
    }
}
