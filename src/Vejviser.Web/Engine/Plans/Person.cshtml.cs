using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A person's road: all nine areas week by week from the arrival, tasks, people around, dates, consents and relations.</summary>
public sealed class PersonModel(TaskWords words, PlanLaw law) : PersonPage
{
    private const int NextDays = 14;
    private const int MostNext = 15;

    public PersonRoad Road { get; private set; } = null!;

    /// <summary>Null while there is no day to count weeks from.</summary>
    public TimeLine? Line { get; private set; }

    public TaskWords Words => words;

    public bool ShowsAddress => Reader.MaySeeAddress(Road.Person);

    /// <summary>Those who have tasks here, busiest first.</summary>
    public IReadOnlyList<HelperLine> Helpers { get; private set; } = [];

    /// <summary>Open tasks that are late, due within two weeks or without a day, at most so many that they are read at a glance; the others stand on their plans' pages.</summary>
    public IReadOnlyList<TaskLine> Next { get; private set; } = [];

    /// <summary>The practices of the person and the household, running ones first, with who is contact person and who owns each.</summary>
    public IReadOnlyList<PlanListLine> Practices { get; private set; } = [];

    /// <summary>Meetings of all running practices that the person is asked to.</summary>
    public IReadOnlyList<RoadEvent> Meetings { get; private set; } = [];

    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public IReadOnlyList<Hole> Holes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.road"], "people.read") is { } otherwise)
            return otherwise;
        Road = (await ReadPerson.RunAsync(Db, Reader, Id, Clock.Now(), Cancel))!;
        var road = Road;
        await words.LoadAsync(road.Plans.Select(p => p.VersionId), Cancel);
        Line = road.Arrival is { } arrival && road.Tasks.Count > 0 ? TimeLine.Of(road.Tasks, arrival, Today) : null;
        Helpers = [.. road.Tasks.Where(t => t.IsOpen).GroupBy(t => (Name: words.Owner(t), Role: words.Role(t.VersionId, t.OwnerRole)))
            .Select(g => new HelperLine(g.Key.Name, g.Key.Role, g.Count(), g.Count(t => t.IsLateOn(Today)))).OrderByDescending(h => h.Open)];
        Next = [.. road.Tasks.Where(t => t.IsOpen && (t.Due is null || t.Due <= Today.AddDays(NextDays))).OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Order).Take(MostNext)];
        await LookAheadAsync();
        return Page();
    }

    public HouseholdTask Row(TaskLine line) => new(
        line, words.Title(line.Name), words.Doer(line), Person: null, Today, Reader.May(Permissions.PlansWork) && words.IsFinishedInPlace(line.Name),
        Reader.May(Permissions.PlansWork))
    {
        Back = $"/people/{Id}", SkipReason = words.SkipReason(Text, line.SkipReason),
    };

    public string MeetingTitle(RoadEvent meeting) => meeting.Booked?.Title ?? DefinitionOf(meeting)!.TextsIn(words.Language).Meetings[meeting.Meeting!].Title;

    /// <summary>The practice that proposes it, and its plan; for a booked meeting, where it can be moved.</summary>
    public (string Title, string Link) Source(RoadEvent meeting) =>
        meeting.Booked is { } booked ? (Text["meetings.road.booked"], $"/meetings/{booked.Id}") : (DefinitionOf(meeting)!.TextsIn(words.Language).Title, $"/plans/{meeting.PlanId}");

    /// <summary>True where the meeting's day hangs on a date of the plan's own: then it can be moved there.</summary>
    public bool IsMovable(RoadEvent meeting) => DefinitionOf(meeting) is { } definition && PlanDates.Of(definition).Any();

    /// <summary>Where a proposed meeting is booked, filled in; null for one that is, and for who may not.</summary>
    public string? BookingLink(RoadEvent meeting) => Reader.May(Permissions.MeetingsEdit) ? MeetingLinks.Book(meeting) : null;

    private PracticeDefinition? DefinitionOf(RoadEvent meeting) => meeting.VersionId is { } version ? words.Definition(version) : null;

    private async Task LookAheadAsync()
    {
        var tasks = Road.Tasks.ToLookup(t => t.PlanId);
        var fillers = await RoleFillers.ReadAsync(Db, Cancel);
        Practices = [.. Road.Plans.OrderBy(p => p.EndedAt is not null).ThenByDescending(p => p.StartedAt).Select(p => WithPeople(PlanListLine.Of(p, words, tasks[p.Id], Today), fillers))];
        var calendar = await law.CalendarAsync(Db, Cancel);
        var running = Road.Plans.Where(p => p.State == PlanState.Running).Select(p => (Plan: p, Definition: words.Definition(p.VersionId)!)).ToList();
        var proposed = running.SelectMany(r => PlanCalendar.Meetings(r.Plan, r.Definition, [.. tasks[r.Plan.Id]], Today, calendar)
            .Where(m => PlanCalendar.IsAsked(r.Definition.Meetings.First(d => d.Id == m.Meeting), Road.Person.Role)));
        var ofPlans = await BookedOnRoad.OfPlansAsync(Db, [.. running.Select(r => r.Plan.Id)], Cancel);
        Meetings = BookedOnRoad.Merge(proposed, ofPlans, await BookedOnRoad.OfPersonAsync(Db, Reader, Id, Today, Clock.Now(), Cancel), version => words.Definition(version)!);
        Clashes = RoadAhead.Clashes(Meetings);
        var planned = Road.Tasks.Where(t => t.IsOpen).Select(t => t.Due).OfType<DateOnly>().Concat(Meetings.Select(m => m.Date)).Concat(running.SelectMany(r => PlanCalendar.CourseWeeks(r.Plan, r.Definition)));
        Holes = RoadAhead.Holes(planned, Today, Today.AddDays(PlanCalendar.DaysAhead));
    }

    private PlanListLine WithPeople(PlanListLine line, RoleFillers fillers)
    {
        var definition = words.Definition(line.Plan.VersionId)!;
        return line with
        {
            Contact = Road.ContactPerson ?? fillers.Find(line.Plan.Practice, definition.Contact)?.Names ?? NobodyYet(definition, definition.Contact),
            Lead = fillers.Find(line.Plan.Practice, definition.Lead)?.Names ?? NobodyYet(definition, definition.Lead),
        };
    }

    private string NobodyYet(PracticeDefinition definition, string role) => Text["plan-page.nobody-fills", ("role", definition.RoleOf(words.Language, role))];
}
