using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The homes under the list's filter as a file.</summary>
public sealed class HomesExportModel(HousingWords words, ReadAudit reads) : VejviserPage
{
    private const int Most = 100_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public HomesQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.HousingRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var homes = await DwellingList.ReadAsync(Db, Query.ToFilter(), 1, Most, Cancel);
        await reads.RecordAsync(Reader.AccountId, "housing.homes.export", [new AuditSubject(Entity: "dwelling")], Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["housing.title"], Columns(), homes, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName("homes", kind));
    }

    private IReadOnlyList<ExportColumn<DwellingLine>> Columns() =>
    [
        new(Text["housing.address"], h => h.Address), new(Text["housing.association"], h => h.Association), new(Text["housing.estate"], h => h.Estate), new(Text["housing.area"], h => h.Area),
        new(Text["housing.kind.head"], h => words.Kind(h.Kind)), new(Text["housing.rooms"], h => h.Rooms), new(Text["housing.square-metres"], h => h.SquareMetres), new(Text["housing.rent"], h => h.Rent), new(Text["housing.use"], h => h.Use),
        new(Text["housing.accessible"], h => Text[h.IsAccessible ? "plan.yes" : "plan.no"]), new(Text["housing.available"], h => h.AvailableFrom), new(Text["housing.state.head"], h => words.State(h.State)),
    ];
}
