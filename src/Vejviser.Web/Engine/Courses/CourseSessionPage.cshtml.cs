using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>One session: when, where, by whom, and who was there.</summary>
public sealed class CourseSessionPageModel(CourseWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [FromRoute(Name = "session")]
    public Guid Session { get; set; }

    public SessionView View { get; private set; } = null!;

    public CourseWords Words => words;

    public bool MayNote { get; private set; }

    /// <summary>From its day on it can be noted who was there.</summary>
    public bool CanBeNoted => MayNote && View.Line.State != MeetingState.Cancelled && View.Line.Day <= Today && View.People.Any(p => p.Name is not null);

    public string Path => $"/courses/{Id}/sessions/{Session}";

    public string NameOf(SessionPerson person) => words.Name(person.Name, person.Reference, person.IsProtected, Reader);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isOpened: true);

    public async Task<IActionResult> OnPostAsync(int? version, [FromServices] NoteAttendance note)
    {
        if (!await LoadAsync())
            return NotFound();
        var input = new NoteAttendanceInput(Session, AttendanceForm.Read(Request.Form, View.People), version);
        var noted = await note.RunAsync(input, Reader, Audit("courses.note-attendance"), Cancel);
        if (!noted.IsSuccess)
        {
            TellFailure(noted.Failure);
            return await ShowAsync(isOpened: false);
        }

        Tell(Text["courses.session.saved", ("here", input.Noted.Count(n => n.Value is null)), ("all", input.Noted.Count)]);
        return LocalRedirect(Path);
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await ReadSession.RunAsync(Db, Reader, Session, Clock.Now(), Cancel) is not { } view || view.Course.Id != Id)
            return false;
        View = view;
        await words.LoadAsync([view.Line], Cancel);
        MayNote = Reader.May(Permissions.CoursesEdit) || (Reader.May(Permissions.CoursesAttend) && await CourseSight.LeadsAsync(Db, Reader, Id, Cancel));
        return true;
    }

    private async Task<IActionResult> ShowAsync(bool isOpened)
    {
        if (!await LoadAsync())
            return NotFound();
        var named = View.People.Where(p => p.Name is not null).ToList();
        if (isOpened)
            await reads.ListAsync(Reader.AccountId, "courses.session.read", new ListRead([.. named.Select(p => p.HouseholdId).Distinct()], [.. named.Select(p => p.PersonId)], $"course {Id}"), Cancel);
        AddCrumb(Text["courses.title"], "/courses");
        AddCrumb(View.Course.Title, $"/courses/{Id}");
        AddCrumb(Text["courses.session.crumb", ("number", View.Line.Number)]);
        return Page();
    }
}
