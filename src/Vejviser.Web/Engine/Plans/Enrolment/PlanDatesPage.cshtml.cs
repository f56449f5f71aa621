using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>Moving a plan's own dates: first which tasks move from when to when and which stay and why, then the move.</summary>
public sealed class PlanDatesPageModel(TaskWords words, PreviewPlanDates preview, ReschedulePlan reschedule, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The new dates by anchor: in the address while previewing, in the form when moving. An empty one follows what stands in for it.</summary>
    [BindProperty(SupportsGet = true, Name = "dates")]
    public Dictionary<string, DateOnly?> Dates { get; set; } = [];

    public PlanPage View { get; private set; } = null!;

    public PracticeDefinition Definition { get; private set; } = null!;

    /// <summary>The dates that staff give in this practice.</summary>
    public IReadOnlyList<Anchor> Own => [.. PlanDates.Of(Definition)];

    /// <summary>Null until other dates are asked about.</summary>
    public PlanDatesPreview? Preview { get; private set; }

    /// <summary>The person's name, or the household's.</summary>
    public string WhoName => View.Person is { } person ? $"{person.GivenName} {person.FamilyName}".Trim() : View.Household.Name;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? token)
    {
        if (!await LoadAsync())
            return NotFound();
        if (Unreadable.Tell(this))
            return await ShowAsync();
        var moved = await reschedule.RunAsync(new ReschedulePlanInput(Wanted, token), Audit("plans.reschedule"), Cancel);
        if (moved.IsSuccess)
        {
            Tell(Text["plan-dates.moved", ("tasks", Text.Count("plan.tasks", moved.Value.Tasks))]);
            return LocalRedirect($"/plans/{Id}");
        }

        TellFailure(moved.Failure);
        return await ShowAsync();
    }

    public string AnchorName(string anchor) => Text.AnchorOf(Definition, anchor);

    /// <summary>What the field shows: the date asked about, else the date it has.</summary>
    public DateOnly? Shown(Anchor anchor) => Dates.TryGetValue(anchor.Id, out var asked) ? asked : View.Line.DateOf(anchor.Id);

    public string Title(Guid? task, string step) => task is { } id && View.Tasks.FirstOrDefault(t => t.Id == id) is { } line
        ? words.Title(line.Name)
        : words.Title(new(View.Line.Practice, View.Line.VersionId, step, View.Line.LawDate, null));

    public string? About(Guid? person) => View.Person is null ? View.Members.FirstOrDefault(m => m.Id == person)?.Name : null;

    private PlanDates Wanted => new(Id, Dates.Where(d => View.Line.DateOf(d.Key) != d.Value).ToDictionary());

    private async Task<bool> LoadAsync()
    {
        if (await ReadPlanPage.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return false;
        View = view;
        await words.LoadAsync([view.Line.VersionId], Cancel);
        Definition = words.Definition(view.Line.VersionId)!;
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (!await LoadAsync() || View.Plan.EndedAt is not null)
            return NotFound();
        if (!Unreadable.Tell(this) && Wanted.Dates.Count > 0)
        {
            var seen = await preview.RunAsync(Wanted, Today, Cancel);
            if (seen.IsSuccess)
                Preview = seen.Value;
            else if (ModelState.IsValid)
                TellFailure(seen.Failure);
        }

        await reads.RecordAsync(Reader.AccountId, "plans.read", [new AuditSubject(View.Plan.PersonId, View.Plan.HouseholdId, "plan", Id)], Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(WhoName, View.Person is { } person ? $"/people/{person.Id}" : $"/households/{View.Household.Id}");
        AddCrumb(Definition.TextsIn(Text.Language).Title, $"/plans/{Id}");
        AddCrumb(Text["plan-dates.crumb"]);
        return Page();
    }
}
