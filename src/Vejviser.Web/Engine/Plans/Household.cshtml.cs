using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A household: dates with their rule, people, who has the case, and its plans by phase.</summary>
public sealed class HouseholdModel(TaskWords words, EffectivePractices practices, LawBook law, ReadAudit reads) : VejviserPage
{
    private const int PressingDays = 14;

    [FromRoute]
    public Guid Id { get; set; }

    public HouseholdRoad Road { get; private set; } = null!;

    public TaskWords Words => words;

    /// <summary>The household's booked meetings from today on.</summary>
    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public IReadOnlyList<ContactLine> Contacts { get; private set; } = [];

    /// <summary>How many contact persons a practice of theirs allows; null where none says.</summary>
    public ContactLimit? ContactLimit { get; private set; }

    /// <summary>The law's answer to when the municipality takes over.</summary>
    public Takeover Takeover { get; private set; } = null!;

    /// <summary>The practices of its people, each with whose it is.</summary>
    public IReadOnlyList<PlanListLine> OfPeople =>
        [.. Road.Plans.Where(p => p.PersonId is not null).Select(p => PlanListLine.Of(p, words, Road.TasksOf(p.Id), Today) with { Person = Road.Members.FirstOrDefault(m => m.Id == p.PersonId)?.Name })];

    public bool MayEdit => Reader.May(Permissions.PlansEdit);

    private bool MayWork => Reader.May(Permissions.PlansWork);

    /// <summary>Address and phone numbers, unless they are protected from this reader.</summary>
    public bool ShowsAddress => Reader.MaySeeAddress(Road.IsProtected);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isOpened: true);

    /// <summary>The page of the product that a task's button stood on, where it was another than this.</summary>
    [BindProperty(Name = "back")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostFinishAsync(Guid task, [FromServices] CompleteTask complete)
    {
        if (!MayWork)
            return Forbid();
        return await IsHereAsync(task)
            ? await ChangedAsync(await complete.RunAsync(new CompleteTaskInput(task), Audit("plans.complete-task"), Cancel), task, "household.finished")
            : NotFound();
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid task, [FromServices] ReopenTask reopen)
    {
        if (!MayWork)
            return Forbid();
        return await IsHereAsync(task)
            ? await ChangedAsync(await reopen.RunAsync(new ReopenTaskInput(task), Audit("plans.reopen-task"), Cancel), task, "household.reopened")
            : NotFound();
    }

    public HouseholdTask Row(TaskLine line, bool isAnswer = false) => new(
        line, words.Title(line.Name), words.Owner(line), Road.Members.FirstOrDefault(m => m.Id == line.PersonId)?.Name, Today,
        MayWork && words.IsFinishedInPlace(line.Name), MayWork, isAnswer)
    {
        Back = Url.IsLocalUrl(Back) ? Back : null, SkipReason = words.SkipReason(Text, line.SkipReason),
    };

    /// <summary>A phase stands unfolded where something in it is late, or due within two weeks.</summary>
    public bool IsPressing(IReadOnlyList<TaskLine> open) => open.Any(t => t.Due is null || t.Due <= Today.AddDays(PressingDays));

    private Task<bool> IsVisibleAsync() => Db.Households.VisibleTo(Db, Reader, Clock.Now()).AnyAsync(h => h.Id == Id, Cancel);

    private async Task<bool> IsHereAsync(Guid task) => await Db.PlanTasks.AnyAsync(t => t.Id == task && t.HouseholdId == Id, Cancel) && await IsVisibleAsync();

    private async Task<IActionResult> ChangedAsync<T>(Result<T> done, Guid task, string told)
    {
        if (!done.IsSuccess || !IsPartial)
            return await ToldAsync(done, told, $"#t-{task}");
        await LoadAsync();
        Response.Headers["HX-Trigger"] = System.Text.Json.JsonSerializer.Serialize(new { told = new { value = Text[told] } });
        return Partial("/Engine/Plans/_HouseholdTask.cshtml", Row(Road.Tasks.Single(t => t.Id == task), isAnswer: true));
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, string anchor = "")
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"{(Url.IsLocalUrl(Back) ? Back : $"/households/{Id}")}{anchor}");
        }

        // The reason stands at the top of the page that was clicked on, which may be another than this.
        if (Url.IsLocalUrl(Back))
        {
            TellFailureNext(await TaskFailures.SayAsync(done.Failure, Db, Text, Cancel));
            if (!IsPartial)
                return LocalRedirect(Back);
            Response.Headers["HX-Redirect"] = Back;
            return new EmptyResult();
        }

        // A click that was to change one row gets the whole page where a rule says no: the reason stands at its top.
        if (IsPartial)
            Response.Headers["HX-Retarget"] = Response.Headers["HX-Reselect"] = "#main";
        TellFailure(done.Failure);
        return await ShowAsync(isOpened: false);
    }

    private async Task<bool> LoadAsync()
    {
        if (await ReadHousehold.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } road)
            return false;
        Road = road;
        await words.LoadAsync(road.Plans.Select(p => p.VersionId), Cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(bool isOpened)
    {
        if (!await LoadAsync())
            return (await FindHouseholdAsync(Id)).IsHere(out _, out var otherwise) ? NotFound() : otherwise;
        Takeover = law.Takeover(Road.Household.Basis, Road.Household.AllocationDate, Road.Household.RegisteredDate);
        (Contacts, ContactLimit) = (await HouseholdContacts.OfAsync(Db, Id, Cancel), await Core.Engine.Plans.Road.ContactLimit.OfAsync(Db, practices, Id, Cancel));
        if (Reader.May(Permissions.MeetingsRead))
            Meetings = await MeetingList.OfHouseholdAsync(Db, Reader, Id, Today, Clock.Now(), Cancel);
        if (isOpened)
            await reads.HouseholdAsync(Reader.AccountId, "households.read", Id, Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Road.Household.Name);
        return Page();
    }
}
