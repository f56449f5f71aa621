using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>The hosts as a file: how they stand, without telephone, e-mail and what they wrote.</summary>
public sealed class HostsExportModel(HostingWords words, ReadAudit reads) : VejviserPage
{
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.HousingHosts))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var hosts = await HostList.ReadAsync(Db, Cancel);
        await reads.RecordAsync(Reader.AccountId, "hosting.export", [new AuditSubject(Entity: "private-host")], Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["hosting.title"], Columns(), hosts, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName("hosts", kind));
    }

    private IReadOnlyList<ExportColumn<HostListLine>> Columns() =>
    [
        new(Text["hosting.name"], l => l.Host.Name), new(Text["housing.state.head"], l => words.Of(l.Standing)), new(Text["housing.area"], l => l.Area), new(Text["hosting.people-most"], l => l.Host.PeopleMost),
        new(Text["hosting.received"], l => TimeZones.DayOf(l.Host.ReceivedAt)), new(Text["hosting.answer-by-head"], l => l.Host.AnswerBy), new(Text["hosting.judged"], l => l.Host.JudgedOn), new(Text["hosting.since"], l => l.Host.WaitingSince),
        new(Text["hosting.market-rent"], l => l.Host.MarketRent),
    ];
}
