using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>All pairs of a practice as a file: newcomers by their reference.</summary>
public sealed class PairsExportModel(PairPractices all, EffectivePractices practices, PairWords words, ReadAudit reads) : PairsPage(all, practices, words)
{
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.Pairs))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var pairs = await PairList.ReadAsync(Db, Db.VolunteerPairs.Where(p => p.Practice == Practice.Id), Cancel);
        await reads.ListAsync(Reader.AccountId, "pairs.list.export", new ListRead([.. pairs.Select(p => p.HouseholdId)], [.. pairs.Select(p => p.PersonId).OfType<Guid>()]), Cancel);
        var bytes = await TableExport.WriteAsync(kind, Words.Of(Practice, "list-title"), Columns(), pairs, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{Practice.Id}-{Today:yyyy-MM-dd}", kind));
    }

    private IReadOnlyList<ExportColumn<PairLine>> Columns() =>
    [
        new(Text["pairs.export.reference"], l => l.Label), new(Words.Of(Practice, "giver"), l => l.Volunteer), new(Text["pairs.association"], l => l.Association), new(Text["pairs.export.state"], l => Words.State(l.Pair.State)),
        new(Text["pairs.export.asked"], l => l.Pair.AskedOn), new(Text["pairs.export.start"], l => l.Pair.StartOn), new(Text["pairs.export.end"], l => l.Pair.EndedOn), new(Text["pairs.hours.head"], l => Math.Round(l.Minutes / 60m, 2)),
        new(Text["pairs.by-hand"], l => l.Pair.ByHand),
    ];
}
