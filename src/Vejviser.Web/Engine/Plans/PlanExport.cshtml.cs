using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A plan as a spreadsheet.</summary>
public sealed class PlanExportModel(TaskWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary><c>xlsx</c> or <c>csv</c>; null for anything else.</summary>
    public static ExportFormat? FormatOf(string? word) => word switch { "xlsx" => ExportFormat.Xlsx, "csv" => ExportFormat.Csv, _ => null };

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (FormatOf(format) is not { } kind)
            return BadRequest();
        if (await ReadPlan.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } sheet)
            return NotFound();
        await words.LoadAsync([sheet.Plan.VersionId], Cancel);
        await reads.HouseholdAsync(Reader.AccountId, "plans.export", sheet.HouseholdId, Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["plan.export-sheet"], Columns(sheet), sheet.Tasks, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{sheet.Plan.Practice}-{sheet.Reference ?? sheet.Plan.Id.ToString("N")[..8]}", kind));
    }

    private IReadOnlyList<ExportColumn<TaskLine>> Columns(PlanSheet sheet)
    {
        var names = sheet.Members.ToDictionary(m => m.Id, m => Reader.MaySeeAddress(m.IsProtected) ? m.Name : Text["plan.protected"]);
        return
        [
            new(Text["plan.reference"], _ => sheet.Reference),
            new(Text["plan.phase"], t => words.Phase(t.VersionId, t.Phase)),
            new(Text["plan.area"], t => Text[$"area.{t.Area}"]),
            new(Text["plan.task"], t => words.Title(t.Name)),
            new(Text["plan.about"], t => t.PersonId is { } person ? names.GetValueOrDefault(person) : null),
            new(Text["plan.owner"], words.Owner),
            new(Text["practices.done-by"], t => words.Partner(t.Name)),
            new(Text["plan.due"], t => t.Due),
            new(Text["plan.state"], t => Text[PlanWords.TaskState(t, Today)]),
            new(Text["plan.closed"], t => t.ClosedAt),
            new(Text["plan.closed-by-head"], t => t.ClosedBy),
        ];
    }
}
