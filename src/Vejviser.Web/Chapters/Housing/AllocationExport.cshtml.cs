using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>A decided meeting as a file, for the associations: households by their number.</summary>
public sealed class AllocationExportModel(HousingWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.HousingRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        if (await Db.AllocationMeetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id && m.Facts != null, Cancel) is not { } meeting)
            return NotFound();
        var lines = await DecidedLine.ReadAsync(Db, meeting, Cancel);
        await reads.ListAsync(Reader.AccountId, "housing.allocation.export", new ListRead([.. lines.Select(l => l.Household)]), Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["housing.tab.allocation"], Columns(), lines, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"allocation-{meeting.Day:yyyy-MM-dd}", kind));
    }

    private IReadOnlyList<ExportColumn<DecidedLine>> Columns() =>
    [
        new(Text["housing.household"], l => l.Label), new(Text["housing.people"], l => words.People(l.Seeker.Adults, l.Seeker.Children)), new(Text["housing.address"], l => l.Home?.Address), new(Text["housing.estate"], l => l.Home?.Estate),
        new(Text["housing.area"], l => l.Home?.Area), new(Text["housing.rooms"], l => l.Home?.Rooms), new(Text["housing.rent-with-use"], l => l.Home?.Rent), new(Text["housing.allocation.by-hand"], l => l.ByHand),
        new(Text["housing.allocation.runner-up"], l => l.RunnerUp?.Address), new(Text["housing.nomination.head"], l => l.State is { } state ? words.State(state) : null),
    ];
}
