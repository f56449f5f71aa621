using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Courses;

namespace Vejviser.Web.Engine.Partners;

/// <summary>A session that the partner is responsible for: who was there, as the partner's own teacher notes it.</summary>
public sealed class PartnerSessionModel(CourseWords words, ReadAudit reads) : PartnerOwnPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public SessionView View { get; private set; } = null!;

    public CourseWords Words => words;

    public bool CanBeNoted => View.Line.State != MeetingState.Cancelled && View.Line.Day <= Today && View.People.Any(p => p.Name is not null);

    public string NameOf(SessionPerson person) => words.Name(person.Name, person.Reference, person.IsProtected, Reader);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(int? version, [FromServices] NoteAttendance note)
    {
        if (await ReadSession.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        var input = new NoteAttendanceInput(Id, AttendanceForm.Read(Request.Form, view.People), version);
        var noted = await note.RunAsync(input, Reader, Audit("courses.note-attendance"), Cancel);
        if (!noted.IsSuccess)
        {
            TellFailure(noted.Failure);
            return await ShowAsync();
        }

        Tell(Text["courses.session.saved", ("here", input.Noted.Count(n => n.Value is null)), ("all", input.Noted.Count)]);
        return LocalRedirect($"/partner/sessions/{Id}");
    }

    private async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        if (await ReadSession.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        View = view;
        await words.LoadAsync([view.Line], Cancel);
        var named = view.People.Where(p => p.Name is not null).ToList();
        await reads.ListAsync(Reader.AccountId, "partner.session.read", new ListRead([.. named.Select(p => p.HouseholdId).Distinct()], [.. named.Select(p => p.PersonId)], $"course {view.Course.Id}"), Cancel);
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["partner.courses"], "/partner/courses");
        AddCrumb(Text.Day(view.Line.Day, Today));
        return Page();
    }
}
