using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>The people of a practice as a spreadsheet, with the list's own filter.</summary>
public sealed class PracticePeopleExportModel(EffectivePractices practices, TaskWords words, ReadAudit reads) : VejviserPage
{
    private const int Most = 20_000;

    [FromRoute(Name = "practice")]
    public string Practice { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")]
    public PracticePeopleQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        if (await practices.InUseAsync(Db, Practice, Cancel) is not { } definition)
            return NotFound();
        var list = await PracticePeople.ReadAsync(Db, Reader, Query.ToFilter(Practice, Most), Clock.Now(), Cancel);
        await words.LoadAsync(list.Rows.Select(r => r.VersionId).Distinct(), Cancel);
        await reads.ListAsync(Reader.AccountId, "practice-people.export", PracticePeoplePageModel.Noted(list, Query.Codes(Practice)), Cancel);
        var bytes = await TableExport.WriteAsync(kind, definition.TextsIn(Text.Language).Title, Columns(), list.Rows, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{Practice}-{PlanWords.Kebab(Query.Shown)}", kind));
    }

    private IReadOnlyList<ExportColumn<PracticePerson>> Columns() =>
    [
        new(Text["plan.reference"], r => r.Reference),
        new(Text["plan.name"], r => PracticePeoplePageModel.NameOf(r, Reader, Text)),
        new(Text["plan.state"], r => Text.State(r.State)),
        new(Text["practice-people.place"], r => r.PlaceInLine),
        new(Text["practice-people.start"], r => r.Start ?? TimeZones.DayOf(r.StartedAt)),
        new(Text["practice-people.until"], r => r.PausedUntil),
        new(Text["practice-people.column.done"], r => r.Closed),
        new(Text["practice-people.column.all"], r => r.Open + r.Closed),
        new(Text["practice-people.next"], r => r.NextDue),
        new(Text["plan-page.ended"], r => r.EndedAt),
        new(Text["practice-people.how"], r => r.EndedAt is null ? null : PracticePeoplePageModel.WayOut(r, words, Text)),
        new(Text["plan-page.source"], r => Text[$"plan-page.source-{PlanWords.Kebab(r.Source)}"]),
        new(Text["plan.contact-person"], r => r.ContactPerson),
    ];
}
