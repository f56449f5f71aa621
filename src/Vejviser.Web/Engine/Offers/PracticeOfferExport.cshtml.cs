using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Engine.Offers;

/// <summary>The target group as a spreadsheet, under the same filter as the page.</summary>
public sealed class PracticeOfferExportModel(OfferWords words, ReadAudit reads) : PracticeOfferPage(words)
{
    /// <summary>More than a sheet that somebody reads.</summary>
    private const int Most = 5_000;

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        if (!await LoadAsync())
            return NotFound();
        var rows = await TargetGroup.FirstAsync(Db, Definition, Reader, Filter, Most, Today, Clock.Now(), Cancel);
        var asks = OnlyAsk ? await AsksAsync(rows) : new Dictionary<Guid, IReadOnlyList<Answer>>();
        await reads.ListAsync(Reader.AccountId, "offers.group.export", Shown(rows, Practice, OnlyAsk), Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["offers.group.sheet"], Columns(asks), rows, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{Practice}-offer", kind));
    }

    /// <summary>Asked in parts: a page at a time is what the database answers quickly.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<Answer>>> AsksAsync(IReadOnlyList<TargetRow> rows)
    {
        var asks = new Dictionary<Guid, IReadOnlyList<Answer>>();
        foreach (var part in rows.Chunk(TargetFilter.PageSize))
            foreach (var (id, answers) in await TargetReasons.OfAsync(Db, Definition, part, Today, Cancel))
                asks[id] = answers;
        return asks;
    }

    private IReadOnlyList<ExportColumn<TargetRow>> Columns(Dictionary<Guid, IReadOnlyList<Answer>> asks) =>
    [
        new(Text["offers.group.name"], NameOf),
        new(Text["offers.group.reference"], r => r.CaseRef ?? r.Reference),
        new(Text["offers.group.birth"], r => r.BirthDate),
        new(Text["offers.group.arrival"], r => r.ArrivalDate),
        new(Text["offers.group.case-worker"], r => r.CaseWorker),
        new(Text["offers.group.ask-what"], r => asks.TryGetValue(r.Id, out var answers) ? string.Join(" ", answers.Select(a => Words.Say(a, Definition))) : null),
    ];
}
