using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Foundation.Audit;

/// <summary>Who has seen and changed this person, day by day; looking here is noted too.</summary>
public sealed class PersonHistoryModel(AuditWords words) : PersonPage
{
    private const int PageSize = 50;
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public HistoryQuery Filter { get; set; } = new();

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public long? NextBefore { get; private set; }

    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(string? export)
    {
        if (await OpenAsync(Text["people.tab.history"], export is null ? "people.history.read" : "people.history.export") is { } otherwise)
            return otherwise;
        ModelState.Clear();
        var ids = await Db.People.Where(p => p.MergedIntoId == Id).Select(p => p.Id).ToListAsync(Cancel);
        var filter = Filter.ToFilter([Id, .. ids], Person.HouseholdId);
        if (export is not null)
            return await ExportAsync(filter, export == "xlsx" ? ExportFormat.Xlsx : ExportFormat.Csv);
        var lines = await AuditHistory.ReadAsync(Db, filter, PageSize, Cancel);
        (Lines, NextBefore) = (lines.Take(PageSize).ToList(), lines.Count > PageSize ? lines[PageSize - 1].Seq : null);
        Staff = await StaffNames.ReadAsync(Db, Cancel);
        return Page();
    }

    private async Task<FileContentResult> ExportAsync(AuditFilter filter, ExportFormat format)
    {
        var lines = await AuditHistory.ReadAsync(Db, filter with { Before = null }, MostExported, Cancel);
        var file = await TableExport.WriteAsync(format, Text["people.tab.history"], AuditColumns.Of(Text, words, await StaffNames.ReadAsync(Db, Cancel)), lines, Cancel);
        return File(file, TableExport.ContentType(format), TableExport.FileName($"history-{Id}", format));
    }
}
