using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>One plan: its state, who has it, its dates, tasks and meetings, what came of it, and what can be done with it.</summary>
public sealed partial class PlanModel(TaskWords words, PlanLaw law, EvidenceRules rules, KeepMeetings keep, ReadAudit reads) : VejviserPage
{
    private const int PressingDays = 14;

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public PlanPage View { get; private set; } = null!;

    public PlanLine Line => View.Line;

    public PracticeDefinition Definition { get; private set; } = null!;

    public PracticeTexts Texts => Definition.TextsIn(Text.Language);

    public TaskWords Words => words;

    public EvidenceRules Rules => rules;

    /// <summary>The practice's owner in the municipality, and who would be contact person where the household has none of its own.</summary>
    public RoleFillers Fillers { get; private set; } = null!;

    /// <summary>Meetings ahead, those of staff among them.</summary>
    public IReadOnlyList<RoadEvent> Meetings { get; private set; } = [];

    /// <summary>The person's card, where there is one and the practice opens it or has it carried over.</summary>
    public ProgressCard? Card { get; private set; }

    /// <summary>The practice has a meeting that answers what several departments must answer together.</summary>
    public bool GathersPoints => Definition.Meetings.Any(m => m.GathersPoints);

    public IReadOnlyList<PointLine> Points { get; private set; } = [];

    /// <summary>The next meeting that gathers points, where the reader may see it.</summary>
    public Meeting? NextGathering { get; private set; }

    public bool MayEdit => Reader.May(Permissions.PlansEdit);

    /// <summary>Where a proposed meeting is booked, filled in; null for one that is, and for who may not.</summary>
    public string? BookingLink(RoadEvent meeting) => Reader.May(Permissions.MeetingsEdit) ? MeetingLinks.Book(meeting) : null;

    public bool MayWork => Reader.May(Permissions.PlansWork);

    /// <summary>The plan's own dates can be moved while it has not ended.</summary>
    public bool HasOwnDates => View.Plan.EndedAt is null && PlanDates.Of(Definition).Any();

    /// <summary>Steps that stand in the way of completing it.</summary>
    public IReadOnlyList<TaskLine> StillOpen => [.. View.Tasks.Where(t => Definition.Ending.Completed.Contains(t.Step) && t.State is TaskState.Open or TaskState.Resting)];

    public string WhoName => View.Person is { } person ? $"{person.GivenName} {person.FamilyName}".Trim() : View.Household.Name;

    public string WhoPath => View.Person is { } person ? $"/people/{person.Id}" : $"/households/{View.Household.Id}";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isOpened: true);

    public HouseholdTask Row(TaskLine line) => new(
        line, words.Title(line.Name), words.Doer(line), Line.PersonId is null ? View.Members.FirstOrDefault(m => m.Id == line.PersonId)?.Name : null, Today,
        MayWork && words.IsFinishedInPlace(line.Name), MayWork)
    {
        Back = $"/plans/{Id}", SkipReason = words.SkipReason(Text, line.SkipReason),
    };

    public bool IsPressing(IReadOnlyList<TaskLine> open) => open.Any(t => t.Due is null || t.Due <= Today.AddDays(PressingDays));

    public string Say(TaskEvent happened)
    {
        var key = $"plan-page.history.{happened.Action.Replace('.', '-')}";
        var said = Text[key];
        return said != key ? said : Text["plan-page.history.other"];
    }

    public string Role(string role) => Definition.RoleOf(Text.Language, role);

    /// <summary>The days as the law has them are asked for once a page.</summary>
    private async Task<IActionResult> ShowAsync(bool isOpened)
    {
        if (await ReadPlanPage.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return await ElsewhereAsync();
        View = view;
        await words.LoadAsync([view.Line.VersionId], Cancel);
        Definition = words.Definition(view.Line.VersionId)!;
        Fillers = await RoleFillers.ReadAsync(Db, Cancel);
        var booked = await BookedOnRoad.OfPlansAsync(Db, [Id], Cancel);
        Meetings = BookedOnRoad.Merge(
            PlanCalendar.Meetings(view.Line, Definition, view.Tasks, Today, await law.CalendarAsync(Db, Cancel)), booked, booked.Where(m => m.State == MeetingState.Planned && m.Day >= Today), _ => Definition);
        var opensIt = Definition.Effects.Any(e => e.Do == EffectKind.CarryCard);
        Card = Reader.May(Permissions.CoursesRead) && view.Plan.PersonId is { } person
            ? await Db.ProgressCards.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person && (c.CarriedTo == view.Plan.Practice || opensIt), Cancel) : null;
        if (GathersPoints)
        {
            Points = await GatheredPoints.OfPlanAsync(Db, Reader, Id, Clock.Now(), Cancel);
            var gathering = Definition.Meetings.Where(m => m.GathersPoints).Select(m => m.Id).ToList();
            NextGathering = await Db.Meetings.AsNoTracking().VisibleTo(Db, Reader, Clock.Now())
                .Where(m => m.Practice == view.Plan.Practice && m.State == MeetingState.Planned && m.Day >= Today && gathering.Contains(m.PracticeMeeting!)).OrderBy(m => m.StartsAt).FirstOrDefaultAsync(Cancel);
        }

        if (isOpened)
            await reads.RecordAsync(Reader.AccountId, "plans.read", [new AuditSubject(view.Plan.PersonId, view.Plan.HouseholdId, "plan", Id)], Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(WhoName, WhoPath);
        AddCrumb(Texts.Title);
        return Page();
    }

    /// <summary>Unknown, or the way to break the glass.</summary>
    private async Task<IActionResult> ElsewhereAsync()
    {
        var household = await Db.Plans.Where(p => p.Id == Id).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(Cancel);
        return household is { } home && !(await FindHouseholdAsync(home)).IsHere(out _, out var otherwise) ? otherwise : NotFound();
    }
}
