using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Engine.Plans;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>The job-ready board as a spreadsheet: a row for each adult and task that stops, one row for who is ready.</summary>
public sealed class JobReadyExportModel(TaskWords words, PracticeCatalogue catalogue, PlanLaw law, ReadAudit reads) : JobReadyPage(words, catalogue, law)
{
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var (rules, _) = await RulesAsync();
        var filter = Query.ToFilter();
        var households = JobReadyBoards.Shown(await ReadJobReady.NearAsync(Db, Reader, filter, rules, Today, Clock.Now(), named: int.MaxValue, Cancel), filter.OnlyStopped);
        await reads.ListAsync(Reader.AccountId, "job-ready.export", Shown(households), Cancel);
        var rows = households.SelectMany(h => h.Adults.SelectMany(a => a.Stops.Select(t => (TaskLine?)t).DefaultIfEmpty().Select(t => new Row(h, a, t))));
        var bytes = await TableExport.WriteAsync(kind, Text["job-ready.title"], Columns(), rows, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName("job-ready", kind));
    }

    private IReadOnlyList<ExportColumn<Row>> Columns() =>
    [
        new(Text["plan.reference"], r => r.Home.Reference),
        new(Text["plan.name"], r => Reader.MaySeeAddress(r.Adult.Person.IsProtected) ? r.Adult.Person.Name : Text["plan.protected"]),
        new(Text["plan.anchor.arrival"], r => r.Home.Arrival),
        new(Text["job-ready.column.goal"], r => r.Home.Goal),
        new(Text["job-ready.column.ready"], r => Text[r.Adult.IsReady ? "plan.yes" : "plan.no"]),
        new(Text["plan.task"], r => r.Task is null ? null : Words.Title(r.Task.Name)),
        new(Text["plan.due"], r => r.Task?.Due),
        new(Text["plan.is-late"], r => r.Task is null ? null : Text[r.Task.IsLateOn(Today) ? "plan.yes" : "plan.no"]),
        new(Text["plan.owner"], r => r.Task is null ? null : Words.Owner(r.Task)),
        new(Text["plan.case-worker"], r => r.Home.CaseWorker),
    ];

    private sealed record Row(JobReadyHousehold Home, ReadyPerson Adult, TaskLine? Task);
}
