using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>A course's sessions for a calendar, those called off among them, so that a calendar takes them away.</summary>
public sealed class CourseCalendarFileModel(CourseWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadCourse.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        await words.LoadAsync(view.Sessions, Cancel);
        await reads.RecordAsync(Reader.AccountId, "courses.calendar.export", [new AuditSubject(Entity: "course", EntityId: Id)], Cancel);
        return File(CourseCalendar.Write(view.Sessions, words, Text, s => $"{Request.Scheme}://{Request.Host}/courses/{Id}/sessions/{s.MeetingId}", Clock.Now()), CourseCalendar.ContentType, "vejviser.ics");
    }
}
