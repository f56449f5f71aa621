using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Insight;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Insight;

/// <summary>A table of the managers' page as a file: <c>?table=team|step|employee|trend|phase&amp;format=csv|xlsx</c>.</summary>
public sealed class ManagersExportModel(TaskWords words, ReadAudit reads) : VejviserPage
{
    public async Task<IActionResult> OnGetAsync(string? table, string? format)
    {
        if (!Reader.May(Permissions.Export))
            return Forbid();
        await words.LoadAsync([], Cancel);
        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || await WriteAsync(table, kind) is not { } file)
            return NotFound();
        await reads.RecordAsync(Reader.AccountId, "managers.export", [new AuditSubject(Entity: "list", Details: $$"""{"table":"{{table}}"}""")], Cancel);
        return File(file, TableExport.ContentType(kind), TableExport.FileName($"{table}-{Today:yyyy-MM-dd}", kind));
    }

    private async Task<byte[]?> WriteAsync(string? table, ExportFormat format) => table switch
    {
        "team" => await FileAsync(format, table, (await OpenLoad.ReadAsync(Db, Reader, Today, Cancel)).Teams, [
            new(Text["managers.team.team"], t => t.Name ?? Text["managers.team.none"]), new(Text["managers.late-tasks"], t => t.Late), new(Text["managers.oldest"], t => t.OldestDue), new(Text["managers.open-tasks"], t => t.Open)]),
        "step" => await FileAsync(format, table, (await OpenLoad.ReadAsync(Db, Reader, Today, Cancel)).Steps, [
            new(Text["managers.step.step"], s => ManagersWords.TitleOf(s, words, Text, Today)), new(Text["managers.late-tasks"], s => s.Late), new(Text["managers.oldest"], s => s.OldestDue)]),
        "employee" => await FileAsync(format, table, (await OpenLoad.ReadAsync(Db, Reader, Today, Cancel)).Employees, [
            new(Text["managers.employee.employee"], e => e.Name), new(Text["managers.late-tasks"], e => e.Late), new(Text["managers.next-14"], e => e.Next14), new(Text["managers.open-tasks"], e => e.Open)]),
        "trend" => await FileAsync(format, table, (await LateTrend.ReadAsync(Db, Reader, Clock.Now(), Cancel)).Points, [
            new(Text["managers.trend.week"], p => ManagersWords.Week(p, Text, Today)), new(Text["managers.trend.sunday"], p => p.Day), new(Text["managers.trend.late"], p => p.Late)]),
        "phase" => await FileAsync(format, table, (await LateTrend.ReadAsync(Db, Reader, Clock.Now(), Cancel)).Phases, [
            new(Text["work.practice"], p => words.PracticeTitle(p.Practice)), new(Text["managers.phase.phase"], p => words.Phase(p.Practice, p.Phase)),
            new(Text["managers.phase.done"], p => p.Done), new(Text["managers.phase.on-time"], p => p.OnTime), new(Text["managers.phase.share"], p => ManagersWords.Percent(p))]),
        _ => null,
    };

    private Task<byte[]> FileAsync<T>(ExportFormat format, string table, IReadOnlyList<T> rows, ExportColumn<T>[] columns) =>
        TableExport.WriteAsync(format, Text[$"managers.{table}.title"], columns, rows, Cancel);
}
