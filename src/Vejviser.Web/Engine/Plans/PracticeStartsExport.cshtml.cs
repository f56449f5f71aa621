using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What each person in a practice is to start in, as a spreadsheet.</summary>
public sealed class PracticeStartsExportModel(EffectivePractices practices, PlanLaw law, ReadAudit reads) : PracticeStartsPage(practices, law)
{
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        if (!await LoadAsync())
            return NotFound();
        await reads.ListAsync(Reader.AccountId, "starts.export", Noted, Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["starts.title"], Columns(), Lines, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{Practice}-starts", kind));
    }

    private IReadOnlyList<ExportColumn<StartLine>> Columns() =>
    [
        new(Text["plan.reference"], l => l.Reference),
        new(Text["starts.who"], NameOf),
        new(Text["plan.age-head"], l => l.Person.AgeOn(Today)),
        new(Text["starts.offer"], l => Texts.Starts.GetValueOrDefault(l.Offer)),
        new(Text["starts.deadline"], l => l.Deadline),
        new(Text["starts.planned"], l => l.Start.Due),
        new(Text["starts.started"], l => l.HasStarted && l.Start.ClosedAt is { } at ? TimeZones.DayOf(at) : null),
        new(Text["starts.is-late"], l => l.IsLateOn(Today) ? TitleOf(l.Missing) : null),
        new(Text["agreements.title"], l => l.IsLateOn(Today) ? PartyOf(l.Missing) : null),
    ];
}
