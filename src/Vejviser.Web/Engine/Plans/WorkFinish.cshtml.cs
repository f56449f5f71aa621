using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Finishes a task from the list. Where it needs a tick, a note or a file its page is opened instead.</summary>
public sealed class WorkFinishModel(TaskWords words, CompleteTask complete) : WorkAction(words)
{
    public async Task<IActionResult> OnPostAsync(string? task)
    {
        if (await FindAsync(task, "plans.complete-task") is not { } found)
            return NotFound();
        if (!MayWorkOn(found.Place))
            return Forbid();
        var name = await NameAsync(found.Place.Id);
        var completed = Words.IsFinishedInPlace(name) ? await complete.RunAsync(new CompleteTaskInput(found.Place.Id), found.Audit, Cancel) : Failure.Of("tasks.open-first");
        var said = completed.IsSuccess ? await SayAsync(completed.Value, Words.Title(name)) : await SayAsync(completed.Failure);
        if (!IsPartial)
            return await BackAsync(found.Place.Id, completed, said);
        TellLive(said);
        return Partial("/Engine/Plans/_WorkDone.cshtml", new WorkAnswer(
            found.Place.Id, completed.IsSuccess ? await KeyAsync(found.Place.Id) : task!, Words.Title(name), await AboutAsync(found.Place), said,
            completed.IsSuccess, completed.IsSuccess && !completed.Value.WasDoneBefore, completed.IsSuccess ? await CountsAsync() : null));
    }

    private async Task<string> SayAsync(CompletedTask done, string title) => done.WasDoneBefore
        ? Text["work.finished-by", ("title", title), ("by", await TaskFailures.NameAsync(done.By, Db, Cancel)), ("at", done.At)]
        : Text["work.finished-told", ("title", title)];

    private async Task<IActionResult> BackAsync(Guid taskId, Result<CompletedTask> completed, string said)
    {
        if (!completed.IsSuccess)
        {
            // The task's page shows why, and all that is needed to get on.
            TellFailureNext(said);
            return LocalRedirect($"/tasks/{taskId}");
        }

        if (completed.Value.WasDoneBefore)
            Tell(said);
        else
            TempData["finished"] = await KeyAsync(taskId);
        return LocalRedirect(Query.Link("/"));
    }
}

/// <summary>What stands where a row was.</summary>
/// <param name="Key">Names the task and its version: what the undo button sends.</param>
/// <param name="IsDone">False: nothing changed, and <paramref name="Said"/> is why.</param>
/// <param name="MayUndo">False where a colleague was first: their work is not undone by a click here.</param>
public sealed record WorkAnswer(Guid Id, string Key, string Title, string About, string Said, bool IsDone, bool MayUndo, Vejviser.Core.Engine.Plans.Lists.WorkCounts? Counts);
