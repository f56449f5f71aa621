using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Transition;

/// <summary>An uploaded file from its preview by its run to what came of it.</summary>
public sealed class UploadModel(PreviewUpload preview, DecideUpload decide, ReadAudit reads, Texts texts, ImportSettings settings) : VejviserPage
{
    private const int ChangesShown = 100;
    private const int HouseholdsShown = 200;

    public AllocationUpload Upload { get; private set; } = null!;

    public ComparedAllocations? Preview { get; private set; }

    public UploadOutcome? Outcome { get; private set; }

    public IReadOnlyList<ChangedPerson> Changes { get; private set; } = [];

    public IReadOnlyList<TakenHousehold> Households { get; private set; } = [];

    public ProblemList Problems { get; private set; } = ProblemList.Empty;

    public DateOnly KeptUntil => TimeZones.DayOf(Upload.UploadedAt).AddDays(settings.KeepDays);

    public bool IsUnderWay => Upload.State is UploadState.Queued or UploadState.Running;

    public async Task<IActionResult> OnGetAsync(Guid id, string? show, int page = 1)
    {
        if (await FindAsync(id) is not { } upload)
            return NotFound();
        Upload = upload;
        AddCrumb(Text["nav.import"], "/import");
        AddCrumb(upload.FileName);
        if (IsPartial)
            return Progress();
        if (upload.State is UploadState.Waiting or UploadState.Failed)
            await LoadPreviewAsync(show, page);
        else if (upload.State == UploadState.Taken)
            await LoadOutcomeAsync(show, page);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, UploadDecision decision, [FromServices] IServiceProvider services)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(decision))
            return BadRequest();
        if (!await Db.AllocationUploads.AnyAsync(u => u.Id == id, Cancel))
            return NotFound();
        var result = await decide.RunAsync(id, decision, Audit(decision == UploadDecision.Drop ? "import.drop-upload" : "import.queue-upload"), Cancel);
        if (result.IsSuccess)
        {
            Tell(Text[decision == UploadDecision.Drop ? "import.told.dropped" : "import.told.queued"]);
            ((ImportBell)services.GetService(typeof(ImportBell))!).Ring();
            return decision == UploadDecision.Drop ? RedirectToPage("/Chapters/Transition/Import") : RedirectToPage(new { id });
        }

        TellFailure(result.Failure);
        return await OnGetAsync(id, null);
    }

    /// <summary>Errors and remarks as a file for whoever mends the list.</summary>
    public async Task<IActionResult> OnGetReportAsync(Guid id)
    {
        if (await FindAsync(id) is not { } upload)
            return NotFound();
        var problems = UploadOutcome.Read(upload.Outcome)?.Problems ?? (await preview.RunAsync(upload, Cancel) is { IsSuccess: true } compared ? compared.Value.Problems : []);
        ExportColumn<AllocationProblem>[] columns =
        [
            new(Text["import.problems.row"], p => p.Row), new(Text["import.look.name"], p => p.Column), new(Text["import.problems.column"], p => ColumnName(p.Column)),
            new(Text["import.problems.kind"], p => Text[p.IsError ? "import.problems.error" : "import.problems.warning"]),
            new(Text["import.problems.what"], What), new(Text["import.problems.do"], Do),
        ];
        return File(await TableExport.WriteAsync(ExportFormat.Csv, "", columns, problems, Cancel), TableExport.ContentType(ExportFormat.Csv), "import-report.csv");
    }

    public string ColumnName(string column) => Text[column.Length == 0 ? "import.problems.whole-row" : $"import.column.{column}.name"];

    public string What(AllocationProblem problem) => problem.What(texts, Text.Language);

    public string Do(AllocationProblem problem) => problem.Do(texts, Text.Language);

    /// <summary>htmx asks how far it is; when it is done the page is loaded anew.</summary>
    private IActionResult Progress()
    {
        if (!IsUnderWay)
            Response.Headers["HX-Refresh"] = "true";
        return Partial("_Progress", this);
    }

    private async Task<AllocationUpload?> FindAsync(Guid id) => await Db.AllocationUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, Cancel);

    private async Task LoadPreviewAsync(string? show, int page)
    {
        Outcome = UploadOutcome.Read(Upload.Outcome);
        var result = await preview.RunAsync(Upload, Cancel);
        if (!result.IsSuccess)
        {
            TellFailure(result.Failure);
            return;
        }

        Preview = result.Value;
        Problems = ProblemList.Of(Preview.Problems, show, page);
        var changed = Preview.Households.SelectMany(h => h.People.Where(p => p.Changes.Count > 0).Select(p => (HouseholdId: h.HouseholdId!.Value, Person: p))).Take(ChangesShown).ToList();
        var ids = changed.ConvertAll(c => c.Person.PersonId!.Value);
        var mayProtected = Reader.May(Permissions.ProtectedAddress);
        var seen = await Db.People.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).Where(p => ids.Contains(p.Id) && (mayProtected || !p.HasProtectedAddress)).Select(p => p.Id).ToHashSetAsync(Cancel);
        Changes = changed.ConvertAll(c => new ChangedPerson(c.Person, seen.Contains(c.Person.PersonId!.Value)));
        if (seen.Count > 0)
            await reads.ListAsync(Reader.AccountId, "import.read", new ListRead([.. changed.Where(c => seen.Contains(c.Person.PersonId!.Value)).Select(c => c.HouseholdId).Distinct()], seen), Cancel);
    }

    private async Task LoadOutcomeAsync(string? show, int page)
    {
        Outcome = UploadOutcome.Read(Upload.Outcome)!;
        Problems = ProblemList.Of(Outcome.Problems, show, page);
        var ids = Outcome.HouseholdIds.Take(HouseholdsShown).ToList();
        var mayProtected = Reader.May(Permissions.ProtectedAddress);
        var found = await Db.Households.AsNoTracking().VisibleTo(Db, Reader, Clock.Now())
            .Where(h => ids.Contains(h.Id) && (mayProtected || !Db.People.Any(p => p.HouseholdId == h.Id && p.HasProtectedAddress)))
            .Select(h => new TakenHousehold(h.Id, h.Name, Db.People.Count(p => p.HouseholdId == h.Id && p.MergedIntoId == null), h.TakeoverDate, h.ArrivalDate))
            .ToDictionaryAsync(h => h.Id, Cancel);
        // Those without a date first: they are the ones to do something about.
        Households = [.. ids.Where(found.ContainsKey).Select(id => found[id]).OrderBy(h => h.Takeover is not null)];
        if (found.Count > 0)
            await reads.ListAsync(Reader.AccountId, "import.read", new ListRead([.. found.Keys]), Cancel);
    }
}

/// <param name="IsSeen">False where the reader may not know what is registered: the cell is named, not shown.</param>
public sealed record ChangedPerson(ComparedPerson Person, bool IsSeen);

public sealed record TakenHousehold(Guid Id, string Name, int People, DateOnly? Takeover, DateOnly? Arrival);
