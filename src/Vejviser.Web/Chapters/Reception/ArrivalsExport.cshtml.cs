using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>The arrivals board as a spreadsheet, with the board's own filter.</summary>
public sealed class ArrivalsExportModel(TaskWords words, PersonWords people, ReadAudit reads) : VejviserPage
{
    /// <summary>More households than a municipality receives in years.</summary>
    private const int Most = 5000;

    [BindProperty(SupportsGet = true, Name = "")]
    public ArrivalsQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var board = await ReadArrivals.RunAsync(Db, Reader, Query.ToFilter(Most), Today, Clock.Now(), Cancel);
        await words.LoadAsync(board.Rows.SelectMany(r => r.Missing).Select(t => t.VersionId), Cancel);
        await reads.ListAsync(Reader.AccountId, "arrivals.export", new ListRead([.. board.Rows.Select(r => r.HouseholdId)], null, Query.Codes), Cancel);
        var bytes = await TableExport.WriteAsync(kind, Text["arrivals.title"], Columns(), board.Rows, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName("arrivals", kind));
    }

    private IReadOnlyList<ExportColumn<Arrival>> Columns() =>
    [
        new(Text["plan.reference"], r => r.Reference),
        new(Text["plan.name"], r => Reader.MaySeeAddress(r.IsProtected) ? r.Name : Text["plan.protected"]),
        new(Text["arrivals.column.people"], r => r.People.Count),
        new(Text["arrivals.column.ages"], r => string.Join(", ", r.People.Select(p => Text.Age(p.AgeOn(r.ExpectedDate ?? Today))))),
        new(Text["plan.language"], r => string.Join(", ", r.People.Select(p => people.Language(p.Language)).Where(l => l.Length > 0).Distinct())),
        new(Text["plan.interpreter"], r => Text[r.People.Any(p => p.NeedsInterpreter) ? "plan.yes" : "plan.no"]),
        new(Text["plan.centre"], r => r.Centre),
        new(Text["plan.anchor.takeover"], r => r.TakeoverDate),
        new(Text["plan.anchor.arrival"], r => r.ArrivalDate),
        new(Text["plan.home"], r => Text[$"arrivals.home.{PlanWords.Kebab(r.Home)}"]),
        new(Text["arrivals.column.done"], r => r.Done),
        new(Text["arrivals.column.all"], r => r.Before.Count),
        new(Text["arrivals.column.late"], r => r.LateOn(Today)),
        new(Text["arrivals.missing"], r => string.Join("; ", r.Missing.Select(t => $"{words.Title(t.Name)} ({words.Owner(t)}{(t.Due is { } due ? $", {Text.Date(due)}" : "")})"))),
        new(Text["plan.case-worker"], r => r.CaseWorker),
        new(Text["plan.contact-person"], r => r.ContactPerson),
    ];
}
