using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>
/// The question to the case worker: when does the municipality take over? The law's readings side by side with their reasons; or the
/// date the law needs before it can answer. The choice moves the plan.
/// </summary>
public sealed class HouseholdTakeoverModel(LawBook law, MoveAnchor move, ReadAudit reads) : VejviserPage
{
    /// <summary>How a takeover chosen by a person is marked on the household.</summary>
    public const string ByHand = "by-hand";

    [FromRoute]
    public Guid Id { get; set; }

    public HouseholdRoad Road { get; private set; } = null!;

    public Takeover Takeover { get; private set; } = null!;

    public LegalGround? Ground => Takeover switch { Takeover.On on => on.Ground, Takeover.Ambiguous ask => ask.Ground, _ => null };

    /// <summary>The anchor of the date the law needs: allocation or registered; null where it needs none.</summary>
    public string? Needed => Takeover is Takeover.Missing { Input: var input } && input != TakeoverInput.Basis
        ? input == TakeoverInput.Decision ? PlanAnchors.Allocation : PlanAnchors.Registered
        : null;

    public static string KindOf(Takeover takeover) => takeover switch
    {
        Takeover.On => "on",
        Takeover.Ambiguous => "ambiguous",
        Takeover.Missing missing => $"missing-{PlanWords.Kebab(missing.Input)}",
        _ => "no-rule",
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The case worker's choice among the law's readings.</summary>
    public async Task<IActionResult> OnPostChooseAsync(DateOnly? date)
    {
        if (!await LoadAsync())
            return NotFound();
        var isOffered = Takeover switch
        {
            Takeover.Ambiguous ask => ask.Candidates.Any(c => c.Date == date),
            Takeover.On on => on.Date == date,
            _ => false,
        };
        if (!isOffered)
        {
            ModelState.AddModelError("date", Text["takeover.choose-one"]);
            return await ShowAsync();
        }

        return await MoveAsync(PlanAnchors.Takeover, date!.Value);
    }

    /// <summary>The date the law was missing: the takeover follows from it.</summary>
    public async Task<IActionResult> OnPostGiveAsync(DateOnly? date)
    {
        if (!await LoadAsync() || Needed is not { } anchor)
            return NotFound();
        if (date is { } day)
            return await MoveAsync(anchor, day);
        ModelState.AddModelError("date", Text["takeover.date-needed"]);
        return await ShowAsync();
    }

    private async Task<IActionResult> MoveAsync(string anchor, DateOnly date)
    {
        var moved = await move.RunAsync(new MoveAnchorInput(AnchorMove.Of(Id, anchor, date)), Audit("plans.decide-takeover"), Cancel);
        if (!moved.IsSuccess)
        {
            TellFailure(moved.Failure);
            return await ShowAsync();
        }

        Tell(Text["takeover.saved", ("anchor", Text.Anchor(anchor)), ("date", date), ("tasks", Text.Count("plan.tasks", moved.Value.Tasks))]);
        return LocalRedirect($"/households/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } road)
            return false;
        Road = road;
        Takeover = law.Takeover(road.Household.Basis, road.Household.AllocationDate, road.Household.RegisteredDate);
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Road is null && !await LoadAsync())
            return NotFound();
        await reads.HouseholdAsync(Reader.AccountId, "households.read", Id, Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Road!.Household.Name, $"/households/{Id}");
        AddCrumb(Text["takeover.crumb"]);
        return Page();
    }
}
