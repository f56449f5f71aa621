using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Moving one of a household's dates: first which tasks move from when to when and which stay and why, then the move.</summary>
public sealed class AnchorModel(TaskWords words, PreviewAnchorMove preview, MoveAnchor move, ReadAudit reads) : VejviserPage
{
    private static readonly string[] Movable = [PlanAnchors.Allocation, PlanAnchors.Takeover, PlanAnchors.Registered, PlanAnchors.Arrival];

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Anchor { get; set; } = "";

    /// <summary>The new date: in the address while previewing, in the form when moving.</summary>
    [BindProperty(SupportsGet = true, Name = "date")]
    public DateOnly? Date { get; set; }

    public HouseholdRoad Road { get; private set; } = null!;

    /// <summary>Null until a date is asked about.</summary>
    public AnchorMovePreview? Preview { get; private set; }

    public DateOnly? Before => Anchor switch
    {
        PlanAnchors.Allocation => Road.Household.AllocationDate,
        PlanAnchors.Takeover => Road.Household.TakeoverDate,
        PlanAnchors.Registered => Road.Household.RegisteredDate,
        _ => Road.Household.ArrivalDate,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (Date is not { } date || await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is null || !Movable.Contains(Anchor))
            return NotFound();
        var moved = await move.RunAsync(new MoveAnchorInput(AnchorMove.Of(Id, Anchor, date), token), Audit("plans.move-anchor"), Cancel);
        if (moved.IsSuccess)
        {
            Tell(Text["move-date.moved", ("anchor", Text[$"anchor.{Anchor}"]), ("date", date), ("tasks", Text.Count("plan.tasks", moved.Value.Tasks))]);
            return LocalRedirect($"/households/{Id}");
        }

        TellFailure(moved.Failure);
        return await ShowAsync();
    }

    /// <summary>A step's title in the version its plan follows; a task written by hand has its own.</summary>
    public string Title(PlanMove plan, Guid? task, string step)
    {
        if (task is { } id && Road.Tasks.FirstOrDefault(t => t.Id == id) is { } line)
            return words.Title(line.Name);
        var version = Road.Plans.Single(p => p.Id == plan.PlanId);
        return words.Title(new(version.Practice, version.VersionId, step, version.LawDate, null));
    }

    public string? About(Guid? person) => Road.Members.FirstOrDefault(m => m.Id == person)?.Name;

    private async Task<IActionResult> ShowAsync()
    {
        if (!Movable.Contains(Anchor) || await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } road)
            return NotFound();
        Road = road;
        await words.LoadAsync(road.Plans.Select(p => p.VersionId), Cancel);
        if (Date is { } date && date != Before)
        {
            var seen = await preview.RunAsync(AnchorMove.Of(Id, Anchor, date), Cancel);
            if (seen.IsSuccess)
                Preview = seen.Value;
            else
                TellFailure(seen.Failure);
        }

        await reads.HouseholdAsync(Reader.AccountId, "households.read", Id, Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(road.Household.Name, $"/households/{Id}");
        AddCrumb(Text["move-date.crumb", ("anchor", Text[$"anchor.{Anchor}"])]);
        return Page();
    }
}
