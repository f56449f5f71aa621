using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>One course: its timetable, its people with their attendance, the line; people are put on it and taken off, and it is called off here.</summary>
public sealed class CoursePageModel(CourseWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public CourseView View { get; private set; } = null!;

    public Course Course => View.Course;

    public CourseWords Words => words;

    public IReadOnlyList<CourseCandidate> Candidates { get; private set; } = [];

    public bool MayEdit => Reader.May(Permissions.CoursesEdit);

    /// <summary>Attendance can be noted by who may edit courses, and by who leads this one.</summary>
    public bool MayNote { get; private set; }

    public bool IsOpen => Course.CalledOffOn is null && Course.LastDay >= Today;

    /// <summary>The week to show first: this one, or the nearest with a session in it.</summary>
    public DateOnly Monday => (View.Sessions.FirstOrDefault(s => s.Day >= Today.Monday() && s.State != MeetingState.Cancelled) ?? View.Sessions[^1]).Day.Monday();

    public IReadOnlyList<SessionLine> Week => [.. View.Sessions.Where(s => s.Day >= Monday && s.Day <= Monday.AddDays(6) && s.State != MeetingState.Cancelled)];

    /// <summary>Sessions that have been and of which nobody has noted who came.</summary>
    public IReadOnlyList<SessionLine> NotNoted => [.. View.Sessions.Where(s => s.State == MeetingState.Planned && s.EndsAt < Clock.Now())];

    public string NameOf(PlaceLine place) => words.Name(place.Name, place.Reference, place.IsProtected, Reader);

    /// <summary>The reasons are for who notes attendance: one of them is an illness. Others see how often.</summary>
    public string AbsencesOf(PlaceLine place) => MayNote ? words.Absences(place.Attendance) : place.Attendance.Held == place.Attendance.Attended ? "" : Text.Count("courses.times", place.Attendance.Held - place.Attendance.Attended);

    public static ListRead Noted(CourseView view)
    {
        var named = view.Places.Where(p => p.Name is not null).ToList();
        return new ListRead([.. named.Select(p => p.HouseholdId).Distinct()], [.. named.Select(p => p.PersonId).Distinct()], $"course {view.Course.Id}");
    }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isOpened: true);

    /// <param name="people">Of those in the course's practice.</param>
    /// <param name="reference">Or a case's reference, for anybody the reader may see.</param>
    public async Task<IActionResult> OnPostJoinAsync(Guid[] people, string? reference, [FromServices] JoinCourse join)
    {
        if (!MayEdit)
            return Forbid();
        if (await Db.IsHandledAsync(Audit("courses.join"), Cancel))
            return LocalRedirect($"/courses/{Id}");
        if (!string.IsNullOrWhiteSpace(reference))
        {
            var wanted = reference.Trim();
            people = [.. people, .. await Db.People.VisibleTo(Db, Reader, Clock.Now()).Where(p => p.CaseRef == wanted && p.MergedIntoId == null).Select(p => p.Id).ToListAsync(Cancel)];
        }

        if (people.Length == 0)
        {
            ModelState.AddModelError("", Text[string.IsNullOrWhiteSpace(reference) ? "courses.page.choose-somebody" : "courses.page.unknown-reference"]);
            return await ShowAsync(isOpened: false);
        }

        var (joined, waiting, elsewhere) = (0, 0, 0);
        var refused = new List<(Guid Person, Failure Failure)>();
        foreach (var (index, person) in people.Distinct().Index())
        {
            // The form's id stands for the first; the others are told apart by being on the course already.
            var audit = Audit("courses.join");
            var done = await join.RunAsync(new JoinCourseInput(Id, person), Reader, index == 0 ? audit : audit with { CommandId = null }, Cancel);
            if (!done.IsSuccess)
                refused.Add((person, done.Failure));
            else if (done.Value.IsWaiting)
                waiting++;
            else
                (joined, elsewhere) = (joined + 1, elsewhere + done.Value.Elsewhere.Count);
        }

        if (joined + waiting > 0)
            Tell(string.Join(" ", new[] { joined > 0 ? Text.Count("courses.page.joined", joined) : "", waiting > 0 ? Text.Count("courses.page.put-in-line", waiting) : "", elsewhere > 0 ? Text.Count("courses.page.elsewhere", elsewhere) : "" }.Where(t => t.Length > 0)));
        if (refused.Count == 0)
            return LocalRedirect($"/courses/{Id}");
        await LoadAsync();
        var names = Candidates.ToDictionary(c => c.PersonId, c => words.Name(c.Name, c.Reference, c.IsProtected, Reader));
        foreach (var (person, failure) in refused)
            ModelState.AddModelError("", names.TryGetValue(person, out var name) ? $"{name}: {words.Say(failure, Course)}" : words.Say(failure, Course));
        return await ShowAsync(isOpened: false);
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid place, [FromServices] LeaveCourse leave)
    {
        if (!MayEdit)
            return Forbid();
        return await ToldAsync(await leave.RunAsync(Id, place, Audit("courses.leave"), Cancel), next => Text["courses.page.left"] + (next > 0 ? " " + Text.Count("courses.page.seat-given", next) : ""));
    }

    public async Task<IActionResult> OnPostCallOffAsync(string? reason, [FromServices] CallOffCourse call) =>
        MayEdit ? await ToldAsync(await call.RunAsync(Id, reason, Audit("courses.call-off"), Cancel), count => Text.Count("courses.page.called-off", count)) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, Func<T, string> told)
    {
        if (!done.IsSuccess)
        {
            TellFailure(done.Failure);
            return await ShowAsync(isOpened: false);
        }

        Tell(told(done.Value));
        return LocalRedirect($"/courses/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await ReadCourse.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return false;
        View = view;
        await words.LoadAsync([view.Course.PracticeVersionId], Cancel);
        MayNote = MayEdit || (Reader.May(Permissions.CoursesAttend) && await CourseSight.LeadsAsync(Db, Reader, Id, Cancel));
        if (MayEdit && IsOpen)
            Candidates = await CourseCandidates.ReadAsync(Db, Reader, Course, Clock.Now(), Cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(bool isOpened)
    {
        if (!await LoadAsync())
            return NotFound();
        if (isOpened)
            await reads.ListAsync(Reader.AccountId, "courses.read", Noted(View), Cancel);
        AddCrumb(Text["courses.title"], "/courses");
        AddCrumb(Course.Title);
        return Page();
    }
}
