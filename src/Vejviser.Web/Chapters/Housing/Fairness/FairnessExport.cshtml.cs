using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Fairness;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Fairness;

/// <summary>The fairness figures as a file: what the page hides is empty here too.</summary>
public sealed class FairnessExportModel(EffectivePractices practices, LawBook law, FairnessWords words) : VejviserPage
{
    private sealed record Row(FairnessBy By, FairnessGroup Group);

    public async Task<IActionResult> OnGetAsync(string? format, int? year)
    {
        if (!Reader.May(Permissions.HousingRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind || year is < 2000 or > 2100)
            return BadRequest();
        var figures = await FairnessFigures.ReadAsync(Db, practices, law, new DateOnly(year ?? Today.Year, 1, 1), Today, Cancel);
        var rows = figures.Tables.SelectMany(t => t.Groups.Append(figures.All).Select(g => new Row(t.By, g)));
        IReadOnlyList<ExportColumn<Row>> columns =
        [
            new(Text["housing.fairness.table"], r => Text[$"housing.fairness.by.{r.By.ToString().ToLowerInvariant()}"]), new(Text["housing.fairness.group"], r => words.Name(r.By, r.Group)), new(Text["housing.fairness.households"], r => r.Group.Households),
            new(Text["housing.fairness.days"], r => (decimal?)r.Group.MeanDays), new(Text["housing.fairness.placed"], r => r.Group.PlacedPercent), new(Text["housing.fairness.rent"], r => (decimal?)r.Group.RentPercent),
        ];
        return File(await TableExport.WriteAsync(kind, Text["housing.fairness.title"], columns, rows, Cancel), TableExport.ContentType(kind), TableExport.FileName("fairness", kind));
    }
}
