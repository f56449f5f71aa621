using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A task of one's own in a household's plan.</summary>
public sealed class HouseholdNewTaskModel(TaskWords words) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public NewTaskForm Form { get; set; } = new();

    public HouseholdRoad Road { get; private set; } = null!;

    public IReadOnlyList<PlanLine> Running => [.. Road.Plans.Where(p => p.EndedAt is null)];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<StaffUnit> Units { get; private set; } = [];

    public TaskWords Words => words;

    public async Task<IActionResult> OnGetAsync()
    {
        Form = new NewTaskForm { Due = Today, Owner = $"a:{Reader.AccountId}" };
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] AddOwnTask add)
    {
        if (await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } road)
            return NotFound();
        var place = Form.Place.Split(':');
        if (place.Length != 2 || road.Plans.FirstOrDefault(p => p.Id.ToString() == place[0] && p.EndedAt is null) is not { } plan)
            return BadRequest();
        if (Form.Due is not { } due)
        {
            ModelState.Clear();
            ModelState.AddModelError("Form.Due", Text["household.new.due-needed"]);
            return await ShowAsync();
        }

        var owner = Guid.TryParse(Form.Owner.Length > 2 ? Form.Owner[2..] : "", out var id) ? id : (Guid?)null;
        var input = new AddOwnTaskInput(
            plan.Id, Form.Person, Form.Title, Form.Area, place[1], due,
            Form.Owner.StartsWith("u:", StringComparison.Ordinal) ? owner : null, Form.Owner.StartsWith("a:", StringComparison.Ordinal) ? owner : null);
        var added = await add.RunAsync(input, Audit("plans.add-own-task"), Cancel);
        if (added.IsSuccess)
        {
            Tell(Text["household.new.added"]);
            return LocalRedirect($"/households/{Id}#t-{added.Value.TaskId}");
        }

        TellFailure(added.Failure);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } road)
            return (await FindHouseholdAsync(Id)).IsHere(out _, out var otherwise) ? NotFound() : otherwise;
        Road = road;
        await words.LoadAsync(road.Plans.Select(p => p.VersionId), Cancel);
        (Staff, Units) = (await ReadStaff.RunAsync(Db, Cancel), await ReadStaff.UnitsAsync(Db, Cancel));
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(road.Household.Name, $"/households/{Id}");
        AddCrumb(Text["household.new-task"]);
        return Page();
    }
}

/// <summary>What the form asks.</summary>
public sealed class NewTaskForm
{
    public string? Title { get; set; }

    /// <summary>Plan and phase: <c>{plan}:{phase}</c>.</summary>
    public string Place { get; set; } = "";

    public string Area { get; set; } = "";

    public Guid? Person { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary><c>a:{account}</c> or <c>u:{unit}</c>.</summary>
    public string Owner { get; set; } = "";
}
