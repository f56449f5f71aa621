using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>What the buttons of a plan's page do. Each is a form that works by itself and comes back to the page.</summary>
public sealed partial class PlanModel
{
    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public Task<IActionResult> OnPostPauseAsync([FromServices] PausePlan pause) =>
        ChangeAsync(MayEdit, "plan-page.paused", () => pause.RunAsync(new PausePlanInput(Id, Until), Audit("plans.pause"), Cancel));

    public Task<IActionResult> OnPostResumeAsync([FromServices] ResumePlan resume) =>
        ChangeAsync(MayEdit, "plan-page.resumed", () => resume.RunAsync(new ResumePlanInput(Id), Audit("plans.resume"), Cancel));

    public Task<IActionResult> OnPostCompleteAsync([FromServices] EndPlan end) =>
        EndAsync(end, new EndPlanInput(Id, PlanState.Completed, Note: Note), "plan-page.completed");

    public Task<IActionResult> OnPostBreakOffAsync([FromServices] EndPlan end) =>
        EndAsync(end, new EndPlanInput(Id, PlanState.BrokenOff, Reason, Note), "plan-page.broken-off");

    public Task<IActionResult> OnPostMoveOnAsync([FromServices] EndPlan end) =>
        EndAsync(end, new EndPlanInput(Id, PlanState.MovedOn, Note: Note, Practice: Next), "plan-page.moved-on");

    public Task<IActionResult> OnPostReopenAsync([FromServices] ReopenPlan reopen) =>
        ChangeAsync(MayEdit, "plan-page.reopened", () => reopen.RunAsync(new ReopenPlanInput(Id), Audit("plans.reopen"), Cancel));

    /// <param name="outcome">The outcome's id in the definition.</param>
    /// <param name="answer"><c>yes</c>, <c>no</c>, or anything else to take the answer back.</param>
    public Task<IActionResult> OnPostOutcomeAsync(string outcome, string? answer, DateOnly? on, [FromServices] RegisterOutcome register) => ChangeAsync(
        MayWork, "plan-page.outcome-saved", () => register.RunAsync(new RegisterOutcomeInput(Id, outcome, answer switch { "yes" => true, "no" => false, _ => null }, on ?? Today), Audit("plans.register-outcome"), Cancel));

    /// <summary>Something that several departments must answer together.</summary>
    public async Task<IActionResult> OnPostPointAsync(string? point, [FromServices] ChangePoints points)
    {
        if (!MayWork)
            return Forbid();
        var raised = await points.RaiseAsync(Id, point, Reader, Audit("points.raise"), Cancel);
        if (raised.IsSuccess)
        {
            Tell(Text["plan-page.point-raised"]);
            return LocalRedirect($"/plans/{Id}#points");
        }

        TellFailure(raised.Failure);
        return await ShowAsync(isOpened: false);
    }

    private Task<IActionResult> EndAsync(EndPlan end, EndPlanInput input, string told) =>
        ChangeAsync(MayEdit, told, () => end.RunAsync(input, Audit("plans.end"), Cancel), input.How switch { PlanState.Completed => EffectOn.Completed, PlanState.BrokenOff => EffectOn.BrokenOff, _ => EffectOn.MovedOn });

    private async Task<IActionResult> ChangeAsync(bool isAllowed, string told, Func<Task<Result<Done>>> change, EffectOn? on = null)
    {
        if (!isAllowed)
            return Forbid();
        var household = await Db.Plans.Where(p => p.Id == Id).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(Cancel);
        if (household is not { } home || !await Db.Households.VisibleTo(Db, Reader, Clock.Now()).AnyAsync(h => h.Id == home, Cancel))
            return NotFound();
        if (Unreadable.Tell(this))
            return await ShowAsync(isOpened: false);
        var outcome = await change();
        if (outcome.IsSuccess)
        {
            // Who pauses, goes on or leaves takes the practice's own meetings along.
            await keep.FollowAsync(await Db.Plans.Where(p => p.Id == Id).Select(p => p.Practice).ToListAsync(Cancel), Audit("meetings.keep"), Cancel);
            Tell(string.Join(' ', Text[told], await EffectsAsync(on)).Trim());
            return LocalRedirect($"/plans/{Id}");
        }

        // What was written stays in the fields: the same page again, with why at its top.
        TellFailure(outcome.Failure);
        return await ShowAsync(isOpened: false);
    }

    /// <summary>What an ending changed elsewhere, in the practice's own words.</summary>
    private async Task<string> EffectsAsync(EffectOn? on)
    {
        if (on is null)
            return "";
        var version = await Db.Plans.Where(p => p.Id == Id).Select(p => p.PracticeVersionId).SingleAsync(Cancel);
        await words.LoadAsync([version], Cancel);
        return string.Join(' ', words.Definition(version)!.Effects.Where(e => e.On == on).Select(e => words.Effect(version, e.Id, Today)));
    }
}
