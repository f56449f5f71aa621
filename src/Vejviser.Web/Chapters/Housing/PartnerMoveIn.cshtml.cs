using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Partners;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>A move-in for the association's user: the points of part 1 as they were left, and part 2 to fill in.</summary>
public sealed class PartnerMoveInModel(WorkOnMoveIn work, TaskWords words, ReadAudit reads) : PartnerOwnPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public MoveInView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostTickAsync(Guid task, string? item) => await ToldAsync(
        await work.TickAsync(Id, task, MoveInWork.ItemOf(item), item is ['+', ..], Reader, Audit("plans.tick-item"), Cancel), "", task);

    public async Task<IActionResult> OnPostFinishAsync(Guid task, string? note, IFormFile? file) => await ToldAsync(
        await work.FinishAsync(Id, new CompleteTaskInput(task, note, await MoveInWork.FileAsync(file, Cancel)), Reader, Audit("plans.complete-task"), Cancel), "household.finished", task);

    private async Task<IActionResult> ToldAsync(Result<Done> done, string told, Guid task)
    {
        if (done.IsSuccess)
        {
            if (told.Length > 0)
                Tell(Text[told]);
            return LocalRedirect($"/partner/move-ins/{Id}#t-{task:N}");
        }

        ModelState.AddModelError("", await TaskFailures.SayAsync(done.Failure, Db, Text, Cancel));
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await MoveInWork.ReadAsync(Db, words, reads, Reader, Id, Today, Clock.GetUtcNow().UtcDateTime, $"/partner/move-ins/{Id}", Cancel) is not { } view)
            return false;
        View = view;
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["housing.title"], "/partner/housing");
        AddCrumb(view.MoveIn.Address ?? view.MoveIn.Label);
        return true;
    }
}
