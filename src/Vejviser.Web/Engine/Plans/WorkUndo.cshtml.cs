using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Opens again what was just finished on the list.</summary>
public sealed class WorkUndoModel(TaskWords words, ReopenTask reopen) : WorkAction(words)
{
    public async Task<IActionResult> OnPostAsync(string? task)
    {
        if (await FindAsync(task, "plans.reopen-task") is not { } found)
            return NotFound();
        if (!MayWorkOn(found.Place))
            return Forbid();
        var name = await NameAsync(found.Place.Id);
        var reopened = await reopen.RunAsync(new ReopenTaskInput(found.Place.Id), found.Audit, Cancel);
        var said = reopened.IsSuccess ? Text["work.undone", ("title", Words.Title(name))] : await SayAsync(reopened.Failure);
        if (!IsPartial)
        {
            Tell(said);
            return LocalRedirect(Query.Link("/"));
        }

        TellLive(said);
        if (!reopened.IsSuccess || await WorkList.ReadOneAsync(Prepared, Reader, Query.ToFilter(), found.Place.Id, Cancel) is not { } row)
            return Partial("/Engine/Plans/_WorkDone.cshtml", new WorkAnswer(found.Place.Id, task!, Words.Title(name), await AboutAsync(found.Place), said, IsDone: false, MayUndo: false, await CountsAsync()));
        return Partial("/Engine/Plans/_WorkRows.cshtml", new[] { WorkLine.Of(row, Words, Text, Today, Reader, Query) with { IsAnswer = true, Counts = await CountsAsync() } });
    }
}
