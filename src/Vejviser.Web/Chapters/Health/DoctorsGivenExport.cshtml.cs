using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Who has which doctor, as a file: people by their number.</summary>
public sealed class DoctorsGivenExportModel(ReadAudit reads) : VejviserPage
{
    public async Task<IActionResult> OnGetAsync(string? format, Guid? practice, string? show)
    {
        if (!Reader.May(Permissions.HealthRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var lines = await GivenDoctors.Of(Db, practice, show == "open").ToListAsync(Cancel);
        await reads.ListAsync(Reader.AccountId, "doctors.given.export", new ListRead([.. lines.Select(l => l.HouseholdId).Distinct()], [.. lines.Select(l => l.PersonId)]), Cancel);
        IReadOnlyList<ExportColumn<GivenDoctor>> columns =
        [
            new(Text["doctors.person"], l => l.Label), new(Text["doctors.practice"], l => l.Practice), new(Text["doctors.given-on"], l => l.GivenOn), new(Text["doctors.registered-head"], l => l.RegisteredOn),
        ];
        return File(await TableExport.WriteAsync(kind, Text["doctors.tab.given"], columns, lines, Cancel), TableExport.ContentType(kind), TableExport.FileName($"doctors-{Today:yyyy-MM-dd}", kind));
    }
}
