using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>Who lives in which villa, as a file: youths by their number.</summary>
public sealed class VillasLivingExportModel(EffectivePractices practices, VillaWords words, ReadAudit reads) : VejviserPage
{
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.MinorsRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var town = await ReadVillas.TownAsync(Db, await ReadVillas.PolicyAsync(Db, practices, Cancel), Today, Cancel);
        var lines = town.Villas.SelectMany(v => v.Living.Select(y => (Villa: v, Youth: y))).ToList();
        await reads.ListAsync(Reader.AccountId, "villas.living.export", new ListRead([.. lines.Select(l => l.Youth.HouseholdId).Distinct()], [.. lines.Select(l => l.Youth.Id)]), Cancel);
        IReadOnlyList<ExportColumn<(VillaHome Villa, YouthFacts Youth)>> columns =
        [
            new(Text["villas.villa"], l => l.Villa.Name), new(Text["villas.youth"], l => l.Youth.Label), new(Text["villas.age-head"], l => l.Youth.Age), new(Text["villas.mother-tongue"], l => words.Language(l.Youth.MotherTongue)),
            new(Text["villas.contact"], l => l.Youth.Stay!.Contact), new(Text["villas.moved-in"], l => l.Youth.Stay!.MovedInOn), new(Text["villas.lease"], l => l.Youth.Stay!.LeaseOn),
        ];
        return File(await TableExport.WriteAsync(kind, Text["villas.tab.living"], columns, lines, Cancel), TableExport.ContentType(kind), TableExport.FileName($"villas-{Today:yyyy-MM-dd}", kind));
    }
}
