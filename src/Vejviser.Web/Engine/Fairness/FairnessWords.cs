using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Fairness;

/// <summary>The groups in the reader's words, and the figures as a file: what the page hides is empty there too.</summary>
public sealed class FairnessWords(PageTexts text, LanguageNames languages)
{
    private sealed record Row(FairnessBy By, FairnessGroup Group);

    public string Name(FairnessBy by, FairnessGroup group) => (by, group.Key) switch
    {
        (_, FairnessGroup.Everybody) => text["fairness.all"],
        (_, "") => text["fairness.unknown"],
        (FairnessBy.Language, var code) => languages.Name(code, text.Language),
        (FairnessBy.Sex, var sex) => text[$"people.sex.{sex.ToLowerInvariant()}"],
        (_, var size) => text["fairness.people", ("people", size)],
    };

    public string By(FairnessView view, FairnessBy by) => text[view.Key == "interpreters" && by == FairnessBy.Language ? "fairness.by.interpreted" : $"fairness.by.{by.ToString().ToLowerInvariant()}"];

    /// <param name="format"><c>xlsx</c> or <c>csv</c>; another is a bad request.</param>
    public async Task<IActionResult> FileAsync(FairnessView view, string? format, CancellationToken cancel)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return new BadRequestResult();
        var rows = view.Figures.Tables.SelectMany(t => t.Groups.Append(view.Figures.All).Select(g => new Row(t.By, g)));
        List<ExportColumn<Row>> columns =
        [
            new(text["fairness.table"], r => By(view, r.By)), new(text["fairness.group"], r => Name(r.By, r.Group)), new(text[$"fairness.of.{view.Key}.count"], r => r.Group.Count), new(text[$"fairness.of.{view.Key}.placed"], r => r.Group.PlacedPercent),
        ];
        if (view.HasDays)
            columns.Insert(3, new(text["fairness.days"], r => (decimal?)r.Group.MeanDays));
        if (view.HasRent)
            columns.Add(new(text["fairness.rent"], r => (decimal?)r.Group.RentPercent));
        return new FileContentResult(await TableExport.WriteAsync(kind, text["fairness.title"], columns, rows, cancel), TableExport.ContentType(kind)) { FileDownloadName = TableExport.FileName($"fairness-{view.Key}", kind) };
    }
}
