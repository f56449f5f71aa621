using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>The whole list under its filter as a file. Who took out what about whom stands in the audit, one row a household.</summary>
public sealed class WorkExportModel(TaskWords words, ReadAudit reads) : VejviserPage
{
    private const int AtATime = 1000;

    [BindProperty(SupportsGet = true)]
    public WorkQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return NotFound();
        var rows = new List<WorkRow>();
        var filter = Query.ToFilter() with { After = null };
        do
        {
            var read = await WorkList.ReadAsync(Prepared, Reader, filter, Today, AtATime, Cancel);
            if (!read.IsSuccess)
                return Forbid();
            rows.AddRange(read.Value.Rows);
            filter = filter with { After = read.Value.Next };
        }
        while (filter.After is not null);

        await words.LoadAsync(rows.Select(r => r.Name.PracticeVersionId), Cancel);
        var subjects = rows.Select(r => r.HouseholdId).Distinct().Select(h => new AuditSubject(HouseholdId: h, Entity: "household", EntityId: h)).ToList();
        await reads.RecordAsync(Reader.AccountId, "work.export", subjects.Count > 0 ? subjects : [new AuditSubject(Entity: "list")], Cancel);
        var file = await TableExport.WriteAsync(kind, Text["work.title"], Columns(), rows, Cancel);
        return File(file, TableExport.ContentType(kind), TableExport.FileName($"{Text["work.export.name"]}-{Today:yyyy-MM-dd}", kind));
    }

    private ExportColumn<WorkRow>[] Columns() =>
    [
        new(Text["work.export.title"], r => words.Title(r.Name)),
        new(Text["work.export.person"], r => r.Person),
        new(Text["work.export.household"], r => r.Household),
        new(Text["work.export.reference"], r => r.Reference),
        new(Text["work.export.due"], r => r.Due),
        new(Text["work.export.days-late"], r => r.Due is { } due && due < Today ? Today.DayNumber - due.DayNumber : null),
        new(Text["work.export.area"], r => Text[$"area.{r.Area}"]),
        new(Text["work.export.practice"], r => words.PracticeTitle(r.Name)),
        new(Text["work.export.owner"], r => r.OwnerName),
        new(Text["work.export.case-worker"], r => r.CaseWorkerName),
        new(Text["work.export.blocks"], r => string.Join(", ", r.Goals.Select(g => words.Goal(r.Name.PracticeVersionId, g)))),
        new(Text["work.export.link"], r => $"{Request.Scheme}://{Request.Host}/tasks/{r.Id}"),
    ];
}
