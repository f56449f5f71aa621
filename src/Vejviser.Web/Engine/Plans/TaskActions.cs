using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the buttons of a task's page do. Each is a form that works by itself and comes back to the page.</summary>
public sealed partial class TaskModel
{
    public Task<IActionResult> OnPostFinishAsync([FromServices] CompleteTask complete) => ChangeAsync(async () =>
    {
        var done = await complete.RunAsync(new CompleteTaskInput(Id, Note, await FileAsync()), Audit("plans.complete-task"), Cancel);
        if (!done.IsSuccess)
            return done.Failure;
        return done.Value.WasDoneBefore
            ? Text["task.finished-by", ("by", await TaskFailures.NameAsync(done.Value.By, Db, Cancel)), ("at", done.Value.At)]
            : Text["task.finished"];
    });

    public Task<IActionResult> OnPostSkipAsync([FromServices] SkipTask skip) =>
        ChangeAsync(async () => Told(await skip.RunAsync(new SkipTaskInput(Id, Reason), Audit("plans.skip-task"), Cancel), "task.skipped"));

    public Task<IActionResult> OnPostReopenAsync([FromServices] ReopenTask reopen) =>
        ChangeAsync(async () => Told(await reopen.RunAsync(new ReopenTaskInput(Id), Audit("plans.reopen-task"), Cancel), "task.reopened"));

    public Task<IActionResult> OnPostCommentAsync([FromServices] CommentOnTask comment) =>
        ChangeAsync(async () => MaySeeNotes ? Told(await comment.RunAsync(new CommentOnTaskInput(Id, Comment), Audit("plans.comment-on-task"), Cancel), "task.commented") : Failure.Of("tasks.health-only"));

    public Task<IActionResult> OnPostEvidenceAsync([FromServices] AddEvidence add) =>
        ChangeAsync(async () => MaySeeNotes ? Told(await add.RunAsync(new AddEvidenceInput(Id, Note, await FileAsync()), Audit("plans.add-evidence"), Cancel), "task.evidence-added") : Failure.Of("tasks.health-only"));

    /// <summary>The team's task becomes the reader's own; it stays the team's too.</summary>
    public Task<IActionResult> OnPostTakeAsync([FromServices] ReassignTask reassign) => ChangeAsync(async () => Place.IsTheirs(Reader)
        ? Told(await reassign.RunAsync(new ReassignTaskInput(Id, Place.OwnerUnitId, Reader.AccountId), Audit("plans.reassign-task"), Cancel), "task.taken")
        : Failure.Of("tasks.not-your-team"));

    public Task<IActionResult> OnPostDateAsync([FromServices] RescheduleTask reschedule) => ChangeAsync(
        async () =>
        {
            if (Due is null)
                return Failure.Of("tasks.date-required");
            return Told(await reschedule.RunAsync(new RescheduleTaskInput(Id, Due), Audit("plans.reschedule-task"), Cancel), "task.date-set");
        },
        isEdit: true);

    public Task<IActionResult> OnPostFollowPlanAsync([FromServices] RescheduleTask reschedule) =>
        ChangeAsync(async () => Told(await reschedule.RunAsync(new RescheduleTaskInput(Id, null), Audit("plans.reschedule-task"), Cancel), "task.date-follows"), isEdit: true);

    /// <param name="item">The line's id, after <c>+</c> to tick it or <c>-</c> to take the tick away.</param>
    public async Task<IActionResult> OnPostTickAsync([FromServices] TickChecklistItem tick, string? item)
    {
        if (await FindToChangeAsync() is { } otherwise)
            return otherwise;
        var outcome = item?.Length > 1
            ? await tick.RunAsync(new TickChecklistItemInput(Id, item[1..], item[0] == '+'), Audit("plans.tick-item"), Cancel)
            : Failure.Of("tasks.unknown-item");
        if (!outcome.IsSuccess)
            ModelState.AddModelError("", await SayAsync(outcome.Failure));
        if (!IsPartial)
            return outcome.IsSuccess ? LocalRedirect($"/tasks/{Id}#checklist") : await ShowAsync();
        await ShowAsync();
        Ticked = item?.Length > 1 ? item[1..] : null;
        return Partial("/Engine/Plans/_TaskChecklist.cshtml", this);
    }

    private async Task<IActionResult> ChangeAsync(Func<Task<Result<string>>> change, bool isEdit = false)
    {
        if (await FindToChangeAsync(isEdit) is { } otherwise)
            return otherwise;
        var outcome = await change();
        if (outcome.IsSuccess)
        {
            Tell(outcome.Value);
            return LocalRedirect($"/tasks/{Id}");
        }

        // What was written stays in the fields: the same page again, with why at its top.
        ModelState.AddModelError("", await SayAsync(outcome.Failure));
        return await ShowAsync();
    }

    private Result<string> Told<T>(Result<T> outcome, string key) => outcome.IsSuccess ? Text[key] : outcome.Failure;

    private async Task<EvidenceFile?> FileAsync()
    {
        if (Upload is null)
            return null;
        // One byte more than is kept: enough for the rule to say no, without reading what is far too large.
        var content = new byte[Math.Min(Upload.Length, rules.MostBytes + 1)];
        await using var stream = Upload.OpenReadStream();
        await stream.ReadExactlyAsync(content, Cancel);
        return new EvidenceFile(Upload.FileName, Upload.ContentType, content);
    }
}
